"""Reads what the page of one unit shows and prints it; made once per snapshot and address."""

from __future__ import annotations

from collections.abc import Mapping
from types import SimpleNamespace
from typing import Any

from scorecard.catalog import Unit
from scorecard.lights.edition import Edition
from scorecard.lights.outlook import outlook_of
from scorecard.lights.overview import LOOK_BACK, code_line, with_history
from scorecard.snapshots.warehouse import files_of
from scorecard.text import unit_page
from scorecard.ui.reader import session
from scorecard.ui.reader.compared_week import against_choices, compared_pair, read_changes
from scorecard.ui.reader.corrected_weeks import read_corrected
from scorecard.ui.shell.render import render
from scorecard.ui.unit.print_size import notes_of, paper_size
from scorecard.ui.unit.unit_tasks import UnitRows, build_choices, build_figures, build_tasks
from scorecard.weeks import ReportWeek

Row = Mapping[str, Any]
_FEWEST_PEERS = 4


def read_unit(edition: Edition) -> str:
    """The page for the unit the address names, or the units to choose from; cached by what it reads."""
    address = edition.anchored.without_reason()
    unit = edition.unit(edition.address.unit) if edition.address.unit else None
    if unit is None:
        return render("unit/choice", blocks=build_choices(edition.units, address))
    read = (snapshot.hash for snapshot in (*edition.history[-LOOK_BACK:], *compared_pair(edition)))
    key = ("unit", address.link(), *read, str(len(edition.history)))
    return session.kept(key, lambda: _make(edition, unit))


def _make(edition: Edition, unit: Unit) -> str:
    address = edition.anchored.without_reason()
    # Apart from the page: another week to compare with changes nothing of these.
    hashes = (snapshot.hash for snapshot in edition.history[-LOOK_BACK:])
    key = ("unit_figures", unit.unit_id, *hashes, str(len(edition.history)))
    built = session.shared(key, lambda: build_figures(edition.catalog, _read(edition, unit)))
    statuses = [light["status"] for light in built.lights.values()]
    counts = {status: statuses.count(status) for status in ("red", "amber", "green", "missing")}
    parent = edition.unit(unit.parent_id) if unit.parent_id else None
    tasks = build_tasks(edition.catalog, address, unit, built)
    changes = read_changes(edition, address, {unit.unit_id: unit.name}, unit_id=unit.unit_id)
    notes = notes_of(tasks)
    page = SimpleNamespace(
        name=unit.name,
        level=_level(unit, parent),
        counts=unit_page.COUNTS.format(**counts),
        tasks=tasks,
        changes=changes,
        notes=notes,
        paper=paper_size(tasks, notes, [row.text for row in changes.rows]),
        corrected=read_corrected(edition, edition.history[-LOOK_BACK:], [unit.unit_id]),
        peer_note=unit_page.PEER_NOTE.format(weeks=LOOK_BACK),
        trend_head=unit_page.TREND.format(weeks=LOOK_BACK),
        code_line=code_line(edition.snapshot),
        choose=address.link(unit=None),
    )
    choices = SimpleNamespace(**against_choices(edition))
    kept = {name: value for name, value in address.filters().items() if name != "against"}
    return render("unit/unit", page=page, choices=choices, kept=kept)


def _level(unit: Unit, parent: Unit | None) -> str:
    in_district = parent if unit.level == "commune" else None
    return unit_page.OF_DISTRICT.format(parent=in_district.name) if in_district else unit_page.LEVEL[unit.level]


def _says_nobody(edition: Edition, row: Row) -> bool:
    """Whether median and best of peers leave open whose they are, for a reader who may not see the peers."""
    return edition.scope.units is None or row["units_with_value"] >= _FEWEST_PEERS


def _read(edition: Edition, unit: Unit) -> UnitRows:
    run = session.warehouse().run
    history = edition.history[-LOOK_BACK:]
    weeks = [edition.snapshot.week.plus(-back) for back in reversed(range(LOOK_BACK))]
    figures = run(
        "unit_lights",
        lights=files_of([edition.snapshot], "lights"),
        observations=files_of([edition.snapshot], "observations"),
        unit_id=unit.unit_id,
        task_no=None,
    )
    # Peers stay without names: the median and the best of them are everybody's to see.
    peers = [
        other.unit_id for other in edition.catalog.units_on(edition.snapshot.cut_off_day) if other.level == unit.level
    ]
    values = run("peer_values", files=files_of([edition.snapshot], "lights"), units=peers)
    # An earlier life of the code is another unit.
    alive = [snapshot for snapshot in history if snapshot.cut_off_day >= unit.valid_from]
    past: dict[str, dict[ReportWeek, Any]] = {}
    for row in run(
        "unit_trend",
        files=files_of(alive, "lights"),
        units=[unit.unit_id],
        indicators=[figure["indicator_id"] for figure in figures],
    ):
        past.setdefault(row["indicator_id"], {})[ReportWeek.parse(row["week"])] = row
    return UnitRows(
        unit=unit,
        day=edition.snapshot.cut_off_day,
        lights=run("task_lights", **with_history(history, "task_lights"), unit_id=unit.unit_id, task_no=None),
        figures=figures,
        peers={row["indicator_id"]: row for row in values if _says_nobody(edition, row)},
        history=past,
        weeks=weeks,
        outlook=outlook_of(edition),
        may_open_tasks=edition.scope.units is None,
        uncertain_from=LOOK_BACK if len(edition.history) > LOOK_BACK else LOOK_BACK + 1,
    )
