"""Beside what was done in time, what was done at all: of two published figures that a catalogue calls a pair."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from scorecard.lights.rows import Judged
from scorecard.lights.status import KNOWN


@dataclass(frozen=True)
class Timeliness:
    """Of `due` pieces `in_time` were done in time and `done` at all, `units` of `every` unit taken together."""

    due: Decimal
    in_time: Decimal
    done: Decimal
    units: int = 1
    every: int = 1

    @property
    def open(self) -> Decimal:
        """What is due and not done yet."""
        return self.due - self.done

    def plus(self, other: Timeliness) -> Timeliness:
        """The two together."""
        return Timeliness(
            self.due + other.due,
            self.in_time + other.in_time,
            self.done + other.done,
            self.units + other.units,
            self.every + other.every,
        )


def find_timeliness(in_time: Judged, done: Judged | None) -> Timeliness | None:
    """Both figures of one unit as a pair; None where they are no pair.

    They are none where one of them is missing, stale or of another day, where nothing is due, or where they contradict
    each other (more in time than at all, another number due).
    """
    if done is None or in_time.status not in KNOWN or done.status not in KNOWN:
        return None
    due = in_time.denominator
    if in_time.numerator is None or done.numerator is None or not due:
        return None
    if in_time.as_of != done.as_of or done.denominator not in (None, due):
        return None
    pair = Timeliness(due, in_time.numerator, due - done.numerator if done.denominator is None else done.numerator)
    return pair if pair.in_time <= pair.done <= due else None
