"""What a template says: its unit and week, and the rows that are filled in."""

from __future__ import annotations

from dataclasses import dataclass

from scorecard.catalog import Indicator, Unit
from scorecard.snapshots.observation import Observation
from scorecard.weeks import ReportWeek


@dataclass(frozen=True)
class TemplateRow:
    """One row to be filled in; `before` is the last figure known, `filled` what a sample already says."""

    unit: Unit
    indicator: Indicator
    before: Observation | None = None
    filled: Observation | None = None


@dataclass(frozen=True)
class Template:
    """What a template says; a district's has its own office and all its communes."""

    unit: Unit
    week: ReportWeek
    rules_version: str
    rows: tuple[TemplateRow, ...]
    synthetic: bool = False
