"""The command that prints the work list: chase."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Annotated

import typer

from scorecard.catalog import Catalog, Unit, archived_catalog
from scorecard.cli.app import Form, FormOption, note, settings_of, week_of
from scorecard.cli.as_user import scope_of
from scorecard.cli.printed_rows import print_rows
from scorecard.database.engine import open_database, reading
from scorecard.errors import SnapshotError, UsageError
from scorecard.follow_up.matters.due_dates import counted_day
from scorecard.follow_up.matters.reading import read_matters
from scorecard.follow_up.work_list.filters import Wanted, pick
from scorecard.follow_up.work_list.listing import CHASE_COLUMNS, chase_rows
from scorecard.follow_up.work_list.work_list import read_work_list
from scorecard.snapshots.index import Snapshot, SnapshotIndex, list_snapshots
from scorecard.snapshots.warehouse import Warehouse
from scorecard.text import chase_command_words, command_words, general_words


class Listed(StrEnum):
    """Which of the two lists."""

    low = "low"
    figures = "figures"


def chase(
    context: typer.Context,
    week: Annotated[str | None, typer.Option("--week", help=chase_command_words.WEEK)] = None,
    listed: Annotated[Listed | None, typer.Option("--list", help=chase_command_words.LIST)] = None,
    district: Annotated[str | None, typer.Option(help=chase_command_words.DISTRICT)] = None,
    unit: Annotated[str | None, typer.Option(help=chase_command_words.UNIT)] = None,
    task: Annotated[int | None, typer.Option(help=command_words.TASK)] = None,
    step: Annotated[int | None, typer.Option(help=chase_command_words.STEP)] = None,
    form: FormOption = Form.table,
) -> None:
    home = settings_of(context).home
    index = list_snapshots(home)
    snapshot = _snapshot(index, week, home)
    catalog = archived_catalog(home, snapshot.manifest.rules_version).on(snapshot.cut_off_day)
    scope = scope_of(context, catalog, snapshot.cut_off_day)
    units = scope.visible(catalog.units_on(snapshot.cut_off_day))
    wanted = Wanted(listed or "", "", district, unit, task, step)
    _refuse_unknown(catalog, units, wanted)
    with reading(open_database(home)) as connection:
        matters = read_matters(connection, scope, until=snapshot.week)
    found = read_work_list(Warehouse(home, scope).run, index.history(snapshot), catalog, units, matters)
    day = counted_day(index, snapshot, dt.datetime.now(dt.UTC), catalog.zone)
    if snapshot.manifest.synthetic:
        note(general_words.SYNTHETIC)
    rows = chase_rows(pick(found, wanted, day), snapshot, day)
    print_rows(rows, CHASE_COLUMNS, form, synthetic=snapshot.manifest.synthetic)


def _snapshot(index: SnapshotIndex, week: str | None, home: object) -> Snapshot:
    if week is not None:
        return index.get(week_of(week))
    if not index.all:
        raise SnapshotError(command_words.NO_WEEKS.format(home=home))
    return index.weeks()[-1]


def _refuse_unknown(catalog: Catalog, units: tuple[Unit, ...], wanted: Wanted) -> None:
    """A unit that is not there and one that may not be seen are told alike."""
    ids = {unit.unit_id for unit in units}
    areas = {unit.unit_id for unit in units if unit.level == "district"} | {unit.parent_id for unit in units} & ids
    if wanted.area is not None and wanted.area not in areas:
        raise UsageError(chase_command_words.NO_DISTRICT.format(found=wanted.area))
    if wanted.unit_id is not None and wanted.unit_id not in ids:
        raise UsageError(chase_command_words.NO_UNIT.format(found=wanted.unit_id))
    if wanted.task_no is not None and wanted.task_no not in {task.task_no for task in catalog.tasks if task.in_letter}:
        raise UsageError(chase_command_words.NO_TASK.format(found=wanted.task_no))
    if wanted.step is not None and wanted.step not in {rung.step for rung in catalog.ladder}:
        raise UsageError(chase_command_words.NO_STEP.format(found=wanted.step))


chase.__doc__ = chase_command_words.CHASE
