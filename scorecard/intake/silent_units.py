"""Units that send nothing: neither in the files of a week nor lately."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from scorecard.catalog import Catalog, Unit
from scorecard.format import date_vi
from scorecard.intake.cells.problems import Problem
from scorecard.publishing.carried_forward import Known
from scorecard.publishing.computed import units_due
from scorecard.text import doubt_words
from scorecard.weeks import ReportWeek

_MOST_NAMES = 5


def silence(catalog: Catalog, week: ReportWeek, day: dt.date, named: Iterable[str], known: Known) -> Iterator[Problem]:
    """One warning for a whole set of files, naming how many units sent nothing and the first of them; none if all did.

    A unit sends nothing if it has indicators to answer for, no row of the files names it, and all that is known of it
    is of days before the previous week.
    """
    since = week.previous().monday
    lately = {
        unit_id
        for (unit_id, indicator_id), row in known.items()
        if row.as_of >= since and not catalog.is_computed(indicator_id, unit_id)
    }
    silent = [unit for unit in units_due(catalog, day) if unit.unit_id not in lately.union(named)]
    if silent:
        labels = {unit.unit_id: unit.label for unit in catalog.units_on(day)}
        names = ", ".join(_named(unit, labels.get(unit.parent_id or "")) for unit in silent[:_MOST_NAMES])
        pattern = doubt_words.SILENT if len(silent) <= _MOST_NAMES else doubt_words.MANY_SILENT
        yield Problem(
            doubt_words.ALL_FILES, 0, advice=pattern.format(count=len(silent), since=date_vi(since), names=names)
        )


def _named(unit: Unit, above: str | None) -> str:
    """Communes of one name lie in several districts."""
    return f"{unit.label} ({above})" if above else unit.label
