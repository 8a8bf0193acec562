"""The units of a level in order of their value on one indicator, worst first, each as a bullet mark."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from scorecard.address.address import MOST_CHOSEN, Address
from scorecard.address.queries import TaskQuery
from scorecard.catalog import Indicator, Unit
from scorecard.lights.figure_words import fraction_of, value_of
from scorecard.lights.figure_years import year_said
from scorecard.lights.rows import Figure, Judged, Limits, OfIndicator
from scorecard.lights.status import COLOURED, KNOWN, NONE_ARISING, UNKNOWN, Status
from scorecard.lights.task_view import Bullet, RankBlock, Zone
from scorecard.lights.unit_blocks import UnitBlock, row_name
from scorecard.text import general_words, task_page


class Ranking:
    """Places units by their exact values; rows are those of one indicator, keyed by unit.

    Of those in `before` only what had a colour then, or a figure without a threshold, is drawn and sets the scale.
    `names` are what the units are called, where not as in a row of the matrix; `gaps` are names with the weeks without
    a current figure, for the units that have none.
    """

    def __init__(
        self,
        address: Address,
        indicator: Indicator,
        rows: Mapping[str, OfIndicator],
        before: Mapping[str, Judged],
        gaps: Mapping[str, str] | None = None,
        names: Mapping[str, str] | None = None,
        day: dt.date | None = None,
    ) -> None:
        self._address = address
        self._indicator = indicator
        self._rows = rows
        self._before = {unit_id: row for unit_id, row in before.items() if row.status in KNOWN}
        self._gaps = gaps or {}
        self._names = names or {}
        self._day = day
        drawn: tuple[Judged, ...] = (*rows.values(), *self._before.values())
        values = [exact for row in drawn if (exact := value_in(row, indicator)) is not None]
        limits = [Fraction(row.green) for row in rows.values() if row.green is not None]
        whole = indicator.measure.whole
        self._full = max([*values, *limits, Fraction(1)]) if whole is None else Fraction(whole)

    def build(self, blocks: Sequence[UnitBlock]) -> tuple[RankBlock, ...]:
        """A block for every block of units in which anybody has to report the indicator."""
        built = (self._block(block) for block in blocks)
        return tuple(block for block in built if block.bullets or block.without)

    def _block(self, block: UnitBlock) -> RankBlock:
        placed = [(unit, self._rows[unit.unit_id]) for unit in block.units if unit.unit_id in self._rows]
        ranked = [(unit, row) for unit, row in placed if row.status in KNOWN]
        sign = 1 if self._indicator.direction == "higher" else -1
        exact = {unit.unit_id: sign * (value_in(row, self._indicator) or Fraction(0)) for unit, row in ranked}
        ranked.sort(key=lambda pair: exact[pair[0].unit_id])
        ordered = [exact[unit.unit_id] for unit, _ in ranked]
        bullets = []
        for unit, row in ranked:
            value = exact[unit.unit_id]
            rank = f"{ordered.index(value) + 1}{'=' if ordered.count(value) > 1 else ''}"
            bullets.append(self._bullet(rank, unit, row))
        return RankBlock(block.title, tuple(bullets), tuple(_without(placed, {**self._names, **self._gaps})))

    def _bullet(self, rank: str, unit: Unit, row: OfIndicator) -> Bullet:
        chosen, toggle = self._toggle(unit.unit_id)
        name = self._names.get(unit.unit_id, row_name(unit))
        label = task_page.TREND_REMOVE if chosen else task_page.TREND_TOGGLE if toggle else task_page.TREND_FULL
        earlier = self._before.get(unit.unit_id)
        return Bullet(
            rank=rank,
            name=name,
            href=self._address.reason_link(unit.unit_id, self._indicator.task_no),
            toggle=toggle,
            toggle_label=label.format(unit=name),
            chosen=chosen,
            status=row.status,
            status_name=general_words.STATUS[row.status],
            value=value_of(row, self._indicator),
            fraction=" · ".join(filter(None, (fraction_of(row, self._indicator), self._year(row)))),
            small_n=row.small_n,
            width=self._place(value_in(row, self._indicator)) or 0.0,
            zones=self._zones(row),
            mark=self._place(None if row.green is None else Fraction(row.green)),
            before=self._place(value_in(earlier, self._indicator)) if earlier else None,
        )

    def _year(self, row: OfIndicator) -> str:
        return year_said(row.as_of, self._indicator, self._day) if self._day else ""

    def _toggle(self, unit_id: str) -> tuple[bool, str]:
        """Whether the unit is in the chart, and the address that takes it out or puts it in; none where it is full."""
        shown = self._address.of(TaskQuery).chosen
        if unit_id in shown:
            return True, self._address.link(chosen=tuple(one for one in shown if one != unit_id))
        return False, "" if len(shown) >= MOST_CHOSEN else self._address.link(chosen=(*shown, unit_id))

    def _zones(self, row: Limits) -> tuple[Zone, ...]:
        if row.green is None or row.amber is None:
            return ()
        first, second = sorted(self._place(Fraction(limit)) or 0.0 for limit in (row.amber, row.green))
        bounds = (0.0, first, second, 100.0)
        return tuple(
            Zone(status, start, round(end - start, 2))
            for status, start, end in zip(zones_of(self._indicator), bounds[:-1], bounds[1:], strict=True)
        )

    def _place(self, value: Fraction | None) -> float | None:
        if value is None:
            return None
        return round(min(max(float(100 * value / self._full), 0.0), 100.0), 2)


def value_in(row: Figure, indicator: Indicator) -> Fraction | None:
    """The exact value of a row: percent for a ratio; None where there is none."""
    if row.numerator is None:
        return None
    if not indicator.measure.divides:
        return Fraction(row.numerator)
    return 100 * Fraction(row.numerator) / Fraction(row.denominator) if row.denominator else None


def zones_of(indicator: Indicator) -> tuple[Status, ...]:
    """The colours between the thresholds, from the lowest value to the highest."""
    return COLOURED if indicator.direction == "higher" else COLOURED[::-1]


def _without(placed: Iterable[tuple[Unit, Judged]], called: Mapping[str, str]) -> Iterable[str]:
    """Those that have no place in the order, by what keeps them from one."""
    names: dict[Status, list[str]] = {}
    for unit, row in placed:
        if row.status not in KNOWN:
            names.setdefault(row.status, []).append(called.get(unit.unit_id, row_name(unit)))
    for status in (*UNKNOWN, NONE_ARISING):
        if status in names:
            name = general_words.STATUS[status]
            yield task_page.WITHOUT.format(status=name[:1].upper() + name[1:], units=", ".join(names[status]))
