"""Reads the list of figures to take back: a CSV of keys, each of which has to be in force in the week."""

from __future__ import annotations

import csv
import hashlib
import io
from pathlib import Path

from scorecard.errors import SnapshotError
from scorecard.intake.cells.strict_values import BadValueError, parse_date
from scorecard.publishing.carried_forward import read_observations
from scorecard.snapshots.index import Input, Snapshot
from scorecard.snapshots.observation import Observation, Withdrawal
from scorecard.text import inbox_words, intake_words

COLUMNS = ("unit_id", "indicator_id", "as_of")


def read_withdrawals(path: Path, current: Snapshot) -> tuple[tuple[Withdrawal, ...], Input]:
    """The figures a file takes back, in the order of the file; raises SnapshotError that lists every mistake.

    A figure has to be the one the week uses: a key that matches nothing is a slip, and would hide that the wrong
    figure still stands.
    """
    content = path.read_bytes()
    rows = _rows(path.name, content)
    known = {row.key: row for row in read_observations(current)}
    problems = [problem for line, cells in rows if (problem := _problem(path.name, line, cells, current, known))]
    if not rows:
        problems = [inbox_words.NO_WITHDRAWALS.format(file=path.name)]
    if problems:
        raise SnapshotError("\n".join(problems))
    keys = dict.fromkeys((cells[0], cells[1], parse_date(cells[2])) for _, cells in rows)
    withdrawn = tuple(Withdrawal(unit, item, day) for unit, item, day in keys)
    return withdrawn, Input(name=path.name, sha256=hashlib.sha256(content).hexdigest())


def _rows(file: str, content: bytes) -> list[tuple[int, list[str]]]:
    """Every row that is not empty, with its line; the header is checked here."""
    try:
        reader = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True)
        header = [cell.strip() for cell in next(reader, [])]
        if tuple(header) != COLUMNS:
            message = inbox_words.HEADER.format(wanted=",".join(COLUMNS), found=",".join(header)[:200])
            raise SnapshotError(intake_words.FILE_PLACE.format(file=file, advice=message))
        return [(reader.line_num, [cell.strip() for cell in row]) for row in reader if any(map(str.strip, row))]
    except UnicodeDecodeError as error:
        advice = intake_words.NOT_UTF8.format(place=error.start + 1)
    except csv.Error as error:
        advice = intake_words.NOT_CSV.format(detail=error)
    raise SnapshotError(intake_words.FILE_PLACE.format(file=file, advice=advice))


def _problem(
    file: str, line: int, cells: list[str], current: Snapshot, known: dict[tuple[str, str], Observation]
) -> str:
    if len(cells) != len(COLUMNS):
        return inbox_words.BAD_ROW.format(file=file, line=line)
    unit, indicator, text = cells
    try:
        day = parse_date(text)
    except BadValueError as error:
        return intake_words.PLACE.format(file=file, line=line, column="as_of", found=text[:60], advice=error)
    row = known.get((unit, indicator))
    if row and row.as_of == day:
        return ""
    advice = inbox_words.IN_FORCE.format(date=row.as_of) if row else inbox_words.NONE_IN_FORCE
    return inbox_words.NOT_IN_FORCE.format(
        file=file, line=line, week=current.week, unit=unit[:60], indicator=indicator[:60], date=day, advice=advice
    )
