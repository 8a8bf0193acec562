"""What is said of a code that the catalogue of a week does not know: nobody knows it, or only the one in force does."""

from __future__ import annotations

from dataclasses import dataclass

from scorecard.catalog import Catalog
from scorecard.text import intake_words


@dataclass(frozen=True)
class UnknownCodes:
    """`catalog` judges the week, `read_with` is the one names and columns are read by; often the same."""

    catalog: Catalog
    read_with: Catalog

    def indicator(self, code: str) -> str:
        """What to do about an indicator the week does not know."""
        known = any(item.indicator_id == code for item in self.read_with.indicators)
        return self._not_of_week() if known else intake_words.UNKNOWN_INDICATOR

    def unit(self, code: str) -> str:
        """What to do about a unit the week does not know."""
        known = any(unit.unit_id == code for unit in self.read_with.units)
        return self._not_of_week() if known else intake_words.UNKNOWN_UNIT

    def _not_of_week(self) -> str:
        return intake_words.NOT_OF_WEEK.format(version=self.catalog.rules_version[:10])
