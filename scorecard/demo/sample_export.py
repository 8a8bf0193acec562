"""A sample export of another system, laid out as such systems do: merged headings, blocks by level, totals."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from scorecard.catalog import LEVELS, Catalog, MappedColumn, Unit
from scorecard.demo.sample_numbers import Heading, Numbers
from scorecard.format import date_vi
from scorecard.intake.workbooks.cost_limits import address
from scorecard.snapshots.observation import Observation
from scorecard.text import export_words, general_words, sample_words

_TOP = 3
_UNIT_PARTS = {"unit_id", "unit_name", "parent_name"}
_NAMES = {"unit_name", "parent_name"}
_ROMAN = ("I", "II", "III")


@dataclass(frozen=True)
class SampleExport:
    """The units of an export in their order, with their numbers, as of a day."""

    catalog: Catalog
    mapping: tuple[MappedColumn, ...]
    numbers: dict[str, Numbers]
    as_of: dt.date

    @property
    def columns(self) -> tuple[MappedColumn, ...]:
        """One row of the mapping for each heading, in the mapping's order; the day stands above the headings."""
        first = {row.path: row for row in reversed(self.mapping) if row.part != "as_of"}
        return tuple(first[path] for path in dict.fromkeys(row.path for row in self.mapping) if path in first)

    @property
    def blocks(self) -> Iterator[tuple[str, list[Unit]]]:
        """The units by level."""
        units = [unit for unit in self.catalog.units_on(self.as_of) if unit.unit_id in self.numbers]
        for level in LEVELS:
            if inside := [unit for unit in units if unit.level == level]:
                yield sample_words.BLOCKS[level], inside

    @property
    def first_row(self) -> int:
        """The row (from 0) of the first block's title."""
        return _TOP + max(len(row.path) for row in self.columns) + 1


def sample_observations(export: SampleExport, file: str) -> Iterator[Observation]:
    """What an export says, found from its numbers, with the cells they stand in."""
    column_of = {row.path: column for column, row in enumerate(export.columns)}
    number = export.first_row
    for _, units in export.blocks:
        for unit in units:
            number += 1
            for indicator in export.catalog.indicators:
                parts = [_part(export, indicator.indicator_id, name) for name in ("numerator", "denominator")]
                if not parts[0] or not export.catalog.applies(indicator, unit):
                    continue
                cells = ["".join(f"+{address(number, column_of[path])}" for path in part)[1:] for part in parts if part]
                sums = [Decimal(sum(export.numbers[unit.unit_id][path] for path in part)) for part in parts if part]
                place = export_words.PLACE.format(file=file, sheet=sample_words.SHEET)
                source = export_words.SOURCE.format(
                    mapping=export.mapping[0].mapping, place=place, cells=" / ".join(cells)
                )
                below = sums[1] if parts[1] else None
                yield Observation(unit.unit_id, indicator.indicator_id, export.as_of, sums[0], below, source)
        number += 2


def _part(export: SampleExport, indicator_id: str, part: str) -> list[Heading]:
    return [row.path for row in export.mapping if (row.indicator_id, row.part) == (indicator_id, part)]


def render_export(export: SampleExport, created: dt.datetime) -> bytes:
    """The workbook; the same export gives the same bytes."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"strings_to_formulas": False, "in_memory": True}) as book:
        book.set_properties({"created": created})
        sheet = book.add_worksheet(sample_words.SHEET)
        title = sample_words.TITLE.format(mapping=export.mapping[0].mapping, mark=general_words.SYNTHETIC)
        sheet.merge_range(0, 0, 0, len(export.columns) - 1, title)
        sheet.write_string(1, 0, sample_words.AS_OF.format(day=date_vi(export.as_of)))
        form = book.add_format({"bold": True, "text_wrap": True, "align": "center", "valign": "vcenter", "border": 1})
        _write_headings(sheet, [row.heading for row in export.columns], form)
        for column in range(len(export.columns)):
            sheet.write_number(export.first_row - 1, column, column + 1)
            sheet.set_column(column, column, 26 if export.columns[column].part in _NAMES else 13)
        _write_body(sheet, export)
    return stream.getvalue()


def _write_headings(sheet: Worksheet, headings: Sequence[str], form: Format) -> None:
    """Equal neighbours are one cell, and a heading of few levels reaches down to the last row."""
    paths = [tuple(level.strip() for level in heading.split(">")) for heading in headings]
    deepest = max(map(len, paths))
    for level in range(deepest):
        for path, group in groupby(enumerate(paths), key=lambda item: item[1][: level + 1]):
            columns = [column for column, _ in group]
            if len(path) > level:
                last = level == len(paths[columns[0]]) - 1
                area = (_TOP + level, columns[0], _TOP + (deepest - 1 if last else level), columns[-1])
                one = area[:2] == area[2:]
                (sheet.write_string if one else sheet.merge_range)(*(area[:2] if one else area), path[level], form)


def _write_body(sheet: Worksheet, export: SampleExport) -> None:
    number, everything = export.first_row, list[Numbers]()
    for roman, (title, units) in zip(_ROMAN, export.blocks, strict=False):
        sheet.write_string(number, 0, f"{roman}. {title}")
        for place, unit in enumerate(units, start=1):
            number += 1
            _write_unit(sheet, number, place, export, unit)
        numbers = [export.numbers[unit.unit_id] for unit in units]
        everything += numbers
        number += 1
        _write_sums(sheet, number, sample_words.SUM, export, numbers)
        number += 1
    _write_sums(sheet, number, sample_words.TOTAL, export, everything)


def _write_unit(sheet: Worksheet, number: int, place: int, export: SampleExport, unit: Unit) -> None:
    names = {item.unit_id: item.name for item in export.catalog.units_on(export.as_of)}
    texts = {"unit_id": unit.unit_id, "unit_name": unit.name, "parent_name": names.get(unit.parent_id or "", "")}
    for column, row in enumerate(export.columns):
        if row.part in _UNIT_PARTS:
            sheet.write_string(number, column, texts[row.part])
        elif row.path in export.numbers[unit.unit_id]:
            sheet.write_number(number, column, export.numbers[unit.unit_id][row.path])
        elif column == 0:
            sheet.write_number(number, column, place)


def _write_sums(sheet: Worksheet, number: int, label: str, export: SampleExport, rows: list[Numbers]) -> None:
    sheet.write_string(number, 0, label)
    for column, row in enumerate(export.columns):
        if rows and row.path in rows[0]:
            sheet.write_number(number, column, sum(numbers[row.path] for numbers in rows))
