"""Whether the audit is whole: every line unchanged, none missing, and its end where it was when last looked at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Engine, func, select

from scorecard.access.audit.lines import Line, audit_files, file_lines, table_lines
from scorecard.access.audit.record import START
from scorecard.access.tables import AUDIT
from scorecard.database.engine import reading, writing
from scorecard.errors import DatabaseError
from scorecard.files.disk_errors import reason_of
from scorecard.files.whole_files import write_private
from scorecard.text import audit_words

ANCHOR = "audit.anchor"
_MOST = 50  # problems told; one cut makes one, a rewritten table thousands


@dataclass(frozen=True)
class End:
    """Number and hash of a line the chain once ended in; 0 is an audit without a line."""

    number: int = 0
    hash: str = START

    def __str__(self) -> str:
        return f"{self.number}:{self.hash}"

    @staticmethod
    def parse(text: str) -> End:
        """The end `str` wrote; raises ValueError."""
        number, _, digest = text.strip().partition(":")
        if len(digest) != len(START):
            raise ValueError(text)
        return End(int(number), digest)


def verify_audit(engine: Engine, home: Path | None = None, expected: End | None = None) -> tuple[End, list[str]]:
    """The end of the audit, and what is wrong with it, in order; nothing where it is whole.

    With `home` the files of earlier lines are part of the chain, and the anchor kept there has to be a line of it.
    `expected` is an end that somebody kept elsewhere: whoever can write the home can write the anchor too.
    """
    ends = {expected} if expected else set()
    problems, met = [], {End()}
    try:
        # Before the lines: a rotation meanwhile notes an end that the lines as of one moment need not have yet.
        ends |= {read_anchor(home)} if home else set()
    except ValueError:
        problems.append(audit_words.ANCHOR_UNREADABLE)
    with reading(engine) as connection:
        end = end_of(connection)
        problems += _broken(_lines(connection, home), ends, met)
    problems += [
        audit_words.END_MISSING.format(number=end.number) for end in sorted(ends - met, key=lambda e: e.number)
    ]
    return end, problems[:_MOST]


def look_over(engine: Engine, home: Path, expected: End | None = None) -> tuple[End, list[str]]:
    """The same, and the end is noted in the home where the audit is whole; that it could not be is told too."""
    end, problems = verify_audit(engine, home, expected)
    try:
        if not problems:
            note_end(engine, home, end)
    except OSError as error:
        problems.append(audit_words.END_NOT_NOTED.format(number=end.number, detail=reason_of(error)))
    except DatabaseError as error:
        problems.append(str(error))
    return end, problems


def note_end(engine: Engine, home: Path, end: End) -> None:
    """Notes an end of a whole audit, unless a later one is noted already; two never write the anchor at once."""
    with writing(engine):
        if read_anchor(home).number <= end.number:
            write_anchor(home, end)


def end_of(connection: Connection) -> End:
    """The last line there is."""
    last = connection.execute(select(AUDIT.c.number, AUDIT.c.hash).order_by(AUDIT.c.number.desc()).limit(1)).first()
    return End(last.number, last.hash) if last else End()


def read_anchor(home: Path) -> End:
    """The end that was noted last, at first the beginning; raises ValueError where the file is no anchor any more."""
    try:
        return End.parse((home / ANCHOR).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return End()


def write_anchor(home: Path, end: End) -> None:
    """Notes the end beside the database, so that lines cut off at the end are found the next time."""
    write_private(home / ANCHOR, f"{end}\n".encode())


def _broken(lines: Iterable[Line | str], ends: set[End], met: set[End]) -> Iterator[str]:
    number, previous = 0, START
    for line in lines:
        if isinstance(line, str):
            yield line
            continue
        if line.number != number + 1:
            yield (
                audit_words.LINES_MISSING.format(first=number + 1, last=line.number - 1)
                if line.number > number
                else (audit_words.LINE_TWICE.format(number=line.number))
            )
        elif line.previous_hash != previous:
            yield audit_words.LINE_UNCHAINED.format(number=line.number)
        if line.true_hash != line.hash:
            yield audit_words.LINE_CHANGED.format(number=line.number)
        number, previous = line.number, line.hash
        met |= {End(line.number, line.hash)} & ends


def _lines(connection: Connection, home: Path | None) -> Iterator[Line | str]:
    """The files, then the table; a file that could not be read is told in its place."""
    first = connection.execute(select(func.min(AUDIT.c.number))).scalar()
    for file in audit_files(home) if home else ():
        try:
            for line in file_lines(file):
                if first is not None and line.number >= first:
                    break  # left by a rotation that was interrupted: these lines are still in the table
                yield line
        except FileNotFoundError:
            continue  # a rotation has just put one in its place; where none did, its lines are missing
        except (ValueError, OSError) as error:
            yield audit_words.FILE_UNREADABLE.format(file=file.name, detail=type(error).__name__)
    yield from table_lines(connection)
