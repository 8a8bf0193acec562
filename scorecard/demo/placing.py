"""A quality between 0 and 1 -> the whole number that lies in the band it stands for."""

from __future__ import annotations

import math
from dataclasses import dataclass

from scorecard.demo.pace import Limits

# Of all unit-task cells about one in ten is red and one in five amber. A task shows the worst of its indicators, so
# each of them is red less often; the exponent allows for indicators of one unit that fail together (measured).
_RED, _RED_OR_AMBER, _TOGETHER = 0.10, 0.32, 0.8
# How far below the amber threshold a red figure falls at most.
_DEEPEST = 0.35


@dataclass(frozen=True)
class Chances:
    """How often an indicator is red, and red or amber."""

    red: float
    red_or_amber: float


def chances_among(indicators: int) -> Chances:
    """The chances of each of so many indicators that decide a task together."""
    alike = max(1, indicators) ** _TOGETHER
    return Chances(1 - (1 - _RED) ** (1 / alike), 1 - (1 - _RED_OR_AMBER) ** (1 / alike))


@dataclass(frozen=True)
class Ruler:
    """Whole numbers from 0 to `top`; a threshold of 1 lies at `scale` (a hundredth of the denominator for a ratio)."""

    limits: Limits
    higher: bool
    scale: float
    top: int

    def place(self, quality: float, chances: Chances) -> int:
        """The number a quality stands for: better qualities never lie worse."""
        quality = min(max(quality, 0.0), 1.0)
        if quality < chances.red:
            return self._inside(self._red(), quality / chances.red)
        if quality < chances.red_or_amber:
            share = (quality - chances.red) / (chances.red_or_amber - chances.red)
            return self._inside(self._amber(), share)
        share = (quality - chances.red_or_amber) / (1 - chances.red_or_amber)
        return self._inside(self._green(), share)

    def _inside(self, band: tuple[int, int], share: float) -> int:
        worst, best = band
        return min(max(round(worst + (best - worst) * share), 0), self.top)

    def _green(self) -> tuple[int, int]:
        return (self._reach(self.limits.green), self.top) if self.higher else (self._reach(self.limits.green), 0)

    def _amber(self) -> tuple[int, int]:
        step = 1 if self.higher else -1
        worst, best = self._reach(self.limits.amber), self._reach(self.limits.green) - step
        # Between 4/5 and 5/5 lies nothing for a threshold of 90 %: the light is then green or red.
        return (worst, best) if (best - worst) * step >= 0 else (worst - step, worst)

    def _red(self) -> tuple[int, int]:
        if self.higher:
            best = self._reach(self.limits.amber) - 1
            return math.floor(best * (1 - _DEEPEST)), best
        best = self._reach(self.limits.amber) + 1
        return math.ceil(best * (1 + _DEEPEST)) + 1, best

    def _reach(self, limit: float) -> int:
        """The worst whole number that still meets a threshold; rounded first, so that 15.000000001 is 15."""
        exact = round(limit * self.scale, 6)
        return math.ceil(exact) if self.higher else math.floor(exact)
