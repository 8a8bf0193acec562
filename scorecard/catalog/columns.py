"""columns.csv: what the columns of a foreign export give, under their headings."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from typing import Annotated, Literal

from pydantic import BeforeValidator

from scorecard.catalog.cell_types import Optional, Text
from scorecard.catalog.measure import PARTS
from scorecard.catalog.model import CatalogRow, Indicator
from scorecard.catalog.rows import Placed
from scorecard.text import catalog_words


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


@lru_cache(maxsize=8192)
def heading_path(text: str) -> tuple[str, ...]:
    """The levels of a heading as they are compared: without the difference of capitals, spaces and composition."""
    return tuple(" ".join(level.split()).casefold() for level in unicodedata.normalize("NFKC", text).split(">"))


def check_columns(columns: list[Placed[MappedColumn]], known: dict[str, Indicator]) -> Iterator[str]:
    """Every column that cannot be what it says, then every mapping that is not whole."""
    yield from _columns(columns, known)
    yield from _whole_mappings(columns, known)


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
        if row.part not in PARTS:
            if row.indicator_id:
                yield placed.problem("indicator_id", catalog_words.NO_INDICATOR_HERE)
        elif indicator is None:
            yield placed.problem("indicator_id", catalog_words.UNKNOWN.format(file="indicators.csv"))
        elif row.part not in indicator.measure.parts:
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
        first = {item.row.indicator_id: item for item in reversed(rows) if item.row.part in PARTS}
        for indicator_id, placed in first.items():
            indicator = known.get(indicator_id or "")
            for part in indicator.measure.parts if indicator else ():
                if (indicator_id, part) not in added:
                    yield placed.problem("part", catalog_words.MAPPING_PART.format(indicator=indicator_id, part=part))
