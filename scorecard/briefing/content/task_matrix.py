"""The matrix of one task: the task's light and every indicator's for each unit, as published; pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from scorecard.catalog import Indicator, Task, Unit
from scorecard.lights.figure_words import fraction_of, inside, limits_of, value_of
from scorecard.lights.matrix import compare
from scorecard.lights.matrix_view import Block, Column, Light, Matrix, Row, Share
from scorecard.lights.rows import GroupLight, IndicatorLight, TaskLight
from scorecard.lights.status import LEGEND, MISSING, NONE_ARISING, STALE
from scorecard.lights.unit_blocks import UnitBlock, row_name
from scorecard.text import briefing_words, interface_words, reason_words

SEPARATOR = " · "  # what stands after it is left out where a cell is too narrow
_MOST_TARGETS = 2


@dataclass(frozen=True)
class TaskRows:
    """The rows of one task: lights of units on it, their indicators' lights, and those of the group above them."""

    task: Task
    indicators: Sequence[Indicator]
    lights: Sequence[TaskLight]
    figures: Sequence[IndicatorLight]
    group_id: str
    group_rows: Sequence[GroupLight]
    uncertain_from: int

    @property
    def of_indicators(self) -> list[IndicatorLight | GroupLight]:
        """The rows of indicators, of units and of the group."""
        return [*self.figures, *(row for row in self.group_rows if row.indicator_id)]


def build_task_matrix(blocks: Sequence[UnitBlock], read: TaskRows) -> Matrix:
    """A column for the task, then one for each indicator, those that decide first; rows without any light are left out.

    The first row is the group's, where it has a light.
    """
    builder = _Builder(read)
    shown = [Block(block.title, tuple(builder.rows(block.units))) for block in blocks]
    top = builder.row(
        read.group_id, interface_words.AREA if len(blocks) and blocks[0].group_id else _group(read), group=True
    )
    above = (Block("", (top,)),) if top else ()
    rows = [row for block in shown for row in block.rows]
    columns = tuple(builder.column(place, rows) for place in range(len(builder.indicators) + 1))
    return Matrix("", columns, (*above, *(block for block in shown if block.rows)))


def say_targets(read: TaskRows) -> tuple[str, ...]:
    """What the task asks for, then for every indicator its thresholds with their basis, and whether it decides."""
    asked = (briefing_words.ASKED.format(summary=read.task.summary),) if read.task.summary else ()
    return (*asked, *(_targets(indicator, read) for indicator in _ordered(read)))


def _group(read: TaskRows) -> str:
    return interface_words.GROUP_NAMES.get(read.group_id, read.group_id)


def _ordered(read: TaskRows) -> list[Indicator]:
    known = {row.indicator_id for row in read.of_indicators}
    return sorted((item for item in read.indicators if item.indicator_id in known), key=lambda item: not item.core)


def _targets(indicator: Indicator, read: TaskRows) -> str:
    rows = [row for row in read.of_indicators if row.indicator_id == indicator.indicator_id]
    targets = Counter((row.green, row.amber, row.legal_basis, row.evidence) for row in rows if row.green is not None)
    said = [_target(indicator, *target) for target, _ in targets.most_common(_MOST_TARGETS)]
    if len(targets) > _MOST_TARGETS:
        said.append(briefing_words.MORE_TARGETS.format(count=len(targets) - _MOST_TARGETS))
    role = briefing_words.DECIDES if indicator.core else briefing_words.FOLLOWED
    return briefing_words.TARGETS.format(
        code=indicator.indicator_id, name=indicator.name, role=role, targets="; ".join(said) or briefing_words.NO_TARGET
    )


def _target(
    indicator: Indicator, green: Decimal | None, amber: Decimal | None, basis: str | None, evidence: str | None
) -> str:
    limits = inside(limits_of(green, amber, indicator))
    basis, evidence = basis or "", evidence or ""
    kind = reason_words.EVIDENCE.get(evidence, evidence)
    return briefing_words.TARGET.format(limits=limits, basis=basis if kind in basis else f"{basis} ({kind})")


class _Builder:
    """Finds the lights of a unit or the group by the column they belong to."""

    def __init__(self, read: TaskRows) -> None:
        self._read = read
        self.indicators = _ordered(read)
        self._lights: dict[str, TaskLight | GroupLight] = {row.unit_id: row for row in read.lights}
        self._lights |= {row.group_id: row for row in read.group_rows if row.indicator_id is None}
        self._figures = {
            (row.group_id if isinstance(row, GroupLight) else row.unit_id, row.indicator_id): row
            for row in read.of_indicators
        }

    def rows(self, units: Sequence[Unit]) -> Iterator[Row]:
        for unit in units:
            row = self.row(unit.unit_id, row_name(unit))
            if row:
                yield row

    def row(self, owner: str, name: str, *, group: bool = False) -> Row | None:
        own = self._lights.get(owner)
        figures = [self._figures.get((owner, item.indicator_id)) for item in self.indicators]
        if not own and not any(figures):
            return None
        lights = (self._task_light(own), *map(self._figure_light, figures, self.indicators))
        return Row(name, lights, group=group, owner=owner)

    def column(self, place: int, rows: Sequence[Row]) -> Column:
        statuses = [light.status for row in rows if (light := row.lights[place])]
        counts = Counter(MISSING if status == STALE else status for status in statuses)
        shares = tuple(Share(status, counts[status]) for status in LEGEND if counts[status])
        number = self._read.task.task_no
        if place == 0:
            return Column(number, briefing_words.TASK_LIGHT, True, "", shares)
        indicator = self.indicators[place - 1]
        title = indicator.name if indicator.core else briefing_words.FOLLOWED_HEAD.format(name=indicator.name)
        return Column(number, title, True, "", shares, code=indicator.indicator_id)

    def _task_light(self, row: TaskLight | GroupLight | None) -> Light | None:
        if row is None:
            return None
        weeks = row.weeks_in_status
        said = (briefing_words.WEEKS if weeks < self._read.uncertain_from else briefing_words.WEEKS_LEAST).format(
            weeks=weeks
        )
        return Light(row.status, "", "", "", compare(row.previous_status, row.status), said)

    def _figure_light(self, row: IndicatorLight | GroupLight | None, indicator: Indicator) -> Light | None:
        if row is None:
            return None
        known = row.numerator is not None and row.status != NONE_ARISING
        parts = (value_of(row, indicator), fraction_of(row, indicator)) if known else ()
        text = SEPARATOR.join(part for part in parts if part)
        return Light(row.status, "", "", "", text=text, small_n=bool(row.small_n))
