"""The files a catalogue may have beside the six: their rows, and what no single row of them can tell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from pydantic import BaseModel

from scorecard.catalog.cell_types import Text
from scorecard.catalog.checks import Tables
from scorecard.catalog.columns import MappedColumn, check_columns
from scorecard.catalog.cut_offs import MovedCutOff, check_cut_offs
from scorecard.catalog.ladder import Rung, check_ladder
from scorecard.catalog.lives import indicators_by_days
from scorecard.catalog.model import CatalogRow, Indicator, Unit
from scorecard.catalog.pairs import Pair, check_pairs
from scorecard.catalog.rows import Placed
from scorecard.catalog.rules import Rules
from scorecard.text import catalog_words


class Computed(CatalogRow):
    """A figure that is computed at publication and never typed; `sent_in_time` counts the units that sent."""

    indicator_id: Text
    unit_id: Text
    kind: Literal["sent_in_time"]
    note: str = ""


OPTIONAL: dict[str, type[BaseModel]] = {
    "columns": MappedColumn,
    "computed": Computed,
    "cut_offs": MovedCutOff,
    "pairs": Pair,
    "ladder": Rung,
}


@dataclass(frozen=True)
class OptionalTables:
    """The typed rows of the optional files, with their places; a file that is not there has none."""

    columns: list[Placed[MappedColumn]] = field(default_factory=list)
    computed: list[Placed[Computed]] = field(default_factory=list)
    cut_offs: list[Placed[MovedCutOff]] = field(default_factory=list)
    pairs: list[Placed[Pair]] = field(default_factory=list)
    ladder: list[Placed[Rung]] = field(default_factory=list)


def check_optional(tables: OptionalTables, six: Tables, rules: Rules) -> list[str]:
    """Every problem between the rows of the optional files, and with the indicators and units they name.

    What names an indicator has to fit every life of it, each on the days of that life.
    """
    units = [placed.row for placed in six.units]
    codes = {placed.row.indicator_id for placed in six.indicators}
    of_days = [
        problem
        for known in indicators_by_days(six.indicators)
        for gone in (codes - set(known),)
        for problem in (
            *check_columns([item for item in tables.columns if item.row.indicator_id not in gone], known),
            *_computed(tables, known, gone, units),
            *check_pairs([item for item in tables.pairs if gone.isdisjoint((item.row.in_time, item.row.done))], known),
        )
    ]
    return [*dict.fromkeys(of_days), *check_cut_offs(tables.cut_offs, rules), *check_ladder(tables.ladder)]


def _computed(tables: OptionalTables, known: dict[str, Indicator], gone: set[str], units: list[Unit]) -> Iterator[str]:
    exported = {placed.row.indicator_id for placed in tables.columns}
    seen: dict[tuple[str, str], int] = {}
    for placed in (item for item in tables.computed if item.row.indicator_id not in gone):
        row, indicator = placed.row, known.get(placed.row.indicator_id)
        first = seen.setdefault((row.indicator_id, row.unit_id), placed.raw.line)
        levels = {unit.level for unit in units if unit.unit_id == row.unit_id}
        if first != placed.raw.line:
            yield placed.problem("indicator_id", catalog_words.TWICE.format(row=first))
        if indicator is None:
            yield placed.problem("indicator_id", catalog_words.UNKNOWN.format(file="indicators.csv"))
        elif not indicator.measure.divides:
            yield placed.problem("indicator_id", catalog_words.COMPUTED_RATIO)
        elif row.indicator_id in exported:
            yield placed.problem("indicator_id", catalog_words.COMPUTED_EXPORTED)
        elif levels and (not levels & {*indicator.applies_to} or indicator.only_unit not in (None, row.unit_id)):
            yield placed.problem("unit_id", catalog_words.COMPUTED_APPLIES)
        if not levels:
            yield placed.problem("unit_id", catalog_words.UNKNOWN.format(file="units.csv"))
