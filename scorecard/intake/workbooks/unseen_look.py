"""The second look at a packed workbook, taken before its values are read."""

from __future__ import annotations

import io
import zipfile
import zlib
from xml.etree import ElementTree as ET

from scorecard.intake.cells.strict_values import BadValueError
from scorecard.intake.workbooks.cost_limits import ZIP
from scorecard.intake.workbooks.unseen_cells import Marks
from scorecard.intake.workbooks.unseen_ods import CONTENT, read_ods_marks
from scorecard.intake.workbooks.unseen_xlsx import BOOK, read_xlsx_marks

__all__ = ["Marks", "read_marks"]


def read_marks(content: bytes) -> dict[str, Marks]:
    """The marks of each sheet by its name; the limits of packed files are checked before.

    Raises BadValueError where cells reach too far, ValueError for what cannot be read: an unseen error cell could lose
    a figure silently.
    """
    if not content.startswith(ZIP):
        return {}
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            names = packed.namelist()
            if BOOK in names:
                return read_xlsx_marks(packed)
            return read_ods_marks(packed) if CONTENT in names else {}
    except (ET.ParseError, LookupError, zipfile.BadZipFile, zlib.error, EOFError, ValueError) as error:
        if isinstance(error, BadValueError):
            raise
        raise ValueError(str(error)) from None
