"""Commands that write files for somebody to fill in, or to look at: template, samples."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from scorecard.cli.app import WeekOption, catalog_of, note, settings_of, week_of
from scorecard.demo.samples import build_samples
from scorecard.errors import UsageError
from scorecard.intake.long_form.template import load_template, render_template
from scorecard.text import command_words, sample_words, workbook_words


def template(
    context: typer.Context,
    unit: Annotated[str, typer.Option(help=command_words.TEMPLATE_UNIT)],
    week: WeekOption,
    out: Annotated[Path, typer.Option(help=command_words.TEMPLATE_OUT)],
) -> None:
    settings, catalog = settings_of(context), catalog_of(context)
    made = load_template(settings.home, catalog, unit, week_of(week))
    try:
        with out.open("xb") as file:
            file.write(render_template(made))
    except FileExistsError:
        raise UsageError(command_words.EXISTS.format(file=out)) from None
    note(workbook_words.WRITTEN.format(file=out, rows=len(made.rows)))


def samples(
    context: typer.Context,
    out: Annotated[Path, typer.Option(file_okay=False, help=command_words.SAMPLES_OUT)],
    week: Annotated[str, typer.Option("--week", help=command_words.WEEK)] = "2023-W42",
    seed: Annotated[int, typer.Option(help=command_words.DEMO_SEED)] = 7,
) -> None:
    files = build_samples(catalog_of(context), week_of(week), seed)
    out.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (out / name).write_bytes(content)
    note(sample_words.WRITTEN.format(count=len(files), folder=out))


template.__doc__, samples.__doc__ = command_words.TEMPLATE, command_words.SAMPLES
