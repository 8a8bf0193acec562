"""One light as the work list has it, and the whole list."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from scorecard.catalog import Unit
from scorecard.follow_up.matters.matter import Matter
from scorecard.follow_up.work_list.ladder import Standing
from scorecard.weeks import ReportWeek

_SEVERITY = {"red": 3, "missing": 2, "amber": 1}
_BY_ITSELF = ("red", "missing")  # chased whatever the ladder says


@dataclass(frozen=True)
class Chased:
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
    status: str
    previous_status: str | None
    standing: Standing
    figures: tuple[Mapping[str, Any], ...]
    gap: Fraction
    explanation: Matter | None = None
    entered: bool = False
    since: ReportWeek | None = None
    corrections: tuple[Matter, ...] = ()

    @property
    def lacks_figures(self) -> bool:
        """Whether it is chased for what was not sent, rather than for what was not reached."""
        return self.status == "missing"

    @property
    def to_review(self) -> bool:
        """Whether its unit said something that nobody has decided on: an answer, or that a figure is wrong."""
        return bool(self.corrections) or (self.explanation is not None and self.explanation.state == "answered")

    @property
    def weight(self) -> Fraction:
        """What the list is sorted by: severity × weeks × gap."""
        return _SEVERITY.get(self.status, 0) * self.standing.weeks * self.gap

    @property
    def is_new(self) -> bool:
        """Whether it fell this week: it was not chased the week before, or is red or missing and was not so then."""
        fell = self.status in _BY_ITSELF and self.previous_status not in (None, self.status)
        return self.entered or fell

    @property
    def got_better(self) -> bool:
        """Whether it was closed this week or stands less badly; a red light that turned missing did not get better."""
        before, now = _SEVERITY.get(self.previous_status or "", 0), _SEVERITY.get(self.status, 0)
        return before > now and self.status != "missing"


@dataclass(frozen=True)
class Chase:
    """What is chased, worst first, what was closed within the last weeks, and what else still waits for somebody."""

    chased: tuple[Chased, ...]
    closed: tuple[Chased, ...]
    waiting: tuple[Chased, ...] = ()


def is_chased(standing: Standing, status: str) -> bool:
    """Whether a light stands on the work list; red and missing ones do without any ladder."""
    return bool(standing.step) or status in _BY_ITSELF
