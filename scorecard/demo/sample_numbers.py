"""Invented numbers of one unit for the columns of an export, so that every figure made of them can be."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Sequence

from scorecard.catalog import MappedColumn

Heading = tuple[str, ...]
Numbers = dict[Heading, int]


def build_numbers(dice: random.Random, mapping: Sequence[MappedColumn]) -> Numbers:
    """A whole number for every heading that feeds an indicator; no numerator is larger than its denominator.

    The first denominator is the unit's size, another one about half of it; what is a numerator too, nearly the size;
    other parts of a sum are small; what is only a numerator is a share of its denominator.
    """
    size = dice.randint(200, 1500)
    above, below = _terms(mapping, "numerator"), _terms(mapping, "denominator")
    shared = {heading for headings in above.values() for heading in headings} & {
        heading for headings in below.values() for heading in headings
    }
    numbers: Numbers = {}
    for headings in below.values():
        for heading in headings:
            if heading in shared:
                low, high = 0.75, 0.9
            elif len(headings) > 1:
                low, high = 0.0, 0.03
            else:
                low, high = (0.4, 0.7) if numbers else (1.0, 1.0)
            numbers.setdefault(heading, round(size * dice.uniform(low, high)))
    for indicator_id, headings in above.items():
        whole = sum(numbers[heading] for heading in below[indicator_id]) if indicator_id in below else 20
        for heading in headings:
            numbers.setdefault(heading, int(whole * dice.uniform(0.6, 1.0) / len(headings)))
    return numbers


def _terms(mapping: Sequence[MappedColumn], part: str) -> dict[str, list[Heading]]:
    terms: dict[str, list[Heading]] = defaultdict(list)
    for row in mapping:
        if row.part == part and row.indicator_id:
            terms[row.indicator_id].append(row.path)
    return dict(terms)
