"""Reads the address of a page strictly: a value that is not understood is refused, never widened."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from scorecard.address.address import (
    BOUNDARIES,
    CATALOG_ORDER,
    CLEAN_ONLY,
    LISTS,
    MOST_CHOSEN,
    NEWS,
    OVERVIEW,
    WHOLE,
    Address,
)
from scorecard.address.queries import QUERIES
from scorecard.address.query import ALL, ONLY
from scorecard.errors import UsageError
from scorecard.text import data_page, district_page, follow_up_page, interface_words, timeline_words
from scorecard.weeks import ReportWeek

_MOST_FIND = 100  # letters


def parse_address(parameters: Mapping[str, str], page: str = OVERVIEW) -> Address:
    """Read the parameters the page knows, leave others (a proxy's, Streamlit's) alone; raises UsageError."""
    kind = QUERIES[page]
    fields = {item.name: _READ[item.name](parameters) for item in dataclasses.fields(kind)}
    return Address(
        query=kind(**fields),
        week=_parse_week(parameters, "week"),
        revision=_parse_number(parameters, "revision", interface_words.BAD_REVISION),
        against=_parse_week(parameters, "against"),
        why=_parse_why(parameters.get("why", "")),
    )


def _parse_week(parameters: Mapping[str, str], name: str) -> ReportWeek | None:
    text = parameters.get(name, "")
    return ReportWeek.parse(text) if text else None


def _parse_number(parameters: Mapping[str, str], name: str, message: str) -> int | None:
    text = parameters.get(name, "")
    if not text:
        return None
    if not re.fullmatch(r"[0-9]{1,4}", text) or not int(text):
        raise UsageError(message.format(found=text))
    return int(text)


def _parse_choice(parameters: Mapping[str, str], name: str, other: str, message: str) -> str:
    """A choice between the default, which is left out, and one other."""
    text = parameters.get(name, "")
    if text not in ("", other):
        raise UsageError(message.format(found=text))
    return text


def _parse_why(text: str) -> str | None:
    if text and not re.fullmatch(r".+:[1-9][0-9]{0,3}", text):
        raise UsageError(interface_words.BAD_WHY.format(found=text))
    return text or None


def _parse_one(parameters: Mapping[str, str], name: str, known: Sequence[str], message: str) -> str:
    """One of several choices; left out it is empty."""
    text = parameters.get(name, "")
    if text and text not in known:
        raise UsageError(message.format(found=text))
    return text


def _parse_light(text: str) -> str | None:
    if text and not re.fullmatch(r"[^:]+:[1-9][0-9]{0,3}", text):
        raise UsageError(follow_up_page.BAD_LIGHT.format(found=text))
    return text or None


def _parse_find(text: str) -> str:
    if len(text) > _MOST_FIND:
        raise UsageError(timeline_words.BAD_FIND.format(most=_MOST_FIND))
    return text.strip()


def _parse_only(parameters: Mapping[str, str]) -> bool:
    text = parameters.get("only", "")
    if text not in ("", ONLY):
        raise UsageError(interface_words.BAD_ONLY.format(found=text))
    return bool(text)


def _parse_chosen(parameters: Mapping[str, str]) -> tuple[str, ...]:
    chosen = tuple(dict.fromkeys(part for part in parameters.get("chosen", "").split(",") if part))
    if len(chosen) > MOST_CHOSEN:
        raise UsageError(interface_words.TOO_MANY_CHOSEN.format(most=MOST_CHOSEN))
    return chosen


# How each parameter is read, whatever page it is of.
_READ: dict[str, Callable[[Mapping[str, str]], Any]] = {
    "block": lambda given: given.get("block") or ALL,
    "only": _parse_only,
    "unit": lambda given: given.get("unit") or None,
    "group": lambda given: given.get("group") or None,
    "task": lambda given: _parse_number(given, "task", interface_words.BAD_TASK),
    "district": lambda given: given.get("district") or None,
    "indicator": lambda given: given.get("indicator") or None,
    "chosen": _parse_chosen,
    "order": lambda given: _parse_choice(given, "order", CATALOG_ORDER, district_page.BAD_ORDER),
    "shape": lambda given: _parse_choice(given, "shape", BOUNDARIES, district_page.BAD_SHAPE),
    "load": lambda given: _parse_week(given, "load"),
    "draft": lambda given: given.get("draft") or None,
    "clean": lambda given: _parse_choice(given, "clean", CLEAN_ONLY, data_page.BAD_FLAG),
    "listed": lambda given: _parse_one(given, "listed", LISTS, follow_up_page.BAD_LIST),
    "step": lambda given: _parse_number(given, "step", follow_up_page.BAD_STEP),
    "light": lambda given: _parse_light(given.get("light", "")),
    "news": lambda given: _parse_one(given, "news", NEWS, follow_up_page.BAD_NEWS),
    "rows": lambda given: _parse_choice(given, "rows", WHOLE, follow_up_page.BAD_ROWS),
    "find": lambda given: _parse_find(given.get("find", "")),
}
