"""What the files of a briefing are called, without their endings: by week, revision, and what they are about."""

from __future__ import annotations

from scorecard.text import briefing as say
from scorecard.ui.edition import Edition


def briefing_name(edition: Edition) -> str:
    """The name of every file of a frame."""
    snapshot, address = edition.snapshot, edition.address
    name = say.FILE.format(week=snapshot.week, revision=snapshot.revision)
    if address.task:
        return say.FILE_TASK.format(name=name, task=address.task)
    district = district_of(edition)
    return f"{name}-{district}" if district else name


def district_of(edition: Edition) -> str:
    """The district a frame is about; empty for none."""
    return edition.address.block.partition(":")[2]


def shown_name(edition: Edition) -> str:
    """The name of the workbook of what the overview shows, with its filters."""
    block = edition.address.block.replace(":", "-")
    name = say.FILE_SHOWN.format(week=edition.snapshot.week, revision=edition.snapshot.revision, block=block)
    return f"{name}-{say.ONLY}.xlsx" if edition.address.only else f"{name}.xlsx"
