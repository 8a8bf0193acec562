"""The weeks a reader can choose from, few enough to read even after years."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from scorecard.format import week_label, week_range
from scorecard.lights.unit_blocks import Option, OptionGroup
from scorecard.snapshots.index import Snapshot
from scorecard.text import interface_words
from scorecard.weeks import ReportWeek

_NEAR = 60


def week_options(weeks: Sequence[Snapshot], shown: ReportWeek | None) -> tuple[OptionGroup, ...]:
    """Newest first: the weeks around the one shown, and of what lies further off the last week of every year.

    `weeks` are the current revisions, oldest first; `shown` None is the newest. The newest week is always there.
    """
    if not weeks:
        return ()
    ordered = [snapshot.week for snapshot in weeks]
    place = ordered.index(shown) if shown in ordered else len(ordered) - 1
    near = set(ordered[max(0, place - _NEAR // 2) : max(place + _NEAR // 2, _NEAR)] + ordered[-1:])
    if len(ordered) <= _NEAR:
        near = set(ordered)
    lasts = {week.year: week for week in ordered}
    far = [week for week in lasts.values() if week not in near]
    groups = [OptionGroup("", _options(week for week in ordered if week in near))]
    return (*groups, OptionGroup(interface_words.OTHER_YEARS, _options(far))) if far else tuple(groups)


def _options(weeks: Iterable[ReportWeek]) -> tuple[Option, ...]:
    return tuple(_option(week) for week in sorted(set(weeks), reverse=True))


@lru_cache(maxsize=1024)
def _option(week: ReportWeek) -> Option:
    return Option(str(week), interface_words.WEEK_OPTION.format(label=week_label(week), range=week_range(week)))
