"""successors.csv: who follows whom where units end; of today, since an old week cannot know who came after it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pydantic import field_validator

from scorecard.catalog.cell_types import Day, Text
from scorecard.catalog.checks import Tables
from scorecard.catalog.model import CatalogRow
from scorecard.catalog.rows import Placed
from scorecard.text import catalog_words

WHOLE = "whole"


class Successor(CatalogRow):
    """A life that follows another one; `share` is `whole`, or the part of the ended unit it took as a number."""

    old_unit_id: Text
    old_valid_from: Day
    new_unit_id: Text
    new_valid_from: Day
    share: Text
    note: str = ""

    @field_validator("share")
    @classmethod
    def _whole_or_number(cls, value: str) -> str:
        if value != WHOLE and not re.fullmatch(r"[0-9]+(\.[0-9]+)?", value):
            raise ValueError(value)
        return value


def check_successors(rows: Sequence[Placed[Successor]], tables: Tables) -> Iterator[str]:
    """Every pair once, and lives that are there; nobody follows itself."""
    lives = {(placed.row.unit_id, placed.row.valid_from) for placed in tables.units}
    seen: dict[object, int] = {}
    for placed in rows:
        row = placed.row
        old, new = (row.old_unit_id, row.old_valid_from), (row.new_unit_id, row.new_valid_from)
        first = seen.setdefault((old, new), placed.raw.line)
        if first != placed.raw.line:
            yield placed.problem("old_unit_id", catalog_words.TWICE.format(row=first))
        for column, life in (("old", old), ("new", new)):
            if life not in lives:
                advice = catalog_words.NO_LIFE.format(unit=life[0], since=life[1])
                yield placed.problem(f"{column}_valid_from", advice)
        if old == new:
            yield placed.problem("new_unit_id", catalog_words.OWN_SUCCESSOR)
