"""The sheet of a template that is filled in: headings, rows, what may be typed where."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from scorecard.format import week_label
from scorecard.text import general_words, workbook_words

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

    from scorecard.intake.long_form.template_rows import Template, TemplateRow
    from scorecard.snapshots.observation import Observation

_FIELDS = ("unit_id", "unit_name", "indicator_id")
_TYPED = ("numerator", "denominator", "as_of", "source", "note")
_FIRST_BEFORE = len(_FIELDS) + 1 + len(_TYPED)
_WIDTHS = (12, 26, 10, 48, 13, 13, 13, 26, 30, 13, 13, 13)
HEADING_ROW = 3


def write_rows(book: Workbook, template: Template) -> None:
    """Adds the sheet; only the cells to be filled in are unlocked."""
    sheet, forms = book.add_worksheet(workbook_words.DATA_SHEET), _formats(book)
    mark = f" — {general_words.SYNTHETIC}" if template.synthetic else ""
    title = workbook_words.TITLE.format(unit=template.unit.name, week=week_label(template.week))
    sheet.write_string(0, 0, title + mark, forms["title"])
    sheet.write_string(1, 0, workbook_words.HINT)
    texts = [workbook_words.HEADINGS[name][0] for name in _FIELDS] + [workbook_words.INDICATOR_NAME]
    texts += [workbook_words.HEADINGS[name][0] for name in _TYPED] + list(workbook_words.BEFORE)
    for column, (text, width) in enumerate(zip(texts, _WIDTHS, strict=True)):
        sheet.write_string(HEADING_ROW, column, text, forms["heading"])
        sheet.set_column(column, column, width)
    for number, row in enumerate(template.rows, start=HEADING_ROW + 1):
        _write_row(sheet, number, row, forms)
    _finish(sheet, HEADING_ROW + len(template.rows))


def _formats(book: Workbook) -> dict[str, Format]:
    frame: dict[str, Any] = {"border": 1, "border_color": "#B0B7C0", "valign": "top"}
    shapes: dict[str, dict[str, Any]] = {
        "title": {"bold": True, "font_size": 14},
        "heading": {**frame, "bold": True, "text_wrap": True, "bg_color": "#DCE6F2"},
        "fixed": {**frame, "text_wrap": True, "bg_color": "#F3F4F6"},
        "grey": {**frame, "bg_color": "#BFC4CA"},
        "number": {**frame, "locked": False, "num_format": "#,##0.###"},
        "day": {**frame, "locked": False, "num_format": "dd/mm/yyyy"},
        "text": {**frame, "locked": False, "text_wrap": True, "num_format": "@"},
        "past": {**frame, "num_format": "#,##0.###", "font_color": "#5B6470", "bg_color": "#F3F4F6"},
        "past_day": {**frame, "num_format": "dd/mm/yyyy", "font_color": "#5B6470", "bg_color": "#F3F4F6"},
    }
    return {name: book.add_format(shape) for name, shape in shapes.items()}


def _write_row(sheet: Worksheet, number: int, row: TemplateRow, forms: dict[str, Format]) -> None:
    indicator = row.indicator
    fixed = (row.unit.unit_id, row.unit.name, indicator.indicator_id, indicator.name)
    for column, text in enumerate(fixed):
        sheet.write_string(number, column, text, forms["fixed"])
    below = indicator.denominator or "—"
    definition = workbook_words.DEFINITION.format(name=indicator.name, numerator=indicator.numerator, denominator=below)
    sheet.write_comment(number, len(_FIELDS), definition, {"x_scale": 2, "y_scale": 1.5})
    column = len(_FIELDS) + 1
    _write_figures(sheet, number, column, row.filled, (forms["number"], forms["day"]))
    if not indicator.measure.divides:
        sheet.write_blank(number, column + 1, None, forms["grey"])
    source, note = (row.filled.source, row.filled.note) if row.filled else (indicator.source_system, "")
    sheet.write_string(number, column + 3, source, forms["text"])
    sheet.write_string(number, column + 4, note, forms["text"])
    _write_figures(sheet, number, _FIRST_BEFORE, row.before, (forms["past"], forms["past_day"]))


def _write_figures(
    sheet: Worksheet, row: int, column: int, known: Observation | None, forms: tuple[Format, Format]
) -> None:
    number, day = forms
    for offset, value in enumerate((known.numerator, known.denominator) if known else (None, None)):
        if value is None:
            sheet.write_blank(row, column + offset, None, number)
        else:
            sheet.write_number(row, column + offset, float(value), number)
    if known:
        sheet.write_datetime(row, column + 2, dt.datetime.combine(known.as_of, dt.time()), day)
    else:
        sheet.write_blank(row, column + 2, None, day)


def _finish(sheet: Worksheet, last: int) -> None:
    """Panes, validation and the lock without a password: it guards against slips, not against people."""
    sheet.freeze_panes(HEADING_ROW + 1, len(_FIELDS) + 1)
    column = len(_FIELDS) + 1
    rule = {"validate": "decimal", "criteria": ">=", "value": 0, "error_message": workbook_words.NOT_NEGATIVE}
    sheet.data_validation(HEADING_ROW + 1, column, max(last, HEADING_ROW + 1), column + 1, rule)
    days = {
        "validate": "date",
        "criteria": ">=",
        "value": dt.date(2000, 1, 1),
        "error_message": workbook_words.NOT_A_DATE,
    }
    sheet.data_validation(HEADING_ROW + 1, column + 2, max(last, HEADING_ROW + 1), column + 2, days)
    sheet.protect("", {"format_columns": True, "format_rows": True, "autofilter": True, "sort": True})
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
