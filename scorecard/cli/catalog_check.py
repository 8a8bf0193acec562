"""Commands about catalogues: catalog check."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import typer

from scorecard.catalog import Catalog, archived_catalog, load_catalog
from scorecard.catalog.differences import FILE_COLUMNS, compare_catalogs
from scorecard.catalog.running_on import find_running_on, named
from scorecard.cli.app import Form, FormOption, note
from scorecard.cli.printed_rows import print_rows
from scorecard.errors import CatalogError
from scorecard.files.row_formats import json_object, table_rows
from scorecard.follow_up.matters.reading import read_followed
from scorecard.follow_up.outstanding.outstanding import explanation_states
from scorecard.follow_up.work_list.case_starts import read_since
from scorecard.lights.listing import task_lights
from scorecard.publishing.rejudging import REHEARSAL_COLUMNS, changed_lights
from scorecard.settings import Settings
from scorecard.snapshots.index import Snapshot, list_snapshots
from scorecard.snapshots.warehouse import Warehouse
from scorecard.text import catalog_command_words, command_words, general_words

Rows = list[dict[str, Any]]
catalog_app = typer.Typer(help=catalog_command_words.CATALOG_APP, no_args_is_help=True)


@dataclass(frozen=True)
class Answer:
    """What a check found; `files` None where the catalogue in force cannot be read, `snapshot` None without a week."""

    catalog: Catalog
    in_force: Catalog | None
    files: Rows | None
    snapshot: Snapshot | None
    lights: Rows


def check(
    context: typer.Context,
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", exists=True, file_okay=False, help=catalog_command_words.FOLDER)
    ],
    form: FormOption = Form.table,
) -> None:
    settings: Settings = context.obj
    try:
        catalog = load_catalog(folder)
    except CatalogError as error:
        if form is Form.json:
            typer.echo(json_object({"valid": False, "problems": str(error).splitlines()}))
        raise
    answer = _answer(settings, catalog)
    if answer.snapshot and answer.snapshot.manifest.synthetic:
        note(general_words.SYNTHETIC)
    for warning in _warnings(catalog):
        note(warning)
    (_print_json if form is Form.json else _print)(answer, form)


def _answer(settings: Settings, catalog: Catalog) -> Answer:
    in_force, files = None, None
    try:
        in_force = load_catalog(settings.catalog)
        files = compare_catalogs(in_force, catalog)
    except CatalogError as error:
        note(catalog_command_words.IN_FORCE_BROKEN.format(detail=error))
    weeks = list_snapshots(settings.home).weeks()
    if not weeks:
        note(command_words.NO_WEEKS.format(home=settings.home))
        return Answer(catalog, in_force, files, None, [])
    return Answer(catalog, in_force, files, weeks[-1], changed_lights(weeks[-1], catalog, _states(settings, weeks[-1])))


def _warnings(catalog: Catalog) -> list[str]:
    """What a catalogue that holds together is seldom meant to say, one line for each kind."""
    found = find_running_on(catalog)
    return [catalog_command_words.RUNNING_ON.format(count=len(found), names=named(found))] if found else []


def _states(settings: Settings, snapshot: Snapshot) -> Mapping[tuple[str, int], str]:
    """What became of the explanations that were asked for, as of the last week."""
    followed, day = read_followed(settings.home, snapshot.week), snapshot.cut_off_day
    if followed.unread:
        note(followed.unread)
    if not followed.matters:
        return {}
    index = list_snapshots(settings.home)
    catalog = archived_catalog(settings.home, snapshot.manifest.rules_version)
    lights = task_lights(settings.home, index, snapshot)
    since = read_since(Warehouse(settings.home).run, index.history(snapshot), catalog)
    return explanation_states(followed.matters, lights, catalog.units_on(day), since, day)


def _print(answer: Answer, form: Form) -> None:
    """A table shows everything; of a CSV the lights are the content, the rest is said beside it."""
    tell: Callable[[str], None] = typer.echo if form is Form.table else note
    tell(catalog_command_words.VALID.format(folder=answer.catalog.folder, version=answer.catalog.rules_version))
    if answer.in_force and answer.files is not None:
        same = answer.in_force.rules_version == answer.catalog.rules_version
        tell(
            catalog_command_words.SAME
            if same
            else catalog_command_words.IN_FORCE.format(version=answer.in_force.rules_version)
        )
        changed = [row for row in answer.files if any(row[name] for name in FILE_COLUMNS[1:])]
        if changed:
            tell(table_rows(changed, FILE_COLUMNS))
    if answer.snapshot:
        snapshot = answer.snapshot
        tell(
            catalog_command_words.WEEK.format(week=snapshot.week, revision=snapshot.revision, count=len(answer.lights))
        )
        judged_by = snapshot.manifest.rules_version
        if answer.in_force and judged_by != answer.in_force.rules_version:
            note(catalog_command_words.OTHER_RULES.format(version=judged_by))
    synthetic = answer.snapshot is not None and answer.snapshot.manifest.synthetic
    print_rows(answer.lights, REHEARSAL_COLUMNS, form, synthetic=synthetic)


def _print_json(answer: Answer, _: Form) -> None:
    snapshot = answer.snapshot
    said = {
        "valid": True,
        "rules_version": answer.catalog.rules_version,
        "in_force": answer.in_force.rules_version if answer.in_force else None,
        "files": answer.files,
        "warnings": _warnings(answer.catalog),
        "week": str(snapshot.week) if snapshot else None,
        "revision": snapshot.revision if snapshot else None,
        "judged_by": snapshot.manifest.rules_version if snapshot else None,
        "lights": answer.lights,
    }
    typer.echo(json_object(said))


check.__doc__ = catalog_command_words.CHECK
catalog_app.command("check")(check)
