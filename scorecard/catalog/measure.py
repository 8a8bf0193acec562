"""What an indicator counts, and all that follows from it: its parts, its unit in print, whether it can be summed."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

PARTS = ("numerator", "denominator")  # the numbers a figure can be made of


class Measure(StrEnum):
    """The measure of an indicator; equal to the word in indicators.csv. Adding one touches this file."""

    RATIO = "ratio"
    COUNT = "count"
    SCORE = "score"
    STAGE = "stage"

    @property
    def divides(self) -> bool:
        """Whether its figure has two numbers, is printed in percent and can have nothing to count (denominator 0)."""
        return self is Measure.RATIO

    @property
    def parts(self) -> tuple[str, ...]:
        """The numbers its figure is made of."""
        return PARTS if self.divides else PARTS[:1]

    @property
    def summable(self) -> bool:
        """Whether numerators and denominators of several units can be added into a figure of their group."""
        return self.divides

    @property
    def whole(self) -> Decimal | None:
        """The most its printed value can be, in its unit; None where nothing bounds it."""
        return Decimal(100) if self.divides else None

    @property
    def step(self) -> Decimal:
        """The smallest amount that can be lacking: points are given in tenths, everything else in whole numbers."""
        return Decimal("0.1") if self is Measure.SCORE else Decimal(1)

    @property
    def usual_limits(self) -> tuple[float, float]:
        """What would be green and amber of an invented figure that no target was ever set for."""
        return (80.0, 60.0) if self in (Measure.RATIO, Measure.SCORE) else (4.0, 2.0)

    @property
    def usual_top(self) -> float:
        """How high invented figures go, in multiples of what is green; a stage ends there, pieces go on."""
        return {Measure.SCORE: 1.1, Measure.COUNT: 2.0}.get(self, 1.0)
