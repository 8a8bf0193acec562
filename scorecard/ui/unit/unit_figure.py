"""One indicator of a unit: its figure against the threshold, among its peers, and through the weeks; no colour."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from scorecard.catalog import Indicator, Target, target_in_force
from scorecard.format import date_vi
from scorecard.lights.figure_words import evidence_of, fraction_of, number_of, threshold_of, value_of
from scorecard.lights.figure_years import year_said
from scorecard.lights.needed_to_green import needed_text
from scorecard.lights.outlook import Outlook
from scorecard.lights.rows import Limits, PeerValue, UnitLight
from scorecard.lights.status import UNKNOWN, WANTING
from scorecard.lights.trend import Series, TrendBuilder
from scorecard.lights.trend_scale import Size
from scorecard.text import general_words, outlook_words, unit_page
from scorecard.ui.unit.unit_rows import UnitRows
from scorecard.ui.unit.unit_view import Figure

SPARK = Size(width=120, height=26, left=2, right=4, top=3, bottom=3)


def held(row: UnitLight, targets: Sequence[Target], read: UnitRows) -> UnitLight:
    """A figure nobody sent was held against nothing: it gets what it would have been on the day of the cut-off."""
    if row.as_of:
        return row
    own = [target for target in targets if target.indicator_id == row.indicator_id]
    found = target_in_force(own, (read.unit.unit_id, read.unit.level, "*"), read.day)
    if found is None:
        return row
    return row._replace(green=found.green, amber=found.amber, legal_basis=found.legal_basis, evidence=found.evidence)


def build_figure(row: UnitLight, indicator: Indicator, read: UnitRows) -> Figure:
    """The indicator ready to print; `row` is its light, `read` everything of the unit."""
    age = unit_page.AGE.format(days=row.age_days) if row.age_days else unit_page.SAME_DAY
    if year := year_said(row.as_of, indicator, read.day):
        age = f"{age} · {year}"
    rows = read.history.get(indicator.indicator_id, {})
    ahead = read.outlook.forecast(rows.values(), indicator)
    weeks = [*read.weeks, *(read.outlook.ahead if ahead is not None else ())]
    return Figure(
        name=indicator.name,
        core=row.core,
        status=row.status,
        status_name=general_words.STATUS[row.status],
        value=value_of(row, indicator),
        fraction=fraction_of(row, indicator),
        small_n=row.small_n,
        target=threshold_of(row, indicator),
        basis=row.legal_basis or "",
        evidence=evidence_of(row),
        date=date_vi(row.as_of) if row.as_of else "",
        age=age if row.as_of else "",
        paper_age=unit_page.PAPER_AGE.format(days=row.age_days) if row.as_of else "",
        source=row.source or "",
        needed=_needed(row, indicator, read.outlook),
        peers=print_peers(read.peers.get(indicator.indicator_id), row, indicator),
        spark=TrendBuilder(indicator, weeks, SPARK).build([Series(indicator.name, rows, "", ahead)]) if rows else None,
        spark_label=_spark_label(row, indicator, read, ahead),
    )


def _spark_label(row: UnitLight, indicator: Indicator, read: UnitRows, ahead: Fraction | None) -> str:
    """What the line says to who does not see it."""
    points = [
        unit_page.POINT.format(week=week.number, value=value_of(past, indicator))
        for week, past in read.history.get(indicator.indicator_id, {}).items()
        if past.status not in UNKNOWN
    ]
    if ahead is not None:
        points.append(outlook_words.SHORT_FORECAST.format(value=number_of(ahead, [row], indicator)))
    return unit_page.SPARK.format(weeks=len(read.weeks), points=", ".join(points)) if points else unit_page.NO_SPARK


def _needed(row: UnitLight, indicator: Indicator, ahead: Outlook) -> str:
    """What is lacking to green, and how much of it a week, where there is a goal date."""
    if row.status not in WANTING:
        return ""
    parts = (needed_text(row, indicator), ahead.pace(row, indicator, short=True))
    return "; ".join(part for part in parts if part)


def print_peers(peer: PeerValue | None, own: Limits, indicator: Indicator) -> str:
    """Median and best of the peers beside the thresholds of the unit's own row; empty where there are no peers."""
    if peer is None or peer.units_with_value < 2:
        return ""
    best = peer.highest if indicator.direction == "higher" else peer.lowest
    # Floats: what is left of the threshold's own value in the last digits lies on no side of it.
    exact = (Fraction(repr(round(value, 9))) for value in (peer.median_value, best))
    median, top = (number_of(value, [own], indicator) for value in exact)
    return unit_page.PEER_VALUES.format(median=median, best=top)
