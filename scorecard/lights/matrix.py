"""From rows of published lights to what the overview shows; pure, computes no colour."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from scorecard.address.address import OVERVIEW, Address
from scorecard.catalog import Catalog, Indicator, Task, Unit
from scorecard.lights.figure_words import inside, tip_line, value_of
from scorecard.lights.matrix_view import Block, Column, Light, Matrix, Row, Share
from scorecard.lights.unit_blocks import UnitBlock, row_name
from scorecard.text import interface_words, revision_words
from scorecard.text.district_page import KINDS

Rows = Sequence[Mapping[str, Any]]
ORDER = ("green", "amber", "red", "missing", "none_arising", "no_rule")
_STEPS = {"red": 0, "amber": 1, "green": 2}
_TIP_FIGURES = 2
_LEFT_OUT = Light("left_out", "", "", "")


@dataclass(frozen=True)
class WeekRows:
    """What was read for one week: task lights and figures of units, and the rows of a group that stands above them."""

    task_rows: Rows
    figure_rows: Rows
    group_rows: Rows = ()
    since: str = revision_words.SINCE_PREVIOUS  # the week the previous status is of, in words


class MatrixBuilder:
    """Puts the rows of one week into the cells of the matrix."""

    def __init__(self, catalog: Catalog, address: Address, read: WeekRows) -> None:
        self._address = address
        self._tasks = catalog.tasks
        self._since = read.since
        self._indicators = {indicator.indicator_id: indicator for indicator in catalog.indicators}
        group_tasks = [row for row in read.group_rows if row["indicator_id"] is None]
        group_figures = [row for row in read.group_rows if row["indicator_id"]]
        self._lights = {_place(row): row for row in (*read.task_rows, *group_tasks)}
        self._figures: dict[tuple[str, int], list[Mapping[str, Any]]] = {}
        for row in (*read.figure_rows, *group_figures):
            self._figures.setdefault(_place(row), []).append(row)

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
        return tuple(row for row in rows if not self._address.only or row.red or row.amber)

    def _unit_row(self, unit: Unit, *, own: bool) -> Row:
        spoken = interface_words.OWN_OFFICE.format(name=inside(unit.name)) if own else row_name(unit)
        name = _own_office(unit) if own else spoken
        if unit.level == "district" and not own and self._address.page == OVERVIEW:
            href = self._address.link_to("district", district=unit.unit_id)
        else:
            href = self._address.link_to("unit", unit=unit.unit_id)
        return self._row(unit.unit_id, name, href=href, spoken=spoken)

    def _group_row(self, group_id: str, unit: Unit) -> Row:
        spoken = interface_words.GROUP_NAMES["area"].format(name=inside(unit.name))
        return self._row(group_id, interface_words.AREA, spoken=spoken, group=True)

    def _row(self, owner: str, name: str, *, spoken: str, href: str = "", group: bool = False) -> Row:
        lights = tuple(self.light(owner, spoken, task, group=group) for task in self._tasks)
        statuses = [light.status for light in lights if light]
        if self._address.only:
            lights = tuple(light if not light or light.status in ("red", "amber") else _LEFT_OUT for light in lights)
        return Row(name, lights, statuses.count("red"), statuses.count("amber"), href, group, owner)

    def light(self, owner: str, name: str, task: Task, *, group: bool = False) -> Light | None:
        """The light of a unit or a group on a task; None is "not applicable"."""
        row = self._lights.get((owner, task.task_no))
        if row is None or not task.in_letter:
            return None
        before = row["previous_status"]
        change = compare(before, row["status"])
        status = interface_words.LIGHT[row["status"]]
        label = f"{status}, {revision_words.CHANGE[change].format(week=self._since)}" if change else status
        figures = self._deciding(owner, row)
        return Light(
            status=row["status"],
            label=label,
            tip=self._tip(name, task, row["status"], before if change else None, figures),
            href=self._address.reason_link(owner, task.task_no),
            change=change,
            text=value_of(figures[0], self._indicator(figures[0])) if group and figures else "",
            small_n=any(figure["small_n"] for figure in figures),
        )

    def _deciding(self, owner: str, row: Mapping[str, Any]) -> list[Mapping[str, Any]]:
        """The figures of the indicators that gave the task its status."""
        figures = self._figures.get((owner, row["task_no"]), [])
        if "decided_by" in row:
            return [figure for figure in figures if figure["indicator_id"] in row["decided_by"]]
        return [figure for figure in figures if figure["status"] == row["status"]]

    def _tip(self, name: str, task: Task, status: str, before: str | None, figures: Rows) -> str:
        title = interface_words.TIP_TITLE.format(title=task.title, status=interface_words.LIGHT[status])
        if before:
            now, previous = interface_words.LIGHT[status], interface_words.LIGHT[before]
            title = interface_words.TIP_CHANGE.format(title=task.title, status=now, week=self._since, previous=previous)
        lines = [interface_words.TIP_HEAD.format(unit=name, task=task.task_no), title]
        lines += [tip_line(row, self._indicator(row)) for row in figures[:_TIP_FIGURES]]
        if len(figures) > _TIP_FIGURES:
            lines.append(interface_words.TIP_MORE.format(number=len(figures) - _TIP_FIGURES))
        return "\n".join(lines)

    def _indicator(self, row: Mapping[str, Any]) -> Indicator:
        return self._indicators[row["indicator_id"]]

    def _column(self, task: Task, units: Sequence[Unit]) -> Column:
        rows = [self._lights.get((unit.unit_id, task.task_no)) for unit in units]
        statuses = [row["status"] for row in rows if row]
        shares = tuple(Share(status, statuses.count(status)) for status in ORDER if status in statuses)
        label = ", ".join(
            interface_words.SHARES.format(number=share.count, status=interface_words.LIGHT[share.status])
            for share in shares
        )
        href = self._address.link(task=task.task_no, unit=None, group=None, indicator=None)
        if self._address.page == OVERVIEW:
            href = self._address.link_to("task", task=task.task_no, block=self._address.block)
        return Column(
            task.task_no, task.title, task.in_letter, href, shares, label or interface_words.STATUS_NOT_APPLICABLE
        )


def _own_office(unit: Unit) -> str:
    """The office of a district by its kind alone, as its name stands above it; in full where the kind is unknown."""
    kind = next((kind for kind in KINDS if unit.name.startswith(kind)), unit.name)
    return interface_words.OWN_OFFICE.format(name=inside(kind.strip()))


def _place(row: Mapping[str, Any]) -> tuple[str, int]:
    return row["group_id"] if "group_id" in row else row["unit_id"], row["task_no"]


def compare(before: str | None, now: str) -> str:
    """`better` or `worse` between green, amber and red; `other` for a change to or from anything else; else empty.

    A red light that turns missing did not get better: nobody knows.
    """
    if before is None or before == now:
        return ""
    if before not in _STEPS or now not in _STEPS:
        return "other"
    return "better" if _STEPS[now] > _STEPS[before] else "worse"
