"""What a letter says of one light: its figures against their targets, on which basis, for how long. Pure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from scorecard.catalog import Catalog, Indicator, Unit
from scorecard.follow_up.work_list.filters import lacks_answer
from scorecard.follow_up.work_list.work_list import LOOK_BACK, WorkItem
from scorecard.format import date_vi
from scorecard.lights.figure_words import fraction_of, limit_of, value_of
from scorecard.lights.needed_to_green import needed_text
from scorecard.lights.rows import IndicatorLight
from scorecard.lights.status import UNKNOWN
from scorecard.text import general_words, letter_words, reason_words

# A basis that is no text of a law is always said to be so.
_WEAK = ("unverified", "proposed")


@dataclass(frozen=True)
class FigureFacts:
    """An indicator that decided a light: value, target, legal basis, and what is lacking; `lacks` has no figure."""

    indicator: str
    value: str
    target: str
    basis: str
    evidence: str
    needed: str
    lacks: bool

    @property
    def line(self) -> str:
        """The same in one line, for a chat."""
        parts = [letter_words.FIGURE_IN_LINE.format(indicator=self.indicator, value=self.value)]
        if self.lacks:
            return ", ".join([*parts, letter_words.SEND_IN_LINE.format(needed=self.needed)])
        if self.target != letter_words.ABSENT:
            parts.append(letter_words.REQUIRED_IN_LINE.format(target=self.target))
        return ", ".join([*parts, self.needed] if self.needed != letter_words.ABSENT else parts)


@dataclass(frozen=True)
class LightFacts:
    """A unit's light on a task; `weeks` is how long it lasts, `due` the date an explanation was not given by.

    `again` says that one was given before, and returned.
    """

    unit: Unit
    task_no: int
    title: str
    status: str
    weeks: str
    due: dt.date | None
    figures: tuple[FigureFacts, ...]
    again: bool = False

    @property
    def asked(self) -> str:
        """That an explanation was asked for and did not come; else empty."""
        return self._lacking(letter_words.NO_ANSWER_AGAIN if self.again else letter_words.NO_ANSWER)

    @property
    def asked_short(self) -> str:
        """The same as a part of a line."""
        return self._lacking(letter_words.NO_ANSWER_AGAIN_SHORT if self.again else letter_words.NO_ANSWER_SHORT)

    def _lacking(self, pattern: str) -> str:
        return pattern.format(due=date_vi(self.due)) if self.due else ""


def facts_of(light: WorkItem, catalog: Catalog, day: dt.date) -> LightFacts:
    """What is said of a chased light; dates are held against `day`."""
    indicators = {indicator.indicator_id: indicator for indicator in catalog.indicators}
    titles = {task.task_no: task.title for task in catalog.tasks}
    unanswered = light.explanation if lacks_answer(light, day) else None
    return LightFacts(
        unit=light.unit,
        task_no=light.task_no,
        title=titles[light.task_no],
        status=general_words.STATUS[light.status],
        weeks=_weeks(light.standing.weeks),
        due=unanswered.due if unanswered else None,
        figures=tuple(_figure(row, indicators[row.indicator_id]) for row in light.figures),
        again=unanswered is not None and unanswered.was_answered,
    )


def notes_on(facts: Iterable[LightFacts]) -> tuple[str, ...]:
    """What has to be known to read the figures: how the lacking part is counted, what a weak basis is."""
    figures = [figure for light in facts for figure in light.figures]
    shown = (
        (
            any(not figure.lacks and figure.needed != letter_words.ABSENT for figure in figures),
            letter_words.NOTE_NEEDED,
        ),
        (any(figure.evidence == "unverified" for figure in figures), letter_words.NOTE_UNVERIFIED),
        (any(figure.evidence == "proposed" for figure in figures), letter_words.NOTE_PROPOSED),
    )
    return tuple(note for wanted, note in shown if wanted)


def _weeks(weeks: int) -> str:
    if weeks <= 1:
        return letter_words.ONE_WEEK
    return (letter_words.WEEKS_LEAST if weeks >= LOOK_BACK else letter_words.WEEKS).format(weeks=weeks)


def _figure(row: IndicatorLight, indicator: Indicator) -> FigureFacts:
    lacks = row.status in UNKNOWN or row.numerator is None
    if lacks:
        known = row.as_of is not None and row.numerator is not None
        value = letter_words.STALE.format(date=date_vi(row.as_of)) if known else letter_words.NO_FIGURE
        needed = letter_words.FRESH.format(days=indicator.max_age_days)
        return FigureFacts(indicator.name, value, letter_words.ABSENT, letter_words.ABSENT, "", needed, lacks=True)
    fraction = fraction_of(row, indicator)
    value = value_of(row, indicator)
    evidence = (row.evidence or "") if row.green is not None else ""
    return FigureFacts(
        indicator=indicator.name,
        value=letter_words.VALUE.format(value=value, fraction=fraction) if fraction else value,
        target=_target(row, indicator),
        basis=_basis(row, evidence),
        evidence=evidence,
        needed=needed_text(row, indicator) or letter_words.ABSENT,
        lacks=False,
    )


def _target(row: IndicatorLight, indicator: Indicator) -> str:
    if row.green is None:
        return letter_words.ABSENT
    green = limit_of(row.green, indicator)
    if indicator.direction == "higher":
        return green if green == letter_words.WHOLE else letter_words.AT_LEAST.format(green=green)
    return letter_words.AT_MOST.format(green=green)


def _basis(row: IndicatorLight, evidence: str) -> str:
    basis = row.legal_basis or letter_words.ABSENT
    mark = reason_words.EVIDENCE[evidence] if evidence in _WEAK else ""
    said = mark.casefold() in basis.casefold()
    return basis if said else letter_words.BASIS.format(basis=basis, evidence=mark)
