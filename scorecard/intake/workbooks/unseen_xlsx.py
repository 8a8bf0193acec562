"""A look at an .xlsx beside its values: cells in error, percentages, hidden rows, formulas into other files."""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from scorecard.intake.workbooks.unseen_cells import Marks

BOOK = "xl/workbook.xml"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_BUILT_IN_PERCENT = {"9", "10"}
# `[1]Sheet1!A1`, and the name of the file itself where a formula was typed: `[other.xlsx]Sheet1!A1`.
_OTHER_FILE = re.compile(r"\[[^\]\[]+\](?:[\w. ]*|[^'!]*')!")


def read_xlsx_marks(packed: zipfile.ZipFile) -> dict[str, Marks]:
    """The marks of each sheet by its name."""
    percents = _percent_styles(packed)
    return {name: _marks(packed, part, percents) for name, part in parts_of(packed)}


def tree_of(packed: zipfile.ZipFile, member: str) -> ET.Element:
    """The whole XML of a member; its entities were refused and its size bounded before."""
    return ET.fromstring(packed.read(member))  # noqa: S314 (entities were refused by limits)  # nosec B314


def parts_of(packed: zipfile.ZipFile) -> list[tuple[str, str]]:
    """Every worksheet's name and the member it stands in."""
    targets = {item.get("Id"): item.get("Target", "") for item in tree_of(packed, "xl/_rels/workbook.xml.rels")}
    sheets = [item for item in tree_of(packed, BOOK).iter() if item.tag.endswith("}sheet")]
    paired = [(item.get("name", ""), targets.get(item.get(_RELATION), "")) for item in sheets]
    return [
        (name, target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"xl/{target}"))
        for name, target in paired
        if "worksheets/" in target
    ]


def _percent_styles(packed: zipfile.ZipFile) -> set[str]:
    """The style numbers (`s`) whose number format shows a percentage."""
    if "xl/styles.xml" not in packed.namelist():
        return set()
    tree = tree_of(packed, "xl/styles.xml")
    formats = {item.get("numFmtId") for item in tree.iter() if "%" in item.get("formatCode", "")} | _BUILT_IN_PERCENT
    cell_formats = [item for group in tree if group.tag.endswith("}cellXfs") for item in group]
    return {str(number) for number, item in enumerate(cell_formats) if item.get("numFmtId") in formats}


def _marks(packed: zipfile.ZipFile, part: str, percents: set[str]) -> Marks:
    errors, shown, hidden, linked = {}, set(), set(), []
    for item in _rows_and_cells(packed, part):
        place = item.get("r", "")
        if item.tag.endswith("}row"):
            if item.get("hidden") in ("1", "true") and place.isdecimal():
                hidden.add(int(place))
            continue
        if error := _error(item):
            errors[place] = error
        if item.get("s") in percents:
            shown.add(place)
        if any(_OTHER_FILE.search(child.text or "") for child in item if child.tag.endswith("}f")):
            linked.append(place)
    return Marks(errors, frozenset(shown), frozenset(hidden), tuple(linked))


def _rows_and_cells(packed: zipfile.ZipFile, part: str) -> Iterator[ET.Element]:
    """Every cell, then its row; what was looked at takes no room."""
    parents: list[ET.Element] = []
    with packed.open(part) as stream:
        for event, item in ET.iterparse(stream, ("start", "end")):  # noqa: S314 (entities were refused by limits)  # nosec B314
            if event == "start":
                parents.append(item)
                continue
            parents.pop()
            if item.tag.endswith(("}row", "}c")):
                yield item
                if parents:
                    parents[-1].remove(item)


def _error(cell: ET.Element) -> str:
    texts = {child.tag.rpartition("}")[2]: child.text or "" for child in cell}
    if cell.get("t") == "e":
        return texts.get("v", "")
    # A formula whose value is a blank text says so by its type.
    return f"={texts['f']}" if "f" in texts and not texts.get("v") and cell.get("t", "n") == "n" else ""
