"""What is allowed but seldom right: a figure held against the one known before, a district against its communes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal

from scorecard.catalog import Indicator, Unit
from scorecard.format import date_vi, number
from scorecard.snapshots.observation import Observation
from scorecard.text import doubt_words

JUMP_POINTS = 20
_TIMES = 10


def doubts_of(seen: Observation, known: Observation, indicator: Indicator) -> Iterator[tuple[str, str]]:
    """The column and the advice of every doubt about a figure, seen beside the one known before."""
    if known.as_of > seen.as_of:
        yield "as_of", doubt_words.OLDER.format(known=date_vi(known.as_of))
        return
    if not of_one_count(seen, known, indicator):
        return
    cumulative = indicator.period == "year_to_date"
    if cumulative and seen.numerator < known.numerator:
        yield "numerator", doubt_words.FALLS.format(known=number(known.numerator), day=date_vi(known.as_of))
    if seen.denominator is None or known.denominator is None:
        if _tenfold(seen.numerator, known.numerator):
            yield "numerator", doubt_words.TENFOLD.format(known=number(known.numerator), day=date_vi(known.as_of))
        return
    if cumulative and seen.denominator < known.denominator:
        yield "denominator", doubt_words.FALLS.format(known=number(known.denominator), day=date_vi(known.as_of))
    if 0 < seen.denominator * 2 <= known.denominator:
        yield "denominator", doubt_words.HALVES.format(known=number(known.denominator), day=date_vi(known.as_of))
    elif _tenfold(seen.denominator, known.denominator):
        yield "denominator", doubt_words.TENFOLD.format(known=number(known.denominator), day=date_vi(known.as_of))
    if far_apart(seen, known, indicator):
        yield "numerator", doubt_words.JUMPS.format(points=JUMP_POINTS, day=date_vi(known.as_of))


def _tenfold(now: Decimal, before: Decimal) -> bool:
    least, most = sorted((now, before))
    return least > 0 and most >= _TIMES * least


def of_one_count(seen: Observation, known: Observation, indicator: Indicator) -> bool:
    """Whether two figures can be held against each other: what is counted from 1 January begins anew every year."""
    return indicator.period != "year_to_date" or seen.as_of.year == known.as_of.year


def far_apart(seen: Observation, known: Observation, indicator: Indicator) -> bool:
    """Whether two rates of one count differ by more than JUMP_POINTS; compared without dividing, so exactly.

    False where one of them is no ratio or has nothing below, and of yearly counters across New Year.
    """
    if not of_one_count(seen, known, indicator):
        return False
    below, before = seen.denominator, known.denominator
    if not below or not before:
        return False
    return 100 * abs(seen.numerator * before - known.numerator * below) > JUMP_POINTS * below * before


def counted_twice(observations: Iterable[Observation], units: Iterable[Unit]) -> set[tuple[str, str]]:
    """Keys of district figures that equal the sum of two or more communes' in the same files and are not 0."""
    parents = {unit.unit_id: unit.parent_id for unit in units if unit.level == "commune"}
    newest = {item.key: item for item in sorted(observations, key=lambda item: item.as_of)}
    below: dict[tuple[str, str], list[Observation]] = defaultdict(list)
    for (unit_id, indicator_id), item in newest.items():
        if parent := parents.get(unit_id):
            below[parent, indicator_id].append(item)
    return {
        key
        for key, items in below.items()
        if len(items) > 1 and key in newest and newest[key].numerator and _numbers([newest[key]]) == _numbers(items)
    }


def _numbers(items: list[Observation]) -> tuple[Decimal, Decimal]:
    zero = Decimal(0)
    return sum((item.numerator for item in items), zero), sum((item.denominator or zero for item in items), zero)
