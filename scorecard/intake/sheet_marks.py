"""What the values of an .xlsx sheet do not say: cells in error, hidden rows, numbers shown as percentages."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

from scorecard.intake.limits import ZIP

_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_BUILT_IN_PERCENT = {"9", "10"}


@dataclass(frozen=True)
class Marks:
    """`errors` by address (`C7` -> `#REF!`), addresses shown as percentages, numbers of hidden rows.

    A formula nobody has calculated is an error too, and stands there as it is written (`=A1+A2`): it reads as blank.
    """

    errors: dict[str, str] = field(default_factory=dict)
    percents: frozenset[str] = frozenset()
    hidden_rows: frozenset[int] = frozenset()


def read_marks(content: bytes) -> dict[str, Marks]:
    """The marks of each sheet by its name; nothing for other formats. Its limits are checked before."""
    if not content.startswith(ZIP):
        return {}
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            if "xl/workbook.xml" not in packed.namelist():
                return {}
            percents = _percent_styles(packed)
            return {name: _marks(packed, part, percents) for name, part in parts_of(packed)}
    except (ET.ParseError, KeyError, zipfile.BadZipFile, zlib.error, EOFError) as error:
        # ValueError is what the caller makes its message of; an unseen error cell could lose a figure silently.
        raise ValueError(str(error)) from None


def _tree(packed: zipfile.ZipFile, member: str) -> ET.Element:
    return ET.fromstring(packed.read(member))  # noqa: S314  entities were refused by limits


def parts_of(packed: zipfile.ZipFile) -> list[tuple[str, str]]:
    """Every worksheet's name and the member it stands in."""
    targets = {item.get("Id"): item.get("Target", "") for item in _tree(packed, "xl/_rels/workbook.xml.rels")}
    sheets = [item for item in _tree(packed, "xl/workbook.xml").iter() if item.tag.endswith("}sheet")]
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
    tree = _tree(packed, "xl/styles.xml")
    formats = {item.get("numFmtId") for item in tree.iter() if "%" in item.get("formatCode", "")} | _BUILT_IN_PERCENT
    cell_formats = [item for group in tree if group.tag.endswith("}cellXfs") for item in group]
    return {str(number) for number, item in enumerate(cell_formats) if item.get("numFmtId") in formats}


def _marks(packed: zipfile.ZipFile, part: str, percents: set[str]) -> Marks:
    errors, shown, hidden = {}, set(), set()
    for item in _tree(packed, part).iter():
        place = item.get("r", "")
        if item.tag.endswith("}row") and item.get("hidden") in ("1", "true") and place.isdecimal():
            hidden.add(int(place))
        elif item.tag.endswith("}c"):
            if error := _error(item):
                errors[place] = error
            if item.get("s") in percents:
                shown.add(place)
    return Marks(errors, frozenset(shown), frozenset(hidden))


def _error(cell: ET.Element) -> str:
    texts = {child.tag.rpartition("}")[2]: child.text or "" for child in cell}
    if cell.get("t") == "e":
        return texts.get("v", "")
    # A formula whose value is a blank text says so by its type.
    return f"={texts['f']}" if "f" in texts and not texts.get("v") and cell.get("t", "n") == "n" else ""
