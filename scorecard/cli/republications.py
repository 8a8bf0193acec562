"""The command that publishes weeks again: republish, by the rules each was judged by, or one by those of today."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from scorecard.cli.app import WeekOption, catalog_of, settings_of, week_of
from scorecard.cli.publications import ByOption, ClockOption, needed_reason, say_changes, tell_published
from scorecard.errors import UsageError
from scorecard.publishing.publication import Publication
from scorecard.publishing.publish import publish
from scorecard.publishing.republishing import republish as publish_again
from scorecard.settings import user_name
from scorecard.snapshots.index import Snapshot, list_snapshots
from scorecard.text import command_words, inbox_words


class JudgeBy(StrEnum):
    """By which catalogue a published week is judged again."""

    kept = "kept"
    current = "current"


def republish(
    context: typer.Context,
    week: WeekOption,
    rules: Annotated[JudgeBy, typer.Option(help=command_words.RULES)] = JudgeBy.kept,
    reason: Annotated[str, typer.Option(help=command_words.REASON)] = "",
    by: ByOption = "",
    clock_checked: ClockOption = False,
) -> None:
    settings = settings_of(context)
    corrected = list_snapshots(settings.home).current(week_of(week))
    reason = needed_reason(reason, corrected)
    if rules is JudgeBy.current:
        _judge_anew(context, corrected, reason, by or user_name(), clock_checked=clock_checked)
        return
    done = publish_again(settings.home, corrected, reason, by or user_name(), clock_checked=clock_checked)
    tell_published(done, typer.echo)


def _judge_anew(context: typer.Context, corrected: Snapshot, reason: str, by: str, *, clock_checked: bool) -> None:
    """A new rule for an old week is an act of its own: the same figures, at the same cut-off, and a reason."""
    home, catalog = settings_of(context).home, catalog_of(context)
    publication = Publication(
        week=corrected.week,
        observations=(),
        reason=reason,
        published_by=by,
        synthetic=corrected.manifest.synthetic,
        clock_checked=clock_checked,
        current_rules=True,
    )
    if corrected.manifest.rules_version == catalog.rules_version:
        raise UsageError(inbox_words.SAME_RULES.format(week=corrected.week, version=catalog.rules_version[:10]))
    snapshot = publish(home, catalog, publication)
    typer.echo(inbox_words.JUDGED_ANEW.format(week=snapshot.week, revision=snapshot.revision))
    say_changes(home, snapshot)


republish.__doc__ = command_words.REPUBLISH
