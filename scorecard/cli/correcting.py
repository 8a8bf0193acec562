"""Commands for what is published already: republish, changes, original."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Annotated

import typer

from scorecard.cli.app import Form, FormOption, WeekOption, note, settings_of, week_of
from scorecard.cli.reading import print_rows
from scorecard.comparison import CHANGE_COLUMNS, compare_lights, count_statuses, read_lights
from scorecard.corrections import find_carried
from scorecard.corrections import republish as publish_again
from scorecard.errors import UsageError
from scorecard.originals import read_original
from scorecard.publish import Prepared
from scorecard.settings import user_name
from scorecard.snapshots import Snapshot, list_snapshots
from scorecard.text import cli as say
from scorecard.text import general
from scorecard.text import inbox as words
from scorecard.text import snapshots as snapshot_words

RepublishOption = Annotated[bool, typer.Option("--republish", help=say.REPUBLISH_OPTION)]
ClockOption = Annotated[bool, typer.Option("--clock-checked", help=say.CLOCK_CHECKED)]
ByOption = Annotated[str, typer.Option(help=say.BY)]


def needed_reason(reason: str, current: Snapshot) -> str:
    """The reason that was given; raises UsageError where it is blank: the week is published."""
    if not reason.strip():
        raise UsageError(words.NEEDS_REASON.format(week=current.week))
    return reason


def republish(
    context: typer.Context,
    week: WeekOption,
    reason: Annotated[str, typer.Option(help=say.REASON)] = "",
    by: ByOption = "",
    clock_checked: ClockOption = False,
) -> None:
    settings = settings_of(context)
    corrected = list_snapshots(settings.home).current(week_of(week))
    reason = needed_reason(reason, corrected)
    done = publish_again(settings.home, corrected, reason, by or user_name(), clock_checked=clock_checked)
    _tell_published(done, typer.echo)


def _tell_published(published: Iterable[Snapshot], tell: Callable[[str], None]) -> None:
    done = False
    for snapshot in published:
        tell(words.REPUBLISHED.format(week=snapshot.week, revision=snapshot.revision))
        done = True
    if not done:
        note(words.NOTHING_CARRIED)


def after_publication(home: Path, snapshot: Snapshot, *, again: bool) -> None:
    """Says what was kept, what changed and which later weeks carry old figures; publishes those again if asked."""
    for problem in list_snapshots(home).broken:
        note(snapshot_words.NOT_CARRIED.format(problem=problem))
    for item in snapshot.manifest.inputs:
        note(words.RECEIPT.format(name=item.name, sha256=item.sha256))
    say_changes(home, snapshot)
    if again:
        # Standard output may be one JSON answer, which stays alone there.
        _tell_published(publish_again(home, snapshot, snapshot.manifest.reason, snapshot.manifest.published_by), note)
        return
    carried = find_carried(home, list_snapshots(home), snapshot)
    for item_of in carried:
        later = item_of.snapshot
        note(words.CARRIED.format(week=later.week, revision=later.revision, count=len(item_of.held)))
    if carried:
        note(words.OFFER.format(week=snapshot.week))


def say_changes(home: Path, outcome: Snapshot | Prepared) -> None:
    """One line: how much differs from the snapshot a publication was built on."""
    index = list_snapshots(home)
    if isinstance(outcome, Prepared):
        base, tables = outcome.base, outcome.tables
    else:
        base = index.named(outcome.manifest.built_on) if outcome.manifest.built_on else None
        tables = read_lights(outcome)
    if base is None:
        note(words.FIRST)
        return
    rows = compare_lights(read_lights(base), tables)
    pattern = words.CHANGES if rows else words.NO_CHANGES
    note(pattern.format(against=base.name, count=count_statuses(rows), figures=len(rows)))


def changes(
    context: typer.Context,
    week: WeekOption,
    revision: Annotated[int | None, typer.Option(help=say.REVISION)] = None,
    against: Annotated[str | None, typer.Option(help=say.AGAINST)] = None,
    form: FormOption = Form.table,
) -> None:
    index = list_snapshots(settings_of(context).home)
    snapshot = index.get(week_of(week), revision)
    name = against or snapshot.manifest.built_on
    other = index.named(name) if name else None
    if name and other is None:
        raise UsageError(words.NO_SNAPSHOT.format(found=name))
    if snapshot.manifest.synthetic:
        note(general.SYNTHETIC)
    rows = compare_lights(read_lights(other), read_lights(snapshot))
    print_rows(rows, CHANGE_COLUMNS, form, synthetic=snapshot.manifest.synthetic)


def original(
    context: typer.Context,
    sha256: Annotated[str, typer.Argument(help=say.SHA256)],
    out: Annotated[Path, typer.Option(help=say.ORIGINAL_OUT)],
) -> None:
    content = read_original(settings_of(context).home, sha256)
    with out.open("xb") as file:
        file.write(content)


republish.__doc__, changes.__doc__, original.__doc__ = say.REPUBLISH, say.CHANGES, say.ORIGINAL
