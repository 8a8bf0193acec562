"""The values of formulas, carried from one .xlsx to another whose writer drops them, and what that may cost."""

from __future__ import annotations

import io
import re
import zipfile
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape, quoteattr

from scorecard.intake.workbooks.cost_limits import column_number
from scorecard.intake.workbooks.unseen_xlsx import parts_of, tree_of

_MOST_XML = 30_000_000
_MOST_CELLS = 200_000
_AREA = re.compile(r"([A-Z]{1,3})([0-9]{1,7})(?::([A-Z]{1,3})([0-9]{1,7}))?")
# As openpyxl writes a formula; a form it does not know leaves the cell without a value, which reading reports.
_FORMULA = re.compile(r'<c r="([A-Z]+[0-9]+)"([^>]*)>(<f[ >].*?</f>|<f[^>]*/>)<v ?(?:/>|></v>)</c>', re.DOTALL)

Value = tuple[str, str]


def too_costly(content: bytes) -> bool:
    """Whether loading a workbook with all its formats would cost more than a copy is worth.

    A range of merged cells or of a link becomes one object a cell: one short tag could ask for millions.
    """
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        members = [item for item in packed.infolist() if item.filename.lower().endswith((".xml", ".rels", ".vml"))]
        if sum(item.file_size for item in members) > _MOST_XML:
            return True
        cells = 0
        for item in members:
            if item.filename.startswith("xl/worksheets/") and item.filename.endswith(".xml"):
                cells += sum(map(_cells_of, tree_of(packed, item.filename).iter()))
        return cells > _MOST_CELLS


def _cells_of(item: ET.Element) -> int:
    kind = item.tag.rpartition("}")[2]
    if kind == "c":
        return 1
    if kind not in ("mergeCell", "hyperlink", "comment"):
        return 0
    area = _AREA.fullmatch(item.get("ref", ""))
    if area is None:
        return _MOST_CELLS + 1
    left, top, right, bottom = area[1], int(area[2]), area[3] or area[1], int(area[4] or area[2])
    return (abs(column_number(right) - column_number(left)) + 1) * (abs(bottom - top) + 1)


def values_of_formulas(content: bytes) -> dict[str, dict[str, Value]]:
    """By sheet and address the type and the text of every formula's value, as it stands in the file."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return {name: dict(_values(tree_of(packed, part))) for name, part in parts_of(packed)}


def _values(tree: ET.Element) -> list[tuple[str, Value]]:
    found = []
    for cell in (item for item in tree.iter() if item.tag.endswith("}c")):
        children = {child.tag.rpartition("}")[2]: child for child in cell}
        if "f" in children and "v" in children:
            found.append((cell.get("r", ""), (cell.get("t", "n"), children["v"].text or "")))
    return found


def with_values(saved: bytes, values: dict[str, dict[str, Value]]) -> dict[str, bytes]:
    """The members of a saved workbook with the values put back, to be packed instead of those it has."""
    changed = {}
    with zipfile.ZipFile(io.BytesIO(saved)) as packed:
        for name, part in parts_of(packed):
            if known := values.get(name):
                changed[part] = _FORMULA.sub(lambda cell: _filled(cell, known), packed.read(part).decode()).encode()
    return changed


def _filled(cell: re.Match[str], known: dict[str, Value]) -> str:
    place, others, formula = cell[1], cell[2], cell[3]
    if place not in known:
        return cell[0]
    kind, value = known[place]
    return f'<c r="{place}"{others} t={quoteattr(kind)}>{formula}<v>{escape(value)}</v></c>'
