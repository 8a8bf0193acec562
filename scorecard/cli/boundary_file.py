"""The command that checks boundaries and installs them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer

from scorecard.cli.app import catalog_of, note, settings_of
from scorecard.maps.boundaries import check_boundaries, install_boundaries, listed
from scorecard.snapshots.index import list_snapshots
from scorecard.text import boundary_words


def boundaries(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False, readable=True, help=boundary_words.FILE)],
    key: Annotated[str, typer.Option(help=boundary_words.KEY)],
) -> None:
    settings, catalog = settings_of(context), catalog_of(context)
    weeks = list_snapshots(settings.home).weeks()
    # The units that are shown: those of the newest week; before any week, those of today.
    day = weeks[-1].cut_off_day if weeks else dt.datetime.now(catalog.zone).date()
    checked = check_boundaries(file.read_bytes(), key, catalog.units_on(day))
    if checked.problems:
        note("\n".join([boundary_words.PROBLEMS.format(file=file, count=len(checked.problems)), *checked.problems]))
        raise typer.Exit(1)
    if checked.ignored:
        note(boundary_words.IGNORED.format(count=len(checked.ignored), codes=listed(checked.ignored)))
    target = install_boundaries(settings.home, checked.content)
    typer.echo(boundary_words.INSTALLED.format(count=checked.count, size=len(checked.content) // 1000 + 1, file=target))


boundaries.__doc__ = boundary_words.COMMAND
