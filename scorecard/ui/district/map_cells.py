"""From published lights to the cells of the map; pure, computes no colour."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from scorecard.catalog import Indicator, Unit
from scorecard.format import date_vi
from scorecard.lights.district_area import Area
from scorecard.lights.figure_words import tip_line
from scorecard.lights.matrix import MatrixBuilder
from scorecard.lights.unit_blocks import labelled, row_name
from scorecard.maps.hexagons import Cell
from scorecard.text import district_page, interface_words

Row = Mapping[str, Any]


@dataclass(frozen=True)
class MapCell:
    """A unit on the map: where, which light, and what tooltip and list say; `chosen` is of the chosen district."""

    unit_id: str
    name: str
    label: str
    district: str
    status: str
    tip: str
    href: str
    x: float
    y: float
    chosen: bool

    @property
    def sign(self) -> str:
        """The sign of the status, so that no colour stands alone."""
        return district_page.SIGNS[self.status]

    @property
    def said(self) -> str:
        """The light without the unit's name, in one line, for the list."""
        return "; ".join(self.tip.split("\n")[1:])


def build_cells(
    cells: Sequence[Cell], units: Mapping[str, Unit], area: Area, builder: MatrixBuilder, rows: Sequence[Row]
) -> tuple[MapCell, ...]:
    """The cells with the lights of the task; or, where the address names one, of an indicator (from `rows`)."""
    of_indicator = {row["unit_id"]: row for row in rows}
    found = []
    for cell in cells:
        unit = units[cell.unit_id]
        full = labelled(unit, units.get(unit.parent_id or ""))
        if area.indicator:
            status, tip = _of_indicator(full, area.indicator, of_indicator.get(unit.unit_id))
        else:
            light = builder.light(unit.unit_id, full, area.task)
            status, tip = (light.status, light.tip) if light else ("not_applicable", "")
        if not tip:
            tip = f"{full}\n{interface_words.STATUS_NOT_APPLICABLE}"
        href = area.address.reason_link(unit.unit_id, area.task.task_no)
        district = units[cell.district].label
        chosen = cell.district == area.district.unit_id
        name = row_name(unit)
        found.append(
            MapCell(unit.unit_id, name, short_label(unit), district, status, tip, href, cell.x, cell.y, chosen)
        )
    return tuple(found)


def _of_indicator(name: str, indicator: Indicator, row: Row | None) -> tuple[str, str]:
    if row is None:
        return "not_applicable", ""
    lines = [name, tip_line(row, indicator)]
    if row["numerator"] is not None:
        lines[1] = district_page.TIP_STATUS.format(line=lines[1], status=interface_words.LIGHT[row["status"]])
    return row["status"], "\n".join(lines)


def short_label(unit: Unit) -> str:
    """A name without the word for its kind, in two lines where it has a space; a number keeps that word."""
    kind = next((kind for kind in district_page.KINDS if unit.label.startswith(kind)), "")
    rest = unit.label.removeprefix(kind)
    if rest.isdigit():
        return district_page.NUMBERED.format(kind=kind[:1], number=rest)
    return rest.replace(" ", "\n", 1)


def date_line(rows: Sequence[Row]) -> str:
    """The newest date among the figures shown; empty where there is none."""
    days = [row["as_of"] for row in rows if row["as_of"]]
    return district_page.NEWEST.format(date=date_vi(max(days))) if days else ""
