"""The audit read page by page, written out, and moved into files when its time in the table is over."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import ColumnElement, Connection, Engine, delete, func, select

from scorecard.access.account_names import folded_name
from scorecard.access.audit.chain import end_of, note_end, verify_audit
from scorecard.access.audit.lines import FOLDER, Line, audit_files, file_lines, line_of, name_of, to_text
from scorecard.access.audit.record import Actor, record
from scorecard.access.tables import AUDIT
from scorecard.database.engine import reading, writing
from scorecard.errors import AccessError, UsageError
from scorecard.files.whole_files import write_private
from scorecard.text import audit_words

PAGE_SIZE = 50


@dataclass(frozen=True)
class AuditFilter:
    """Which lines are wanted; whatever is empty leaves all. `since` is inclusive, `until` is not."""

    who: str = ""
    act: str = ""
    since: dt.datetime | None = None
    until: dt.datetime | None = None

    @property
    def conditions(self) -> list[ColumnElement[bool]]:
        """The filter as conditions; everything in them is bound, nothing is written into the statement."""
        found: list[ColumnElement[bool]] = []
        if self.who:
            found.append(AUDIT.c.who.contains(folded_name(self.who), autoescape=True))
        if self.act:
            found.append((AUDIT.c.act == self.act) | AUDIT.c.act.startswith(f"{self.act}.", autoescape=True))
        if self.since:
            found.append(AUDIT.c.at >= self.since)
        if self.until:
            found.append(AUDIT.c.at < self.until)
        return found


@dataclass(frozen=True)
class AuditPage:
    """Lines of one page, newest first; `number` counts from 1, `total` are all lines the filter leaves."""

    lines: tuple[Line, ...]
    number: int
    pages: int
    total: int


def read_audit(engine: Engine, wanted: AuditFilter, page: int = 1, size: int = PAGE_SIZE) -> AuditPage:
    """One page of the lines in the table; a page that is not there is the nearest one."""
    with reading(engine) as connection:
        total = connection.execute(select(func.count()).select_from(AUDIT).where(*wanted.conditions)).scalar_one()
        pages = max(1, -(-total // size))
        number = min(max(page, 1), pages)
        newest = select(AUDIT).where(*wanted.conditions).order_by(AUDIT.c.number.desc())
        rows = connection.execute(newest.limit(size).offset((number - 1) * size)).all()
    return AuditPage(tuple(map(line_of, rows)), number, pages, total)


def acts(engine: Engine) -> list[str]:
    """Every act there is a line of, in order."""
    with reading(engine) as connection:
        return list(connection.execute(select(AUDIT.c.act).distinct().order_by(AUDIT.c.act)).scalars())


def export_lines(engine: Engine, actor: Actor, now: dt.datetime, wanted: AuditFilter) -> Iterator[Line]:
    """All lines of a filter, oldest first; that they were taken out is itself a line, and the last of them."""
    with writing(engine) as connection:
        record(connection, now, actor, "audit.export", wanted.who, wanted.act or "ok")
        rows = connection.execute(select(AUDIT).where(*wanted.conditions).order_by(AUDIT.c.number)).all()
    return map(line_of, rows)


def rotate(engine: Engine, home: Path, now: dt.datetime, keep_days: int, actor: Actor = Actor("")) -> Path | None:  # noqa: B008
    """Moves the lines older than the kept time into `<home>/audit/`; the file, or None where none is that old.

    The chain goes on over the files. Raises AccessError, and moves nothing, where it is broken: afterwards nobody
    could say whether the rotation broke it.
    """
    # Before the lock: nobody could sign in while years of lines are hashed. Lines that come meanwhile stay anyway.
    if problems := verify_audit(engine, home)[1]:
        raise AccessError("\n".join((audit_words.NOT_ROTATED, *problems)))
    with writing(engine) as connection:
        lines = _older(connection, now - dt.timedelta(days=keep_days))
        if not lines:
            return None
        _clear_interrupted(home, lines[0].number)
        file, digest = _written(home / FOLDER, lines)
        connection.execute(delete(AUDIT).where(AUDIT.c.number <= lines[-1].number))
        record(connection, now, actor, "audit.rotate", file.name, f"{len(lines)} {digest}")
        end = end_of(connection)
    note_end(engine, home, end)
    return file


def midnight(text: str, zone: dt.tzinfo, days_later: int = 0) -> dt.datetime | None:
    """The beginning of the day a filter names, or of one some days later; None for no text. Raises UsageError."""
    if not text:
        return None
    try:
        return dt.datetime.combine(dt.date.fromisoformat(text), dt.time(), zone) + dt.timedelta(days=days_later)
    except (ValueError, OverflowError):
        raise UsageError(audit_words.BAD_DAY.format(found=text[:60])) from None


def _older(connection: Connection, moment: dt.datetime) -> list[Line]:
    """The lines before the first that is young enough, never the last: the next one is chained to it."""
    youngest = select(func.min(AUDIT.c.number)).where(AUDIT.c.at >= moment)
    bound = connection.execute(youngest).scalar() or end_of(connection).number
    rows = connection.execute(select(AUDIT).where(AUDIT.c.number < bound).order_by(AUDIT.c.number))
    return list(map(line_of, rows))


def _clear_interrupted(home: Path, first: int) -> None:
    """A rotation that died before its end left a file of lines that are still in the table."""
    for file in audit_files(home):
        line = next(file_lines(file), None)
        if line is None or line.number >= first:
            file.unlink()


def _written(folder: Path, lines: list[Line]) -> tuple[Path, str]:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    content = to_text(lines).encode()
    file = folder / name_of(lines[0].number, lines[-1].number)
    write_private(file, content)
    return file, hashlib.sha256(content).hexdigest()
