"""Raw rows -> observations, all problems and all warnings at once."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from scorecard.catalog import Catalog
from scorecard.intake.cells.problems import Problem, distinct
from scorecard.intake.conflicts import conflicts, numbers_of
from scorecard.intake.long_form.long_csv import RawFigure
from scorecard.intake.old_dates import OldDates
from scorecard.intake.plausibility import counted_twice, doubts_of
from scorecard.intake.row_checks import RowChecks
from scorecard.publishing.carried_forward import Known
from scorecard.snapshots.observation import Observation
from scorecard.text import doubt_words


@dataclass
class Checked:
    """The observations that could be taken; only to be published if `problems` is empty."""

    observations: list[Observation] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)


def check_figures(
    figures: Iterable[RawFigure],
    catalog: Catalog,
    day: dt.date,
    known: Known,
    last_day: dt.date,
    read_with: Catalog | None = None,
) -> Checked:
    """Checks every row against the catalogue, the cut-off day, the other rows and what is known before it.

    `last_day` is the last day a figure can be of, `day` or one before it. `read_with` is the catalogue that names and
    columns were read by, where the week is judged by another one.
    """
    checks, old = RowChecks(catalog, day, last_day, read_with or catalog), OldDates(day, last_day)
    result = Checked()
    taken: dict[tuple[str, str, dt.date], list[tuple[Observation, RawFigure]]] = defaultdict(list)
    for figure in figures:
        observation, problems = checks.row(figure)
        result.problems += problems
        if observation is None:
            continue
        key = (*observation.key, observation.as_of)
        taken[key].append((observation, figure))
        if numbers_of(observation) != numbers_of(taken[key][0][0]):
            continue
        result.observations.append(observation)
        indicator = checks.indicators[observation.indicator_id]
        old.see(observation, figure, indicator)
        before = known.get(observation.key)
        if before and catalog.counts_on(day, before.indicator_id, before.as_of):
            result.warnings += [figure.problem(*doubt) for doubt in doubts_of(observation, before, indicator)]
    twice = counted_twice(result.observations, catalog.units_on(day))
    places = [place for (seen, place), *_ in taken.values() if seen.key in twice]
    result.warnings += [place.problem("numerator", doubt_words.COUNTED_TWICE) for place in places]
    result.warnings += old.warnings()
    for group in taken.values():
        result.problems += conflicts(group)
    result.problems = distinct(result.problems)
    result.warnings = distinct(result.warnings)
    return result
