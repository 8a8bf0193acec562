"""What the files of a briefing are called, without their endings: by week, revision, and what they are about."""

from __future__ import annotations

from scorecard.lights.edition import Edition
from scorecard.text import briefing_words


def briefing_name(edition: Edition) -> str:
    """The name of every file of a frame."""
    snapshot, address = edition.snapshot, edition.address
    name = briefing_words.FILE.format(week=snapshot.week, revision=snapshot.revision)
    if address.task:
        return briefing_words.FILE_TASK.format(name=name, task=address.task)
    district = district_of(edition)
    return f"{name}-{district}" if district else name


def district_of(edition: Edition) -> str:
    """The district a frame is about; empty for none."""
    return edition.address.block.partition(":")[2]


def shown_name(edition: Edition) -> str:
    """The name of the workbook of what the overview shows, with its filters."""
    block = edition.address.block.replace(":", "-")
    name = briefing_words.FILE_SHOWN.format(week=edition.snapshot.week, revision=edition.snapshot.revision, block=block)
    return f"{name}-{briefing_words.ONLY}.xlsx" if edition.address.only else f"{name}.xlsx"
