"""settings.csv -> Rules: a key and a value a row, typed and complete."""

from __future__ import annotations

import datetime as dt
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import BeforeValidator, Field, ValidationError

from scorecard.catalog.cell_types import Day, Number, Text, Whole, absent
from scorecard.catalog.model import CatalogRow
from scorecard.catalog.rows import Placed, required_columns
from scorecard.text import catalog_words


class Setting(CatalogRow):
    """One key of settings.csv, still as text."""

    key: Text
    value: Text
    note: str = ""


class Rules(CatalogRow):
    """The numbers of the rule that belong to the catalogue, not to the code; a field with a default may be left out.

    `coverage_floor_percent` is in percent and inclusive (90 is enough); a denominator under `small_n_bound` is flagged.
    `goal_date` is what pages count the needed pace and forecasts to; without it they name none.
    A light that falls again within `reopen_weeks` published weeks stands on the old step of the ladder.
    `report_…` are the names in the form of the weekly report; one left out stands open in the draft.
    """

    coverage_floor_percent: Number = Field(ge=0, le=100, allow_inf_nan=False, decimal_places=3)
    small_n_bound: Number = Field(ge=0, allow_inf_nan=False, max_digits=14, decimal_places=3)
    cut_off_weekday: Whole = Field(ge=1, le=7)
    cut_off_time: dt.time
    timezone: Text
    title: str = ""
    goal_date: Annotated[Day | None, BeforeValidator(absent)] = None
    reopen_weeks: Whole = Field(default=4, ge=0, le=52)
    report_over: str = ""
    report_by: str = ""
    report_sign: str = ""
    report_place: str = ""
    report_to: str = ""
    report_archive: str = ""


_ADVICE = {
    "coverage_floor_percent": catalog_words.PERCENT,
    "small_n_bound": catalog_words.NUMBER,
    "cut_off_weekday": catalog_words.WEEKDAY,
    "cut_off_time": catalog_words.TIME,
    "timezone": catalog_words.TIMEZONE,
    "title": catalog_words.OTHER,
    "goal_date": catalog_words.DATE,
    "reopen_weeks": catalog_words.WHOLE_NUMBER.format(least=0, most=52),
    "report_over": catalog_words.OTHER,
    "report_by": catalog_words.OTHER,
    "report_sign": catalog_words.OTHER,
    "report_place": catalog_words.OTHER,
    "report_to": catalog_words.OTHER,
    "report_archive": catalog_words.OTHER,
}


def parse_rules(settings: list[Placed[Setting]]) -> tuple[Rules | None, list[str]]:
    """The rules, or None with every problem of the file."""
    by_key = {placed.row.key: placed for placed in settings}
    problems = [
        placed.problem("key", catalog_words.UNKNOWN_SETTING.format(keys=", ".join(_ADVICE)))
        for key, placed in by_key.items()
        if key not in _ADVICE
    ]
    problems += [catalog_words.NO_SETTING.format(key=key) for key in required_columns(Rules) if key not in by_key]
    try:
        rules = Rules.model_validate({key: placed.row.value for key, placed in by_key.items() if key in _ADVICE})
    except ValidationError as error:
        wrong = [str(item["loc"][0]) for item in error.errors()]
        return None, problems + [by_key[key].problem("value", _ADVICE[key]) for key in wrong if key in by_key]
    try:
        ZoneInfo(rules.timezone)
    except (KeyError, ValueError, OSError):  # OSError: the name is a folder of the zone data
        problems.append(by_key["timezone"].problem("value", catalog_words.TIMEZONE))
    return (None if problems else rules), problems
