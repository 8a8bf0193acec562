"""Which explanation belongs to the case a light is in, and which corrections wait to be looked at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from scorecard.follow_up.matters.matter import Matter
from scorecard.follow_up.matters.moves import Kind
from scorecard.follow_up.work_list.ladder import Stretch
from scorecard.lights.status import SETTLED
from scorecard.weeks import ReportWeek


def first_week(since: int, stretches: Sequence[Stretch], weeks: Sequence[ReportWeek]) -> ReportWeek | None:
    """The week the case began in, by its place on the ladder (0: on none); None while there is nothing to chase.

    Off the ladder it began after the last week with nothing to chase, so that also without a ladder what was accepted
    once does not explain every light that falls later.
    """
    if not since and stretches and stretches[-1].status not in SETTLED:
        since = 1 + max((one.last for one in stretches if one.status in SETTLED), default=0)
    return weeks[since - 1] if since else None


def is_of_case(matter: Matter, since: ReportWeek | None) -> bool:
    """What was accepted in a case that ended long ago explains nothing of the one that began since."""
    return matter.is_open or since is None or matter.week >= since


def newest_explanations(matters: Iterable[Matter]) -> dict[tuple[str, int, str], Matter]:
    """By unit, task and first day of the unit's life the newest explanation; one called off does not count."""
    return {
        (matter.about.unit_id, matter.about.task_no, str(matter.about.unit_from)): matter
        for matter in matters
        if matter.about.kind == Kind.explanation
        and matter.state != "cancelled"
        and matter.about.unit_id is not None
        and matter.about.task_no is not None
    }


def open_corrections(matters: Iterable[Matter]) -> Mapping[tuple[str, int, str], tuple[Matter, ...]]:
    """By unit, task and first day of the unit's life the corrections not decided, oldest first."""
    found: dict[tuple[str, int, str], tuple[Matter, ...]] = defaultdict(tuple)
    for matter in matters:
        about = matter.about
        if about.kind == Kind.correction and matter.is_open and about.unit_id is not None and about.task_no is not None:
            found[about.unit_id, about.task_no, str(about.unit_from)] += (matter,)
    return dict(found)
