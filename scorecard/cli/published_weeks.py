"""Commands that only read: weeks, verify, lights."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

import typer

from scorecard.catalog import archived_catalog
from scorecard.catalog.scope import Scope
from scorecard.cli.app import Answer, AnswerOption, Form, FormOption, WeekOption, note, settings_of, week_of
from scorecard.cli.as_user import scope_of
from scorecard.cli.printed_rows import print_rows
from scorecard.errors import UsageError
from scorecard.files.row_formats import json_object
from scorecard.lights.listing import LIGHT_COLUMNS, group_ids, light_rows
from scorecard.publishing.placing import leftovers
from scorecard.settings import Settings
from scorecard.snapshots.index import Snapshot, list_snapshots
from scorecard.snapshots.verify import verify_home
from scorecard.text import command_words, general_words

_WEEK_COLUMNS = (
    "week", "revision", "current", "cut_off", "published_at", "published_by", "reason", "synthetic",
    "rules_version", "read_with", "retracted", "left_out",
)  # fmt: skip


class Level(StrEnum):
    """Which lights."""

    indicator = "indicator"
    task = "task"
    group = "group"


def weeks(context: typer.Context, form: FormOption = Form.table) -> None:
    settings = settings_of(context)
    index = list_snapshots(settings.home)
    current = {snapshot.name for snapshot in index.weeks()}
    rows: list[dict[str, Any]] = [
        snapshot.manifest.model_dump(mode="json", include=set(_WEEK_COLUMNS)) | {"current": snapshot.name in current}
        for snapshot in index.everything
    ]
    if form is not Form.json:
        rows = [row | {"left_out": [item["name"] for item in row["left_out"]]} for row in rows]
    if not rows:
        note(command_words.NO_WEEKS.format(home=settings.home))
    for message in index.broken:
        note(message)
    print_rows(rows, _WEEK_COLUMNS, form)


def verify(context: typer.Context, form: AnswerOption = Answer.text) -> None:
    settings = settings_of(context)
    problems = verify_home(settings.home)
    count = len(list_snapshots(settings.home).everything)
    for folder in leftovers(settings.home):
        note(command_words.LEFTOVER.format(folder=folder))
    if form is Answer.json:
        typer.echo(json_object({"snapshots": count, "problems": problems}))
    elif problems:
        note("\n".join([command_words.DIFFERENT.format(count=len(problems)), *problems]))
    else:
        typer.echo(command_words.VERIFIED.format(count=count))
    if problems:
        raise typer.Exit(1)


def lights(
    context: typer.Context,
    week: WeekOption,
    level: Annotated[Level, typer.Option(help=command_words.LEVEL)] = Level.task,
    revision: Annotated[int | None, typer.Option(help=command_words.REVISION)] = None,
    unit: Annotated[str | None, typer.Option(help=command_words.UNIT)] = None,
    task: Annotated[int | None, typer.Option(help=command_words.TASK)] = None,
    form: FormOption = Form.table,
) -> None:
    settings = settings_of(context)
    index = list_snapshots(settings.home)
    snapshot = index.get(week_of(week), revision)
    scope = _scope_of(context, settings, snapshot)
    _refuse_unknown(settings, snapshot, level, unit, task, scope)
    rows = light_rows(settings.home, index, snapshot, level.value, unit, task, scope)
    if snapshot.manifest.synthetic:
        note(general_words.SYNTHETIC)
    print_rows(rows, LIGHT_COLUMNS[level.value], form, synthetic=snapshot.manifest.synthetic)


def _scope_of(context: typer.Context, settings: Settings, snapshot: Snapshot) -> Scope:
    catalog = archived_catalog(settings.home, snapshot.manifest.rules_version)
    return scope_of(context, catalog, snapshot.cut_off_day)


def _refuse_unknown(
    settings: Settings, snapshot: Snapshot, level: Level, unit: str | None, task: int | None, scope: Scope
) -> None:
    catalog = archived_catalog(settings.home, snapshot.manifest.rules_version)
    units = [item.unit_id for item in scope.visible(catalog.units_on(snapshot.cut_off_day))]
    groups = [group for group in group_ids(catalog, snapshot.cut_off_day) if scope.sees_group(group)]
    known = groups if level is Level.group else units
    if unit is not None and unit not in known:
        raise UsageError(command_words.NO_UNIT.format(found=unit))
    if task is not None and task not in {item.task_no for item in catalog.tasks}:
        raise UsageError(command_words.NO_TASK.format(found=task))


weeks.__doc__, verify.__doc__, lights.__doc__ = command_words.WEEKS, command_words.VERIFY, command_words.LIGHTS
