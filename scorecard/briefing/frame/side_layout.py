"""The right column of the frame: counts, what needs a decision, twelve weeks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scorecard.briefing.content.content import Briefing
from scorecard.documents.fonts import wrap
from scorecard.format import number as printed
from scorecard.lights.matrix_view import Count, WeekCounts
from scorecard.text import outstanding_words

LEFT, RIGHT = 1462.0, 1892.0
_BOX_GAP = 8.0
_CALLS_TOP, _CALLS_BOTTOM = 268.0, 770.0
_CHART_TOP, _CHART_BOTTOM = 822.0, 990.0
_INDENT = 36.0
_MOST_NAMED, _NAMED_FIRST, _MOST_TEXT, _MOST_UNITS = 6, 2, 90, 3  # decisions, letters of one, units
_SIZES = ((15.0, 13.0), (14.0, 12.0), (13.0, 11.5))  # of a sentence and of its figures: the largest that fits


@dataclass(frozen=True)
class Box:
    """A count with its place."""

    count: Count
    x: float
    width: float


@dataclass(frozen=True)
class Item:
    """A sentence of what needs a decision, in lines; without a number it is said beside the others."""

    number: int
    y: float
    strong: tuple[str, ...]
    soft: tuple[str, ...]


@dataclass(frozen=True)
class Bar:
    """A week of the chart; heights of red and amber in pixels, None where nobody published."""

    week: WeekCounts
    x: float
    width: float
    red: float | None
    amber: float | None


@dataclass(frozen=True)
class Side:
    """The right column in pixels of the frame."""

    left: float
    right: float
    boxes: tuple[Box, ...]
    headline: tuple[str, ...]
    items: tuple[Item, ...]
    sizes: tuple[float, float]
    bars: tuple[Bar, ...]
    base: float


def lay_out_side(briefing: Briefing) -> Side:
    """Everything right of the matrix; sentences get smaller before they get fewer."""
    sizes, items = _items(briefing)
    headline = tuple(wrap(briefing.headline, RIGHT - LEFT, 13, most=3))
    boxes, bars = tuple(_boxes(briefing.counts)), tuple(_bars(briefing))
    return Side(LEFT, RIGHT, boxes, headline, items, sizes, bars, _CHART_BOTTOM)


def _boxes(counts: tuple[Count, ...]) -> Iterator[Box]:
    width = (RIGHT - LEFT - _BOX_GAP * (len(counts) - 1)) / len(counts)
    for place, count in enumerate(counts):
        yield Box(count, LEFT + place * (width + _BOX_GAP), width)


def _items(briefing: Briefing) -> tuple[tuple[float, float], tuple[Item, ...]]:
    """Letters get smaller, then fewer decisions are named, which is said; then sentences are left out from the end."""
    said, rest = list(_said(briefing)), list(_timely(briefing))
    for named in reversed(range(min(len(briefing.outstanding.decisions), _MOST_NAMED) + 1)):
        # The first decisions are named before anything is said of what was done in time.
        for beside in (rest, []) if 0 < named <= _NAMED_FIRST else (rest,):
            for sizes in _SIZES:
                items, bottom = _stacked([*said, *_outstanding(briefing, named), *beside], sizes)
                if bottom <= _CALLS_BOTTOM:
                    return sizes, items
    # What is owed stays, as numbers: a frame without it would say that nothing is.
    while bottom > _CALLS_BOTTOM and (rest or said):
        (rest or said).pop()
        items, bottom = _stacked([*said, *_outstanding(briefing, 0), *rest], sizes)
    return sizes, items


_Texts = tuple[int, str, tuple[str, ...]]


def _said(briefing: Briefing) -> Iterator[_Texts]:
    for number, call in enumerate(briefing.calls, start=1):
        yield number, call.lead + call.headline, (call.detail,)


def _outstanding(briefing: Briefing, named: int) -> Iterator[_Texts]:
    """Open decisions, so many of them in words, and the lights without an explanation."""
    said = briefing.outstanding
    if said.decisions:
        texts = [one.sentence(_MOST_TEXT) for one in said.decisions[:named]]
        hidden = len(said.decisions) - named
        if hidden and named:
            texts.append(outstanding_words.MORE_DECISIONS.format(count=printed(hidden)))
        yield 0, said.title, tuple(texts)
    if said.lacking:
        yield 0, said.lacking_title, (said.lacking_units(_MOST_UNITS),)
    if said.unread:
        yield 0, "", (said.unread,)


def _timely(briefing: Briefing) -> Iterator[_Texts]:
    for pair in briefing.timeliness:
        yield 0, "", (pair.sentence,)


def _stacked(said: Sequence[_Texts], sizes: tuple[float, float]) -> tuple[tuple[Item, ...], float]:
    y, found = _CALLS_TOP, []
    width = RIGHT - LEFT - _INDENT
    for number, head, texts in said:
        strong = wrap(head, width, sizes[0], bold=True) if head else []
        soft = [line for text in texts for line in wrap(text, width, sizes[1])]
        found.append(Item(number, y, tuple(strong), tuple(soft)))
        y += len(strong) * sizes[0] * 1.36 + len(soft) * sizes[1] * 1.4 + (18 if strong else 12)
    return tuple(found), y


def _bars(briefing: Briefing) -> Iterator[Bar]:
    known = [week.red + week.amber for week in briefing.weeks if week.red is not None and week.amber is not None]
    scale = (_CHART_BOTTOM - _CHART_TOP) / max([*known, 1])
    step = (RIGHT - LEFT) / len(briefing.weeks)
    for place, week in enumerate(briefing.weeks):
        red = None if week.red is None else week.red * scale
        amber = None if week.amber is None else week.amber * scale
        yield Bar(week, LEFT + place * step + 2, step - 4, red, amber)
