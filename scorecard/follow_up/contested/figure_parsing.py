"""Proposed figures: read without guessing, and held against everything a figure that is sent is held against."""

from __future__ import annotations

import csv
import io
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path

from scorecard.catalog import Catalog
from scorecard.catalog.scope import Scope
from scorecard.errors import FollowUpError
from scorecard.follow_up.matters.matter import About, Matter, Told
from scorecard.format import date_vi, number
from scorecard.intake.cells.cell_values import number_text
from scorecard.intake.cells.strict_values import BadValueError, parse_number
from scorecard.intake.ingest import check_files
from scorecard.intake.long_form.long_csv import COLUMNS, identity
from scorecard.publishing.carried_forward import read_observations
from scorecard.snapshots.index import Input, Snapshot, list_snapshots
from scorecard.snapshots.observation import Observation
from scorecard.text import contest_words, follow_up_words


def parse_figure(numerator: str, denominator: str) -> tuple[Decimal, Decimal | None]:
    """Two numbers typed the Vietnamese way; raises FollowUpError with the question where one can mean two things."""
    return _number("numerator", numerator), _number("denominator", denominator) if denominator.strip() else None


def _number(field: str, text: str) -> Decimal:
    try:
        return parse_number(number_text(text))
    except BadValueError as error:
        raise FollowUpError(
            contest_words.BAD_FIGURE.format(field=follow_up_words.FIELDS[field], advice=error)
        ) from None


def figure_in(snapshot: Snapshot, about: About) -> Observation | None:
    """The figure a snapshot holds for what a proposal is about."""
    key = (about.unit_id, about.indicator_id)
    return next((row for row in read_observations(snapshot) if row.key == key), None)


@contextmanager
def checked_file(matter: Matter) -> Iterator[tuple[Path, Input]]:
    """A proposal as the file a unit would have sent, and its identity: the same for the same proposal, no other's."""
    name = contest_words.CSV_NAME.format(matter=matter.matter_id, unit=matter.about.unit_id)
    content = _content(matter.about, matter.moves[0].told, contest_words.NOTE.format(matter=matter.matter_id))
    with _as_file(name, content) as path:
        yield path, identity(name, content)


def published_for(home: Path, matter: Matter) -> Snapshot | None:
    """The newest revision that was published of this very proposal, where there is one."""
    with checked_file(matter) as (_, source):
        found = [item for item in list_snapshots(home).all if source in item.manifest.inputs]
    return found[-1] if found else None


def check_figure(
    home: Path, catalog: Catalog, snapshot: Snapshot, scope: Scope, about: About, told: Told, path: Path | None = None
) -> list[Observation]:
    """What would be published into the week of a snapshot, from the file given or a passing one.

    Raises FollowUpError with every problem, and where publishing it would change nothing.
    """
    if path is None:
        with _as_file("figure.csv", _content(about, told, "")) as passing:
            return check_figure(home, catalog, snapshot, scope, about, told, passing)
    intake = check_files(home, catalog, [path], snapshot.week, snapshot.manifest.cut_off, scope=scope)
    if intake.checked.problems:
        lines = [_line(problem.column, problem.advice) for problem in intake.checked.problems]
        raise FollowUpError("\n".join(lines))
    _refuse_unchanged(figure_in(snapshot, about), intake.checked.observations[0])
    return intake.checked.observations


def _line(column: str, advice: str) -> str:
    return (
        contest_words.BAD_FIGURE.format(field=follow_up_words.FIELDS[column], advice=advice)
        if column in follow_up_words.FIELDS
        else advice
    )


def _refuse_unchanged(known: Observation | None, proposed: Observation) -> None:
    if known is None:
        return
    if known.as_of > proposed.as_of:
        raise FollowUpError(contest_words.OLDER.format(date=date_vi(known.as_of)))
    if _says(known) == _says(proposed):
        figure = number(known.numerator) + (f"/{number(known.denominator)}" if known.denominator is not None else "")
        raise FollowUpError(contest_words.SAME.format(figure=figure, date=date_vi(known.as_of)))


def _says(figure: Observation) -> tuple[object, ...]:
    return figure.as_of, figure.numerator, figure.denominator


def _content(about: About, told: Told, note: str) -> bytes:
    """One row as `ingest` takes it."""
    row = [about.unit_id, about.indicator_id, told.as_of, told.numerator, told.denominator, contest_words.SOURCE, note]
    stream = io.StringIO(newline="")
    csv.writer(stream).writerows([COLUMNS, ["" if cell is None else cell for cell in row]])
    return stream.getvalue().encode()


@contextmanager
def _as_file(name: str, content: bytes) -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(content)
        yield path
