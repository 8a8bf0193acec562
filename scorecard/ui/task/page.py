"""What the page of one task shows, ready to print: frozen values only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from scorecard.catalog import Indicator, Task
from scorecard.lights.task_view import Card, Chip, RankBlock
from scorecard.ui.drawing.choices import Changes
from scorecard.ui.task.to_green import ToGreen
from scorecard.ui.task.trend_panel import TaskTrend


@dataclass(frozen=True)
class Choosing:
    """How units are put into the drawing, and the address that takes all of them out again."""

    text: str
    none: str


@dataclass(frozen=True)
class TaskPage:
    """The chips of all tasks, the indicators of this one, its units in order, the weeks, and what changed."""

    task: Task
    heading: str
    chips: Sequence[Chip]
    cards: Sequence[Card]
    indicator: Indicator | None
    ranking: Sequence[RankBlock]
    ranking_how: str
    choosing: Choosing
    to_green: ToGreen | None
    trend: TaskTrend
    changes: Changes
