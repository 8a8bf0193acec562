"""What the address of a page asks for, and the links that ask for it."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlencode

from scorecard.weeks import ReportWeek

ALL = "all"
ONLY = "red_amber"
OVERVIEW = "overview"
CATALOG_ORDER = "catalog"
BOUNDARIES = "boundaries"
CLEAN_ONLY = "only"
LISTS = ("figures", "decisions")
NEWS = ("new", "better", "promised", "due", "unanswered", "review")
WHOLE = "all"
MOST_CHOSEN = 4  # lines beside that of the group: a chart has five styles
_PLAIN = ":,"  # stand in a link as they are
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
    `draft` the files being checked, `clean` whether only those without problems are taken. On the page of chasing
    `listed` is what is listed where not lights that fall short, `step` a step of the ladder, `light` the light whose
    matters are open: `<unit>:<task>`, `news` what of this week is listed alone, `rows` whether a long list is shown
    whole. `find` is what is looked for in the time line of a unit or a task.
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
    listed: str = ""
    step: int | None = None
    light: str | None = None
    news: str = ""
    rows: str = ""
    find: str = ""

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
            "listed": self.listed,
            "step": str(self.step or ""),
            "light": self.light or "",
            "news": self.news,
            "rows": self.rows,
            "find": self.find,
        }
        if self.page != OVERVIEW:
            given |= {"task": str(self.task or ""), "unit": self.unit or "", "group": self.group or ""}
        return {name: value for name, value in given.items() if value}

    def link(self, **changes: object) -> str:
        """`?week=…&unit=…`: this address with some fields changed."""
        changed = dataclasses.replace(self, **changes)  # type: ignore[arg-type]
        light = {"unit": changed.unit, "group": changed.group, "task": changed.task, "why": changed.why}
        parameters = changed.filters() | {name: str(value) for name, value in light.items() if value}
        return "?" + urlencode(parameters, safe=_PLAIN)

    def reason_link(self, owner: str, task_no: int) -> str:
        """The address with the reason of a light open; `owner` is a unit or a group."""
        if self.page != OVERVIEW:
            return f"{self._without_light}{urlencode({'why': f'{owner}:{task_no}'}, safe=_PLAIN)}"
        kind = "group" if ":" in owner or owner == "province" else "unit"
        return f"{self._without_light}{urlencode({kind: owner, 'task': task_no}, safe=_PLAIN)}"

    @cached_property
    def _without_light(self) -> str:
        """What every link to a reason begins with: a matrix has hundreds of them, and a light stands last in each."""
        before = self.without_reason().link()
        return before if before == "?" else f"{before}&"

    def link_to(self, page: str, **fields: object) -> str:
        """`./task?week=…&task=4`: another page as of the same week and revision, compared with the same week."""
        against = self.against if page in _COMPARING else None
        there = Address(page, self.week, self.revision, against=against)
        return page_path(page) + dataclasses.replace(there, **fields).link()  # type: ignore[arg-type]


def page_path(page: str) -> str:
    """Where a page lies, relative to any other: the overview at the root."""
    return "./" if page == OVERVIEW else f"./{page}"
