"""A time line as CSV: what is listed, all of it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from scorecard.files.row_formats import csv_file
from scorecard.follow_up.timeline.entries import Entry
from scorecard.text import follow_up_words, general_words, sheet_words, timeline_words

_COLUMNS = (
    timeline_words.DAY,
    timeline_words.WEEK,
    timeline_words.KIND,
    timeline_words.CODE,
    timeline_words.UNIT,
    timeline_words.SINCE,
    timeline_words.TASK,
    timeline_words.TITLE,
    timeline_words.TEXT,
    timeline_words.WHO,
)


def render_entries(entries: Iterable[Entry], *, synthetic: bool) -> bytes:
    """UTF-8 with a byte order mark and CRLF; dates ISO, nothing that starts a formula.

    A unit stands there with the first day of its life, so that two lives of one code stay apart in the file too.
    """
    mark = {sheet_words.KIND: general_words.SYNTHETIC} if synthetic else {}
    return csv_file([_row(entry) | mark for entry in entries], [*_COLUMNS, *mark])


def _row(entry: Entry) -> dict[str, Any]:
    life = entry.life
    cells = (
        entry.day,
        str(entry.week),
        (timeline_words.KINDS | follow_up_words.KINDS)[entry.kind],
        life.unit_id if life else None,
        life.unit.name if life and life.unit else None,
        life.since if life else None,
        entry.task_no,
        entry.title,
        " · ".join(entry.text.splitlines()),
        entry.who,
    )
    return dict(zip(_COLUMNS, cells, strict=True))
