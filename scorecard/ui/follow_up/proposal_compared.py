"""A proposed figure beside the one in use, with everything that should be looked at before it is decided."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from scorecard.catalog import Indicator
from scorecard.errors import CatalogError
from scorecard.follow_up.contested.figure_parsing import figure_in, published_for
from scorecard.follow_up.contested.place import Place
from scorecard.follow_up.matters.matter import Matter, Told
from scorecard.follow_up.matters.moves import Kind
from scorecard.format import date_vi
from scorecard.intake.old_dates import too_old
from scorecard.intake.plausibility import doubts_of
from scorecard.lights.figure_words import figure_of
from scorecard.lights.rows import IndicatorLight, Limits, PlainFigure
from scorecard.snapshots.observation import Observation
from scorecard.snapshots.warehouse import files_of
from scorecard.text import contest_words, follow_up_form_words
from scorecard.ui.follow_up.desk import ChasingDesk
from scorecard.ui.reader import session
from scorecard.ui.reader.matters_shown import is_newest


@dataclass(frozen=True)
class Compared:
    """A proposal beside what is in use: rows of a name and a figure, and what has to be looked at before deciding."""

    indicator: str
    rows: tuple[tuple[str, str], ...]
    warnings: tuple[str, ...]


def place_of(desk: ChasingDesk) -> Place:
    """Where figures are contested from this page."""
    return Place(session.home(), desk.engine, session.catalog_in_force())


def compare(desk: ChasingDesk, matter: Matter) -> Compared | None:
    """The figures side by side; None where the catalogue does not know the indicator any more."""
    indicator = desk.edition.indicator(matter.about.indicator_id or "")
    if matter.about.kind != Kind.correction or indicator is None:
        return None
    told = matter.moves[0].told
    then = desk.edition.index.named(told.revision)
    before = figure_in(then, matter.about) if then else None
    limits = _limits(desk, matter)
    rows = [
        (contest_words.WHEN_PROPOSED, _figure(before, indicator, limits)),
        (contest_words.PROPOSED, _figure(told, indicator, limits)),
    ]
    if not matter.is_open or not is_newest(desk.edition):  # an older week knows nothing of what came later
        return Compared(indicator.name, tuple(rows), ())
    try:
        place = place_of(desk)
    except CatalogError:
        return Compared(indicator.name, tuple(rows), (contest_words.NO_CATALOG,))
    now = figure_in(place.newest, matter.about)
    warnings = _doubts(matter, now, indicator, place.newest.cut_off_day)
    if _numbers(now) != _numbers(before):
        rows.insert(1, (contest_words.IN_USE, _figure(now, indicator, limits)))
        warnings.insert(0, contest_words.CHANGED)
    else:
        rows[0] = (contest_words.IN_USE, rows[0][1])
    if published := published_for(place.home, matter):
        warnings.insert(0, contest_words.PUBLISHED_ALREADY.format(revision=published.name))
    return Compared(indicator.name, tuple(rows), tuple(warnings))


def _numbers(figure: Observation | None) -> tuple[object, ...] | None:
    return (figure.as_of, figure.numerator, figure.denominator) if figure else None


def _doubts(matter: Matter, now: Observation | None, indicator: Indicator, day: dt.date) -> list[str]:
    told = matter.moves[0].told
    if told.numerator is None or told.as_of is None:
        return []
    found = [advice for advice in (too_old(told.as_of, indicator, day, day),) if advice]
    if now is not None:
        seen = Observation(now.unit_id, now.indicator_id, told.as_of, told.numerator, told.denominator)
        found += [advice for _, advice in doubts_of(seen, now, indicator)]
    return [follow_up_form_words.DOUBTS.format(advice=advice) for advice in found]


def _limits(desk: ChasingDesk, matter: Matter) -> Limits:
    """The thresholds of the light above, so that no figure reads as if it stood on their other side."""
    about = matter.about
    rows = session.warehouse().run(
        IndicatorLight,
        files=files_of([desk.edition.snapshot], "lights"),
        unit_id=about.unit_id,
        task_no=about.task_no,
    )
    own = next((row for row in rows if row.indicator_id == about.indicator_id), None)
    return own or PlainFigure(None, None)


def _figure(figure: Observation | Told | None, indicator: Indicator, limits: Limits) -> str:
    if figure is None:
        return contest_words.NONE
    held = PlainFigure(figure.numerator, figure.denominator, limits.green, limits.amber)
    return contest_words.OF_DAY.format(figure=figure_of(held, indicator), date=date_vi(figure.as_of))
