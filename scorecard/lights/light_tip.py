"""What hover and focus say of a light: whose it is, since when, and the figures that decided it."""

from __future__ import annotations

from collections.abc import Sequence

from scorecard.catalog import Indicator, Task
from scorecard.lights.figure_words import tip_line
from scorecard.lights.rows import Judged
from scorecard.lights.status import Status
from scorecard.text import general_words, interface_words

_FIGURES = 2


def light_tip(
    name: str,
    task: Task,
    change: tuple[Status | None, Status],
    since: str,
    figures: Sequence[tuple[Judged, Indicator]],
) -> str:
    """A line for the unit, one for the task, one a figure; `change` is from what (None: it did not change) to what."""
    before, now = change
    status = general_words.STATUS[now]
    title = interface_words.TIP_TITLE.format(title=task.title, status=status)
    if before:
        previous = general_words.STATUS[before]
        title = interface_words.TIP_CHANGE.format(title=task.title, status=status, week=since, previous=previous)
    lines = [interface_words.TIP_HEAD.format(unit=name, task=task.task_no), title]
    lines += [tip_line(row, indicator) for row, indicator in figures[:_FIGURES]]
    if len(figures) > _FIGURES:
        lines.append(interface_words.TIP_MORE.format(number=len(figures) - _FIGURES))
    return "\n".join(lines)
