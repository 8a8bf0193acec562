"""Lines through weeks as plain SVG: points, gaps where nothing is known, thresholds as bands behind them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from scorecard.catalog import Indicator
from scorecard.format import number
from scorecard.lights.ranking import value_in, zones_of
from scorecard.lights.rows import Judged, Limits
from scorecard.lights.status import UNKNOWN
from scorecard.lights.trend_scale import Scale, Size
from scorecard.weeks import ReportWeek


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

    `forecast` is its value in the last week that is drawn, if it goes on like this. In the weeks of `broken` it became
    another than before: no line leads there from the week before.
    """

    name: str
    rows: Mapping[ReportWeek, Judged]
    last: str
    forecast: Fraction | None = None
    broken: frozenset[ReportWeek] = frozenset()


class TrendBuilder:
    """Places weeks and values; the first series gives the bands."""

    def __init__(self, indicator: Indicator, weeks: Sequence[ReportWeek], size: Size | None = None) -> None:
        self._indicator = indicator
        self._weeks = weeks
        self._size = size or Size()

    def build(self, series: Sequence[Series], breaks: Sequence[ReportWeek] = ()) -> Trend | None:
        """The drawing; None where nobody has a value in any of the weeks."""
        known = [exact for one in series for row in one.rows.values() if (exact := self._value(row)) is not None]
        if not known:
            return None
        judged_by = series[0].rows
        limits = [
            Fraction(limit) for row in judged_by.values() for limit in (row.green, row.amber) if limit is not None
        ]
        ahead = [one.forecast for one in series if one.forecast is not None]
        scale = Scale(self._indicator, self._weeks, self._size, [*known, *limits, *ahead])
        return Trend(
            size=self._size,
            bands=tuple(band for run in self._runs(judged_by) for band in self._bands(*run, scale)),
            lines=tuple(self._line(place, one, scale) for place, one in enumerate(series)),
            weeks=tuple((scale.x(week), str(week.number)) for week in self._weeks[:: max(1, len(self._weeks) // 6)]),
            values=tuple((scale.y(value), number(float(value), 0)) for value in scale.ticks()),
            breaks=tuple(scale.x(week) for week in breaks if week in self._weeks),
        )

    def _value(self, row: Judged) -> Fraction | None:
        return None if row.status in UNKNOWN else value_in(row, self._indicator)

    def _runs(self, rows: Mapping[ReportWeek, Limits]) -> list[tuple[ReportWeek, ReportWeek, Fraction, Fraction]]:
        """First and last of the weeks in a row with the same thresholds, and these: amber, then green."""
        runs: list[tuple[ReportWeek, ReportWeek, tuple[Fraction, Fraction] | None]] = []
        for week in self._weeks:
            row = rows.get(week)
            limits = None
            if row and row.green is not None and row.amber is not None:
                limits = Fraction(row.amber), Fraction(row.green)
            if limits and runs and runs[-1][2] == limits:
                runs[-1] = (runs[-1][0], week, limits)
            else:
                runs.append((week, week, limits))
        return [(first, last, *limits) for first, last, limits in runs if limits]

    def _bands(self, start: ReportWeek, end: ReportWeek, amber: Fraction, green: Fraction, scale: Scale) -> list[Band]:
        first, second = sorted(min(max(limit, scale.low), scale.high) for limit in (amber, green))
        left, width = scale.span(start, end)
        bounds = [scale.y(value) for value in (scale.low, first, second, scale.high)]
        return [
            Band(status, round(left, 1), top, round(width + 0.3, 1), round(bottom - top, 1))
            for status, bottom, top in zip(zones_of(self._indicator), bounds[:-1], bounds[1:], strict=True)
            if bottom > top
        ]

    def _line(self, place: int, one: Series, scale: Scale) -> Line:
        pieces: list[list[tuple[float, float]]] = [[]]
        for week in self._weeks:
            row = one.rows.get(week)
            value = self._value(row) if row else None
            if value is None or week in one.broken:
                pieces.append([])
            if value is not None:
                pieces[-1].append((scale.x(week), scale.y(value)))
        drawn = [piece for piece in pieces if piece]
        paths = tuple(" ".join(f"{x},{y}" for x, y in piece) for piece in drawn if len(piece) > 1)
        end = drawn[-1][-1] if drawn else None
        dots = tuple(piece[0] for piece in drawn if len(piece) == 1 and piece[0] != end)
        if end is None or one.forecast is None:
            return Line(one.name, place, paths, dots, end, one.last)
        mark = (scale.x(self._weeks[-1]), scale.y(one.forecast))
        return Line(one.name, place, paths, dots, end, one.last, f"{end[0]},{end[1]} {mark[0]},{mark[1]}", mark)
