"""From rows of published lights to what the overview shows; pure, computes no colour."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from scorecard.address.address import OVERVIEW, Address
from scorecard.address.queries import DistrictQuery, TaskQuery, UnitQuery
from scorecard.catalog import Catalog, Indicator, Task, Unit
from scorecard.lights.figure_words import inside, value_of
from scorecard.lights.light_tip import light_tip
from scorecard.lights.matrix_view import Block, Column, Light, Matrix, Row, Share
from scorecard.lights.rows import GroupLight, OfIndicator, OfUnit, TaskLight
from scorecard.lights.status import AMBER, COLOURED, LEGEND, RED, WANTING, Status
from scorecard.lights.unit_blocks import UnitBlock, row_name
from scorecard.text import general_words, interface_words, revision_words
from scorecard.text.district_page import KINDS

_LEFT_OUT = Light("left_out", "", "", "")


@dataclass(frozen=True)
class WeekRows:
    """What was read for one week: task lights and figures of units, and the rows of a group that stands above them."""

    task_rows: Sequence[TaskLight]
    figure_rows: Sequence[OfUnit]
    group_rows: Sequence[GroupLight] = ()
    since: str = revision_words.SINCE_PREVIOUS  # the week the previous status is of, in words


class MatrixBuilder:
    """Puts the rows of one week into the cells of the matrix."""

    def __init__(self, catalog: Catalog, address: Address, read: WeekRows) -> None:
        self._address = address
        self._tasks = catalog.tasks
        self._since = read.since
        self._indicators: dict[str | None, Indicator] = {item.indicator_id: item for item in catalog.indicators}
        self._lights: dict[tuple[str, int], TaskLight | GroupLight] = {
            (row.unit_id, row.task_no): row for row in read.task_rows
        }
        self._figures: dict[tuple[str, int], list[OfIndicator]] = {}
        for figure in read.figure_rows:
            self._figures.setdefault((figure.unit_id, figure.task_no), []).append(figure)
        for row in read.group_rows:
            place = row.group_id, row.task_no
            if row.indicator_id is None:
                self._lights[place] = row
            else:
                self._figures.setdefault(place, []).append(row)

    def build(self, blocks: Sequence[UnitBlock], caption: str) -> Matrix:
        """The whole matrix; with `only` set, rows and lights that are neither red nor amber are left out."""
        shown = tuple(Block(block.title, self._rows(block)) for block in blocks)
        shown = tuple(block for block in shown if block.rows)
        empty = "" if shown else interface_words.ONLY_EMPTY
        units = [unit for block in blocks for unit in block.units]
        return Matrix(caption, tuple(self._column(task, units) for task in self._tasks), shown, empty)

    def _rows(self, block: UnitBlock) -> tuple[Row, ...]:
        rows = [self._unit_row(unit, own=block.group_id is not None) for unit in block.units]
        if block.group_id:
            rows.insert(0, self._group_row(block.group_id, block.units[0]))
        return tuple(row for row in rows if not self._address.query.only or row.red or row.amber)

    def _unit_row(self, unit: Unit, *, own: bool) -> Row:
        spoken = interface_words.OWN_OFFICE.format(name=inside(unit.name)) if own else row_name(unit)
        name = _own_office(unit) if own else spoken
        if unit.level == "district" and not own and self._address.page == OVERVIEW:
            href = self._address.link_to(DistrictQuery(district=unit.unit_id))
        else:
            href = self._address.link_to(UnitQuery(unit=unit.unit_id))
        return self._row(unit.unit_id, name, href=href, spoken=spoken)

    def _group_row(self, group_id: str, unit: Unit) -> Row:
        spoken = interface_words.GROUP_NAMES["area"].format(name=inside(unit.name))
        return self._row(group_id, interface_words.AREA, spoken=spoken, group=True)

    def _row(self, owner: str, name: str, *, spoken: str, href: str = "", group: bool = False) -> Row:
        lights = tuple(self.light(owner, spoken, task, group=group) for task in self._tasks)
        statuses = [light.status for light in lights if light]
        if self._address.query.only:
            lights = tuple(light if not light or light.status in WANTING else _LEFT_OUT for light in lights)
        return Row(name, lights, statuses.count(RED), statuses.count(AMBER), href, group, owner)

    def light(self, owner: str, name: str, task: Task, *, group: bool = False) -> Light | None:
        """The light of a unit or a group on a task; None is "not applicable"."""
        row = self._lights.get((owner, task.task_no))
        if row is None or not task.in_letter:
            return None
        before = row.previous_status
        change = compare(before, row.status)
        status = general_words.STATUS[row.status]
        label = f"{status}, {revision_words.CHANGE[change].format(week=self._since)}" if change else status
        figures = self._deciding(owner, row)
        return Light(
            status=row.status,
            label=label,
            tip=light_tip(name, task, (before if change else None, row.status), self._since, figures),
            href=self._address.reason_link(owner, task.task_no),
            change=change,
            text=value_of(*figures[0]) if group and figures else "",
            small_n=any(figure.small_n for figure, _ in figures),
        )

    def _deciding(self, owner: str, row: TaskLight | GroupLight) -> list[tuple[OfIndicator, Indicator]]:
        """The figures of the indicators that gave the task its status."""
        figures = self._figures.get((owner, row.task_no), [])
        if isinstance(row, TaskLight):
            found = [figure for figure in figures if figure.indicator_id in row.decided_by]
        else:
            found = [figure for figure in figures if figure.status is row.status]
        return [(figure, self._indicators[figure.indicator_id]) for figure in found]

    def _column(self, task: Task, units: Sequence[Unit]) -> Column:
        rows = [self._lights.get((unit.unit_id, task.task_no)) for unit in units]
        statuses = [row.status for row in rows if row]
        shares = tuple(Share(status, statuses.count(status)) for status in LEGEND if status in statuses)
        label = ", ".join(
            interface_words.SHARES.format(number=share.count, status=general_words.STATUS[share.status])
            for share in shares
        )
        if isinstance(self._address.query, DistrictQuery):
            href = self._address.link(task=task.task_no, indicator=None)
        else:
            href = self._address.link_to(TaskQuery(task=task.task_no, block=self._address.query.block))
        return Column(
            task.task_no, task.title, task.in_letter, href, shares, label or general_words.STATUS["not_applicable"]
        )


def _own_office(unit: Unit) -> str:
    """The office of a district by its kind alone, as its name stands above it; in full where the kind is unknown."""
    kind = next((kind for kind in KINDS if unit.name.startswith(kind)), unit.name)
    return interface_words.OWN_OFFICE.format(name=inside(kind.strip()))


def compare(before: Status | None, now: Status) -> str:
    """`better` or `worse` between green, amber and red; `other` for a change to or from anything else; else empty.

    A red light that turns missing did not get better: nobody knows.
    """
    if before is None or before == now:
        return ""
    if before not in COLOURED or now not in COLOURED:
        return "other"
    return "better" if COLOURED.index(now) > COLOURED.index(before) else "worse"
