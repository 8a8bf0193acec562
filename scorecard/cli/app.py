"""The global options, what commands share, and what becomes of an error."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from scorecard.catalog import Catalog, load_catalog
from scorecard.cli.as_user import act_as
from scorecard.errors import ScorecardError, UsageError
from scorecard.files.disk_errors import reason_of
from scorecard.files.home_lock import make_home
from scorecard.settings import Settings, load_settings
from scorecard.text import command_words
from scorecard.weeks import ReportWeek

app = typer.Typer(help=command_words.APP, no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)


class Form(StrEnum):
    """How rows are printed."""

    table = "table"
    json = "json"
    csv = "csv"


class Answer(StrEnum):
    """How an answer that is no table is printed."""

    text = "text"
    json = "json"


WeekOption = Annotated[str, typer.Option("--week", help=command_words.WEEK)]
FormOption = Annotated[Form, typer.Option("--format", help=command_words.FORMAT)]
AnswerOption = Annotated[Answer, typer.Option("--format", help=command_words.FORMAT)]


@app.callback()
def options(
    context: typer.Context,
    home: Annotated[Path | None, typer.Option(help=command_words.HOME)] = None,
    catalog: Annotated[Path | None, typer.Option(help=command_words.CATALOG)] = None,
    user: Annotated[str | None, typer.Option(help=command_words.AS_USER)] = None,
) -> None:
    """Takes the global options; the folders come from them, else from the environment, else from the project."""
    context.obj = load_settings(home, catalog)
    if user is not None:
        act_as(context, context.obj, user)


def settings_of(context: typer.Context) -> Settings:
    """The folders in force; the home is made if it is missing."""
    settings: Settings = context.obj
    make_home(settings.home)
    return settings


def catalog_of(context: typer.Context) -> Catalog:
    """The catalogue in force."""
    settings: Settings = context.obj
    return load_catalog(settings.catalog)


def week_of(text: str) -> ReportWeek:
    """The week an option names; raises UsageError."""
    return ReportWeek.parse(text)


def note(text: str) -> None:
    """One line for the person at the screen, on standard error."""
    typer.echo(text, err=True)


def main() -> None:
    """Runs a command; an error a person can mend becomes its message and an exit code, never a stack trace."""
    for stream in (sys.stdout, sys.stderr):
        # A Windows console of another code page would stop at the first Vietnamese letter.
        stream.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    try:
        app()
    except UsageError as error:
        note(str(error))
        raise SystemExit(2) from None
    except ScorecardError as error:
        note(str(error))
        raise SystemExit(1) from None
    except OSError as error:
        note(command_words.NOT_READABLE.format(detail=reason_of(error)))
        raise SystemExit(1) from None
