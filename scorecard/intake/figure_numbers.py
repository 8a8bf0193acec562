"""The numbers of a raw figure, and what is wrong with them."""

from __future__ import annotations

from decimal import Decimal

from scorecard.catalog import Indicator
from scorecard.intake.cells.problems import Problem
from scorecard.intake.cells.strict_values import BadValueError, parse_number
from scorecard.intake.long_form.long_csv import RawFigure
from scorecard.text import intake_words


def refuse_unread(figure: RawFigure, column: str) -> None:
    """Raises BadValueError with what was said of a cell that could not be read."""
    if column in figure.unread:
        raise BadValueError(figure.unread[column])


def number_of(figure: RawFigure, column: str, problems: list[Problem]) -> Decimal | None:
    """The number of a cell; None where it is a problem, which is added."""
    try:
        refuse_unread(figure, column)
        return parse_number(figure.cells[column])
    except BadValueError as error:
        problems.append(figure.problem(column, str(error)))
        return None


def denominator_of(
    figure: RawFigure, indicator: Indicator | None, numerator: Decimal | None, problems: list[Problem]
) -> Decimal | None:
    """The denominator as the measure wants it, None where it wants none; what is wrong is added to the problems."""
    if not figure.cells["denominator"] and "denominator" not in figure.unread:
        if indicator and indicator.measure.divides:
            advice = intake_words.NO_DENOMINATOR.format(definition=indicator.denominator)
            problems.append(figure.problem("denominator", advice))
        return None
    denominator = number_of(figure, "denominator", problems)
    if denominator is None or indicator is None:
        return denominator
    if not indicator.measure.divides:
        problems.append(figure.problem("denominator", intake_words.DENOMINATOR))
    elif numerator is not None and numerator > denominator:
        advice = intake_words.OVER_DENOMINATOR.format(denominator=figure.cells["denominator"])
        problems.append(figure.problem("numerator", advice))
    return denominator
