"""Cut-offs moved by holidays: cut_offs.csv, a week and a moment a row."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Annotated

from pydantic import BeforeValidator

from scorecard.catalog.cell_types import Text
from scorecard.catalog.model import CatalogRow
from scorecard.catalog.rows import Placed
from scorecard.catalog.rules import Rules
from scorecard.errors import UsageError
from scorecard.text import catalog_words
from scorecard.weeks import ReportWeek

_MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}")


def _week(text: object) -> object:
    try:
        return ReportWeek.parse(text) if isinstance(text, str) else text
    except UsageError:
        return None


def _moment(text: object) -> object:
    """Only `2023-10-19T17:00`, in the catalogue's own zone: an offset would be a second place for it."""
    return text if not isinstance(text, str) or _MOMENT.fullmatch(text) else None


class MovedCutOff(CatalogRow):
    """The cut-off of one week where it is not the regular one, as the clock of the catalogue's zone shows it."""

    week: Annotated[ReportWeek, BeforeValidator(_week)]
    cut_off: Annotated[dt.datetime, BeforeValidator(_moment)]
    reason: Text


def regular_cut_off(rules: Rules, week: ReportWeek) -> dt.datetime:
    """The cut-off by the rule alone, as the clock shows it."""
    return dt.datetime.combine(week.day(rules.cut_off_weekday), rules.cut_off_time)


def check_cut_offs(rows: list[Placed[MovedCutOff]], rules: Rules) -> Iterator[str]:
    """Every week at most once, its cut-off in the week or the one after, and cut-offs in the order of their weeks."""
    first: dict[ReportWeek, int] = {}
    moved = {placed.row.week: placed.row.cut_off for placed in rows}
    for placed in rows:
        week, moment = placed.row.week, placed.row.cut_off
        if first.setdefault(week, placed.raw.line) != placed.raw.line:
            yield placed.problem("week", catalog_words.TWICE.format(row=first[week]))
        if not week.monday <= moment.date() <= week.next().sunday:
            yield placed.problem(
                "cut_off", catalog_words.CUT_OFF_WEEK.format(first=week.monday, last=week.next().sunday)
            )
            continue
        before, after = (moved.get(near, regular_cut_off(rules, near)) for near in (week.previous(), week.next()))
        if not before < moment < after:
            yield placed.problem("cut_off", catalog_words.CUT_OFF_ORDER.format(before=before, after=after))
