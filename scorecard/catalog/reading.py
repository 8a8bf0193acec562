"""Reads the raw rows of a catalogue's CSV files; knows encodings and headers, not what a row means."""

from __future__ import annotations

import csv
import io
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from scorecard.text import catalog_words


@dataclass(frozen=True)
class RawRow:
    """One row as text: file, line number (the header is line 1) and the trimmed, NFC cells by column."""

    file: str
    line: int
    cells: dict[str, str]


def read_table(path: Path, required: tuple[str, ...]) -> tuple[list[RawRow], list[str]]:
    """All rows of one file and the problems met; a file with a problem in its header gives no rows.

    UTF-8 with or without BOM, any line ends. Blank lines are skipped; columns nobody asked for are kept.
    """
    if not path.is_file():
        return [], [catalog_words.NO_FILE.format(file=path.name, folder=path.parent)]
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return [], [catalog_words.NOT_UTF8.format(file=path.name, place=error.start + 1)]
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    rows: list[RawRow] = []
    header: list[str] = []
    line = 0
    try:
        for cells in reader:
            line = reader.line_num
            clean = [unicodedata.normalize("NFC", cell).strip() for cell in cells]
            if not header:
                header = clean
                problems = _header_problems(path.name, header, required)
                if problems:
                    return [], problems
            elif any(clean):
                if len(clean) != len(header):
                    return [], [catalog_words.NOT_CSV.format(file=path.name, row=line)]
                rows.append(RawRow(path.name, line, dict(zip(header, clean, strict=True))))
    except csv.Error:
        return [], [catalog_words.NOT_CSV.format(file=path.name, row=line + 1)]
    return rows, _header_problems(path.name, header, required)


def _header_problems(file: str, header: list[str], required: tuple[str, ...]) -> list[str]:
    missing = [catalog_words.NO_COLUMN.format(file=file, column=column) for column in required if column not in header]
    named = [column for column in header if column]
    twice = sorted({column for column in named if named.count(column) > 1})
    return missing + [catalog_words.TWICE_COLUMN.format(file=file, column=column) for column in twice]
