"""The ladder once more, week by week and dully, from its description: what `climb` is held against.

A history is a list with one status a published week; None is a week in which the unit had no light.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

Rungs = Sequence[tuple[str, int, int]]  # status, weeks, step
NOTHING_TO_CHASE = ("green", "none_arising", "no_rule")


def stand(history: Sequence[str | None], rungs: Rungs, reopen_weeks: int) -> dict[str, Any]:
    """Step, first week of the case, whether it came back, and the step closed lately.

    The whole history is walked through again for every question: no answer is carried from week to week but the case.
    """
    case: dict[str, Any] | None = None
    before: list[str | None] = []  # weeks since there was nothing to chase
    for place, status in enumerate(history, 1):
        if status in NOTHING_TO_CHASE:
            before = []
            if case and not case["ended"]:
                case["ended"] = place
            continue
        before.append(status)
        if status is None:
            continue
        if case and not case["ended"]:
            case["weeks"].append(status)
            case["step"] = max(case["step"], reached(case["weeks"], rungs))
            continue
        if not reached(before, rungs):
            continue
        if case and place - case["ended"] <= reopen_weeks:
            again(case, status, rungs)
        else:
            weeks = [week for week in before if week]
            case = {"weeks": weeks, "step": reached(weeks, rungs), "ended": 0, "reopened": False}
            case["since"] = next(run[0] for run in runs_of(history) if run[0] <= place <= run[1])
    return told(case, len(history), reopen_weeks)


def told(case: dict[str, Any] | None, place: int, reopen_weeks: int) -> dict[str, Any]:
    """What is said of a case at the end of a history of so many weeks."""
    if case is None:
        return {"step": 0, "since": 0, "reopened": False, "closed": 0}
    if case["ended"]:
        lately = place - case["ended"] < reopen_weeks
        return {"step": 0, "since": 0, "reopened": False, "closed": case["step"] if lately else 0}
    return {"step": case["step"], "since": case["since"], "reopened": case["reopened"], "closed": 0}


def again(case: dict[str, Any], status: str, rungs: Rungs) -> None:
    """The old case goes on as if this week had been its last: on the old step, and the next week leads further."""
    ways = [weeks for of, weeks, step in rungs if of == status and step <= case["step"]]
    wanted = max([*ways, min(weeks for of, weeks, _ in rungs if of == status)])
    while sum(week == status for week in case["weeks"]) < wanted:
        case["weeks"].append(status)
    case["step"] = max(case["step"], reached(case["weeks"], rungs))
    case["ended"], case["reopened"] = 0, True


def reached(weeks: Sequence[str | None], rungs: Rungs) -> int:
    """The highest step some status has enough weeks for."""
    return max((step for of, least, step in rungs if sum(week == of for week in weeks) >= least), default=0)


def runs_of(history: Sequence[str | None]) -> list[tuple[int, int, str]]:
    """First place, last place and status of weeks in a row; weeks without a light are in none."""
    runs: list[tuple[int, int, str]] = []
    for place, status in enumerate(history, 1):
        if status is None:
            continue
        if runs and runs[-1][1:] == (place - 1, status):
            runs[-1] = (runs[-1][0], place, status)
        else:
            runs.append((place, place, status))
    return runs
