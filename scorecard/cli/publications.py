"""Commands for what is published already: changes, original; and what every publication says of itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Annotated

import typer

from scorecard.catalog import archived_catalog
from scorecard.cli.app import Form, FormOption, WeekOption, note, settings_of, week_of
from scorecard.cli.printed_rows import print_rows
from scorecard.errors import UsageError
from scorecard.lights.change_causes import count_causes, with_causes
from scorecard.lights.ground import NO_CHANGE, Ground, ground_between
from scorecard.publishing.light_differences import (
    CHANGE_COLUMNS,
    Row,
    compare_lights,
    count_lives,
    count_statuses,
    read_lights,
)
from scorecard.publishing.preparation import Prepared
from scorecard.publishing.republishing import find_carried
from scorecard.publishing.republishing import republish as publish_again
from scorecard.snapshots.index import Snapshot, list_snapshots
from scorecard.snapshots.originals import read_original
from scorecard.text import command_words, general_words, inbox_words, snapshot_words

RepublishOption = Annotated[bool, typer.Option("--republish", help=command_words.REPUBLISH_OPTION)]
ClockOption = Annotated[bool, typer.Option("--clock-checked", help=command_words.CLOCK_CHECKED)]
ByOption = Annotated[str, typer.Option(help=command_words.BY)]


def needed_reason(reason: str, current: Snapshot) -> str:
    """The reason that was given; raises UsageError where it is blank: the week is published."""
    if not reason.strip():
        raise UsageError(inbox_words.NEEDS_REASON.format(week=current.week))
    return reason


def tell_published(published: Iterable[Snapshot], tell: Callable[[str], None]) -> None:
    """One line for every week that was published again, or that none was."""
    done = False
    for snapshot in published:
        tell(inbox_words.REPUBLISHED.format(week=snapshot.week, revision=snapshot.revision))
        done = True
    if not done:
        note(inbox_words.NOTHING_CARRIED)


def after_publication(home: Path, snapshot: Snapshot, *, again: bool) -> None:
    """Says what was kept, what changed and which later weeks carry old figures; publishes those again if asked."""
    for problem in list_snapshots(home).broken:
        note(snapshot_words.NOT_CARRIED.format(problem=problem))
    for item in snapshot.manifest.inputs:
        note(inbox_words.RECEIPT.format(name=item.name, sha256=item.sha256))
    say_changes(home, snapshot)
    if again:
        # Standard output may be one JSON answer, which stays alone there.
        tell_published(publish_again(home, snapshot, snapshot.manifest.reason, snapshot.manifest.published_by), note)
        return
    carried = find_carried(home, list_snapshots(home), snapshot)
    for item_of in carried:
        later = item_of.snapshot
        note(inbox_words.CARRIED.format(week=later.week, revision=later.revision, count=len(item_of.held)))
    if carried:
        note(inbox_words.OFFER.format(week=snapshot.week))


def say_changes(home: Path, outcome: Snapshot | Prepared) -> None:
    """One line: how much differs from the snapshot a publication was built on."""
    index = list_snapshots(home)
    if isinstance(outcome, Prepared):
        base, tables = outcome.base, outcome.tables
    else:
        base = index.named(outcome.manifest.built_on) if outcome.manifest.built_on else None
        tables = read_lights(outcome)
    if base is None:
        note(inbox_words.FIRST)
        return
    _note_changes(compare_lights(read_lights(base), tables), base)


def _note_changes(rows: Sequence[Row], against: Snapshot) -> None:
    pattern = inbox_words.CHANGES if rows else inbox_words.NO_CHANGES
    same = sum(row["life"] is None for row in rows)
    said = pattern.format(against=against.name, count=count_statuses(rows), figures=same)
    ended, new = count_lives(rows)
    note(said + inbox_words.LIVES.format(ended=ended, new=new) if ended or new else said)


def changes(
    context: typer.Context,
    week: WeekOption,
    revision: Annotated[int | None, typer.Option(help=command_words.REVISION)] = None,
    against: Annotated[str | None, typer.Option(help=command_words.AGAINST)] = None,
    form: FormOption = Form.table,
) -> None:
    index = list_snapshots(settings_of(context).home)
    snapshot = index.get(week_of(week), revision)
    name = against or snapshot.manifest.built_on
    other = index.named(name) if name else None
    if name and other is None:
        raise UsageError(inbox_words.NO_SNAPSHOT.format(found=name))
    if snapshot.manifest.synthetic:
        note(general_words.SYNTHETIC)
    home = settings_of(context).home
    compared = compare_lights(read_lights(other), read_lights(snapshot))
    rows = with_causes(compared, _ground(home, other, snapshot) if other else NO_CHANGE)
    if other:
        _note_changes(rows, other)
        note(inbox_words.CAUSES.format(**count_causes(rows)))
    print_rows(rows, (*CHANGE_COLUMNS, "cause"), form, synthetic=snapshot.manifest.synthetic)


def _ground(home: Path, other: Snapshot, snapshot: Snapshot) -> Ground:
    units = archived_catalog(home, snapshot.manifest.rules_version).units_on(snapshot.cut_off_day)
    return ground_between(other, snapshot, lambda version: archived_catalog(home, version), units)


def original(
    context: typer.Context,
    sha256: Annotated[str, typer.Argument(help=command_words.SHA256)],
    out: Annotated[Path, typer.Option(help=command_words.ORIGINAL_OUT)],
) -> None:
    content = read_original(settings_of(context).home, sha256)
    with out.open("xb") as file:
        file.write(content)


changes.__doc__, original.__doc__ = command_words.CHANGES, command_words.ORIGINAL
