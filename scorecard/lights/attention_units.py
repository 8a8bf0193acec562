"""The sentences about single units: most reds, lights fallen, standing longest, missing."""

from __future__ import annotations

from collections.abc import Sequence

from scorecard.address.address import Address
from scorecard.lights.attention_figures import Figures
from scorecard.lights.attention_lights import ShownLights, by_unit_of, foremost, tasks_of
from scorecard.lights.gap_to_green import Lack
from scorecard.lights.matrix_view import Call
from scorecard.lights.rows import TaskLight
from scorecard.lights.status import GREEN
from scorecard.text import attention_words


class UnitCalls:
    """Of lights red and missing that few units share. Units that stand alike in all are told as so many."""

    def __init__(
        self,
        shown: ShownLights,
        figures: Figures,
        address: Address,
        reds: Sequence[TaskLight],
        missing: Sequence[TaskLight],
    ) -> None:
        self._shown, self._figures, self._address = shown, figures, address
        self._reds, self._missing = by_unit_of(reds), by_unit_of(missing)
        self._most = foremost(self._reds, lambda unit_id: self._weight(self._reds[unit_id])) if reds else []

    def _weight(self, rows: Sequence[TaskLight]) -> tuple[int, int, Lack]:
        return len(rows), _weeks_of(rows), max(map(self._figures.lack_of, rows))

    def _standing(self, row: TaskLight) -> tuple[int, Lack]:
        return row.weeks_in_status, self._figures.lack_of(row)

    def worst(self) -> Call | None:
        """The unit with most reds; of several that which stands longer, then that which lacks more."""
        if not self._most:
            return None
        unit_id = self._most[0]
        rows = self._reds[unit_id]
        longest = foremost(rows, self._standing)[0]
        single = attention_words.UNIT_REDS if len(rows) > 1 else attention_words.UNIT_RED
        pattern = attention_words.UNIT_EACH if len(self._most) > 1 else single
        weeks = self._shown.weeks_said(longest.weeks_in_status)
        return Call(
            lead=attention_words.UNIT_LEAD.format(unit=self._shown.names_of(self._most)),
            headline=pattern.format(count=len(rows), tasks=tasks_of(rows), weeks=weeks),
            detail=self._figure(longest, unit=len(self._most) > 1, task=len(rows) > 1),
            href=self._address.unit_link(unit_id),
        )

    def fallen(self) -> Call | None:
        """Lights that fell by two steps, from green to red; those that lack most first."""
        rows = [row for reds in self._reds.values() for row in reds if row.previous_status is GREEN]
        if not rows:
            return None
        rows.sort(key=self._figures.lack_of, reverse=True)
        first = rows[0]
        href = self._address.reason_link(first.unit_id, first.task_no)
        if len(rows) == 1:
            lead = attention_words.UNIT_LEAD.format(unit=self._shown.name_of(first.unit_id))
            headline = attention_words.FALLEN_ONE.format(task=first.task_no)
            return Call(lead, headline, self._figure(first), href)
        lead = attention_words.FALLEN_LEAD.format(count=len(rows))
        return Call(lead, self._shown.listed(by_unit_of(rows)) + ".", self._figure(first, unit=True), href)

    def standing(self) -> Call | None:
        """The light that is red for longest, of another unit than those with most reds; of several the widest lack."""
        others = [row for unit_id, rows in self._reds.items() for row in rows if unit_id not in self._most]
        rows = [row for row in others if row.weeks_in_status > 1]
        if not rows:
            return None
        longest = foremost(rows, self._standing)
        row, units = longest[0], list(by_unit_of(longest))
        pattern = attention_words.STANDING_EACH if len(units) > 1 else attention_words.STANDING
        tasks = tasks_of(longest)
        return Call(
            lead=attention_words.UNIT_LEAD.format(unit=self._shown.names_of(units)),
            headline=pattern.format(task=tasks, weeks=self._shown.weeks_said(row.weeks_in_status)),
            detail=self._figure(row, unit=len(units) > 1, task=len(longest) > 1),
            href=self._address.reason_link(row.unit_id, row.task_no),
        )

    def missing(self) -> Call | None:
        """What is missing, and since when."""
        if not self._missing:
            return None
        place, rows = self._shown.place, self._missing
        ordered = dict(sorted(rows.items(), key=lambda item: (-_weeks_of(item[1]), -len(item[1]), place[item[0]])))
        longest = foremost(ordered, lambda unit_id: _weeks_of(ordered[unit_id]))
        first = max(ordered[longest[0]], key=lambda row: row.weeks_in_status)
        weeks = self._shown.weeks_said(first.weeks_in_status)
        lights, unit = sum(map(len, rows.values())), self._shown.names_of(longest)
        return Call(
            lead=attention_words.MISSING_LEAD.format(count=len(rows)),
            headline=attention_words.MISSING.format(lights=lights, weeks=weeks, unit=unit),
            detail=self._shown.listed(ordered) + ".",
            href=self._address.reason_link(first.unit_id, first.task_no),
        )

    def _figure(self, row: TaskLight, *, unit: bool = False, task: bool = False) -> str:
        """The figure of a light; named where the sentence is about several."""
        figure = self._figures.of_light(row)
        if not figure or not (unit or task):
            return figure
        pattern = attention_words.OF_LIGHT if unit else attention_words.OF_TASK
        return pattern.format(unit=self._shown.name_of(row.unit_id), task=row.task_no, figure=figure)


def _weeks_of(rows: Sequence[TaskLight]) -> int:
    return max(row.weeks_in_status for row in rows)
