"""The command that takes figures back: withdraw."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from scorecard.cli.app import WeekOption, catalog_of, note, settings_of, week_of
from scorecard.cli.publications import (
    ByOption,
    ClockOption,
    RepublishOption,
    after_publication,
    needed_reason,
    say_changes,
)
from scorecard.intake.withdrawals import read_withdrawals
from scorecard.publishing.preparation import Prepared, prepare
from scorecard.publishing.publication import Publication
from scorecard.publishing.publish import publish
from scorecard.publishing.republishing import find_holding
from scorecard.settings import user_name
from scorecard.snapshots.index import list_snapshots
from scorecard.snapshots.observation import Withdrawal
from scorecard.snapshots.originals import keep_originals
from scorecard.text import command_words, inbox_words
from scorecard.weeks import ReportWeek


def withdraw(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False, readable=True, help=command_words.WITHDRAW_FILE)],
    week: WeekOption,
    reason: Annotated[str, typer.Option(help=command_words.REASON)] = "",
    by: ByOption = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help=command_words.WITHDRAW_DRY_RUN)] = False,
    again: RepublishOption = False,
    clock_checked: ClockOption = False,
) -> None:
    settings, catalog = settings_of(context), catalog_of(context)
    current = list_snapshots(settings.home).current(week_of(week))
    withdrawn, source = read_withdrawals(file, current)
    publication = Publication(
        week=current.week,
        observations=(),
        cut_off=current.manifest.cut_off,
        reason=needed_reason(reason, current),
        published_by=by or user_name(),
        synthetic=current.manifest.synthetic,
        inputs=(source,),
        withdrawn=withdrawn,
        clock_checked=clock_checked,
    )
    prepared = prepare(settings.home, catalog, publication)
    if dry_run:
        typer.echo(inbox_words.WOULD_WITHDRAW.format(count=len(withdrawn), week=week, revision=prepared.revision))
        _say_fallen_back(prepared, withdrawn)
        say_changes(settings.home, prepared)
    else:
        keep_originals(settings.home, [file], publication.inputs)
        snapshot = publish(settings.home, catalog, publication)
        typer.echo(inbox_words.WITHDRAWN.format(count=len(withdrawn), week=week, revision=snapshot.revision))
        _say_fallen_back(prepared, withdrawn)
        after_publication(settings.home, snapshot, again=again)
    _say_earlier(settings.home, current.week, withdrawn)


def _say_fallen_back(prepared: Prepared, withdrawn: tuple[Withdrawal, ...]) -> None:
    """What stands in the place of every figure taken back: an older one, or none."""
    table = prepared.tables["observations"]
    units, indicators, days = (table[name].to_pylist() for name in ("unit_id", "indicator_id", "as_of"))
    known = dict(zip(zip(units, indicators, strict=True), days, strict=True))
    for item in withdrawn:
        day = known.get((item.unit_id, item.indicator_id))
        now = inbox_words.FALLS_BACK.format(date=day) if day else inbox_words.NOTHING_LEFT
        note("  " + inbox_words.NOW.format(unit=item.unit_id, indicator=item.indicator_id, after=now))


def _say_earlier(home: Path, week: ReportWeek, withdrawn: tuple[Withdrawal, ...]) -> None:
    """The weeks before this one are not touched: taking a figure back there is a decision of its own."""
    for snapshot, items in find_holding(list_snapshots(home), week, withdrawn):
        names = ", ".join(f"{item.unit_id} {item.indicator_id}" for item in items)
        note(inbox_words.HELD_BEFORE.format(week=snapshot.week, revision=snapshot.revision, figures=names))


withdraw.__doc__ = command_words.WITHDRAW
