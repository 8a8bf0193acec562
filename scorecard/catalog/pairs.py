"""pairs.csv: which two indicators tell of lateness together, what was done in time and what was done at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scorecard.catalog.cell_types import Text
from scorecard.catalog.measure import Measure
from scorecard.catalog.model import CatalogRow, Indicator
from scorecard.catalog.rows import Placed
from scorecard.text import catalog_words


class Pair(CatalogRow):
    """`in_time` is a ratio of what was done in time among what is due.

    `done` is either a ratio of what was done at all among the same, or a count of what is due and not done yet: then
    the rest of what is due is done.
    """

    in_time: Text
    done: Text
    note: str = ""


def check_pairs(pairs: Sequence[Placed[Pair]], known: dict[str, Indicator]) -> Iterator[str]:
    """Every pair whose indicators are not there, not of one task, or not of the two shapes."""
    seen: dict[str, int] = {}
    for placed in pairs:
        in_time, done = known.get(placed.row.in_time), known.get(placed.row.done)
        first = seen.setdefault(placed.row.in_time, placed.raw.line)
        if first != placed.raw.line:
            yield placed.problem("in_time", catalog_words.TWICE.format(row=first))
        for column, indicator in (("in_time", in_time), ("done", done)):
            if indicator is None:
                yield placed.problem(column, catalog_words.UNKNOWN.format(file="indicators.csv"))
        if in_time and not _is_share_done(in_time):
            yield placed.problem("in_time", catalog_words.PAIR_IN_TIME)
        if done and not _is_share_done(done) and (done.measure, done.direction) != (Measure.COUNT, "lower"):
            yield placed.problem("done", catalog_words.PAIR_DONE)
        if in_time and done and (done is in_time or done.task_no != in_time.task_no):
            yield placed.problem("done", catalog_words.PAIR_TASK)


def _is_share_done(indicator: Indicator) -> bool:
    return indicator.measure.divides and indicator.direction == "higher"
