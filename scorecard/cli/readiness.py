"""The command that looks a week through before it is presented."""

from __future__ import annotations

from typing import Annotated

import typer

from scorecard.briefing.readiness import Finding
from scorecard.briefing.readiness import rehearse as find
from scorecard.cli.app import Form, FormOption, WeekOption, note, settings_of, week_of
from scorecard.cli.printed_rows import print_rows
from scorecard.snapshots.index import list_snapshots
from scorecard.text import command_words, general_words, readiness_words


def rehearse(
    context: typer.Context,
    week: WeekOption,
    revision: Annotated[int | None, typer.Option(help=command_words.REVISION)] = None,
    form: FormOption = Form.table,
) -> None:
    home = settings_of(context).home
    index = list_snapshots(home)
    snapshot = index.get(week_of(week), revision)
    found = find(home, index, snapshot)
    if snapshot.manifest.synthetic:
        note(general_words.SYNTHETIC)
    print_rows([one._asdict() for one in found], Finding._fields, form, synthetic=snapshot.manifest.synthetic)
    blocking = sum(one.blocking for one in found)
    note(
        readiness_words.FOUND.format(blocking=blocking, warnings=len(found) - blocking)
        if found
        else readiness_words.NONE
    )
    if blocking:
        raise typer.Exit(1)


rehearse.__doc__ = command_words.REHEARSE
