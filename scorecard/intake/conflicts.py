"""The same key given with different values, in one file or in several."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from scorecard.intake.cells.problems import Problem
from scorecard.intake.long_form.long_csv import RawFigure
from scorecard.snapshots.observation import Observation
from scorecard.text import intake_words


def numbers_of(observation: Observation) -> tuple[Decimal, Decimal | None]:
    """What has to be the same where a key is given twice."""
    return observation.numerator, observation.denominator


def conflicts(group: Sequence[tuple[Observation, RawFigure]]) -> Iterator[Problem]:
    """One problem for each row of a key that has another value elsewhere: none of them is known to be the right one."""
    numbers, place = numbers_of(group[0][0]), group[0][1]
    other = next((figure for observation, figure in group if numbers_of(observation) != numbers), None)
    if other is not None:
        for observation, figure in group:
            yield _twice(figure, other if numbers_of(observation) == numbers else place)


def _twice(figure: RawFigure, place: RawFigure) -> Problem:
    column = "numerator" if figure.cells["numerator"] != place.cells["numerator"] else "denominator"
    cells = place.cells
    advice = intake_words.TWICE.format(
        other=cells[column],
        unit=cells["unit_id"],
        indicator=cells["indicator_id"],
        date=cells["as_of"],
        place=(intake_words.SHEET_LINE if place.sheet else intake_words.LINE).format(
            file=place.file, sheet=place.sheet, line=place.line
        ),
    )
    return figure.problem(column, advice)
