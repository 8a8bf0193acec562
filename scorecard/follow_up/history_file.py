"""A time line as CSV: what is listed, all of it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from scorecard.follow_up.history import Entry
from scorecard.output import csv_file
from scorecard.text import follow_up, general, sheets
from scorecard.text import history as say

_COLUMNS = (
    say.DAY,
    say.WEEK,
    say.KIND,
    say.CODE,
    say.UNIT,
    say.SINCE,
    say.TASK,
    say.TITLE,
    say.TEXT,
    say.WHO,
)


def render_history(entries: Iterable[Entry], *, synthetic: bool) -> bytes:
    """UTF-8 with a byte order mark and CRLF; dates ISO, nothing that starts a formula.

    A unit stands there with the first day of its life, so that two lives of one code stay apart in the file too.
    """
    mark = {sheets.KIND: general.SYNTHETIC} if synthetic else {}
    return csv_file([_row(entry) | mark for entry in entries], [*_COLUMNS, *mark])


def _row(entry: Entry) -> dict[str, Any]:
    life = entry.life
    cells = (
        entry.day,
        str(entry.week),
        (say.KINDS | follow_up.KINDS)[entry.kind],
        life.unit_id if life else None,
        life.unit.name if life and life.unit else None,
        life.since if life else None,
        entry.task_no,
        entry.title,
        " · ".join(entry.text.splitlines()),
        entry.who,
    )
    return dict(zip(_COLUMNS, cells, strict=True))
