"""Reads the address of a page strictly: a value that is not understood is refused, never widened."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from scorecard.address.address import (
    ALL,
    BOUNDARIES,
    CATALOG_ORDER,
    CLEAN_ONLY,
    LISTS,
    MOST_CHOSEN,
    NEWS,
    ONLY,
    OVERVIEW,
    WHOLE,
    Address,
)
from scorecard.errors import UsageError
from scorecard.text import data_page, district_page, follow_up_page, interface_words, timeline_words
from scorecard.weeks import ReportWeek

_MOST_FIND = 100  # letters


def parse_address(parameters: Mapping[str, str], page: str = OVERVIEW) -> Address:
    """Read the parameters we know, leave others (a proxy's, Streamlit's) alone; raises UsageError."""
    only = parameters.get("only", "")
    if only not in ("", ONLY):
        raise UsageError(interface_words.BAD_ONLY.format(found=only))
    chosen = tuple(dict.fromkeys(part for part in parameters.get("chosen", "").split(",") if part))
    if len(chosen) > MOST_CHOSEN:
        raise UsageError(interface_words.TOO_MANY_CHOSEN.format(most=MOST_CHOSEN))
    return Address(
        page=page,
        week=_parse_week(parameters, "week"),
        revision=_parse_number(parameters, "revision", interface_words.BAD_REVISION),
        block=parameters.get("block") or ALL,
        only=bool(only),
        unit=parameters.get("unit") or None,
        group=parameters.get("group") or None,
        task=_parse_number(parameters, "task", interface_words.BAD_TASK),
        district=parameters.get("district") or None,
        indicator=parameters.get("indicator") or None,
        chosen=chosen,
        against=_parse_week(parameters, "against"),
        why=_parse_why(parameters.get("why", "")),
        order=_parse_choice(parameters, "order", CATALOG_ORDER, district_page.BAD_ORDER),
        shape=_parse_choice(parameters, "shape", BOUNDARIES, district_page.BAD_SHAPE),
        load=_parse_week(parameters, "load"),
        draft=parameters.get("draft") or None,
        clean=_parse_choice(parameters, "clean", CLEAN_ONLY, data_page.BAD_FLAG),
        listed=_parse_one(parameters, "listed", LISTS, follow_up_page.BAD_LIST),
        step=_parse_number(parameters, "step", follow_up_page.BAD_STEP),
        light=_parse_light(parameters.get("light", "")),
        news=_parse_one(parameters, "news", NEWS, follow_up_page.BAD_NEWS),
        rows=_parse_choice(parameters, "rows", WHOLE, follow_up_page.BAD_ROWS),
        find=_parse_find(parameters.get("find", "")),
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
