"""From published lights to the cells of the map, and how a name fits into one; pure, computes no colour."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from scorecard.catalog import Indicator, Unit
from scorecard.format import date_vi
from scorecard.lights.district_area import Area
from scorecard.lights.figure_words import tip_line
from scorecard.lights.matrix import MatrixBuilder
from scorecard.lights.rows import IndicatorLight, Judged
from scorecard.lights.status import NOT_APPLICABLE, Status
from scorecard.lights.unit_blocks import labelled, row_name
from scorecard.maps.hexagons import Cell
from scorecard.text import district_page, general_words

_LETTER = 0.6  # the width of a letter, of its size
_SMALLEST = 0.15  # letters, of their cell


@dataclass(frozen=True)
class MapCell:
    """A unit on the map: where, which light, and what tooltip and list say; `chosen` is of the chosen district."""

    unit_id: str
    name: str
    label: str
    district: str
    status: Status
    tip: str
    href: str
    x: float
    y: float
    chosen: bool

    @property
    def sign(self) -> str:
        """The sign of the status, so that no colour stands alone."""
        return general_words.SIGNS[self.status]

    @property
    def said(self) -> str:
        """The light without the unit's name, in one line, for the list."""
        return "; ".join(self.tip.split("\n")[1:])


def build_cells(
    cells: Sequence[Cell], units: Mapping[str, Unit], area: Area, builder: MatrixBuilder, rows: Sequence[IndicatorLight]
) -> tuple[MapCell, ...]:
    """The cells with the lights of the task; or, where the address names one, of an indicator (from `rows`)."""
    of_indicator = {row.unit_id: row for row in rows}
    found = []
    for cell in cells:
        unit = units[cell.unit_id]
        full = labelled(unit, units.get(unit.parent_id or ""))
        if area.indicator:
            status, tip = _of_indicator(full, area.indicator, of_indicator.get(unit.unit_id))
        else:
            light = builder.light(unit.unit_id, full, area.task)
            status, tip = (Status(light.status), light.tip) if light else (NOT_APPLICABLE, "")
        if not tip:
            tip = f"{full}\n{general_words.STATUS[NOT_APPLICABLE]}"
        href = area.address.reason_link(unit.unit_id, area.task.task_no)
        district = units[cell.district].label
        chosen = cell.district == area.district.unit_id
        name = row_name(unit)
        found.append(
            MapCell(unit.unit_id, name, short_label(unit), district, status, tip, href, cell.x, cell.y, chosen)
        )
    return tuple(found)


def _of_indicator(name: str, indicator: Indicator, row: IndicatorLight | None) -> tuple[Status, str]:
    if row is None:
        return NOT_APPLICABLE, ""
    lines = [name, tip_line(row, indicator)]
    if row.numerator is not None:
        lines[1] = district_page.TIP_STATUS.format(line=lines[1], status=general_words.STATUS[row.status])
    return row.status, "\n".join(lines)


def short_label(unit: Unit) -> str:
    """A name without the word for its kind, in two lines where it has a space; a number keeps that word."""
    kind = next((kind for kind in district_page.KINDS if unit.label.startswith(kind)), "")
    rest = unit.label.removeprefix(kind)
    if rest.isdigit():
        return district_page.NUMBERED.format(kind=kind[:1], number=rest)
    return rest.replace(" ", "\n", 1)


def date_line(rows: Sequence[Judged]) -> str:
    """The newest date among the figures shown; empty where there is none."""
    days = [row.as_of for row in rows if row.as_of]
    return district_page.NEWEST.format(date=date_vi(max(days))) if days else ""


class FittedName(NamedTuple):
    """A name inside of its cell: how large its letters are, and how far below the middle it stands, in pixels."""

    text: str
    size: int
    below: int


def fitted_name(name: str, scale: float, letters: int) -> FittedName:
    """The name below the sign in whole words, in the largest letters that stay inside of the cell.

    Where even the smallest do not fit, first words give way to their initials, and at last there is no name.
    """
    for texts in _ways(name.split()) if "\n" in name else [[name]]:
        for size in range(letters, max(1, round(_SMALLEST * scale)) - 1, -1):
            for text in texts:
                if _fits(text.split("\n"), size / scale):
                    return FittedName(text, size, round(_below(text) * scale))
    return FittedName("", letters, 0)


def _ways(words: Sequence[str]) -> list[list[str]]:
    """The name in full, then with more and more initials: each in two lines, the first line short, or in one."""
    ways = []
    for count in range(len(words)):
        parts = ["".join(f"{word[0]}." for word in words[:count]) + words[count], *words[count + 1 :]]
        lines = ["\n".join((" ".join(parts[:end]), " ".join(parts[end:]))) for end in range(1, len(parts))]
        ways.append([*lines, " ".join(parts)])
    return ways


def _fits(lines: Sequence[str], size: float) -> bool:
    """Whether lines of letters of this size, as a share of the cell, stand inside of it."""
    for place, line in enumerate(lines):
        low = _below("\n".join(lines)) + (1.05 * (place - (len(lines) - 1) / 2) + 0.45) * size
        # The edges of a cell stand upright to 0.29 below its middle; from there it tapers at 60°.
        if len(line) * size * _LETTER > 0.95 - 2 * math.sqrt(3) * max(0.0, low - 0.29):
            return False
    return True


def _below(text: str) -> float:
    """How far below the middle of its cell a name stands, as a share of the cell."""
    return 0.14 if "\n" in text else 0.08
