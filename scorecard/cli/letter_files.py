"""The command that drafts letters: files only, nothing is written into the history of a unit."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from scorecard.address.address import Address
from scorecard.address.queries import FollowUpQuery
from scorecard.catalog import archived_catalog
from scorecard.cli.app import WeekOption, catalog_of, note, settings_of, week_of
from scorecard.cli.as_user import scope_of
from scorecard.database.engine import open_database, reading
from scorecard.errors import UsageError
from scorecard.follow_up.matters.due_dates import counted_day
from scorecard.follow_up.matters.reading import read_matters
from scorecard.follow_up.work_list.work_list import WorkItem, read_work_list
from scorecard.lights.edition import Edition
from scorecard.lights.edition_opening import open_edition
from scorecard.snapshots.index import list_snapshots
from scorecard.snapshots.warehouse import Warehouse
from scorecard.text import command_words, general_words, letter_words


class LetterKind(StrEnum):
    """Which letters."""

    figures = "figures"
    low = "low"
    explain = "explain"


def letters(
    context: typer.Context,
    week: WeekOption,
    kind: Annotated[LetterKind, typer.Option(help=letter_words.KIND_HELP)],
    due: Annotated[str, typer.Option(help=letter_words.DUE_HELP)],
    out: Annotated[Path, typer.Option(help=letter_words.OUT_HELP)],
    unit: Annotated[list[str] | None, typer.Option(help=letter_words.UNIT_HELP)] = None,
    district: Annotated[str | None, typer.Option(help=letter_words.DISTRICT_HELP)] = None,
    task: Annotated[int | None, typer.Option(help=letter_words.TASK_HELP)] = None,
    together: Annotated[bool, typer.Option("--together", help=letter_words.TOGETHER_HELP)] = False,
) -> None:
    # Loaded here: the library that writes Word takes a while that no other command should wait for.
    from scorecard.briefing.folder import write_bundle  # noqa: PLC0415
    from scorecard.letters.bundle import pack_letters, render_letters, with_chats  # noqa: PLC0415
    from scorecard.letters.content import Order  # noqa: PLC0415
    from scorecard.letters.drafting import build_letters  # noqa: PLC0415

    texts = catalog_of(context).letters
    edition = _edition(context, week)
    day = counted_day(edition.index, edition.snapshot, dt.datetime.now(dt.UTC), edition.catalog.zone)
    lights = _lights(edition, settings_of(context).home, _wanted(edition, unit or [], district), task)
    made = build_letters(edition, texts, Order(kind.value, _day(due, day), together, day), lights)
    files = render_letters(made, edition.snapshot.manifest.cut_off)
    folder, packed = out, with_chats(made, files)
    if out.suffix.lower() == ".zip":
        folder, packed = out.parent, {out.name: pack_letters(made, files)}
    _refuse_there(folder / name for name in packed)
    paths = write_bundle(folder, packed)
    if edition.snapshot.manifest.synthetic:
        note(general_words.SYNTHETIC)
    note(letter_words.WRITTEN.format(letters=len(made), units=sum(len(one.units) for one in made)))
    note(letter_words.NOT_RECORDED)
    for path in paths:
        typer.echo(path)


def _edition(context: typer.Context, week: str) -> Edition:
    home = settings_of(context).home
    address = Address(FollowUpQuery(), week_of(week))
    return open_edition(
        list_snapshots(home),
        address,
        lambda version: archived_catalog(home, version),
        lambda catalog, day: scope_of(context, catalog, day),
    )


def _day(text: str, first: dt.date) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise UsageError(letter_words.BAD_DUE.format(found=text, first=first)) from None


def _wanted(edition: Edition, unit_ids: Collection[str], district: str | None) -> set[str]:
    """The codes of the units asked for; all where none is; raises UsageError for one that is not there."""
    known = {unit.unit_id for unit in edition.units}
    for found in unit_ids:
        if found not in known:
            raise UsageError(command_words.NO_UNIT.format(found=found))
    if district is None:
        return set(unit_ids) or known
    if district not in {unit.unit_id for unit in edition.districts}:
        raise UsageError(command_words.NO_UNIT.format(found=district))
    return {unit.unit_id for unit in edition.units if district in (unit.unit_id, unit.parent_id)} | set(unit_ids)


def _lights(edition: Edition, home: Path, wanted: Collection[str], task: int | None) -> list[WorkItem]:
    if task is not None and edition.task(task) is None:
        raise UsageError(command_words.NO_TASK.format(found=task))
    with reading(open_database(home)) as connection:
        matters = read_matters(connection, edition.scope, until=edition.snapshot.week)
    run = Warehouse(home, edition.scope).run
    work = read_work_list(run, edition.history, edition.catalog, edition.units, matters)
    return [light for light in work.chased if light.unit.unit_id in wanted and task in (None, light.task_no)]


def _refuse_there(paths: Iterable[Path]) -> None:
    """A draft somebody may have worked on is never written over."""
    for path in paths:
        if path.exists():
            raise UsageError(command_words.EXISTS.format(file=path))


letters.__doc__ = letter_words.COMMAND
