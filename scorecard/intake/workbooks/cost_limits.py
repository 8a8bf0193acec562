"""What a workbook may cost, checked on its packed bytes before any reader opens it."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator

from scorecard.intake.cells.strict_values import BadValueError
from scorecard.text import workbook_words

MOST_BYTES = 20 * 1024 * 1024
MOST_UNPACKED = 120 * 1024 * 1024
MOST_MEMBERS = 2000
MOST_RATIO = 300
MOST_SHEETS = 60
MOST_ROWS = 20_000
MOST_COLUMNS = 300
MOST_CELL = 4000
MOST_AREA = 4_000_000
MOST_MARKS = 200_000
ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_DECLARATION = re.compile(rb"<!(DOCTYPE|ENTITY)|<\0?!\0?(D\0?O\0?C\0?T|E\0?N\0?T\0?I)")
_REFERENCE = re.compile(rb'\sr="([A-Z]{1,3})([0-9]{1,7})"')
# A row or a cell that stands for many; blank ones are how a spreadsheet ends a sheet, and cost nothing.
_REPEATED = re.compile(
    rb'number-(?:rows|columns)-repeated="([0-9]+)"(?:[^<]|<(?!/[a-z]+:table-row>|[a-z]+:table-row)){0,3000}?office:value'
)
_SEAM = 4000


def refuse_costly(content: bytes) -> None:
    """Raises BadValueError for a file that is too large, unpacks to too much, or declares XML entities."""
    if len(content) > MOST_BYTES:
        raise BadValueError(workbook_words.TOO_LARGE.format(most=MOST_BYTES // 1024 // 1024))
    if not content.startswith(ZIP):
        return
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            _refuse_bomb(packed)
            for member in packed.infolist():
                if member.filename.lower().endswith((".xml", ".rels", ".vml")):
                    _refuse_member(packed, member)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError) as error:
        if isinstance(error, BadValueError):
            raise
        raise BadValueError(workbook_words.NOT_A_WORKBOOK.format(detail=type(error).__name__)) from None


def _refuse_bomb(packed: zipfile.ZipFile) -> None:
    members = packed.infolist()
    total = sum(member.file_size for member in members)
    # Small members of zeros pack very well; only what is large can do harm.
    bombs = [m for m in members if m.file_size > 10_000_000 and m.file_size > MOST_RATIO * max(m.compress_size, 1)]
    if len(members) > MOST_MEMBERS or total > MOST_UNPACKED or bombs:
        raise BadValueError(workbook_words.ZIP_BOMB)


def _refuse_member(packed: zipfile.ZipFile, member: zipfile.ZipInfo) -> None:
    for piece in _pieces(packed, member):
        if _DECLARATION.search(piece):
            raise BadValueError(workbook_words.XML_ENTITY)
        if "worksheets/" in member.filename:
            _refuse_far_cell(piece)
        if member.filename == "content.xml" and any(int(m[1]) > MOST_ROWS for m in _REPEATED.finditer(piece)):
            raise BadValueError(workbook_words.TOO_MANY_CELLS.format(cell="?", rows=MOST_ROWS, columns=MOST_COLUMNS))


def _refuse_far_cell(piece: bytes) -> None:
    for match in _REFERENCE.finditer(piece):
        letters, row = match[1].decode(), int(match[2])
        if row > MOST_ROWS or column_number(letters) > MOST_COLUMNS:
            cell = f"{letters}{row}"
            raise BadValueError(workbook_words.TOO_MANY_CELLS.format(cell=cell, rows=MOST_ROWS, columns=MOST_COLUMNS))


def _pieces(packed: zipfile.ZipFile, member: zipfile.ZipInfo) -> Iterator[bytes]:
    """The unpacked member in pieces that overlap, so that nothing hides on a seam; never more than was declared."""
    kept, read = b"", 0
    with packed.open(member) as stream:
        while block := stream.read(1 << 20):
            read += len(block)
            if read > MOST_UNPACKED:
                raise BadValueError(workbook_words.ZIP_BOMB)
            yield kept + block
            kept = block[-_SEAM:]


def column_number(letters: str) -> int:
    """`A` is 1, `AA` is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def column_letters(number: int) -> str:
    """1 is `A`, 27 is `AA`."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def address(row: int, column: int) -> str:
    """`C7` for row 6 and column 2, both from 0."""
    return f"{column_letters(column + 1)}{row + 1}"


class Extent:
    """How far the cells of a workbook reach: its reader makes room for a whole rectangle in every sheet."""

    def __init__(self) -> None:
        self._rows = self._columns = self._before = 0

    def reach(self, row: int, column: int) -> None:
        """Takes a cell that says something into account (both from 0); raises BadValueError if that is too much."""
        if row < self._rows and column < self._columns:
            return
        self._rows, self._columns = max(self._rows, row + 1), max(self._columns, column + 1)
        cell = address(row, column)
        if row >= MOST_ROWS or column >= MOST_COLUMNS:
            raise BadValueError(workbook_words.TOO_MANY_CELLS.format(cell=cell, rows=MOST_ROWS, columns=MOST_COLUMNS))
        if self._before + self._rows * self._columns > MOST_AREA:
            raise BadValueError(workbook_words.TOO_MUCH_IN_ALL.format(cell=cell, most=MOST_AREA))

    def end_sheet(self) -> tuple[int, int]:
        """Begins the next sheet; how many rows and columns this one has."""
        rows, columns = self._rows, self._columns
        self._before += rows * columns
        self._rows = self._columns = 0
        return rows, columns


def refuse_marks(count: int) -> None:
    """Raises BadValueError for more cells in error or in percent than anybody would mend."""
    if count > MOST_MARKS:
        raise BadValueError(workbook_words.TOO_MANY_MARKS.format(most=MOST_MARKS))
