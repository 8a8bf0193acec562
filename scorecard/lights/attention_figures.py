"""The figures beside the sentences of "what needs a decision": of one indicator, and of whom they name."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from itertools import groupby

from scorecard.catalog import Catalog, Indicator, Unit
from scorecard.format import date_vi
from scorecard.lights.attention_lights import tied
from scorecard.lights.figure_words import rate_of, threshold_of, value_of
from scorecard.lights.figure_years import year_said
from scorecard.lights.gap_to_green import Lack, lack_of
from scorecard.lights.rows import GroupLight, OfIndicator, OfUnit, TaskLight
from scorecard.lights.status import COLOURED, KNOWN, MISSING, RED, STALE
from scorecard.lights.timeliness import find_timeliness
from scorecard.lights.unit_blocks import row_name
from scorecard.text import attention_words, general_words

_SLOWEST = 2


class Figures:
    """Finds and prints figures of one week; of several that would do, that which lacks most to green."""

    def __init__(
        self, catalog: Catalog, rows: Sequence[OfUnit], units: Mapping[str, Unit], day: dt.date | None = None
    ) -> None:
        self._day = day
        self._done = {pair.in_time: pair.done for pair in catalog.pairs}
        self._indicators: dict[str | None, Indicator] = {item.indicator_id: item for item in catalog.indicators}
        self._rows = {(row.unit_id, row.indicator_id): row for row in rows if row.unit_id in units}
        self._reds: dict[int, dict[str, list[OfUnit]]] = {}
        self._units = units
        place = {unit_id: place for place, unit_id in enumerate(units)}
        for row in sorted(self._rows.values(), key=lambda row: place[row.unit_id]):
            if row.status is RED:
                self._reds.setdefault(row.task_no, {}).setdefault(row.indicator_id, []).append(row)

    def of_light(self, light: TaskLight) -> str:
        """The figure that decided a unit's light, against its target; empty where there is none."""
        row = self._deciding(light)
        return attention_words.FIGURE.format(figure=self._against_target(row) + self._done_at_all(row)) if row else ""

    def lack_of(self, light: TaskLight) -> Lack:
        """How much that figure lacks to green; nothing where there is none."""
        row = self._deciding(light)
        return self._lack(row) if row else Lack()

    def of_group(self, task_no: int, group: Sequence[GroupLight], name: str) -> str:
        """The group's figure on the indicator that most units are red in, against its target."""
        indicator, row = self._quoted(task_no, group)
        if indicator is None:
            return ""
        if row is None:
            alike = {red.green for red in self._reds[task_no][indicator.indicator_id]}
            first = self._reds[task_no][indicator.indicator_id][0]
            pattern = attention_words.NOT_SUMMED if len(alike) == 1 else attention_words.NAMED
            return pattern.format(name=indicator.name, against=threshold_of(first, indicator))
        if row.status is MISSING:
            return attention_words.GROUP_MISSING.format(group=name, name=indicator.name)
        return attention_words.GROUP_FIGURE.format(group=name, figure=self._against_target(row))

    def slowest(self, task_no: int, group: Sequence[GroupLight]) -> str:
        """Those furthest behind on the same indicator; their own threshold where it is not the group's."""
        indicator, row = self._quoted(task_no, group)
        if indicator is None:
            return ""
        reds = sorted(self._reds[task_no][indicator.indicator_id], key=self._lack, reverse=True)
        said = {row.green if row.status in COLOURED else None} if row else {red.green for red in reds}
        alike = [list(rows) for _, rows in groupby(reds, key=lambda red: (self._lack(red), red.green))]
        named = [self._named(rows, indicator, own=said != {rows[0].green}) for rows in alike[:_SLOWEST]]
        asked = [one.status in KNOWN for one in self._rows.values() if one.indicator_id == indicator.indicator_id]
        every = row is None or row.members == len(asked)
        pattern = attention_words.SLOWEST if every else attention_words.SLOWEST_AMONG
        return pattern.format(units=" · ".join(named), count=sum(asked))

    def _named(self, rows: Sequence[OfUnit], indicator: Indicator, *, own: bool) -> str:
        first = rows[0]
        pattern = attention_words.SLOWEST_AGAINST if own else attention_words.SLOWEST_UNIT
        unit = tied(row_name(self._units[first.unit_id]), len(rows))
        value, against = value_of(first, indicator), threshold_of(first, indicator)
        return pattern.format(unit=unit, value=value, against=against)

    def _quoted(self, task_no: int, group: Sequence[GroupLight]) -> tuple[Indicator | None, GroupLight | None]:
        """The indicator most units are red in, and the group's row of it; none where nobody is."""
        reds = self._reds.get(task_no)
        if not reds:
            return None, None
        summed = {row.indicator_id: row for row in group}
        # Of two that as many are red in that which has a sum; the order of the catalogue only where nothing else tells.
        found = max(sorted(reds), key=lambda key: (len(reds[key]), key in summed, max(map(self._lack, reds[key]))))
        return self._indicators[found], summed.get(found)

    def _deciding(self, light: TaskLight) -> OfUnit | None:
        """Of several a ratio before a count: beside a threshold of 0 any count lacks all."""
        keys = ((light.unit_id, indicator_id) for indicator_id in light.decided_by)
        found = (self._rows[key] for key in keys if key in self._rows)
        return max(
            found, key=lambda row: (self._indicators[row.indicator_id].measure.divides, self._lack(row)), default=None
        )

    def _lack(self, row: OfUnit) -> Lack:
        return lack_of(row, self._indicators[row.indicator_id])

    def _done_at_all(self, row: OfUnit) -> str:
        """Beside a figure of what was done in time, what was done at all; empty where that is not known."""
        other = self._rows.get((row.unit_id, self._done.get(row.indicator_id, "")))
        pair = find_timeliness(row, other) if other else None
        if other is None or pair is None:
            return ""
        # It stands beside the target of the one, and elsewhere beside the light of the other, if that is a ratio too.
        beside = (row, other) if other.denominator is not None else (row,)
        limits = [limit for one in beside for limit in (one.green, one.amber)]
        return attention_words.DONE_AT_ALL.format(rate=rate_of(pair.done, pair.due, limits))

    def _against_target(self, row: OfIndicator) -> str:
        indicator = self._indicators[row.indicator_id]
        if row.numerator is None:
            return attention_words.NO_FIGURE.format(name=indicator.name, status=general_words.STATUS[row.status])
        against = threshold_of(row, indicator) if row.status in COLOURED else general_words.STATUS[row.status]
        if row.status is STALE:  # too old to be held against anything
            against = attention_words.TOO_OLD.format(date=date_vi(row.as_of))
        year = year_said(row.as_of, indicator, self._day) if self._day else ""
        against = "; ".join(filter(None, (against, year)))
        return attention_words.VALUE.format(name=indicator.name, value=value_of(row, indicator), against=against)
