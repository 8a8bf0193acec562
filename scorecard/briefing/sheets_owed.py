"""The sheets of the workbook about what people still have to do; each only where there is something."""

from __future__ import annotations

from collections.abc import Iterator

from scorecard.briefing.sheet import Sheet
from scorecard.follow_up.owed_said import OwedSaid
from scorecard.text import owed as say


def owed_sheets(owed: OwedSaid) -> Iterator[Sheet]:
    """Open decisions in full, and every light whose explanation did not come."""
    if owed.decisions:
        rows = tuple(
            (one.text, one.about or None, one.owner, one.due, say.YES if one.overdue else None)
            for one in owed.decisions
        )
        yield Sheet(say.SHEET_DECISIONS, say.SHEET_DECISION_HEADS, rows, {})
    if owed.lacking:
        lights = tuple((light.unit_id, light.unit, light.task_no, light.due) for light in owed.lacking)
        yield Sheet(say.SHEET_LACKING, say.SHEET_LACKING_HEADS, lights, {})
