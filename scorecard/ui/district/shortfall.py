"""Who makes up what an area lacks to green: the fewest units that together make most of it. Pure."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from scorecard.address.address import Address
from scorecard.catalog import Indicator, Unit
from scorecard.format import number
from scorecard.lights.needed_to_green import each_text
from scorecard.lights.rows import Shortfall
from scorecard.lights.status import NO_RULE, NONE_ARISING, Status
from scorecard.lights.unit_blocks import row_name
from scorecard.text import district_page

_MOST = Fraction(7, 10)  # "most of it" in the sentence: the fewest units that reach this share


@dataclass(frozen=True)
class Part:
    """One unit of the shortfall, in words, with the address of its reason."""

    text: str
    href: str


@dataclass(frozen=True)
class ShortfallSaid:
    """The sentence, the units in it with what their numbers count, and what it is counted from."""

    headline: str
    parts: tuple[Part, ...]
    note: str
    each: str = ""


def main_part(lacking: Mapping[str, Fraction]) -> tuple[list[str], Fraction]:
    """The fewest units that make up most of the whole, largest first, and their exact share; none where all is 0."""
    total = sum(lacking.values(), Fraction(0))
    taken: list[str] = []
    sum_taken = Fraction(0)
    for unit_id in sorted(lacking, key=lambda key: (-lacking[key], key)):
        if sum_taken >= _MOST * total:
            break
        taken.append(unit_id)
        sum_taken += lacking[unit_id]
    return taken, sum_taken / total if total else Fraction(0)


def build_shortfall(
    indicator: Indicator,
    rows: Sequence[Shortfall],
    units: Mapping[str, Unit],
    address: Address,
    statuses: Collection[Status],
) -> ShortfallSaid:
    """The shortfall of one ratio over the units of an area, from the rows of `shortfalls.sql`.

    `statuses` are the units' own: without any row they say why there is none.
    """
    if not rows:
        return ShortfallSaid("", (), _nobody_judged(statuses).format(indicator=indicator.name))
    lacking = {row.unit_id: Fraction(row.shortfall) for row in rows}
    taken, share = main_part(lacking)
    if not taken:
        return ShortfallSaid("", (), district_page.NOTHING_LACKS.format(indicator=indicator.name))
    parts = tuple(
        Part(
            district_page.LACKS.format(name=row_name(units[unit_id]), count=number(math.ceil(lacking[unit_id]))),
            address.reason_link(unit_id, indicator.task_no),
        )
        for unit_id in taken
    )
    note = district_page.OF_ALL.format(
        indicator=indicator.name,
        total=number(sum(map(math.ceil, lacking.values()))),  # each of them has to bring whole ones
        count=sum(value > 0 for value in lacking.values()),
    )
    each = each_text(indicator)
    headline = _headline(indicator, [units[unit_id] for unit_id in taken], share)
    return ShortfallSaid(headline, parts, note, f"{each[:1].upper()}{each[1:]}:")


def _nobody_judged(statuses: Collection[Status]) -> str:
    if NO_RULE in statuses:
        return district_page.NO_THRESHOLD
    return district_page.NOTHING_AROSE if set(statuses) == {NONE_ARISING} else district_page.NO_FIGURES


def _headline(indicator: Indicator, taken: Sequence[Unit], share: Fraction) -> str:
    higher = indicator.direction == "higher"
    if len(taken) == 1:
        pattern = district_page.SHORTFALL_ONE if higher else district_page.EXCESS_ONE
    elif all(unit.name.startswith(district_page.COMMUNE) for unit in taken):
        pattern = district_page.SHORTFALL_COMMUNES if higher else district_page.EXCESS_COMMUNES
    elif all(unit.level == "commune" for unit in taken):
        pattern = district_page.SHORTFALL_MIXED if higher else district_page.EXCESS_MIXED
    else:
        pattern = district_page.SHORTFALL_UNITS if higher else district_page.EXCESS_UNITS
    # Cut, not rounded: "100 %" is said only of the whole.
    return pattern.format(count=len(taken), share=math.floor(share * 100), name=row_name(taken[0]))
