"""One raw row -> an observation, or everything that is wrong with it."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from scorecard.catalog import Catalog, Indicator, Unit
from scorecard.intake.cells.problems import Problem
from scorecard.intake.cells.strict_values import BadValueError, parse_date, parse_number
from scorecard.intake.long_form.long_csv import RawFigure
from scorecard.intake.unknown_codes import UnknownCodes
from scorecard.snapshots.observation import Observation
from scorecard.text import computed_words, intake_words


class RowChecks:
    """What one row is held against."""

    def __init__(self, catalog: Catalog, day: dt.date, last_day: dt.date, read_with: Catalog) -> None:
        self._catalog = catalog
        self._day, self._last_day = day, last_day
        self._unknown = UnknownCodes(catalog, read_with)
        self._codes = {unit.unit_id for unit in catalog.units}
        self._units = {unit.unit_id: unit for unit in catalog.units_on(day)}
        self.indicators = {indicator.indicator_id: indicator for indicator in catalog.indicators_on(day)}
        self._lives = {indicator.indicator_id for indicator in catalog.lives}

    def row(self, figure: RawFigure) -> tuple[Observation | None, list[Problem]]:
        """The observation of a row, or None and everything that is wrong with it."""
        others = [column for column in ("indicator_id", "source", "note") if column in figure.unread]
        problems = [figure.problem(column, figure.unread[column]) for column in others]
        unit = self._unit(figure, problems)
        indicator = self.indicators.get(figure.cells["indicator_id"])
        if indicator is None:
            problems.append(figure.problem("indicator_id", self._no_indicator(figure)))
        elif unit and not self._catalog.applies(indicator, unit):
            problems.append(figure.problem("indicator_id", intake_words.NOT_APPLICABLE.format(unit=unit.name)))
        elif unit and self._catalog.is_computed(indicator.indicator_id, unit.unit_id):
            problems.append(figure.problem("indicator_id", computed_words.TYPED))
        as_of = self._as_of(figure, unit, problems)
        if indicator and as_of and not self._catalog.counts_on(self._day, indicator.indicator_id, as_of):
            problems.append(figure.problem("as_of", intake_words.OTHER_DEFINITION.format(day=self._day)))
        numerator = _number(figure, "numerator", problems)
        denominator = _denominator(figure, indicator, numerator, problems)
        if problems or unit is None or indicator is None or as_of is None or numerator is None:
            return None, problems
        cells = figure.cells
        return Observation(
            unit.unit_id, indicator.indicator_id, as_of, numerator, denominator, figure.source, cells["note"]
        ), []

    def _no_indicator(self, figure: RawFigure) -> str:
        code = figure.cells["indicator_id"]
        ended = code in self._lives
        return intake_words.INDICATOR_ENDED.format(day=self._day) if ended else self._unknown.indicator(code)

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
            _refuse_unread(figure, "as_of")
            as_of = parse_date(figure.cells["as_of"])
        except BadValueError as error:
            problems.append(figure.problem("as_of", str(error)))
            return None
        if as_of > self._day:
            problems.append(figure.problem("as_of", intake_words.AFTER_CUT_OFF.format(day=self._day)))
        elif as_of > self._last_day:
            problems.append(figure.problem("as_of", intake_words.AFTER_TODAY.format(day=self._last_day)))
        elif unit and as_of < unit.valid_from:
            advice = intake_words.OTHER_LIFE.format(unit=unit.unit_id, start=unit.valid_from)
            problems.append(figure.problem("as_of", advice))
        return as_of


def _refuse_unread(figure: RawFigure, column: str) -> None:
    if column in figure.unread:
        raise BadValueError(figure.unread[column])


def _number(figure: RawFigure, column: str, problems: list[Problem]) -> Decimal | None:
    try:
        _refuse_unread(figure, column)
        return parse_number(figure.cells[column])
    except BadValueError as error:
        problems.append(figure.problem(column, str(error)))
        return None


def _denominator(
    figure: RawFigure, indicator: Indicator | None, numerator: Decimal | None, problems: list[Problem]
) -> Decimal | None:
    if not figure.cells["denominator"] and "denominator" not in figure.unread:
        if indicator and indicator.measure.divides:
            advice = intake_words.NO_DENOMINATOR.format(definition=indicator.denominator)
            problems.append(figure.problem("denominator", advice))
        return None
    denominator = _number(figure, "denominator", problems)
    if denominator is None or indicator is None:
        return denominator
    if not indicator.measure.divides:
        problems.append(figure.problem("denominator", intake_words.DENOMINATOR))
    elif numerator is not None and numerator > denominator:
        advice = intake_words.OVER_DENOMINATOR.format(denominator=figure.cells["denominator"])
        problems.append(figure.problem("numerator", advice))
    return denominator
