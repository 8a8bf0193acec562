"""A look at an .ods before it is read: how far its cells reach, which are in error, percentages, hidden rows."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from scorecard.intake.workbooks.cost_limits import Extent, address, refuse_marks
from scorecard.intake.workbooks.unseen_cells import Marks

CONTENT = "content.xml"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_CALC = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}p"
_CELLS = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")
_ROW = f"{_TABLE}table-row"
_SHEET = f"{_TABLE}table"


def read_ods_marks(packed: zipfile.ZipFile) -> dict[str, Marks]:
    """The marks of each sheet by its name; raises BadValueError for cells that reach too far."""
    tables = _Tables()
    with packed.open(CONTENT) as stream:
        parents: list[ET.Element] = []
        for event, item in ET.iterparse(stream, ("start", "end")):  # noqa: S314 (entities were refused by limits)  # nosec B314
            if event == "start":
                parents.append(item)
                tables.begin(item)
                continue
            parents.pop()
            tables.end(item)
            if parents and item.tag in (*_CELLS, _ROW):
                parents[-1].remove(item)  # what was looked at takes no room
    return tables.marks


class _Tables:
    """Where in which sheet the parser is."""

    def __init__(self) -> None:
        self.marks: dict[str, Marks] = {}
        self._extent, self._row, self._column, self._repeated = Extent(), 0, 0, 1
        self._errors: dict[str, str] = {}
        self._percents: set[str] = set()
        self._hidden: set[int] = set()

    def begin(self, item: ET.Element) -> None:
        if item.tag == _SHEET:
            self._row = 0
            self._errors, self._percents, self._hidden = {}, set(), set()
        elif item.tag == _ROW:
            self._column, self._repeated = 0, int(item.get(f"{_TABLE}number-rows-repeated", "1"))

    def end(self, item: ET.Element) -> None:
        if item.tag in _CELLS:
            self._cell(item)
        elif item.tag == _ROW:
            if item.get(f"{_TABLE}visibility") in ("collapse", "filter"):
                self._hidden |= {self._row + 1 + number for number in range(min(self._repeated, 1000))}
            self._row += self._repeated
        elif item.tag == _SHEET:
            marks = Marks(self._errors, frozenset(self._percents), frozenset(self._hidden))
            self.marks[item.get(f"{_TABLE}name", "")] = marks
            self._extent.end_sheet()

    def _cell(self, item: ET.Element) -> None:
        repeated = int(item.get(f"{_TABLE}number-columns-repeated", "1"))
        kind, text = item.get(f"{_OFFICE}value-type"), "\n".join(_texts(item))
        if kind or text:
            self._extent.reach(self._row + self._repeated - 1, self._column + repeated - 1)
            if item.get(f"{_CALC}value-type", "error" if _looks_wrong(item, text) else "") == "error":
                self._errors |= dict.fromkeys(self._places(repeated), text or "#N/A")
            elif kind == "percentage":
                self._percents |= set(self._places(repeated))
        self._column += repeated

    def _places(self, repeated: int) -> list[str]:
        refuse_marks(len(self._errors) + len(self._percents) + repeated * self._repeated)
        rows = range(self._row, self._row + self._repeated)
        return [address(row, self._column + number) for row in rows for number in range(repeated)]


def _texts(item: ET.Element) -> Iterator[str]:
    return ("".join(part.itertext()) for part in item.iter(_TEXT))


def _looks_wrong(item: ET.Element, text: str) -> bool:
    """Whether a formula shows an error where the program that wrote it does not say so by the type."""
    formula = item.get(f"{_TABLE}formula", "")
    return bool(formula) and (text.startswith("Err:") or (text.startswith("#") and text.endswith(("!", "?", "/A"))))
