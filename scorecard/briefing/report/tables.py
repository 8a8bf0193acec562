"""The tables of the report to the Chairman; the first row of each is its head; pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from scorecard.briefing.content.content import Briefing
from scorecard.briefing.content.corrected_weeks import Correction
from scorecard.briefing.content.standing import UnitStanding
from scorecard.format import number
from scorecard.lights.figure_words import rate_of
from scorecard.lights.status import COUNTED
from scorecard.text import briefing_words, general_words, report_words

Cells = tuple[tuple[str, ...], ...]


def counts_table(briefing: Briefing) -> Cells:
    """How many lights of each colour, and the change; with the units and the cut-off that the text names."""
    rows = [(report_words.LEVEL, report_words.COUNT, report_words.CHANGE)]
    for count in briefing.counts:
        change = "–" if count.change is None else f"{count.change:+d}" if count.change else "0"
        rows.append((general_words.COLOUR[count.status].capitalize(), number(count.number), change))
    rows.append((briefing_words.SCOPE_ROW, number(_unit_rows(briefing)), ""))
    rows.append((briefing_words.CUT_OFF_ROW, briefing.origin.cut_off, ""))
    return (*rows, *(_corrected_row(one) for one in briefing.origin.corrected))


def _corrected_row(one: Correction) -> tuple[str, str, str]:
    name = briefing_words.CORRECTED_ROW.format(revision=one.revision, before=one.before)
    return name, briefing_words.CORRECTED_COUNT.format(count=number(one.lights)), ""


def _unit_rows(briefing: Briefing) -> int:
    return sum(not row.group for block in briefing.matrix.blocks for row in block.rows)


def counts_by_task(briefing: Briefing) -> list[tuple[int, str, tuple[int, ...]]]:
    """Number, title, and the units of each colour, task by task."""
    rows = [row for block in briefing.matrix.blocks for row in block.rows if not row.group]
    found = []
    for place, column in enumerate(briefing.matrix.columns):
        if column.in_letter:
            counts = Counter(light.status for row in rows if (light := row.lights[place]))
            found.append((column.task_no, column.title, tuple(counts[status] for status in COUNTED)))
    return found


def timeliness_table(briefing: Briefing) -> Cells:
    """What was done in time and at all, for every pair; empty where the catalogue knows none."""
    rows = [
        (
            pair.name,
            number(pair.figures.due),
            f"{number(pair.figures.in_time)} ({rate_of(pair.figures.in_time, pair.figures.due)})",
            f"{number(pair.figures.done)} ({rate_of(pair.figures.done, pair.figures.due)})",
            number(pair.figures.open),
            f"{number(pair.figures.units)}/{number(pair.figures.every)}",
        )
        for pair in briefing.timeliness
    ]
    return (report_words.TIMELINESS_HEAD, *rows) if rows else ()


def proposed_table(briefing: Briefing) -> Cells:
    """What needs a decision, with its figures; empty where there is nothing."""
    rows = [(str(place), call.lead + call.headline, call.detail) for place, call in enumerate(briefing.calls, start=1)]
    return ((report_words.ORDER, report_words.MATTER, report_words.FIGURES), *rows) if rows else ()


def matrix_table(briefing: Briefing) -> Cells:
    """The light of every unit on every task as a sign."""
    columns = [place for place, column in enumerate(briefing.matrix.columns) if column.in_letter]
    head = (
        report_words.UNIT,
        *(str(briefing.matrix.columns[place].task_no) for place in columns),
        *report_words.COLUMNS[:2],
    )
    signs: Mapping[str, str] = report_words.SIGNS
    rows = [
        (
            row.name,
            *(signs[light.status] if (light := row.lights[place]) else "" for place in columns),
            str(row.red),
            str(row.amber),
        )
        for block in briefing.matrix.blocks
        for row in block.rows
    ]
    return (head, *rows)


def reds_table(units: Sequence[UnitStanding]) -> Cells:
    """Every red light of some units, numbered."""
    lights = [(unit.unit, light) for unit in units for light in unit.reds]
    rows = [
        (str(place), unit, f"{light.task_no}. {light.task}", light.duration, light.figure)
        for place, (unit, light) in enumerate(lights, start=1)
    ]
    return (
        (report_words.ORDER, report_words.UNIT, report_words.TASK, report_words.DURATION, report_words.FIGURE),
        *rows,
    )
