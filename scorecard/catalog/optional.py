"""The files a catalogue may have beside the six: their rows, and what no single row of them can tell."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator

from scorecard.catalog.checks import Tables
from scorecard.catalog.cut_offs import MovedCutOff, check_cut_offs
from scorecard.catalog.ladder import Rung, check_ladder
from scorecard.catalog.model import CatalogRow, Indicator, Optional, Rules, Text, Unit
from scorecard.catalog.pairs import Pair, check_pairs
from scorecard.catalog.rows import Placed
from scorecard.text import catalog_words

FIGURE_PARTS = ("numerator", "denominator")


def _added(text: object) -> object:
    """A blank cell adds."""
    return text or "add"


class MappedColumn(CatalogRow):
    """What a column of a foreign export gives, under its heading (levels joined by ` > `).

    Several rows of one part and indicator are summed, those with `subtract` taken away; one heading may feed several.
    A heading that is known and `ignored` only helps to recognise the export.
    """

    mapping: Text
    heading: Text
    part: Literal["unit_id", "unit_name", "parent_name", "as_of", "numerator", "denominator", "ignored"]
    indicator_id: Optional = None
    operation: Annotated[Literal["add", "subtract"], BeforeValidator(_added)] = "add"
    note: str = ""

    @property
    def path(self) -> tuple[str, ...]:
        """The levels of the heading from the top, as they are compared."""
        return heading_path(self.heading)


class Computed(CatalogRow):
    """A figure that is computed at publication and never typed; `sent_in_time` counts the units that sent."""

    indicator_id: Text
    unit_id: Text
    kind: Literal["sent_in_time"]
    note: str = ""


@lru_cache(maxsize=8192)
def heading_path(text: str) -> tuple[str, ...]:
    """The levels of a heading as they are compared: without the difference of capitals, spaces and composition."""
    return tuple(" ".join(level.split()).casefold() for level in unicodedata.normalize("NFKC", text).split(">"))


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
    """Every problem between the rows of the optional files, and with the indicators and units they name."""
    known = {placed.row.indicator_id: placed.row for placed in six.indicators}
    return [
        *_columns(tables.columns, known),
        *_whole_mappings(tables.columns, known),
        *_computed(tables, known, [placed.row for placed in six.units]),
        *check_cut_offs(tables.cut_offs, rules),
        *check_pairs(tables.pairs, known),
        *check_ladder(tables.ladder),
    ]


def _columns(columns: list[Placed[MappedColumn]], known: dict[str, Indicator]) -> Iterator[str]:
    seen: dict[tuple[object, ...], int] = {}
    for placed in columns:
        row = placed.row
        first = seen.setdefault((row.mapping, row.path, row.part, row.indicator_id), placed.raw.line)
        if first != placed.raw.line:
            yield placed.problem("heading", catalog_words.TWICE.format(row=first))
        if not all(row.path):
            yield placed.problem("heading", catalog_words.HEADING_LEVELS)
        indicator = known.get(row.indicator_id or "")
        if row.part not in FIGURE_PARTS:
            if row.indicator_id:
                yield placed.problem("indicator_id", catalog_words.NO_INDICATOR_HERE)
        elif indicator is None:
            yield placed.problem("indicator_id", catalog_words.UNKNOWN.format(file="indicators.csv"))
        elif row.part == "denominator" and indicator.measure != "ratio":
            yield placed.problem("part", catalog_words.NO_DENOMINATOR_HERE)


def _whole_mappings(columns: list[Placed[MappedColumn]], known: dict[str, Indicator]) -> Iterator[str]:
    """A mapping has to say whose figures it gives, and for every indicator all that its measure needs."""
    by_mapping: dict[str, list[Placed[MappedColumn]]] = defaultdict(list)
    for placed in columns:
        by_mapping[placed.row.mapping].append(placed)
    for rows in by_mapping.values():
        if not any(item.row.part in ("unit_id", "unit_name") for item in rows):
            yield rows[0].problem("mapping", catalog_words.MAPPING_UNIT)
        added = {(item.row.indicator_id, item.row.part) for item in rows if item.row.operation == "add"}
        first = {item.row.indicator_id: item for item in reversed(rows) if item.row.part in FIGURE_PARTS}
        for indicator_id, placed in first.items():
            indicator = known.get(indicator_id or "")
            wanted = FIGURE_PARTS if indicator and indicator.measure == "ratio" else FIGURE_PARTS[:1]
            for part in wanted if indicator else ():
                if (indicator_id, part) not in added:
                    yield placed.problem("part", catalog_words.MAPPING_PART.format(indicator=indicator_id, part=part))


def _computed(tables: OptionalTables, known: dict[str, Indicator], units: list[Unit]) -> Iterator[str]:
    exported = {placed.row.indicator_id for placed in tables.columns}
    seen: dict[tuple[str, str], int] = {}
    for placed in tables.computed:
        row, indicator = placed.row, known.get(placed.row.indicator_id)
        first = seen.setdefault((row.indicator_id, row.unit_id), placed.raw.line)
        levels = {unit.level for unit in units if unit.unit_id == row.unit_id}
        if first != placed.raw.line:
            yield placed.problem("indicator_id", catalog_words.TWICE.format(row=first))
        if indicator is None:
            yield placed.problem("indicator_id", catalog_words.UNKNOWN.format(file="indicators.csv"))
        elif indicator.measure != "ratio":
            yield placed.problem("indicator_id", catalog_words.COMPUTED_RATIO)
        elif row.indicator_id in exported:
            yield placed.problem("indicator_id", catalog_words.COMPUTED_EXPORTED)
        elif levels and (not levels & {*indicator.applies_to} or indicator.only_unit not in (None, row.unit_id)):
            yield placed.problem("unit_id", catalog_words.COMPUTED_APPLIES)
        if not levels:
            yield placed.problem("unit_id", catalog_words.UNKNOWN.format(file="units.csv"))
