"""Commands that publish: demo, ingest."""

from __future__ import annotations

import dataclasses
import datetime as dt
from pathlib import Path
from typing import Annotated

import typer

from scorecard.catalog import Catalog
from scorecard.cli.answers import answer, answer_already
from scorecard.cli.app import Answer, AnswerOption, WeekOption, catalog_of, note, settings_of, week_of
from scorecard.cli.marked_copies import write_marked
from scorecard.cli.publications import ClockOption, RepublishOption, after_publication, needed_reason, say_changes
from scorecard.demo import publish_demo
from scorecard.errors import UsageError
from scorecard.intake.ingest import check_files
from scorecard.intake.taken import Intake
from scorecard.publishing.preparation import prepare
from scorecard.publishing.publication import Publication
from scorecard.publishing.publish import publish
from scorecard.publishing.republishing import published_already
from scorecard.settings import user_name
from scorecard.snapshots.index import list_snapshots
from scorecard.snapshots.originals import keep_originals
from scorecard.text import command_words, general_words, intake_words
from scorecard.weeks import ReportWeek


def demo(
    context: typer.Context,
    weeks: Annotated[int, typer.Option(min=1, max=2000, help=command_words.DEMO_WEEKS)] = 60,
    end: Annotated[str, typer.Option(help=command_words.DEMO_END)] = "2024-W08",
    seed: Annotated[int, typer.Option(help=command_words.DEMO_SEED)] = 7,
) -> None:
    settings, catalog = settings_of(context), catalog_of(context)
    note(general_words.SYNTHETIC)
    publish_demo(settings.home, catalog, weeks=weeks, end=week_of(end), seed=seed, progress=note)


def ingest(
    context: typer.Context,
    files: Annotated[list[Path], typer.Argument(exists=True, dir_okay=False, readable=True, help=command_words.FILES)],
    week: WeekOption,
    cut_off: Annotated[str | None, typer.Option(help=command_words.CUT_OFF)] = None,
    reason: Annotated[str, typer.Option(help=command_words.REASON)] = "",
    by: Annotated[str, typer.Option(help=command_words.BY)] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help=command_words.DRY_RUN)] = False,
    synthetic: Annotated[bool, typer.Option("--synthetic", help=command_words.SYNTHETIC_FLAG)] = False,
    skip_bad: Annotated[bool, typer.Option("--skip-bad", help=command_words.SKIP_BAD)] = False,
    marked: Annotated[Path | None, typer.Option("--marked", file_okay=False, help=command_words.MARKED)] = None,
    again: RepublishOption = False,
    clock_checked: ClockOption = False,
    form: AnswerOption = Answer.text,
) -> None:
    home, catalog = settings_of(context).home, catalog_of(context)
    report_week, moment = week_of(week), _moment(catalog, cut_off)
    intake = check_files(home, catalog, files, report_week, moment, skip_bad=skip_bad, synthetic=synthetic)
    if not synthetic:
        _refuse_first_invented(home, intake)
    if marked:
        write_marked(catalog, intake, marked)
    if intake.checked.problems:
        answer(form, intake, None, week)
        raise typer.Exit(1)
    said = dataclasses.replace(
        _publication(intake, report_week, moment, reason, by or user_name()),
        synthetic=synthetic,
        clock_checked=clock_checked,
    )
    if already := published_already(list_snapshots(home), said, catalog.rules_version):
        answer_already(form, intake, already, reason)
    elif dry_run:
        _try(home, catalog, said, intake, form)
    else:
        _publish(home, catalog, said, intake, form, again=again)


def _refuse_first_invented(home: Path, intake: Intake) -> None:
    """A home begins with invented figures only where that was said."""
    if intake.synthetic and not list_snapshots(home).all:
        raise UsageError(intake_words.INVENTED_ASKED.format(files=", ".join(item.name for item in intake.synthetic)))


def _publication(
    intake: Intake, week: ReportWeek, cut_off: dt.datetime | None, reason: str, published_by: str
) -> Publication:
    return Publication(
        week=week,
        observations=intake.checked.observations,
        cut_off=cut_off,
        reason=reason,
        published_by=published_by,
        inputs=intake.inputs,
        left_out=intake.left_out,
    )


def _try(home: Path, catalog: Catalog, said: Publication, intake: Intake, form: Answer) -> None:
    prepared = prepare(home, catalog, said)
    answer(form, intake, prepared, str(said.week))
    say_changes(home, prepared)


def _publish(home: Path, catalog: Catalog, said: Publication, intake: Intake, form: Answer, *, again: bool) -> None:
    later = next((item for item in list_snapshots(home).weeks() if item.week > said.week), None)
    if again and later:
        needed_reason(said.reason, later)  # not found out when this week is published and the later ones are not
    keep_originals(home, intake.paths, intake.inputs)
    snapshot = publish(home, catalog, said)
    answer(form, intake, snapshot, str(said.week))
    after_publication(home, snapshot, again=again)


def _moment(catalog: Catalog, text: str | None) -> dt.datetime | None:
    if text is None:
        return None
    try:
        return dt.datetime.fromisoformat(text)
    except ValueError:
        raise UsageError(general_words.BAD_CUT_OFF.format(found=text, timezone=catalog.rules.timezone)) from None


demo.__doc__, ingest.__doc__ = command_words.DEMO, command_words.INGEST
