"""ladder.csv: from how many weeks on a light is chased, and how; causes.csv: what a unit can name as the cause."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Literal

from pydantic import Field

from scorecard.catalog.cell_types import Text, Whole
from scorecard.catalog.model import CatalogRow
from scorecard.catalog.rows import Placed
from scorecard.text import catalog_words


class Rung(CatalogRow):
    """From `weeks` published weeks in `status` on, a unit stands on `step` with a task; the step is called `name`."""

    status: Literal["red", "amber", "missing"]
    weeks: Whole = Field(ge=1, le=520)
    step: Whole = Field(ge=1, le=9)
    name: Text = Field(max_length=60)


class Cause(CatalogRow):
    """A cause an explanation can name; the code is what is kept."""

    code: Text = Field(max_length=20)
    name: Text = Field(max_length=120)


def check_ladder(rungs: Sequence[Placed[Rung]]) -> Iterator[str]:
    """Every step once for a status, later steps after more weeks, and one name for a step."""
    by_status: dict[str, list[Placed[Rung]]] = defaultdict(list)
    names: dict[int, str] = {}
    for placed in sorted(rungs, key=lambda placed: (placed.row.step, placed.raw.line)):
        row, before = placed.row, by_status[placed.row.status]
        if before and before[-1].row.step == row.step:
            yield placed.problem("step", catalog_words.TWICE.format(row=before[-1].raw.line))
        elif before and before[-1].row.weeks >= row.weeks:
            yield placed.problem(
                "weeks", catalog_words.RUNG_ORDER.format(step=before[-1].row.step, weeks=before[-1].row.weeks)
            )
        if names.setdefault(row.step, row.name) != row.name:
            yield placed.problem("name", catalog_words.RUNG_NAME.format(step=row.step, name=names[row.step]))
        before.append(placed)


def check_causes(causes: Sequence[Placed[Cause]]) -> Iterator[str]:
    """Every code once."""
    seen: dict[str, int] = {}
    for placed in causes:
        first = seen.setdefault(placed.row.code, placed.raw.line)
        if first != placed.raw.line:
            yield placed.problem("code", catalog_words.TWICE.format(row=first))
