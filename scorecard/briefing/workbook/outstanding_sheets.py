"""The sheets of the workbook about what people still have to do; each only where there is something."""

from __future__ import annotations

from collections.abc import Iterator

from scorecard.briefing.workbook.typed_sheet import Sheet
from scorecard.follow_up.outstanding.outstanding_words import OutstandingSaid
from scorecard.text import outstanding_words


def outstanding_sheets(said: OutstandingSaid) -> Iterator[Sheet]:
    """Open decisions in full, and every light whose explanation did not come."""
    if said.decisions:
        rows = tuple(
            (one.text, one.about or None, one.owner, one.due, outstanding_words.YES if one.overdue else None)
            for one in said.decisions
        )
        yield Sheet(outstanding_words.SHEET_DECISIONS, outstanding_words.SHEET_DECISION_HEADS, rows, {})
    if said.lacking:
        lights = tuple((light.unit_id, light.unit, light.task_no, light.due) for light in said.lacking)
        yield Sheet(outstanding_words.SHEET_LACKING, outstanding_words.SHEET_LACKING_HEADS, lights, {})
