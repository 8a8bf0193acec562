"""What most units share (a task red or missing nearly everywhere): it is told once, and is no single unit's fault."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from scorecard.lights.attention_lights import LISTED
from scorecard.lights.rows import TaskLight
from scorecard.lights.status import COLOURED, MISSING, RED, WORST_FIRST, Status
from scorecard.text import attention_words

PERCENT = 90  # of the units in question; apart from the coverage floor, which an office may set to anything
_IN_WORDS = 3  # tasks that stand alike are one of these; further ones are told together
_COMPARED: dict[Status, Container[Status]] = {RED: COLOURED, MISSING: WORST_FIRST}


@dataclass(frozen=True)
class Shared:
    """A task on which `count` of `every` unit have one status; `whole` if no other unit has a light on it.

    So many of them have it for `weeks` that the share lasted as long; `least` if it may have lasted longer.
    """

    task_no: int
    status: Status
    count: int
    every: int
    whole: bool
    weeks: int
    least: bool


def find_shared(lights: Sequence[TaskLight], status: Status) -> tuple[Shared, ...]:
    """The tasks that at least 90 % of the units share, longest first: of those with a colour for red.

    More units than a sentence would name, that is: of three, each can be named.
    """
    by_task: dict[int, list[TaskLight]] = {}
    for row in lights:
        by_task.setdefault(row.task_no, []).append(row)
    found = [one for number, rows in by_task.items() if (one := _shared(number, rows, status))]
    return tuple(sorted(found, key=lambda one: (-one.weeks, -Fraction(one.count, one.every), -one.count, one.task_no)))


def _shared(number: int, rows: Sequence[TaskLight], status: Status) -> Shared | None:
    every = sum(row.status in _COMPARED[status] for row in rows)
    runs = [row.weeks_in_status for row in rows if row.status is status]
    if len(runs) <= LISTED or not _most(len(runs), every):
        return None
    weeks = max(run for run in runs if _most(sum(one >= run for one in runs), every))
    # Those whose run is just as long had another status before; what the rest had then, their runs do not tell.
    least = _most(every - runs.count(weeks), every)
    return Shared(number, status, len(runs), every, every == len(rows), weeks, least)


def _most(count: int, every: int) -> bool:
    return 100 * count >= PERCENT * every


def say_shared(shared: Sequence[Shared], weeks: Sequence[str]) -> tuple[str, str]:
    """Lead and headline of their one sentence; `weeks` is how long each stands, in words."""
    parts: dict[str, list[int]] = {}
    for one, stands in zip(shared, weeks, strict=True):
        part = _pattern(one).format(count=one.count, every=one.every, weeks=stands)
        parts.setdefault(part, []).append(one.task_no)
    (first, numbers), *others = parts.items()
    said = [
        attention_words.SHARED_NEXT.format(tasks=numbers_of(tasks), part=part)
        for part, tasks in others[: _IN_WORDS - 1]
    ]
    rest = [task for _, tasks in others[_IN_WORDS - 1 :] for task in tasks]
    if rest:
        said.append(attention_words.SHARED_REST.format(tasks=numbers_of(rest), percent=PERCENT))
    return attention_words.SHARED_LEAD.format(tasks=numbers_of(numbers)), "".join([first, *said]) + "."


def _pattern(one: Shared) -> str:
    if one.status is MISSING:
        return attention_words.SHARED_MISSING
    return attention_words.SHARED_RED if one.whole else attention_words.SHARED_RED_COLOURED


def numbers_of(tasks: Iterable[int]) -> str:
    """Task numbers, the least first."""
    return ", ".join(map(str, sorted(tasks)))
