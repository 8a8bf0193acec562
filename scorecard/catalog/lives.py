"""Lives of a code: dates that follow each other, and which rows of a catalogue hold together on a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from scorecard.catalog.model import Indicator, Unit
from scorecard.catalog.rows import Placed
from scorecard.text import catalog_words

Life = TypeVar("Life", Indicator, Unit)


def unit_lives(units: Iterable[Placed[Unit]]) -> Iterator[str]:
    """What is wrong with the dates of units."""
    return _check((placed.row.unit_id, placed) for placed in units)


def indicator_lives(indicators: Sequence[Placed[Indicator]]) -> Iterator[str]:
    """What is wrong with the dates of indicators; a key that is there twice is another problem, and none of these."""
    once = {(placed.row.indicator_id, placed.row.valid_from): placed for placed in reversed(indicators)}
    return _check((code, placed) for (code, _), placed in once.items())


def _check(lives: Iterable[tuple[str, Placed[Life]]]) -> Iterator[str]:
    """Every life, given with its code, that ends before it begins or begins before the one before it ended."""
    earlier: dict[str, Placed[Life]] = {}
    for code, placed in sorted(lives, key=lambda item: (item[0], _begins(item[1].row))):
        life, before = placed.row, earlier.get(code)
        if life.valid_to and life.valid_to < _begins(life):
            yield placed.problem("valid_to", catalog_words.ENDS_FIRST.format(start=life.valid_from))
        if before and (before.row.valid_to or dt.date.max) >= _begins(life):
            yield placed.problem("valid_from", catalog_words.OVERLAP.format(row=before.raw.line))
        earlier[code] = placed


def _begins(life: Indicator | Unit) -> dt.date:
    return life.valid_from or dt.date.min


def indicators_by_days(indicators: Sequence[Placed[Indicator]]) -> list[dict[str, Indicator]]:
    """The indicators by code as they are on every day on which a life of one begins; once where none has dates."""
    rows = [placed.row for placed in indicators]
    days = sorted({_begins(row) for row in rows})
    return [{row.indicator_id: row for row in rows if row.lives_on(day)} for day in days]


def indicator_on(indicators: Sequence[Placed[Indicator]], indicator_id: str, day: dt.date) -> Indicator | None:
    """The life of a code that is valid on a day, else its next one, else its last; None for an unknown code."""
    lives = sorted((item.row for item in indicators if item.row.indicator_id == indicator_id), key=_begins)
    return next((life for life in lives if (life.valid_to or dt.date.max) >= day), lives[-1] if lives else None)
