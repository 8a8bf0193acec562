"""The catalogue: tasks, indicators, targets, units, aliases and settings, loaded and checked as a whole."""

from scorecard.catalog.archive import archive_catalog, archived_catalog
from scorecard.catalog.catalog import Catalog
from scorecard.catalog.cell_types import LEVELS
from scorecard.catalog.columns import MappedColumn, heading_path
from scorecard.catalog.cut_offs import MovedCutOff
from scorecard.catalog.ladder import Cause, Rung
from scorecard.catalog.letters import LetterText
from scorecard.catalog.loading import load_catalog
from scorecard.catalog.measure import Measure
from scorecard.catalog.model import Alias, Indicator, Target, Task, Unit
from scorecard.catalog.optional import Computed
from scorecard.catalog.pairs import Pair
from scorecard.catalog.rules import Rules
from scorecard.catalog.targets import target_in_force, targets_over_time
from scorecard.catalog.views import View

__all__ = [
    "LEVELS",
    "Alias",
    "Catalog",
    "Cause",
    "Computed",
    "Indicator",
    "LetterText",
    "MappedColumn",
    "Measure",
    "MovedCutOff",
    "Pair",
    "Rules",
    "Rung",
    "Target",
    "Task",
    "Unit",
    "View",
    "archive_catalog",
    "archived_catalog",
    "heading_path",
    "load_catalog",
    "target_in_force",
    "targets_over_time",
]
