"""settings.csv -> Rules: a key and a value a row, typed and complete."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from pydantic import ValidationError

from scorecard.catalog.model import Rules, Setting
from scorecard.catalog.rows import Placed, required_columns
from scorecard.text import catalog_words

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
