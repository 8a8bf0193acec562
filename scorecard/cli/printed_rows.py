"""Rows of a command on standard output, in the form that was asked for."""

from __future__ import annotations

from typing import Any

import typer

from scorecard.cli.app import Form
from scorecard.files.row_formats import csv_rows, json_rows, table_rows
from scorecard.text import general_words


def print_rows(rows: list[dict[str, Any]], columns: tuple[str, ...], form: Form, *, synthetic: bool = False) -> None:
    """The rows on standard output, with these columns in this order."""
    if form is Form.csv and synthetic:
        # A CSV leaves the screen it was printed on: the mark goes with it.
        columns, rows = (*columns, "synthetic"), [row | {"synthetic": general_words.SYNTHETIC} for row in rows]
    ordered = [{name: row[name] for name in columns} for row in rows]
    if form is Form.json:
        typer.echo(json_rows(ordered))
    elif form is Form.csv:
        typer.echo(csv_rows(ordered, columns))
    elif ordered:
        typer.echo(table_rows(ordered, columns))
