"""What the address of a page asks for, and the links that ask for it."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar
from urllib.parse import urlencode

from scorecard.address.queries import OverviewQuery, UnitQuery
from scorecard.address.query import Named, Query
from scorecard.weeks import ReportWeek

OVERVIEW = OverviewQuery.page
CATALOG_ORDER = "catalog"
BOUNDARIES = "boundaries"
CLEAN_ONLY = "only"
LISTS = ("figures", "decisions")
NEWS = ("new", "better", "promised", "due", "unanswered", "review")
WHOLE = "all"
MOST_CHOSEN = 4  # lines beside that of the group: a chart has five styles
_PLAIN = ":,"  # stand in a link as they are
_COMPARING = ("task", "district", "unit")  # the pages that a reader can compare with a week of choice
_LIGHT = ("unit", "group", "task")  # on the overview: the light whose reason is open
# Links are written in one order, so that equal addresses are equal texts.
_ORDER = (
    *("week", "revision", "block", "only", "district", "indicator", "chosen", "against", "order", "shape", "load"),
    *("draft", "clean", "listed", "step", "light", "news", "rows", "find"),
)
_OF_PAGES, _OF_OVERVIEW = ("task", "unit", "group", "why"), ("unit", "group", "task", "why")

Q = TypeVar("Q", bound=Query)


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
    """What a page shows: the query of the page, and what every page has.

    `week` None is the newest, `revision` None the current one, `against` the week to compare with where it is not the
    published one before. `why` opens the reason of a light: `<unit or group>:<task>`; on the overview its query does.
    """

    query: Query = field(default_factory=OverviewQuery)
    week: ReportWeek | None = None
    revision: int | None = None
    against: ReportWeek | None = None
    why: str | None = None

    @property
    def page(self) -> str:
        """The page the query is of."""
        return self.query.page

    def of(self, kind: type[Q]) -> Q:
        """The query of a page, for code that is of that page alone."""
        assert isinstance(self.query, kind), f"{self.page} is asked as {kind.page}"
        return self.query

    @property
    def named(self) -> Named:
        """What the query names of a catalogue."""
        return self.query.named

    @property
    def asked(self) -> Asked:
        """The light whose reason is open."""
        if isinstance(self.query, OverviewQuery) and not self.why:
            return Asked(self.query.unit, self.query.group, self.query.task)
        if not self.why:
            return Asked()
        owner, _, task = self.why.rpartition(":")
        number = int(task)
        is_group = ":" in owner or owner == "province"
        return Asked(None, owner, number) if is_group else Asked(owner, None, number)

    def without_reason(self) -> Address:
        """The same page and filters with no light open."""
        if isinstance(self.query, OverviewQuery):
            closed = dataclasses.replace(self.query, unit=None, group=None, task=None)
            return dataclasses.replace(self, query=closed, why=None)
        return dataclasses.replace(self, why=None)

    def filters(self) -> dict[str, str]:
        """The filters as parameters, defaults and an open reason left out."""
        light = (*_LIGHT, "why") if self.page == OVERVIEW else ("why",)
        return {name: text for name, text in self.parameters().items() if name not in light}

    def having(self, **changes: object) -> Address:
        """The same with some fields changed, of its own or of its query; raises TypeError for any other."""
        own = {name: changes.pop(name) for name in tuple(changes) if name in _OWN}
        query = dataclasses.replace(self.query, **changes) if changes else self.query
        return dataclasses.replace(self, query=query, **own)  # type: ignore[arg-type]

    def link(self, **changes: object) -> str:
        """`?week=…&unit=…`: this address with some fields changed."""
        return "?" + urlencode(self.having(**changes).parameters(), safe=_PLAIN)

    def reason_link(self, owner: str, task_no: int) -> str:
        """The address with the reason of a light open; `owner` is a unit or a group."""
        if self.page != OVERVIEW:
            return f"{self._without_light}{urlencode({'why': f'{owner}:{task_no}'}, safe=_PLAIN)}"
        kind = "group" if ":" in owner or owner == "province" else "unit"
        return f"{self._without_light}{urlencode({kind: owner, 'task': task_no}, safe=_PLAIN)}"

    def unit_link(self, unit_id: str) -> str:
        """All lights of a unit: their reasons where the overview opens them, else its own page."""
        return self.link(unit=unit_id) if self.page == OVERVIEW else self.link_to(UnitQuery(unit=unit_id))

    @cached_property
    def _without_light(self) -> str:
        """What every link to a reason begins with: a matrix has hundreds of them, and a light stands last in each."""
        before = self.without_reason().link()
        return before if before == "?" else f"{before}&"

    def link_to(self, query: Query, **own: object) -> str:
        """`./task?week=…&task=4`: another page as of the same week and revision, compared with the same week."""
        against = self.against if query.page in _COMPARING else None
        return page_path(query.page) + Address(query, self.week, self.revision, against).link(**own)

    def parameters(self) -> dict[str, str]:
        """Everything that stands in its link, in the order of links."""
        own = {"week": self.week, "revision": self.revision, "against": self.against, "why": self.why}
        given = self.query.parameters() | {name: str(value) for name, value in own.items() if value}
        order = (*_ORDER, *(_OF_OVERVIEW if self.page == OVERVIEW else _OF_PAGES))
        return {name: given[name] for name in order if name in given}


_OWN = frozenset(one.name for one in dataclasses.fields(Address))


def page_path(page: str) -> str:
    """Where a page lies, relative to any other: the overview at the root."""
    return "./" if page == OVERVIEW else f"./{page}"
