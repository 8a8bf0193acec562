"""What the report to the Chairman says, from a briefing; every number of a sentence stands in a table; pure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from scorecard.briefing.content.content import Briefing, Origin
from scorecard.briefing.content.narrative import listed
from scorecard.briefing.content.standing import UnitStanding
from scorecard.briefing.report.outstanding_tables import decisions_table, lacking_table
from scorecard.briefing.report.tables import (
    Cells,
    counts_by_task,
    counts_table,
    matrix_table,
    proposed_table,
    reds_table,
    timeliness_table,
)
from scorecard.catalog import Rules
from scorecard.documents.document_parts import Names, names_of
from scorecard.format import number
from scorecard.lights.figure_words import inside
from scorecard.lights.status import COUNTED
from scorecard.text import attention_words, general_words, outstanding_words, report_words


@dataclass(frozen=True)
class Report:
    """The report in words and tables; the first row of a table is its head."""

    names: Names
    day: dt.date
    subject: str
    basis: str
    general: tuple[str, ...]
    tasks: tuple[str, ...]
    units: tuple[str, ...]
    proposals: tuple[str, ...]
    counts: Cells
    by_task: Cells
    timeliness: Cells
    proposed: Cells
    matrix: Cells
    reds: Cells
    lacking: Cells
    decisions: Cells
    source: str
    synthetic: bool


def build_report(briefing: Briefing, rules: Rules, day: dt.date) -> Report:
    """The draft of one week, dated by the day of its cut-off."""
    names, origin = names_of(rules), briefing.origin
    by_task = counts_by_task(briefing)
    reds = [unit for unit in briefing.standing if unit.reds]
    subject = report_words.SUBJECT.format(title=inside(briefing.title), week=origin.week, range=origin.week_range)
    basis = report_words.BASIS.format(
        by=names.by, moment=origin.cut_off, revision=origin.revision, week=inside(origin.week)
    )
    return Report(
        names=names,
        day=day,
        subject=f"{subject} – {briefing.scope}" if briefing.scope else subject,
        basis=basis,
        general=(briefing.headline, *_notices(origin), report_words.IN_TABLE.format(table=1)),
        tasks=(*(_task_sentence(row) for row in by_task), *(pair.sentence for pair in briefing.timeliness)),
        units=(*(tuple(_unit_sentence(unit) for unit in reds) or (report_words.NO_REDS,)), *_lacking(briefing)),
        proposals=_proposals(briefing, names),
        counts=counts_table(briefing),
        by_task=(
            (report_words.TASK, *report_words.COLUMNS),
            *((f"{no}. {title}", *map(str, counts)) for no, title, counts in by_task),
        ),
        timeliness=timeliness_table(briefing),
        proposed=proposed_table(briefing),
        matrix=matrix_table(briefing),
        reds=reds_table(reds),
        lacking=lacking_table(briefing.outstanding),
        decisions=decisions_table(briefing.outstanding),
        source=report_words.SOURCE.format(code=origin.code_line),
        synthetic=origin.synthetic,
    )


def _notices(origin: Origin) -> tuple[str, ...]:
    """What a reader has to know before comparing with last week: corrections, and what is counted otherwise."""
    return (*(one.sentence for one in origin.corrected), *origin.ground.short(len(origin.ground.lines)))


def _task_sentence(row: tuple[int, str, Sequence[int]]) -> str:
    task, title, counts = row
    parts = [
        report_words.COUNTED.format(number=count, status=general_words.COLOUR[status])
        for status, count in zip(COUNTED, counts, strict=True)
        if count
    ]
    return report_words.TASK_SENTENCE.format(task=task, title=title, counts=listed(parts) or report_words.NO_UNIT)


def _unit_sentence(unit: UnitStanding) -> str:
    longest = max(unit.reds, key=lambda light: (light.weeks, light.lack))
    tasks, figure = ", ".join(str(light.task_no) for light in unit.reds), longest.figure
    if figure and len(unit.reds) > 1:
        figure = attention_words.OF_TASK.format(task=longest.task_no, figure=figure)
    return report_words.UNIT_SENTENCE.format(
        unit=unit.unit, count=len(unit.reds), tasks=tasks, duration=longest.duration, figure=figure
    ).strip()


def _lacking(briefing: Briefing) -> tuple[str, ...]:
    count = len(briefing.outstanding.lacking)
    sentence = outstanding_words.LACKING_BELOW.format(count=number(count)) if count else ""
    return tuple(text for text in (sentence, briefing.outstanding.unread) if text)


def _proposals(briefing: Briefing, names: Names) -> tuple[str, ...]:
    proposed = report_words.PROPOSE.format(to=names.to) if briefing.calls else report_words.NO_PROPOSAL
    return (proposed, f"{briefing.outstanding.title}.") if briefing.outstanding.decisions else (proposed,)
