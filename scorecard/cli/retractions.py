"""The command that takes a whole week back: retract."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Annotated

import typer

from scorecard.access.audit.record import record
from scorecard.briefing.folder import FOLDER
from scorecard.cli.app import WeekOption, note, settings_of, week_of
from scorecard.cli.office import office
from scorecard.cli.publications import ByOption
from scorecard.database.engine import writing
from scorecard.errors import UsageError
from scorecard.intake.withdrawals import COLUMNS
from scorecard.publishing.retraction import BuiltOn, find_built_on
from scorecard.publishing.retraction import retract as take_back
from scorecard.settings import user_name
from scorecard.snapshots.index import list_snapshots
from scorecard.text import command_words, inbox_words
from scorecard.weeks import ReportWeek


def retract(
    context: typer.Context,
    week: WeekOption,
    reason: Annotated[str, typer.Option(help=command_words.REASON)] = "",
    by: ByOption = "",
    presented: Annotated[bool, typer.Option("--presented", help=command_words.RETRACT_PRESENTED)] = False,
    lists: Annotated[Path | None, typer.Option("--lists", file_okay=False, help=command_words.RETRACT_LISTS)] = None,
) -> None:
    home, report_week = settings_of(context).home, week_of(week)
    if gone := list_snapshots(home).retraction(report_week):
        note(inbox_words.RETRACTED_ALREADY.format(week=report_week, revision=gone.revision))
    else:
        _refuse_presented(home, report_week, presented=presented)
        at = office(context)
        done = take_back(home, report_week, reason, by or user_name())
        with writing(at.engine) as connection:
            record(connection, at.now, at.actor, "retract", done.name)
        typer.echo(inbox_words.RETRACTED.format(week=report_week, revision=done.revision))
    _tell_built_on(find_built_on(list_snapshots(home), report_week), report_week, lists)


def _refuse_presented(home: Path, week: ReportWeek, *, presented: bool) -> None:
    folder = home / FOLDER / str(week)
    if folder.is_dir() and any(folder.rglob("*.*")) and not presented:
        raise UsageError(inbox_words.PRESENTED.format(week=week, folder=folder))


def _tell_built_on(found: list[BuiltOn], week: ReportWeek, lists: Path | None) -> None:
    for one in found:
        later = one.snapshot
        note(inbox_words.BUILT_ON.format(week=later.week, revision=later.revision, count=len(one.held)))
        if one.held and lists:
            file = lists / f"withdraw-{later.week}-of-{week}.csv"
            lists.mkdir(parents=True, exist_ok=True)
            with file.open("x", encoding="utf-8", newline="") as stream:
                rows = [(item.unit_id, item.indicator_id, item.as_of.isoformat()) for item in one.held]
                csv.writer(stream).writerows([COLUMNS, *rows])
            note(inbox_words.BUILT_ON_FILE.format(file=file, week=later.week))
    if any(one.held for one in found) and not lists:
        note(inbox_words.BUILT_ON_HINT)


retract.__doc__ = command_words.RETRACT
