"""The ladder: on which step a unit stands with a task, from published lights alone. Pure; the same for the same lights.

A case begins in the week in which a status has lasted long enough for a step, and ends with green, or where there is
nothing to chase any more. It never steps down while it lasts. Weeks of one status count over the whole case, so that
a red light which was missing in between does not begin anew; weeks before it count too, back to the last week in which
there was nothing to chase. A case that begins within `reopen_weeks` published weeks after one ended is the old one
again, on its old step: it goes on as if this week had been its last.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from scorecard.catalog import Rung
from scorecard.lights.status import SETTLED, Status


@dataclass(frozen=True)
class Stretch:
    """Published weeks in a row of one status, by their places in the history (1 is its first week), both inclusive."""

    first: int
    last: int
    status: Status


@dataclass(frozen=True)
class Standing:
    """Where a unit stands with a task in the last week of a history; step 0 is not chased.

    `since` is the first place of the stretch the case began with (0: there is none), `weeks` how long the last status
    lasts, `closed` the step that was closed within the last `reopen_weeks` weeks, `reopened` whether the case came back
    on an old step.
    """

    step: int
    name: str = ""
    since: int = 0
    weeks: int = 0
    reopened: bool = False
    closed: int = 0


def climb(stretches: Sequence[Stretch], rungs: Iterable[Rung], reopen_weeks: int) -> Standing:
    """The standing at the end of the stretches, which follow each other in time."""
    ladder = sorted(rungs, key=lambda rung: rung.step)
    case = _Case(ladder, reopen_weeks)
    for stretch in stretches:
        case.add(stretch)
    return case.standing()


class _Case:
    """Walks over stretches and remembers one case."""

    def __init__(self, ladder: Sequence[Rung], reopen_weeks: int) -> None:
        self._ladder = ladder
        self._names = {rung.step: rung.name for rung in ladder}
        self._reopen_weeks = reopen_weeks
        self._counted: Counter[str] = Counter()  # weeks of the case, by status
        self._fallen: Counter[str] = Counter()  # weeks that may lead to one, while none is open
        self._step = self._since = self._ended = 0
        self._reopened = False
        self._last: Stretch | None = None

    def add(self, stretch: Stretch) -> None:
        self._last = stretch
        if stretch.status in SETTLED:
            self._fallen.clear()
            if self._is_open:
                self._ended = stretch.first
        elif self._is_open:
            self._counted[stretch.status] += stretch.last - stretch.first + 1
        else:
            self._fallen[stretch.status] += stretch.last - stretch.first + 1
            if self._step_of(self._fallen):
                self._begin(stretch)
        if self._is_open or self._counted:
            self._step = max(self._step, self._step_of(self._counted))

    def _begin(self, stretch: Stretch) -> None:
        least = self._weeks_to(stretch.status)
        begun = stretch.last - (self._fallen[stretch.status] - least)
        self._reopened = self._ended > 0 and begun - self._ended <= self._reopen_weeks
        if self._reopened:
            as_before = max(self._counted[stretch.status], self._weeks_to(stretch.status, self._step), least)
            self._counted[stretch.status] = as_before + stretch.last - begun
        else:
            self._step, self._since = 0, stretch.first
            self._counted = self._fallen.copy()
        self._fallen.clear()
        self._ended = 0

    @property
    def _is_open(self) -> bool:
        return self._step > 0 and not self._ended

    def _weeks_to(self, status: Status, step: int = 0) -> int:
        """The weeks of a status that lead to a step, or to the last one under it; to its first step for 0."""
        weeks = [rung.weeks for rung in self._ladder if rung.status == status and (not step or rung.step <= step)]
        return max(weeks, default=0) if step else min(weeks)

    def _step_of(self, counted: Mapping[str, int]) -> int:
        reached = [rung.step for rung in self._ladder if counted.get(rung.status, 0) >= rung.weeks]
        return max(reached, default=0)

    def standing(self) -> Standing:
        if self._last is None:
            return Standing(0)
        weeks = self._last.last - self._last.first + 1
        if self._ended:
            recent = self._last.last - self._ended < self._reopen_weeks
            return Standing(0, weeks=weeks, closed=self._step if recent else 0)
        return Standing(self._step, self._names.get(self._step, ""), self._since, weeks, self._reopened)
