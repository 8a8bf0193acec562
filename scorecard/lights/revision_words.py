"""Which revision of a week a figure comes from, in words: as published at the time, or corrected later. Pure."""

from __future__ import annotations

from collections.abc import Iterable

from scorecard.format import week_label, week_range
from scorecard.lights.edition import Edition
from scorecard.lights.unit_blocks import Option
from scorecard.snapshots.index import Snapshot, SnapshotIndex
from scorecard.text import interface_words, revision_words


def week_said(index: SnapshotIndex, snapshot: Snapshot) -> str:
    """The week with its days, and with the revision where it has more than one."""
    parts = [week_range(snapshot.week)]
    if index.of_week(snapshot.week)[-1].revision > 1:
        parts.append(revision_said(snapshot.revision))
    return revision_words.WEEK.format(week=week_label(snapshot.week), parts="; ".join(parts))


def revision_said(revision: int) -> str:
    """The first revision is as published at the time, every later one is corrected."""
    return (revision_words.AS_PUBLISHED if revision == 1 else revision_words.CORRECTED).format(revision=revision)


def revision_options(revisions: Iterable[int]) -> list[Option]:
    """The revisions of one week to choose from; where there is only one, there is nothing to tell apart."""
    known = sorted(revisions)
    if len(known) == 1:
        return [Option(str(known[0]), interface_words.REVISION_OPTION.format(revision=known[0]))]
    newest = {known[-1]: revision_words.NEWEST}
    return [Option(str(number), revision_said(number) + newest.get(number, "")) for number in known]


def superseded_note(edition: Edition) -> str:
    """What a reader of an old revision has to know; empty where the current one is shown.

    Why it was corrected may name a unit: it is told to who sees all of them.
    """
    current = edition.index.in_use(edition.snapshot.week)
    if current is None:
        gone = edition.index.retraction(edition.snapshot.week)
        why = gone.manifest.reason if gone and edition.scope.units is None else revision_words.REASON_WITHHELD
        return revision_words.TAKEN_BACK.format(shown=revision_said(edition.snapshot.revision), reason=why)
    if current.revision == edition.snapshot.revision:
        return ""
    reason = current.manifest.reason or revision_words.NO_REASON
    return revision_words.SUPERSEDED.format(
        shown=revision_said(edition.snapshot.revision),
        current=revision_said(current.revision),
        reason=reason if edition.scope.units is None else revision_words.REASON_WITHHELD,
    )
