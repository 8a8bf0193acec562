"""Figures typed on the page -> a workbook like the one a unit would have sent, so that both are read the same way."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Mapping

import xlsxwriter

from scorecard.catalog import Catalog, Indicator, Unit
from scorecard.intake.long_form.template import write_contract
from scorecard.text import workbook_words
from scorecard.weeks import ReportWeek

COLUMNS = ("unit_id", "indicator_id", "numerator", "denominator", "as_of", "source", "note")
TYPED = ("numerator", "denominator", "as_of", "note")
FIRST_ROW = 2  # as a spreadsheet counts: the headings stand in row 1


def typed_rows(catalog: Catalog, unit: Unit) -> list[Indicator]:
    """The indicators a unit may give a figure for, in the order of the rows from FIRST_ROW on."""
    return [item for item in catalog.indicators if catalog.is_typed(item, unit)]


def typed_workbook(
    catalog: Catalog, unit: Unit, week: ReportWeek, typed: Mapping[str, Mapping[str, str]], source: str
) -> bytes:
    """The rows of `typed` (by indicator, then by a name of TYPED) as text, just as it was typed; the rest is blank.

    The same figures give the same bytes, so that sending them twice is one draft.
    """
    stream = io.BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    with xlsxwriter.Workbook(stream, options) as book:
        book.set_properties({"created": dt.datetime.combine(week.monday, dt.time())})
        sheet = book.add_worksheet(workbook_words.DATA_SHEET)
        for column, name in enumerate(COLUMNS):
            sheet.write_string(0, column, workbook_words.HEADINGS[name][0])
        for row, indicator in enumerate(typed_rows(catalog, unit), start=FIRST_ROW - 1):
            given = typed.get(indicator.indicator_id, {})
            texts = {**given, "unit_id": unit.unit_id, "indicator_id": indicator.indicator_id}
            texts["source"] = source if any(given.values()) else ""
            for column, name in enumerate(COLUMNS):
                sheet.write_string(row, column, texts.get(name, ""))
        write_contract(book, unit.unit_id, week, catalog.rules_version)
    return stream.getvalue()
