"""Where weeks and values lie in the drawing of a trend: its size, what of the values it spans, and round ticks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from scorecard.catalog import Indicator
from scorecard.weeks import ReportWeek

_STRIP, _LEAST_STRIP = Fraction(3, 100), 5  # of the drawing's height, and units: a line on its edge hides half of it


@dataclass(frozen=True)
class Size:
    """The drawing's size and its margins, in units of the view box."""

    width: int = 460
    height: int = 250
    left: int = 34
    right: int = 12
    top: int = 10
    bottom: int = 24


class Scale:
    """Weeks from left to right, values from `low` to `high`: never beyond what a value can be.

    But for a strip of green where only the best is green.
    """

    def __init__(
        self, indicator: Indicator, weeks: Sequence[ReportWeek], size: Size, values: Sequence[Fraction]
    ) -> None:
        self._places = {week: place for place, week in enumerate(weeks)}
        self._size = size
        self._step = (size.width - size.left - size.right) / max(len(weeks) - 1, 1)
        self._room = size.height - size.top - size.bottom
        whole = indicator.measure.whole
        self._whole = None if whole is None else Fraction(whole)
        self.low, self.high = self._bounds(values, lower_is_better=indicator.direction == "lower")

    def _bounds(self, values: Sequence[Fraction], *, lower_is_better: bool) -> tuple[Fraction, Fraction]:
        margin = max((max(values) - min(values)) / 10, Fraction(1))
        low, high = max(min(values) - margin, Fraction(0)), max(values) + margin
        if self._whole is not None:
            high = max(min(high, self._whole), low + 1)
        strip = (high - low) * max(_STRIP, Fraction(_LEAST_STRIP, self._room))
        if lower_is_better:
            return (low or -strip), high
        return low, (high + strip if high == self._whole else high)

    def x(self, week: ReportWeek) -> float:
        """From the left."""
        return round(self._size.left + self._places[week] * self._step, 1)

    def y(self, value: Fraction) -> float:
        """From above."""
        low, high = float(self.low), float(self.high)
        return round(self._size.top + self._room * (high - float(value)) / (high - low), 1)

    def span(self, first: ReportWeek, last: ReportWeek) -> tuple[float, float]:
        """Left and width of some weeks, half a week to either side as far as there is room."""
        left = max(self.x(first) - self._step / 2, self._size.left)
        return left, min(self.x(last) + self._step / 2, self._size.width - self._size.right) - left

    def ticks(self) -> list[Fraction]:
        """Four to six round values, none on the strip beyond what a value can be."""
        low = max(self.low, Fraction(0))
        high = self.high if self._whole is None else min(self.high, self._whole)
        raw = (high - low) / 4
        step = next((Fraction(size) for size in (1, 2, 5, 10, 20, 25, 50, 100) if size >= raw), raw)
        first = -(-low // step) * step
        return [first + place * step for place in range(int((high - first) // step) + 1)]
