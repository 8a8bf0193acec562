"""The tables of the report about what people still have to do; the first row of each is its head; pure."""

from __future__ import annotations

from scorecard.briefing.report.tables import Cells
from scorecard.follow_up.outstanding.outstanding_words import OutstandingSaid
from scorecard.format import date_vi, number
from scorecard.text import outstanding_words


def decisions_table(said: OutstandingSaid) -> Cells:
    """Every open decision in full, numbered; then how many there are, and how many overdue. Empty without any."""
    rows = [
        (
            str(place),
            f"{one.about}: {one.text}" if one.about else one.text,
            one.owner,
            outstanding_words.OVERDUE_CELL.format(due=date_vi(one.due)) if one.overdue else date_vi(one.due),
        )
        for place, one in enumerate(said.decisions, start=1)
    ]
    overdue = sum(one.overdue for one in said.decisions)
    total = ("", outstanding_words.TOTAL_OVERDUE.format(overdue=number(overdue)), "", number(len(rows)))
    return (outstanding_words.DECISION_HEAD, *rows, total) if rows else ()


def lacking_table(said: OutstandingSaid) -> Cells:
    """Every light without an explanation, numbered; empty without any."""
    rows = [
        (str(place), light.unit, str(light.task_no), date_vi(light.due))
        for place, light in enumerate(said.lacking, start=1)
    ]
    return (outstanding_words.LACKING_HEAD, *rows) if rows else ()
