"""The workbook a unit fills in: one row per unit and indicator, last figures beside, a hidden contract sheet."""

from __future__ import annotations

import datetime as dt
import io
from dataclasses import dataclass, field
from pathlib import Path

import xlsxwriter

from scorecard.catalog import Catalog
from scorecard.errors import UsageError
from scorecard.intake.long_form.template_contract import KEYS, VERSION
from scorecard.intake.long_form.template_rows import Template, TemplateRow
from scorecard.intake.long_form.template_sheet import write_rows
from scorecard.publishing.carried_forward import Known, base_of, carried_forward
from scorecard.snapshots.index import list_snapshots
from scorecard.text import workbook_words
from scorecard.weeks import ReportWeek


@dataclass(frozen=True)
class Figures:
    """The figures a template shows beside the empty cells, and those it is filled with."""

    before: Known = field(default_factory=dict)
    filled: Known = field(default_factory=dict)
    synthetic: bool = False


def load_template(home: Path, catalog: Catalog, unit_id: str, week: ReportWeek) -> Template:
    """The template of a unit for a week with the figures known before; raises UsageError for an unknown unit."""
    index = list_snapshots(home)
    base = base_of(index, week)
    day = catalog.day_of(catalog.cut_off(week))
    carried = carried_forward(index, base, catalog, day)
    known = {key: row for key, row in carried.items() if catalog.counts_on(day, row.indicator_id, row.as_of)}
    return build_template(catalog, unit_id, week, Figures(known, synthetic=bool(base and base.manifest.synthetic)))


def build_template(catalog: Catalog, unit_id: str, week: ReportWeek, figures: Figures) -> Template:
    """The rows of a unit and of the units below it, in the catalogue's order; raises UsageError."""
    day = catalog.day_of(catalog.cut_off(week))
    units = catalog.units_on(day)
    owner = next((unit for unit in units if unit.unit_id == unit_id), None)
    if owner is None:
        raise UsageError(workbook_words.NO_TEMPLATE_UNIT.format(found=unit_id, week=week))
    rows = tuple(
        TemplateRow(
            unit,
            indicator,
            figures.before.get((unit.unit_id, indicator.indicator_id)),
            figures.filled.get((unit.unit_id, indicator.indicator_id)),
        )
        for unit in (owner, *(unit for unit in units if unit.parent_id == unit_id))
        for indicator in catalog.indicators_on(day)
        if catalog.is_typed(indicator, unit)
    )
    return Template(owner, week, catalog.rules_version, rows, figures.synthetic)


def render_template(template: Template) -> bytes:
    """The workbook; the same template gives the same bytes. Text never becomes a formula or a link."""
    stream = io.BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    with xlsxwriter.Workbook(stream, options) as book:
        book.set_properties({"created": dt.datetime.combine(template.week.monday, dt.time())})
        write_rows(book, template)
        write_contract(book, template.unit.unit_id, template.week, template.rules_version)
    return stream.getvalue()


def write_contract(book: xlsxwriter.Workbook, unit_id: str, week: ReportWeek, rules_version: str) -> None:
    """Adds the hidden sheet that says for which unit, week and catalogue a workbook was made."""
    sheet = book.add_worksheet(workbook_words.CONTRACT_SHEET)
    for row, pair in enumerate(zip(KEYS, (VERSION, unit_id, str(week), rules_version), strict=True)):
        sheet.write_string(row, 0, pair[0])
        sheet.write_string(row, 1, pair[1])
    sheet.very_hidden()
    sheet.protect()
