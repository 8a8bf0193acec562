"""Figures nobody types: found at publication from what was sent, as computed.csv of the catalogue says."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal

from scorecard.catalog import Catalog, Unit
from scorecard.publishing.carried_forward import Known, read_observations
from scorecard.publishing.publication import Publication
from scorecard.snapshots.index import Snapshot
from scorecard.snapshots.observation import Observation
from scorecard.text import computed_words

_MOST_NAMES = 12


def units_due(catalog: Catalog, day: dt.date) -> list[Unit]:
    """The units that have to send: valid on the day, with at least one indicator that is theirs to answer for."""
    return [
        unit
        for unit in catalog.units_on(day)
        if any(catalog.is_typed(indicator, unit) for indicator in catalog.indicators_on(day))
    ]


def sent_in_time(
    catalog: Catalog, publication: Publication, base: Snapshot | None, carried: Known, cut_off: dt.datetime
) -> tuple[str, ...]:
    """The codes of the units that sent for the week of a publication by its cut-off, in order.

    A file says nothing reliable of when it arrived. So a unit has sent in time if a row of its own stands in the inputs
    of the week's first revision, which is what the week was closed with, or in those of a later one published by the
    cut-off; or if, when the week was closed, a figure of a day of the week was known already (`carried`). A row counts
    whatever its date. What a later revision brings after the cut-off is late, and a withdrawal takes nothing back: the
    unit did send. Computed figures are nobody's sending. A base of the same week that recorded nothing is judged by the
    days of its figures.
    """
    closed = base if base and base.week == publication.week else None
    in_time = (publication.published_at or dt.datetime.now(tz=dt.UTC)) <= cut_off
    seen = {row.unit_id for row in publication.observations} if in_time or closed is None else set()
    if closed and closed.manifest.sent_in_time is not None:
        return tuple(sorted(seen | set(closed.manifest.sent_in_time)))
    rows = read_observations(closed) if closed else carried.values()
    computed = {(row.unit_id, row.indicator_id) for row in catalog.computed}
    of_week = {row.unit_id for row in rows if row.key not in computed and row.as_of >= publication.week.monday}
    return tuple(sorted(seen | of_week))


def computed_figures(catalog: Catalog, day: dt.date, sent: Sequence[str]) -> list[Observation]:
    """The figures of computed.csv as of the cut-off day, for units valid then to which the indicator applies.

    `sent_in_time`: of the units due, those among `sent`; the note names the others.
    """
    due = units_due(catalog, day)
    late = [unit for unit in due if unit.unit_id not in set(sent)]
    note = computed_words.ALL_SENT
    if late:
        names = ", ".join(unit.label for unit in late[:_MOST_NAMES])
        note = (computed_words.LATE if len(late) <= _MOST_NAMES else computed_words.MANY_LATE).format(
            count=len(late), names=names
        )
    units = {unit.unit_id: unit for unit in catalog.units_on(day)}
    indicators = {indicator.indicator_id: indicator for indicator in catalog.indicators_on(day)}
    above, below = Decimal(len(due) - len(late)), Decimal(len(due))
    return [
        Observation(row.unit_id, row.indicator_id, day, above, below, computed_words.SOURCE, note)
        for row in catalog.computed
        if row.unit_id in units
        and row.indicator_id in indicators
        and catalog.applies(indicators[row.indicator_id], units[row.unit_id])
    ]
