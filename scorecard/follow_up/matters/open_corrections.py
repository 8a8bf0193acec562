"""Corrections that wait to be looked at, light by light."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from scorecard.follow_up.matters.matter import Matter
from scorecard.follow_up.matters.moves import Kind


def open_corrections(matters: Iterable[Matter]) -> Mapping[tuple[str, int, str], tuple[Matter, ...]]:
    """By unit, task and first day of the unit's life the corrections not decided, oldest first."""
    found: dict[tuple[str, int, str], tuple[Matter, ...]] = defaultdict(tuple)
    for matter in matters:
        about = matter.about
        if about.kind == Kind.correction and matter.is_open and about.unit_id is not None and about.task_no is not None:
            found[about.unit_id, about.task_no, str(about.unit_from)] += (matter,)
    return dict(found)
