"""The work list as rows of the command `chase`: exact keys, in a fixed order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import Any

from scorecard.follow_up.work_list.filters import lacks_answer
from scorecard.follow_up.work_list.work_item import WorkItem
from scorecard.snapshots.index import Snapshot

_FIGURE = ("indicator_id", "as_of", "numerator", "denominator", "value", "green")
CHASE_COLUMNS = (
    "week", "revision", "unit_id", "task_no", "list", "status", "previous_status", "weeks", "step", "step_name",
    "reopened", "new", *_FIGURE, "gap", "explanation_id", "explanation_state", "due", "promised", "lacks_answer",
)  # fmt: skip
_DIGITS = Decimal(1).scaleb(-6)


def chase_rows(lights: Iterable[WorkItem], snapshot: Snapshot, day: dt.date) -> list[dict[str, Any]]:
    """One dict a light, in the order given; absent values are None.

    The figure is that of the deciding indicator with the largest gap; `gap` is a fraction from 0 to 1 with six digits.
    """
    head = {"week": str(snapshot.week), "revision": snapshot.revision}
    return [head | _row(light, day) for light in lights]


def _row(light: WorkItem, day: dt.date) -> dict[str, Any]:
    figure = light.figures[0] if light.figures else None
    matter = light.explanation
    return {
        "unit_id": light.unit.unit_id,
        "task_no": light.task_no,
        "list": "figures" if light.lacks_figures else "low",
        "status": light.status,
        "previous_status": light.previous_status,
        "weeks": light.standing.weeks,
        "step": light.standing.step,
        "step_name": light.standing.name or None,
        "reopened": light.standing.reopened,
        "new": light.is_new,
        **{name: getattr(figure, name, None) for name in _FIGURE},
        "gap": _decimal(light.gap),
        "explanation_id": matter.matter_id if matter else None,
        "explanation_state": matter.state if matter else None,
        "due": matter.due if matter else None,
        "promised": matter.promised if matter else None,
        "lacks_answer": lacks_answer(light, day),
    }


def _decimal(value: Fraction) -> Decimal:
    return (Decimal(value.numerator) / Decimal(value.denominator)).quantize(_DIGITS)
