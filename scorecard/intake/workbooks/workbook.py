"""Bytes of .xlsx, .xlsm, .xls, .ods -> sheets of typed cells; formulas by their cached value, macros never run."""

from __future__ import annotations

import io

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from scorecard.intake.cells.strict_values import BadValueError
from scorecard.intake.workbooks.cost_limits import MOST_SHEETS, OLE, ZIP, Extent, refuse_costly
from scorecard.intake.workbooks.sheet import Place, Sheet
from scorecard.intake.workbooks.unseen_look import Marks, read_marks
from scorecard.intake.workbooks.xls import read_xls
from scorecard.text import workbook_words

__all__ = ["Place", "Sheet", "is_workbook", "read_workbook"]


def is_workbook(name: str, content: bytes) -> bool:
    """Whether a file is to be read as a workbook: by its first bytes, else by the ending of its name."""
    return content.startswith((ZIP, OLE)) or name.lower().endswith((".xlsx", ".xlsm", ".xls", ".ods"))


def read_workbook(content: bytes) -> tuple[Sheet, ...]:
    """The sheets in their order; raises BadValueError for what cannot be opened or is too large."""
    refuse_costly(content)
    try:
        if content.startswith(OLE):
            return read_xls(content)
        # Before anything is opened: for .ods this is what bounds the memory.
        marks, extent = read_marks(content), Extent()
        with CalamineWorkbook.from_filelike(io.BytesIO(content)) as book:
            metadata = [item for item in book.sheets_metadata if item.typ == SheetTypeEnum.WorkSheet]
            if len(metadata) > MOST_SHEETS:
                raise BadValueError(workbook_words.TOO_MANY_SHEETS.format(found=len(metadata), most=MOST_SHEETS))
            return tuple(
                _sheet(
                    book.get_sheet_by_name(item.name),
                    item.visible != SheetVisibleEnum.Visible,
                    marks.get(item.name, Marks()),
                    extent,
                )
                for item in metadata
            )
    except (CalamineError, OSError, ValueError, OverflowError) as error:
        if isinstance(error, BadValueError):
            raise
        raise BadValueError(workbook_words.NOT_A_WORKBOOK.format(detail=str(error)[:80])) from None


def _sheet(sheet: CalamineSheet, hidden: bool, marks: Marks, extent: Extent) -> Sheet:
    if sheet.end:
        extent.reach(*sheet.end)
        extent.end_sheet()
    rows = tuple(tuple(row) for row in sheet.to_python(skip_empty_area=False))
    merged = sheet.merged_cell_ranges
    return Sheet(sheet.name, hidden, rows, marks, None if merged is None else tuple(merged))
