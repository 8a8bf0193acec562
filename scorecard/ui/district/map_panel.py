"""Reads the lights of all communes on the chosen task and puts them into the cells of the map."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import streamlit as st

from scorecard.address.address import BOUNDARIES
from scorecard.address.queries import DistrictQuery
from scorecard.lights.district_area import Area
from scorecard.lights.edition import Edition
from scorecard.lights.matrix import MatrixBuilder, WeekRows
from scorecard.maps.boundaries import boundary_files, load_boundaries
from scorecard.maps.geojson import Shapes
from scorecard.maps.hexagons import Cell, place_cells, units_with_cells
from scorecard.text import district_page, general_words, interface_words, revision_words
from scorecard.ui.district.boundary_map import DISCS, chart_boundaries
from scorecard.ui.district.cell_map import chart_cells
from scorecard.ui.district.district_page import keys
from scorecard.ui.district.map_cells import MapCell, build_cells, date_line
from scorecard.ui.district.map_layers import CHOSEN_LAYER, HEIGHT, LAYER, Drawn
from scorecard.ui.reader import session
from scorecard.ui.reader.compared_week import compared_task_rows, since
from scorecard.ui.reader.week_lights import figures_of, indicator_rows
from scorecard.ui.shell.panel import show_panel
from scorecard.ui.shell.render import render

_TURN = "cells_turn"


@dataclass(frozen=True)
class MapParts:
    """What stands above the map and below it, the cells, and the map in words."""

    head: str
    foot: str
    cells: tuple[MapCell, ...]
    alt: str


@dataclass(frozen=True)
class Switch:
    """The two kinds of map, each with its address, and which one is shown."""

    cells: str
    boundaries: str
    boundaries_shown: bool


def show_map(edition: Edition, area: Area) -> None:
    """The map with its title and its list; a click on a cell opens the reason of its light."""
    shapes = _shapes(edition)
    parts = session.kept(
        ("map", str(bool(shapes)), *keys(edition, area)), lambda: _make(edition, area, has_shapes=bool(shapes))
    )
    show_panel("map_head", parts.head)
    # A cell that stays selected would not answer a second click: the chart behind the dialog is a new one.
    key = f"cells-{st.session_state.get(_TURN, 0)}"
    if parts.cells:
        st.pydeck_chart(
            chart_boundaries(parts.cells, shapes) if shapes and _wants_shapes(area) else chart_cells(parts.cells),
            height=HEIGHT,
            key=key,
            on_select=lambda: _open(area, key),
            selection_mode="single-object",
            alt=parts.alt,
        )
    show_panel("map_foot", parts.foot)


def _wants_shapes(area: Area) -> bool:
    return bool(area.address.of(DistrictQuery).shape)


def _open(area: Area, key: str) -> None:
    """Puts the light of the clicked cell into the address; runs before the script, which then reads it."""
    picked = st.session_state[key].selection.objects
    rows: list[Drawn] = next((picked[name] for name in (DISCS, CHOSEN_LAYER, LAYER) if picked.get(name)), [])
    if rows:
        st.session_state[_TURN] = st.session_state.get(_TURN, 0) + 1
        link = area.address.filters() | {"why": f"{rows[0]['unit_id']}:{area.task.task_no}"}
        st.query_params.from_dict(link)


def _cells(edition: Edition) -> tuple[Cell, ...]:
    """The places of the cells: the same as long as the catalogue is, whatever the week."""
    ids = ",".join(unit.unit_id for unit in edition.units)
    key = ("cells", edition.snapshot.manifest.rules_version, ids)
    return session.kept(key, lambda: place_cells(edition.units))


def _shapes(edition: Edition) -> Shapes:
    """The installed boundaries of the units of this day, none where they do not match; read again when installed."""
    files = boundary_files(session.home())
    ids = ",".join(unit.unit_id for unit in edition.units)
    key = ("boundaries", *(f"{file.name} {file.stat().st_mtime_ns}" for file in files), ids)
    return session.shared(key, lambda: load_boundaries(files, edition.units)) if files else {}


def _switch(area: Area) -> Switch:
    return Switch(
        cells=area.address.link(shape=""),
        boundaries=area.address.link(shape=BOUNDARIES),
        boundaries_shown=bool(area.address.of(DistrictQuery).shape),
    )


def _make(edition: Edition, area: Area, *, has_shapes: bool) -> MapParts:
    units = {unit.unit_id: unit for unit in edition.units}
    shown = [unit.unit_id for unit in units_with_cells(edition.units)]
    figures = figures_of(edition, shown)
    rows_of_tasks, said = compared_task_rows(edition), since(edition) or revision_words.SINCE_PREVIOUS
    builder = MatrixBuilder(edition.catalog, area.address, WeekRows(rows_of_tasks, figures, since=said))
    rows = list(indicator_rows(edition.snapshot, area.indicator).values()) if area.indicator else []
    cells = build_cells(_cells(edition), units, area, builder, rows)
    listed = sorted(cells, key=lambda cell: (not cell.chosen, list(units).index(cell.unit_id)))
    pattern = district_page.MAP_TITLE_INDICATOR if area.indicator else district_page.MAP_TITLE
    title = pattern.format(task=area.task.task_no, indicator=area.indicator.name if area.indicator else "")
    of_task = [row for row in figures if row.task_no == area.task.task_no]
    return MapParts(
        head=render(
            "district/map_head",
            title=title,
            newest=date_line(rows or of_task),
            empty=not cells,
            switch=_switch(area) if has_shapes else None,
            warning=district_page.NO_BOUNDARIES if _wants_shapes(area) and not has_shapes else "",
        ),
        foot=render(
            "district/map_foot",
            cells=listed,
            title=title,
            note=district_page.BOUNDARIES_NOTE if _wants_shapes(area) and has_shapes else district_page.MAP_NOTE,
        ),
        cells=cells,
        alt=_alt(cells),
    )


def _alt(cells: tuple[MapCell, ...]) -> str:
    counts: Counter[str] = Counter(cell.status for cell in cells)
    parts = (
        interface_words.SHARES.format(number=counts[status], status=name)
        for status, name in general_words.STATUS.items()
        if counts[status]
    )
    return district_page.MAP_ALT.format(count=len(cells), counts=", ".join(parts))
