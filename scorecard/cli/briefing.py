"""The command that makes the weekly briefing."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from scorecard.cli.app import WeekOption, note, settings_of, week_of
from scorecard.text import command_words, general_words


def briefing(
    context: typer.Context,
    week: WeekOption,
    out: Annotated[Path | None, typer.Option(file_okay=False, help=command_words.OUT)] = None,
    revision: Annotated[int | None, typer.Option(help=command_words.REVISION)] = None,
    district: Annotated[str | None, typer.Option(help=command_words.DISTRICT)] = None,
    task: Annotated[int | None, typer.Option(help=command_words.ONE_TASK)] = None,
    formats: Annotated[str, typer.Option(help=command_words.FORMATS)] = "",
) -> None:
    # Loaded here: the renderers take half a second that no other command should wait for.
    from scorecard.briefing.bundle import make_bundle, parse_formats  # noqa: PLC0415
    from scorecard.briefing.content.week_reading import Asked, read_week  # noqa: PLC0415
    from scorecard.briefing.folder import sealed_folder, write_bundle  # noqa: PLC0415
    from scorecard.text import briefing_words  # noqa: PLC0415

    wanted = parse_formats(formats, task)
    home = settings_of(context).home
    read = read_week(home, Asked(week_of(week), revision, district, task))
    folder = out or sealed_folder(home, read)
    paths = write_bundle(folder, make_bundle(read, wanted, with_tables=out is None))
    if read.edition.snapshot.manifest.synthetic:
        note(general_words.SYNTHETIC)
    if read.unread:
        note(read.unread)
    note(briefing_words.WRITTEN.format(count=len(paths), folder=folder))
    for path in paths:
        typer.echo(path)


briefing.__doc__ = command_words.BRIEFING
