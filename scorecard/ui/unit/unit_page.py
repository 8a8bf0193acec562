"""Reads what the page of one unit shows and prints it; made once per snapshot and address."""

from __future__ import annotations

from scorecard.address.queries import UnitQuery
from scorecard.catalog import Unit
from scorecard.lights.edition import Edition
from scorecard.lights.overview import LOOK_BACK, code_line
from scorecard.lights.status import COUNTED
from scorecard.text import unit_page
from scorecard.ui.reader import session
from scorecard.ui.reader.compared_week import compared_pair, read_changes, read_corrected, week_choices
from scorecard.ui.shell.render import render
from scorecard.ui.unit.unit_choice import build_choices
from scorecard.ui.unit.unit_rows import read_rows
from scorecard.ui.unit.unit_tasks import build_figures, build_tasks
from scorecard.ui.unit.unit_view import UnitPage, notes_of, paper_size


def read_unit(edition: Edition) -> str:
    """The page for the unit the address names, or the units to choose from; cached by what it reads."""
    address = edition.anchored.without_reason()
    unit = edition.unit(edition.address.of(UnitQuery).unit or "")
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
    built = session.shared(key, lambda: build_figures(edition.catalog, read_rows(edition, unit)))
    statuses = [light.status for light in built.lights.values()]
    counts = {status: statuses.count(status) for status in COUNTED}
    parent = edition.unit(unit.parent_id) if unit.parent_id else None
    tasks = build_tasks(edition.catalog, address, unit, built)
    changes = read_changes(edition, address, {unit.unit_id: unit.name}, unit_id=unit.unit_id)
    notes = notes_of(tasks)
    page = UnitPage(
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
    kept = {name: value for name, value in address.filters().items() if name != "against"}
    return render("unit/unit", page=page, compared=week_choices(edition), kept=kept)


def _level(unit: Unit, parent: Unit | None) -> str:
    in_district = parent if unit.level == "commune" else None
    return unit_page.OF_DISTRICT.format(parent=in_district.name) if in_district else unit_page.LEVEL[unit.level]
