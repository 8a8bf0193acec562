"""The charts, in Altair, with Vietnamese axes and a description for those who do not see them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

import altair as alt

from scorecard.lights.matrix_view import WeekCounts
from scorecard.lights.status import AMBER, RED
from scorecard.text import interface_words

_CLEAR = "transparent"
_FONT = "Be Vietnam Pro"
_LEGIBLE = 0.08  # a piece lower than this share of the chart has no room for its number


def describe_weeks(weeks: Sequence[WeekCounts]) -> str:
    """The weeks of the chart as one sentence."""
    points = [
        interface_words.CHART_GAP.format(week=week.label)
        if week.red is None
        else interface_words.CHART_POINT.format(week=week.label, red=week.red, amber=week.amber)
        for week in weeks
    ]
    return interface_words.CHART_ALT.format(points="; ".join(points))


def chart_weeks(weeks: Sequence[WeekCounts], height: int = 230) -> dict[str, Any]:
    """Red on amber, one column a week, with their numbers; a week nobody published stays an empty place."""
    top = max((week.red + week.amber for week in weeks if week.red is not None and week.amber is not None), default=1)
    rows = [row for week in weeks for row in _bars(week, top)]
    # A named data set: Streamlit takes `data.values` out of a specification and sends it apart.
    figures = {"data": {"name": "weeks"}, "datasets": {"weeks": rows}}
    return {**_weeks_drawing(), "height": height, "description": describe_weeks(weeks), **figures}


@cache
def _weeks_drawing() -> dict[str, Any]:
    """The chart without its figures: building it takes Altair longer than everything else on the page together."""
    base = alt.Chart(alt.NamedData(name="weeks")).encode(
        x=alt.X("week:O", sort=None, title=interface_words.CHART_WEEK_AXIS, axis=alt.Axis(labelAngle=0, ticks=False)),
    )
    bars = base.mark_bar(stroke="#f6f8fa", strokeWidth=1).encode(
        y=alt.Y(
            "low:Q",
            title=interface_words.CHART_COUNT_AXIS,
            axis=alt.Axis(tickCount=3, domain=False),
            scale=alt.Scale(domainMin=0, nice=True),
        ),
        y2="high:Q",
        color=alt.Color("colour:N", scale=None),
        tooltip=[alt.Tooltip("tip:N", title=interface_words.WEEK)],
    )
    text = base.mark_text(font=_FONT, fontSize=11).encode(
        y="middle:Q", text="shown:N", color=alt.Color("ink:N", scale=None)
    )
    chart = (
        alt.layer(bars, text)
        .properties(background="#f6f8fa")
        .configure_axis(
            labelFont=_FONT,
            titleFont=_FONT,
            titleFontWeight=400,
            labelFontSize=11,
            titleFontSize=11,
            labelColor="#525e72",
            titleColor="#525e72",
            gridColor="#e3e8ef",
        )
        .configure_view(strokeWidth=0)
    )
    drawing: dict[str, Any] = chart.to_dict()
    return drawing


def _bars(week: WeekCounts, top: int) -> list[dict[str, object]]:
    if week.red is None or week.amber is None:
        # Without a row of its own the week would have no place on the axis.
        return [{"week": week.label, "low": 0, "high": 0, "middle": 0, "shown": "", "ink": _CLEAR, "colour": _CLEAR}]
    pieces = [(AMBER.look, 0, week.amber), (RED.look, week.amber, week.red)]
    return [
        {
            "week": week.label,
            "low": start,
            "high": start + count,
            "middle": start + count / 2,
            "shown": str(count) if count >= top * _LEGIBLE and count else "",
            "colour": look.fill,
            "ink": look.ink,
            "tip": interface_words.CHART_POINT.format(week=week.label, red=week.red, amber=week.amber),
        }
        for look, start, count in pieces
    ]
