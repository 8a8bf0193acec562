"""What the address of a page asks for, read strictly: a value that is not understood is refused, never widened."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from scorecard.errors import UsageError
from scorecard.text import data_page, district_page
from scorecard.text import ui as words
from scorecard.weeks import ReportWeek

ALL = "all"
ONLY = "red_amber"
OVERVIEW = "overview"
CATALOG_ORDER = "catalog"
BOUNDARIES = "boundaries"
CLEAN_ONLY = "only"
_MOST_CHOSEN = 8
_COMPARING = ("task", "district", "unit")  # the pages that a reader can compare with a week of choice


@dataclass(frozen=True)
class Asked:
    """A light whose reason is asked for: of a unit or a group on a task; or, without a task, all lights of a unit."""

    unit: str | None = None
    group: str | None = None
    task: int | None = None

    def __bool__(self) -> bool:
        return bool(self.unit or self.group or self.task)


@dataclass(frozen=True)
class Address:
    """What a page shows. Every page has `week` (None is the newest) and `revision` (None is the current one).

    The overview has `block` (`all`, a level, or `district:<unit_id>`) and `only`. On it `unit`, `group` and `task`
    open the reason of a light; on every other page they are what the page is about, and `why` opens a reason:
    `<unit or group>:<task>`. `against` is the week to compare with, `chosen` the units picked out in a chart,
    `order` how rows are sorted where not by worst first,
    `shape` what the map draws where not cells. On the page of figures `load` is the week figures are loaded for,
    `draft` the files being checked, `clean` whether only those without problems are taken.
    """

    page: str = OVERVIEW
    week: ReportWeek | None = None
    revision: int | None = None
    block: str = ALL
    only: bool = False
    unit: str | None = None
    group: str | None = None
    task: int | None = None
    district: str | None = None
    indicator: str | None = None
    chosen: tuple[str, ...] = ()
    against: ReportWeek | None = None
    why: str | None = None
    order: str = ""
    shape: str = ""
    load: ReportWeek | None = None
    draft: str | None = None
    clean: str = ""

    @property
    def asked(self) -> Asked:
        """The light whose reason is open."""
        if self.page == OVERVIEW and not self.why:
            return Asked(self.unit, self.group, self.task)
        if not self.why:
            return Asked()
        owner, _, task = self.why.rpartition(":")
        number = int(task)
        is_group = ":" in owner or owner == "province"
        return Asked(None, owner, number) if is_group else Asked(owner, None, number)

    def without_reason(self) -> Address:
        """The same page and filters with no light open."""
        if self.page == OVERVIEW:
            return dataclasses.replace(self, unit=None, group=None, task=None, why=None)
        return dataclasses.replace(self, why=None)

    def filters(self) -> dict[str, str]:
        """The filters as parameters, defaults and an open reason left out."""
        given = {
            "week": str(self.week) if self.week else "",
            "revision": str(self.revision) if self.revision else "",
            "block": self.block if self.block != ALL else "",
            "only": ONLY if self.only else "",
            "district": self.district or "",
            "indicator": self.indicator or "",
            "chosen": ",".join(self.chosen),
            "against": str(self.against) if self.against else "",
            "order": self.order,
            "shape": self.shape,
            "load": str(self.load) if self.load else "",
            "draft": self.draft or "",
            "clean": self.clean,
        }
        if self.page != OVERVIEW:
            given |= {"task": str(self.task or ""), "unit": self.unit or "", "group": self.group or ""}
        return {name: value for name, value in given.items() if value}

    def link(self, **changes: object) -> str:
        """`?week=…&unit=…`: this address with some fields changed."""
        changed = dataclasses.replace(self, **changes)  # type: ignore[arg-type]
        light = {"unit": changed.unit, "group": changed.group, "task": changed.task, "why": changed.why}
        parameters = changed.filters() | {name: str(value) for name, value in light.items() if value}
        return "?" + urlencode(parameters, safe=":,")

    def reason_link(self, owner: str, task_no: int) -> str:
        """The address with the reason of a light open; `owner` is a unit or a group."""
        if self.page != OVERVIEW:
            return self.link(why=f"{owner}:{task_no}")
        is_group = ":" in owner or owner == "province"
        return self.link(task=task_no, why=None, group=owner if is_group else None, unit=None if is_group else owner)

    def link_to(self, page: str, **fields: object) -> str:
        """`./task?week=…&task=4`: another page as of the same week and revision, compared with the same week."""
        against = self.against if page in _COMPARING else None
        there = Address(page, self.week, self.revision, against=against)
        return page_path(page) + dataclasses.replace(there, **fields).link()  # type: ignore[arg-type]


def page_path(page: str) -> str:
    """Where a page lies, relative to any other: the overview at the root."""
    return "./" if page == OVERVIEW else f"./{page}"


def parse_address(parameters: Mapping[str, str], page: str = OVERVIEW) -> Address:
    """Read the parameters we know, leave others (a proxy's, Streamlit's) alone; raises UsageError."""
    only = parameters.get("only", "")
    if only not in ("", ONLY):
        raise UsageError(words.BAD_ONLY.format(found=only))
    chosen = tuple(dict.fromkeys(part for part in parameters.get("chosen", "").split(",") if part))
    if len(chosen) > _MOST_CHOSEN:
        raise UsageError(words.TOO_MANY_CHOSEN.format(most=_MOST_CHOSEN))
    return Address(
        page=page,
        week=_parse_week(parameters, "week"),
        revision=_parse_number(parameters, "revision", words.BAD_REVISION),
        block=parameters.get("block") or ALL,
        only=bool(only),
        unit=parameters.get("unit") or None,
        group=parameters.get("group") or None,
        task=_parse_number(parameters, "task", words.BAD_TASK),
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
        raise UsageError(words.BAD_WHY.format(found=text))
    return text or None
