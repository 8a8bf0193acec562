"""The one shape in which figures are kept."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class Observation:
    """A unit's figure for an indicator as of a day; its own office's only, never its communes'.

    Numbers are DECIMAL(20,3). A ratio has both; a count, score or stage stands in `numerator` and has no
    `denominator`. Percentages are never stored.
    """

    unit_id: str
    indicator_id: str
    as_of: dt.date
    numerator: Decimal
    denominator: Decimal | None
    source: str = ""
    note: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """What a newer report replaces: the figure of the same unit and indicator."""
        return self.unit_id, self.indicator_id


@dataclass(frozen=True)
class Withdrawal:
    """A figure that is taken back: no later snapshot built on the revision that took it back finds it again."""

    unit_id: str
    indicator_id: str
    as_of: dt.date
