"""Raw rows -> observations, all problems and all warnings at once."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from scorecard.catalog import Catalog, Unit
from scorecard.intake.cells.problems import Problem, distinct
from scorecard.intake.cells.strict_values import BadValueError, parse_date
from scorecard.intake.conflicts import conflicts, numbers_of
from scorecard.intake.figure_numbers import denominator_of, number_of, refuse_unread
from scorecard.intake.long_form.long_csv import RawFigure
from scorecard.intake.plausibility import counted_twice, doubts_of
from scorecard.intake.unknown_codes import UnknownCodes
from scorecard.publishing.carried_forward import Known
from scorecard.snapshots.observation import Observation
from scorecard.text import computed_words, doubt_words, intake_words


@dataclass
class Checked:
    """The observations that could be taken; only to be published if `problems` is empty."""

    observations: list[Observation] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)


def check_figures(
    figures: Iterable[RawFigure], catalog: Catalog, day: dt.date, known: Known, read_with: Catalog | None = None
) -> Checked:
    """Checks every row against the catalogue, the cut-off day, the other rows and what is known before it.

    `read_with` is the catalogue names and columns were read by, where the week is judged by another one.
    """
    checks = _Checks(catalog, day, read_with or catalog)
    result = Checked()
    taken: dict[tuple[str, str, dt.date], list[tuple[Observation, RawFigure]]] = defaultdict(list)
    for figure in figures:
        observation, problems = checks.row(figure)
        result.problems += problems
        if observation is None:
            continue
        key = (*observation.key, observation.as_of)
        taken[key].append((observation, figure))
        if numbers_of(observation) != numbers_of(taken[key][0][0]):
            continue
        result.observations.append(observation)
        if before := known.get(observation.key):
            doubts = doubts_of(observation, before, checks.indicators[observation.indicator_id])
            result.warnings += [figure.problem(column, advice) for column, advice in doubts]
    twice = counted_twice(result.observations, catalog.units_on(day))
    places = [place for (seen, place), *_ in taken.values() if seen.key in twice]
    result.warnings += [place.problem("numerator", doubt_words.COUNTED_TWICE) for place in places]
    for group in taken.values():
        result.problems += conflicts(group)
    result.problems = distinct(result.problems)
    result.warnings = distinct(result.warnings)
    return result


class _Checks:
    """What one row is held against."""

    def __init__(self, catalog: Catalog, day: dt.date, read_with: Catalog) -> None:
        self._catalog = catalog
        self._day = day
        self._unknown = UnknownCodes(catalog, read_with)
        self._codes = {unit.unit_id for unit in catalog.units}
        self._units = {unit.unit_id: unit for unit in catalog.units_on(day)}
        self.indicators = {indicator.indicator_id: indicator for indicator in catalog.indicators}

    def row(self, figure: RawFigure) -> tuple[Observation | None, list[Problem]]:
        """The observation of a row, or None and everything that is wrong with it."""
        others = [column for column in ("indicator_id", "source", "note") if column in figure.unread]
        problems = [figure.problem(column, figure.unread[column]) for column in others]
        unit = self._unit(figure, problems)
        indicator = self.indicators.get(figure.cells["indicator_id"])
        if indicator is None:
            problems.append(figure.problem("indicator_id", self._unknown.indicator(figure.cells["indicator_id"])))
        elif unit and not self._catalog.applies(indicator, unit):
            problems.append(figure.problem("indicator_id", intake_words.NOT_APPLICABLE.format(unit=unit.name)))
        elif unit and self._catalog.is_computed(indicator.indicator_id, unit.unit_id):
            problems.append(figure.problem("indicator_id", computed_words.TYPED))
        as_of = self._as_of(figure, unit, problems)
        numerator = number_of(figure, "numerator", problems)
        denominator = denominator_of(figure, indicator, numerator, problems)
        if problems or unit is None or indicator is None or as_of is None or numerator is None:
            return None, problems
        cells = figure.cells
        return Observation(
            unit.unit_id, indicator.indicator_id, as_of, numerator, denominator, figure.source, cells["note"]
        ), []

    def _unit(self, figure: RawFigure, problems: list[Problem]) -> Unit | None:
        code = figure.cells["unit_id"]
        unit = self._units.get(code)
        if "unit_id" in figure.unread:
            problems.append(figure.problem("unit_id", figure.unread["unit_id"]))
            return None
        if unit is None:
            advice = intake_words.UNIT_ENDED.format(day=self._day) if code in self._codes else self._unknown.unit(code)
            problems.append(figure.problem("unit_id", advice))
        return unit

    def _as_of(self, figure: RawFigure, unit: Unit | None, problems: list[Problem]) -> dt.date | None:
        try:
            refuse_unread(figure, "as_of")
            as_of = parse_date(figure.cells["as_of"])
        except BadValueError as error:
            problems.append(figure.problem("as_of", str(error)))
            return None
        if as_of > self._day:
            problems.append(figure.problem("as_of", intake_words.AFTER_CUT_OFF.format(day=self._day)))
        elif unit and as_of < unit.valid_from:
            advice = intake_words.OTHER_LIFE.format(unit=unit.unit_id, start=unit.valid_from)
            problems.append(figure.problem("as_of", advice))
        return as_of
