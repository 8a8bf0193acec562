"""What a command reads of what was followed up: as it stood at the end of a week, or why it could not be read."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from scorecard.catalog.scope import ALL
from scorecard.database.engine import FILE, open_database, reading
from scorecard.errors import DatabaseError
from scorecard.follow_up.matters.matter import Matter
from scorecard.follow_up.matters.reading import read_matters
from scorecard.settings import database_url
from scorecard.text import outstanding_words
from scorecard.weeks import ReportWeek


@dataclass(frozen=True)
class Followed:
    """Matters with their moves up to a week; `unread` says why they could not be read."""

    matters: tuple[Matter, ...] = ()
    unread: str = ""


def read_followed(home: Path, week: ReportWeek) -> Followed:
    """The matters of a home up to the end of a week; a home without a database has none and is given none."""
    if not database_url() and not (home / FILE).is_file():
        return Followed()
    try:
        with reading(open_database(home)) as connection:
            return Followed(tuple(read_matters(connection, ALL, until=week)))
    except DatabaseError as error:
        return Followed(unread=outstanding_words.UNREAD_WHY.format(detail=error))
