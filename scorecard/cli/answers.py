"""What `ingest` says of the files it checked, to a person or to a program."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import typer

from scorecard.cli.app import Answer, note
from scorecard.errors import UsageError
from scorecard.files.row_formats import json_object
from scorecard.intake.cells.problems import Problem
from scorecard.intake.taken import Intake
from scorecard.publishing.preparation import Prepared
from scorecard.snapshots.index import Snapshot
from scorecard.text import command_words, inbox_words


def answer(form: Answer, intake: Intake, outcome: Snapshot | Prepared | None, week: str) -> None:
    """Prints what the files gave: every problem and warning, and the revision that came or would come of them."""
    (_answer_json if form is Answer.json else _answer_text)(intake, outcome, week)


def answer_already(form: Answer, intake: Intake, snapshot: Snapshot, reason: str) -> None:
    """Says which revision came from these files; without a reason it is wrong use, as any second publication is."""
    published = f"{snapshot.manifest.published_at:%d/%m/%Y}"
    message = inbox_words.ALREADY.format(week=snapshot.week, revision=snapshot.revision, day=published)
    if not reason.strip():
        raise UsageError(message)
    note(message)
    if form is Answer.json:
        typer.echo(json_object(_plain_answer(intake, snapshot, str(snapshot.week)) | {"published": False}))


def _answer_text(intake: Intake, outcome: Snapshot | Prepared | None, week: str) -> None:
    _say_left_out(intake)
    for headline, problems in (
        (command_words.PROBLEMS, intake.checked.problems),
        (command_words.WARNINGS, intake.checked.warnings),
    ):
        if problems:
            note(headline.format(count=len(problems)))
            for problem in problems:
                note(f"  {problem}")
    if isinstance(outcome, Snapshot):
        typer.echo(
            command_words.PUBLISHED.format(
                week=week,
                revision=outcome.revision,
                rows=len(intake.checked.observations),
                total=outcome.manifest.files["observations.parquet"].rows,
                folder=outcome.folder,
            )
        )
    elif outcome:
        typer.echo(command_words.WOULD_PUBLISH.format(week=week, revision=outcome.revision))


def _say_left_out(intake: Intake) -> None:
    if intake.left_out:
        note(command_words.LEFT_OUT.format(count=len(intake.left_out)))
    for file in intake.left_out_files:
        note(f"  {file.source.name}, SHA-256 {file.source.sha256}")
        for problem in intake.problems_of(file):
            note(f"    {problem}")


def _answer_json(intake: Intake, outcome: Snapshot | Prepared | None, week: str) -> None:
    typer.echo(json_object(_plain_answer(intake, outcome, week)))


def _plain_answer(intake: Intake, outcome: Snapshot | Prepared | None, week: str) -> dict[str, Any]:
    return {
        "week": week,
        "revision": outcome.revision if outcome else None,
        "published": isinstance(outcome, Snapshot),
        "problems": _plain(intake.checked.problems),
        "warnings": _plain(intake.checked.warnings),
        "receipts": [file.source.model_dump() | {"rows": file.rows} for file in intake.files],
        "left_out": [
            file.source.model_dump() | {"problems": _plain(intake.problems_of(file))} for file in intake.left_out_files
        ],
    }


def _plain(problems: Sequence[Problem]) -> list[dict[str, Any]]:
    return [
        {"file": p.file, "line": p.line or None, "column": p.column or None, "found": p.found, "advice": p.advice}
        | ({"sheet": p.sheet or None, "cell": p.cell or None} if p.sheet or p.cell else {})
        for p in problems
    ]
