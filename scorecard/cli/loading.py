"""Commands that publish: demo, ingest."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from scorecard.catalog import Catalog
from scorecard.cli.app import Answer, AnswerOption, WeekOption, catalog_of, note, settings_of, week_of
from scorecard.cli.correcting import RepublishOption, after_publication, say_changes
from scorecard.corrections import published_already
from scorecard.demo import publish_demo
from scorecard.errors import UsageError
from scorecard.intake.ingest import Intake, check_files
from scorecard.intake.problems import Problem
from scorecard.originals import keep_originals
from scorecard.output import json_object
from scorecard.publish import Prepared, Publication, prepare, publish
from scorecard.settings import user_name
from scorecard.snapshots import Snapshot, list_snapshots
from scorecard.text import cli as say
from scorecard.text import general
from scorecard.text import inbox as words


def demo(
    context: typer.Context,
    weeks: Annotated[int, typer.Option(min=1, max=2000, help=say.DEMO_WEEKS)] = 60,
    end: Annotated[str, typer.Option(help=say.DEMO_END)] = "2024-W08",
    seed: Annotated[int, typer.Option(help=say.DEMO_SEED)] = 7,
) -> None:
    settings, catalog = settings_of(context), catalog_of(context)
    note(general.SYNTHETIC)
    publish_demo(settings.home, catalog, weeks=weeks, end=week_of(end), seed=seed, progress=note)


def ingest(
    context: typer.Context,
    files: Annotated[list[Path], typer.Argument(exists=True, dir_okay=False, readable=True, help=say.FILES)],
    week: WeekOption,
    cut_off: Annotated[str | None, typer.Option(help=say.CUT_OFF)] = None,
    reason: Annotated[str, typer.Option(help=say.REASON)] = "",
    by: Annotated[str, typer.Option(help=say.BY)] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help=say.DRY_RUN)] = False,
    synthetic: Annotated[bool, typer.Option("--synthetic", help=say.SYNTHETIC_FLAG)] = False,
    again: RepublishOption = False,
    form: AnswerOption = Answer.text,
) -> None:
    settings, catalog = settings_of(context), catalog_of(context)
    report_week, moment = week_of(week), _moment(catalog, cut_off)
    intake = check_files(settings.home, catalog, files, report_week, moment)
    publication = Publication(
        week=report_week,
        observations=intake.checked.observations,
        cut_off=moment,
        reason=reason,
        published_by=by or user_name(),
        synthetic=synthetic,
        inputs=intake.inputs,
    )
    if intake.checked.problems:
        _answer(form, intake, None, week)
        raise typer.Exit(1)
    already = published_already(list_snapshots(settings.home), publication, catalog.rules_version)
    if already:
        _answer_already(form, intake, already, reason)
    elif dry_run:
        prepared = prepare(settings.home, catalog, publication)
        _answer(form, intake, prepared, week)
        say_changes(settings.home, prepared)
    else:
        keep_originals(settings.home, files, intake.inputs)
        snapshot = publish(settings.home, catalog, publication)
        _answer(form, intake, snapshot, week)
        after_publication(settings.home, snapshot, again=again)


def _answer(form: Answer, intake: Intake, outcome: Snapshot | Prepared | None, week: str) -> None:
    (_answer_json if form is Answer.json else _answer_text)(intake, outcome, week)


def _answer_already(form: Answer, intake: Intake, snapshot: Snapshot, reason: str) -> None:
    """Says which revision came from these files; without a reason it is wrong use, as any second publication is."""
    published = f"{snapshot.manifest.published_at:%d/%m/%Y}"
    message = words.ALREADY.format(week=snapshot.week, revision=snapshot.revision, day=published)
    if not reason.strip():
        raise UsageError(message)
    note(message)
    if form is Answer.json:
        typer.echo(json_object(_plain_answer(intake, snapshot, str(snapshot.week)) | {"published": False}))


def _moment(catalog: Catalog, text: str | None) -> dt.datetime | None:
    if text is None:
        return None
    try:
        return dt.datetime.fromisoformat(text)
    except ValueError:
        raise UsageError(general.BAD_CUT_OFF.format(found=text, timezone=catalog.rules.timezone)) from None


def _answer_text(intake: Intake, outcome: Snapshot | Prepared | None, week: str) -> None:
    for headline, problems in ((say.PROBLEMS, intake.checked.problems), (say.WARNINGS, intake.checked.warnings)):
        if problems:
            note(headline.format(count=len(problems)))
            for problem in problems:
                note(f"  {problem}")
    if isinstance(outcome, Snapshot):
        typer.echo(
            say.PUBLISHED.format(
                week=week,
                revision=outcome.revision,
                rows=len(intake.checked.observations),
                total=outcome.manifest.files["observations.parquet"].rows,
                folder=outcome.folder,
            )
        )
    elif outcome:
        typer.echo(say.WOULD_PUBLISH.format(week=week, revision=outcome.revision))


def _answer_json(intake: Intake, outcome: Snapshot | Prepared | None, week: str) -> None:
    typer.echo(json_object(_plain_answer(intake, outcome, week)))


def _plain_answer(intake: Intake, outcome: Snapshot | Prepared | None, week: str) -> dict[str, Any]:
    return {
        "week": week,
        "revision": outcome.revision if outcome else None,
        "published": isinstance(outcome, Snapshot),
        "problems": _plain(intake.checked.problems),
        "warnings": _plain(intake.checked.warnings),
    }


def _plain(problems: Sequence[Problem]) -> list[dict[str, Any]]:
    return [
        {"file": p.file, "line": p.line or None, "column": p.column or None, "found": p.found, "advice": p.advice}
        | ({"sheet": p.sheet, "cell": p.cell or None} if p.sheet else {})
        for p in problems
    ]


demo.__doc__, ingest.__doc__ = say.DEMO, say.INGEST
