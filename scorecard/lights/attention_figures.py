"""The figures beside the sentences of "what needs a decision": of a group, of a light, of those furthest behind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from scorecard.catalog import Catalog, Indicator, Unit
from scorecard.format import date_vi
from scorecard.lights.figure_words import rate_of, threshold_of, value_of
from scorecard.lights.ranking import value_in
from scorecard.lights.rows import GroupLight, OfIndicator, OfUnit, TaskLight
from scorecard.lights.status import COLOURED, MISSING, RED, STALE
from scorecard.lights.timeliness import find_timeliness
from scorecard.lights.unit_blocks import row_name
from scorecard.text import attention_words, general_words

_SLOWEST = 2


class Figures:
    """Finds and prints figures of one week; `units` in the catalogue's order, which settles ties."""

    def __init__(self, catalog: Catalog, rows: Sequence[OfUnit], units: Mapping[str, Unit]) -> None:
        self._done = {pair.in_time: pair.done for pair in catalog.pairs}
        self._indicators: dict[str | None, Indicator] = {item.indicator_id: item for item in catalog.indicators}
        self._rows = [row for row in rows if row.unit_id in units]
        self._units = units
        self._place = {unit_id: place for place, unit_id in enumerate(units)}

    def of_light(self, light: TaskLight) -> str:
        """The first figure that decided a unit's light, against its target; empty where there is none."""
        for row in self._rows:
            if row.unit_id == light.unit_id and row.indicator_id == light.decided_by[0]:
                return attention_words.FIGURE.format(figure=self._against_target(row) + self._done_at_all(row))
        return ""

    def _done_at_all(self, row: OfUnit) -> str:
        """Beside a figure of what was done in time, what was done at all; empty where that is not known."""
        key = row.unit_id, self._done.get(row.indicator_id)
        other = next((one for one in self._rows if (one.unit_id, one.indicator_id) == key), None)
        pair = find_timeliness(row, other) if other else None
        if other is None or pair is None:
            return ""
        # It stands beside the target of the one, and elsewhere beside the light of the other, if that is a ratio too.
        beside = (row, other) if other.denominator is not None else (row,)
        limits = [limit for one in beside for limit in (one.green, one.amber)]
        return attention_words.DONE_AT_ALL.format(rate=rate_of(pair.done, pair.due, limits))

    def of_group(self, rows: Sequence[GroupLight], name: str) -> str:
        """The figure that decided a group's light, against its target; `rows` are the group's on one task."""
        own = next((row for row in rows if row.indicator_id is None), None)
        if own is None:
            return ""
        if own.status is MISSING:
            return attention_words.GROUP_MISSING.format(group=name)
        row = next(row for row in rows if row.indicator_id and row.status == own.status)
        return attention_words.GROUP_FIGURE.format(group=name, figure=self._against_target(row))

    def slowest(self, task_no: int) -> str:
        """The units furthest behind on the ratio of a task that most of them are red in."""
        rows = [row for row in self._rows if row.task_no == task_no and row.status is RED and row.denominator]
        if not rows:
            return ""
        counts = Counter(row.indicator_id for row in rows)
        indicator = self._indicators[min(counts, key=lambda key: (-counts[key], key))]
        sign = 1 if indicator.direction == "higher" else -1
        rows = [row for row in rows if row.indicator_id == indicator.indicator_id]
        rows.sort(key=lambda row: (sign * (value_in(row, indicator) or 0), self._place[row.unit_id]))
        named = [
            attention_words.SLOWEST_UNIT.format(unit=row_name(self._units[row.unit_id]), value=value_of(row, indicator))
            for row in rows[:_SLOWEST]
        ]
        return attention_words.SLOWEST.format(units=" · ".join(named))

    def _against_target(self, row: OfIndicator) -> str:
        indicator = self._indicators[row.indicator_id]
        if row.numerator is None:
            return attention_words.NO_FIGURE.format(name=indicator.name, status=general_words.STATUS[row.status])
        against = threshold_of(row, indicator) if row.status in COLOURED else general_words.STATUS[row.status]
        if row.status is STALE:  # too old to be held against anything
            against = attention_words.TOO_OLD.format(date=date_vi(row.as_of))
        return attention_words.VALUE.format(name=indicator.name, value=value_of(row, indicator), against=against)
