"""Commands that write a file for somebody to fill in: template."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from scorecard.cli.app import WeekOption, catalog_of, note, settings_of, week_of
from scorecard.errors import UsageError
from scorecard.intake.template import load_template, render_template
from scorecard.text import cli as say
from scorecard.text import workbook as words


def template(
    context: typer.Context,
    unit: Annotated[str, typer.Option(help=say.TEMPLATE_UNIT)],
    week: WeekOption,
    out: Annotated[Path, typer.Option(help=say.TEMPLATE_OUT)],
) -> None:
    settings, catalog = settings_of(context), catalog_of(context)
    made = load_template(settings.home, catalog, unit, week_of(week))
    try:
        with out.open("xb") as file:
            file.write(render_template(made))
    except FileExistsError:
        raise UsageError(say.EXISTS.format(file=out)) from None
    note(words.WRITTEN.format(file=out, rows=len(made.rows)))


template.__doc__ = say.TEMPLATE
