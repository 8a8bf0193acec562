"""Lines of the audit as objects, and as text in the files they are kept in after their time in the table."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Row, select

from scorecard.access.audit.record import hash_of
from scorecard.access.tables import AUDIT

FOLDER = "audit"
PATTERN = "audit-*.jsonl"


@dataclass(frozen=True)
class Line:
    """One line; `hash` covers all the others, `previous_hash` is the hash of the line before."""

    number: int
    at: dt.datetime
    who: str
    address: str
    act: str
    subject: str
    result: str
    previous_hash: str
    hash: str

    @property
    def true_hash(self) -> str:
        """What `hash` has to be."""
        return hash_of(vars(self))


def line_of(row: Row[Any]) -> Line:
    """A row of the table."""
    return Line(**row._mapping)  # noqa: SLF001 - the public name of a row's columns in SQLAlchemy


def table_lines(connection: Connection) -> Iterator[Line]:
    """Every line in the table, in order, without holding all of them."""
    ordered = select(AUDIT).order_by(AUDIT.c.number).execution_options(yield_per=1000)
    return map(line_of, connection.execute(ordered))


def audit_files(home: Path) -> list[Path]:
    """The files of earlier lines, in order."""
    return sorted((home / FOLDER).glob(PATTERN))


def name_of(first: int, last: int) -> str:
    """The name of a file; it sorts as its lines do."""
    return f"audit-{first:010d}-{last:010d}.jsonl"


def to_text(lines: Iterable[Line]) -> str:
    """One JSON object a line."""
    told = (vars(line) | {"at": line.at.astimezone(dt.UTC).isoformat(timespec="microseconds")} for line in lines)
    return "".join(json.dumps(item, ensure_ascii=False) + "\n" for item in told)


def file_lines(file: Path) -> Iterator[Line]:
    """The lines of a file; raises ValueError for what is no such line."""
    with file.open(encoding="utf-8") as stream:
        for text in stream:
            try:
                values = json.loads(text)
                yield Line(**values | {"at": dt.datetime.fromisoformat(values["at"]), "number": int(values["number"])})
            except (TypeError, KeyError, RecursionError) as error:
                raise ValueError(type(error).__name__) from None
