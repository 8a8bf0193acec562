"""The sheets of the workbook about what people still have to do; each only where there is something."""

from __future__ import annotations

from collections.abc import Iterator

from scorecard.briefing.workbook.typed_sheet import Sheet
from scorecard.follow_up.outstanding.outstanding_words import OwedSaid
from scorecard.text import outstanding_words


def owed_sheets(owed: OwedSaid) -> Iterator[Sheet]:
    """Open decisions in full, and every light whose explanation did not come."""
    if owed.decisions:
        rows = tuple(
            (one.text, one.about or None, one.owner, one.due, outstanding_words.YES if one.overdue else None)
            for one in owed.decisions
        )
        yield Sheet(outstanding_words.SHEET_DECISIONS, outstanding_words.SHEET_DECISION_HEADS, rows, {})
    if owed.lacking:
        lights = tuple((light.unit_id, light.unit, light.task_no, light.due) for light in owed.lacking)
        yield Sheet(outstanding_words.SHEET_LACKING, outstanding_words.SHEET_LACKING_HEADS, lights, {})
