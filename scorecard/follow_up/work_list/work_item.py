"""One light as the work list has it, and the whole list."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from scorecard.catalog import Unit
from scorecard.follow_up.matters.matter import Matter
from scorecard.follow_up.work_list.ladder import Standing
from scorecard.lights.rows import IndicatorLight
from scorecard.lights.status import AMBER, MISSING, RED, Status
from scorecard.weeks import ReportWeek

_GRAVITY = {RED: 3, MISSING: 2, AMBER: 1}  # of the work list: what was not sent is graver than what is nearly reached
_BY_ITSELF = (RED, MISSING)  # chased whatever the ladder says


@dataclass(frozen=True)
class WorkItem:
    """A unit's light on a task as the work list has it.

    `figures` are the core indicators that decided the light, the largest gap first; `gap` is the largest of them, from
    0 to 1 of what green asks for (1 where there is no current figure). Both are empty where nothing is chased and
    nothing was closed of late. `previous_status` is None in the first week.
    `explanation` is the newest one asked for this case, in this life of the unit's code; one of an earlier case only
    while it is open. `entered` says that it was not chased the week before; in the first week nothing entered. `since`
    is the week the case began in, None while there is nothing to chase. `corrections` are those proposed and open.
    """

    unit: Unit
    task_no: int
    status: Status
    previous_status: Status | None
    standing: Standing
    figures: tuple[IndicatorLight, ...]
    gap: Fraction
    explanation: Matter | None = None
    entered: bool = False
    since: ReportWeek | None = None
    corrections: tuple[Matter, ...] = ()

    @property
    def lacks_figures(self) -> bool:
        """Whether it is chased for what was not sent, rather than for what was not reached."""
        return self.status == MISSING

    @property
    def to_review(self) -> bool:
        """Whether its unit said something that nobody has decided on: an answer, or that a figure is wrong."""
        return bool(self.corrections) or (self.explanation is not None and self.explanation.state == "answered")

    @property
    def weight(self) -> Fraction:
        """What the list is sorted by: severity × weeks × gap."""
        return _gravity(self.status) * self.standing.weeks * self.gap

    @property
    def is_new(self) -> bool:
        """Whether it fell this week: it was not chased the week before, or is red or missing and was not so then."""
        fell = self.status in _BY_ITSELF and self.previous_status not in (None, self.status)
        return self.entered or fell

    @property
    def got_better(self) -> bool:
        """Whether it was closed this week or stands less badly; a red light that turned missing did not get better."""
        return _gravity(self.previous_status) > _gravity(self.status) and self.status != MISSING


@dataclass(frozen=True)
class WorkList:
    """What is chased, worst first, what was closed within the last weeks, and what else still waits for somebody."""

    chased: tuple[WorkItem, ...]
    closed: tuple[WorkItem, ...]
    waiting: tuple[WorkItem, ...] = ()


def is_chased(standing: Standing, status: Status | None) -> bool:
    """Whether a light stands on the work list; red and missing ones do without any ladder."""
    return bool(standing.step) or status in _BY_ITSELF


def _gravity(status: Status | None) -> int:
    return _GRAVITY.get(status, 0) if status else 0
