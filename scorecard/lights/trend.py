"""Lines through weeks as plain SVG: points, gaps where nothing is known, thresholds as bands behind them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from scorecard.catalog import Indicator
from scorecard.format import number
from scorecard.lights.ranking import value_in
from scorecard.weeks import ReportWeek

Row = Mapping[str, Any]
_WHOLE = Fraction(100)
_STRIP, _LEAST_STRIP = Fraction(3, 100), 5  # of the drawing's height, and units: a line on its edge hides half of it


@dataclass(frozen=True)
class Size:
    """The drawing's size and its margins, in units of the view box."""

    width: int = 460
    height: int = 250
    left: int = 34
    right: int = 12
    top: int = 10
    bottom: int = 24


@dataclass(frozen=True)
class Band:
    """A rectangle of one colour behind the weeks that have the same thresholds."""

    status: str
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Line:
    """One subject through the weeks: `paths` are the pieces between gaps, `end` the last known point.

    A piece of one week is no line: it stands in `dots`, unless it is the end.
    `ahead` leads from there to the forecast, whose place is `mark`; both are empty without one.
    """

    name: str
    number: int
    paths: tuple[str, ...]
    dots: tuple[tuple[float, float], ...]
    end: tuple[float, float] | None
    last: str
    ahead: str = ""
    mark: tuple[float, float] | None = None


@dataclass(frozen=True)
class Trend:
    """A drawing: bands, lines, ticks of both axes, and the weeks in which the rules changed."""

    size: Size
    bands: tuple[Band, ...]
    lines: tuple[Line, ...]
    weeks: tuple[tuple[float, str], ...]
    values: tuple[tuple[float, str], ...]
    breaks: tuple[float, ...]


@dataclass(frozen=True)
class Series:
    """What is drawn for one subject: its rows by week, and its printed last value.

    `forecast` is its value in the last week that is drawn, if it goes on like this.
    """

    name: str
    rows: Mapping[ReportWeek, Row]
    last: str
    forecast: Fraction | None = None


class TrendBuilder:
    """Places weeks and values; the first series gives the bands."""

    def __init__(self, indicator: Indicator, weeks: Sequence[ReportWeek], size: Size | None = None) -> None:
        self._indicator = indicator
        self._weeks = weeks
        self._places = {week: place for place, week in enumerate(weeks)}
        self._size = size or Size()

    def build(self, series: Sequence[Series], breaks: Sequence[ReportWeek] = ()) -> Trend | None:
        """The drawing; None where nobody has a value in any of the weeks."""
        known = [exact for one in series for row in one.rows.values() if (exact := self._value(row)) is not None]
        if not known:
            return None
        limits = [Fraction(row[name]) for row in series[0].rows.values() for name in ("green", "amber")
                  if row[name] is not None]  # fmt: skip
        low, high = self._span([*known, *limits, *(one.forecast for one in series if one.forecast is not None)])
        bands = [band for run in self._runs(series[0].rows) for band in self._bands(*run, low, high)]
        size = self._size
        return Trend(
            size=size,
            bands=tuple(bands),
            lines=tuple(self._line(place, one, low, high) for place, one in enumerate(series)),
            weeks=tuple((self._x(week), str(week.number)) for week in self._weeks[:: max(1, len(self._weeks) // 6)]),
            values=tuple((self._y(value, low, high), number(float(value), 0)) for value in self._ticks(low, high)),
            breaks=tuple(self._x(week) for week in breaks if week in self._weeks),
        )

    def _value(self, row: Row) -> Fraction | None:
        return None if row["status"] in ("missing", "stale") else value_in(row, self._indicator)

    def _span(self, values: Sequence[Fraction]) -> tuple[Fraction, Fraction]:
        """What is drawn: never beyond what a value can be, but for a strip of green where only the best is green."""
        margin = max((max(values) - min(values)) / 10, Fraction(1))
        low, high = max(min(values) - margin, Fraction(0)), max(values) + margin
        if self._indicator.measure == "ratio":
            high = max(min(high, _WHOLE), low + 1)
        strip = (high - low) * max(_STRIP, Fraction(_LEAST_STRIP, self._room()))
        if self._indicator.direction == "lower":
            return (low or -strip), high
        return low, (high + strip if self._indicator.measure == "ratio" and high == _WHOLE else high)

    def _ticks(self, low: Fraction, high: Fraction) -> list[Fraction]:
        """Four to six round values, none on the strip beyond what a value can be."""
        return _ticks(max(low, Fraction(0)), min(high, _WHOLE) if self._indicator.measure == "ratio" else high)

    def _runs(self, rows: Mapping[ReportWeek, Row]) -> list[tuple[ReportWeek, ReportWeek, Row]]:
        """First and last of the weeks in a row with the same thresholds, and a row that has them."""
        runs: list[tuple[ReportWeek, ReportWeek, Row | None]] = []
        for week in self._weeks:
            row = rows.get(week)
            limits = row if row and row["green"] is not None else None
            before = runs[-1][2] if runs else None
            if limits and before and all(limits[name] == before[name] for name in ("green", "amber")):
                runs[-1] = (runs[-1][0], week, before)
            else:
                runs.append((week, week, limits))
        return [(first, last, row) for first, last, row in runs if row]

    def _bands(self, start: ReportWeek, end: ReportWeek, row: Row, low: Fraction, high: Fraction) -> list[Band]:
        first, second = sorted(min(max(Fraction(row[name]), low), high) for name in ("amber", "green"))
        order = ("red", "amber", "green") if self._indicator.direction == "higher" else ("green", "amber", "red")
        step = self._step()
        left = max(self._x(start) - step / 2, self._size.left)
        width = min(self._x(end) + step / 2, self._size.width - self._size.right) - left
        bounds = [self._y(value, low, high) for value in (low, first, second, high)]
        return [
            Band(status, round(left, 1), top, round(width + 0.3, 1), round(bottom - top, 1))
            for status, bottom, top in zip(order, bounds[:-1], bounds[1:], strict=True)
            if bottom > top
        ]

    def _line(self, place: int, one: Series, low: Fraction, high: Fraction) -> Line:
        pieces: list[list[tuple[float, float]]] = [[]]
        for week in self._weeks:
            row = one.rows.get(week)
            value = self._value(row) if row else None
            if value is None:
                pieces.append([])
            else:
                pieces[-1].append((self._x(week), self._y(value, low, high)))
        drawn = [piece for piece in pieces if piece]
        paths = tuple(" ".join(f"{x},{y}" for x, y in piece) for piece in drawn if len(piece) > 1)
        end = drawn[-1][-1] if drawn else None
        dots = tuple(piece[0] for piece in drawn if len(piece) == 1 and piece[0] != end)
        if end is None or one.forecast is None:
            return Line(one.name, place, paths, dots, end, one.last)
        mark = (self._x(self._weeks[-1]), self._y(one.forecast, low, high))
        return Line(one.name, place, paths, dots, end, one.last, f"{end[0]},{end[1]} {mark[0]},{mark[1]}", mark)

    def _step(self) -> float:
        return (self._size.width - self._size.left - self._size.right) / max(len(self._weeks) - 1, 1)

    def _room(self) -> int:
        return self._size.height - self._size.top - self._size.bottom

    def _x(self, week: ReportWeek) -> float:
        return round(self._size.left + self._places[week] * self._step(), 1)

    def _y(self, value: Fraction, low: Fraction, high: Fraction) -> float:
        return round(self._size.top + self._room() * (float(high) - float(value)) / (float(high) - float(low)), 1)


def _ticks(low: Fraction, high: Fraction) -> list[Fraction]:
    """Four to six round values between two bounds."""
    raw = (high - low) / 4
    step = next((Fraction(size) for size in (1, 2, 5, 10, 20, 25, 50, 100) if size >= raw), raw)
    first = -(-low // step) * step
    return [first + place * step for place in range(int((high - first) // step) + 1)]
