"""The units of a level in order of their value on one indicator, worst first, each as a bullet mark."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Any

from scorecard.address.address import MOST_CHOSEN, Address
from scorecard.catalog import Indicator, Unit
from scorecard.lights.figure_words import fraction_of, value_of
from scorecard.lights.task_view import Bullet, RankBlock, Zone
from scorecard.lights.unit_blocks import UnitBlock, row_name
from scorecard.text import interface_words, task_page

Row = Mapping[str, Any]
_COLOURED = ("red", "amber", "green", "no_rule")


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
        rows: Mapping[str, Row],
        before: Mapping[str, Row],
        gaps: Mapping[str, str] | None = None,
        names: Mapping[str, str] | None = None,
    ) -> None:
        self._address = address
        self._indicator = indicator
        self._rows = rows
        self._before = {unit_id: row for unit_id, row in before.items() if row["status"] in _COLOURED}
        self._gaps = gaps or {}
        self._names = names or {}
        drawn = (*rows.values(), *self._before.values())
        values = [exact for row in drawn if (exact := value_in(row, indicator)) is not None]
        limits = [Fraction(row["green"]) for row in rows.values() if row["green"] is not None]
        self._full = Fraction(100) if indicator.measure == "ratio" else max([*values, *limits, Fraction(1)])

    def build(self, blocks: Sequence[UnitBlock]) -> tuple[RankBlock, ...]:
        """A block for every block of units in which anybody has to report the indicator."""
        built = (self._block(block) for block in blocks)
        return tuple(block for block in built if block.bullets or block.without)

    def _block(self, block: UnitBlock) -> RankBlock:
        placed = [(unit, self._rows[unit.unit_id]) for unit in block.units if unit.unit_id in self._rows]
        ranked = [(unit, row) for unit, row in placed if row["status"] in _COLOURED]
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

    def _bullet(self, rank: str, unit: Unit, row: Row) -> Bullet:
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
            status=row["status"],
            status_name=interface_words.LIGHT[row["status"]],
            value=value_of(row, self._indicator),
            fraction=fraction_of(row, self._indicator),
            small_n=row["small_n"],
            width=self._place(value_in(row, self._indicator)) or 0.0,
            zones=self._zones(row),
            mark=self._place(None if row["green"] is None else Fraction(row["green"])),
            before=self._place(value_in(earlier, self._indicator)) if earlier else None,
        )

    def _toggle(self, unit_id: str) -> tuple[bool, str]:
        """Whether the unit is in the chart, and the address that takes it out or puts it in; none where it is full."""
        shown = self._address.chosen
        if unit_id in shown:
            return True, self._address.link(chosen=tuple(one for one in shown if one != unit_id))
        return False, "" if len(shown) >= MOST_CHOSEN else self._address.link(chosen=(*shown, unit_id))

    def _zones(self, row: Row) -> tuple[Zone, ...]:
        if row["green"] is None:
            return ()
        first, second = sorted(self._place(Fraction(row[name])) or 0.0 for name in ("amber", "green"))
        order = ("red", "amber", "green") if self._indicator.direction == "higher" else ("green", "amber", "red")
        bounds = (0.0, first, second, 100.0)
        return tuple(
            Zone(status, start, round(end - start, 2))
            for status, start, end in zip(order, bounds[:-1], bounds[1:], strict=True)
        )

    def _place(self, value: Fraction | None) -> float | None:
        if value is None:
            return None
        return round(min(max(float(100 * value / self._full), 0.0), 100.0), 2)


def value_in(row: Row, indicator: Indicator) -> Fraction | None:
    """The exact value of a row: percent for a ratio; None where there is none."""
    if row["numerator"] is None or (indicator.measure == "ratio" and not row["denominator"]):
        return None
    if indicator.measure != "ratio":
        return Fraction(row["numerator"])
    return 100 * Fraction(row["numerator"]) / Fraction(row["denominator"])


def _without(placed: Iterable[tuple[Unit, Row]], called: Mapping[str, str]) -> Iterable[str]:
    """Those that have no place in the order, by what keeps them from one."""
    names: dict[str, list[str]] = {}
    for unit, row in placed:
        if row["status"] not in _COLOURED:
            names.setdefault(row["status"], []).append(called.get(unit.unit_id, row_name(unit)))
    for status in ("missing", "stale", "none_arising"):
        if status in names:
            name = interface_words.LIGHT[status]
            yield task_page.WITHOUT.format(status=name[:1].upper() + name[1:], units=", ".join(names[status]))
