"""What the pages of lights can be asked for: overview, task, district, unit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from scorecard.address.query import ALL, Named, Query, some_of


@dataclass(frozen=True)
class OverviewQuery(Query):
    """The matrix: `unit`, `group` and `task` open the reason of a light."""

    page: ClassVar[str] = "overview"
    block: str = ALL
    only: bool = False
    unit: str | None = None
    group: str | None = None
    task: int | None = None

    @property
    def named(self) -> Named:
        """The light whose reason is open."""
        return Named(some_of(self.unit), some_of(self.task), group=self.group)


@dataclass(frozen=True)
class TaskQuery(Query):
    """A task, by its number or one of its indicators; `chosen` are the units picked out in the chart.

    `find` is what is looked for in the time line. `group` is refused: a scope is chosen with `block`.
    """

    page: ClassVar[str] = "task"
    block: str = ALL
    indicator: str | None = None
    chosen: tuple[str, ...] = ()
    find: str = ""
    task: int | None = None
    group: str | None = None

    @property
    def named(self) -> Named:
        """The task and what is drawn of it."""
        return Named(self.chosen, some_of(self.task), indicator=self.indicator, group=self.group)


@dataclass(frozen=True)
class DistrictQuery(Query):
    """A district, on a task or one indicator.

    `order` is how rows are sorted where not by worst first, `shape` what the map draws where not cells.
    """

    page: ClassVar[str] = "district"
    only: bool = False
    district: str | None = None
    indicator: str | None = None
    order: str = ""
    shape: str = ""
    task: int | None = None

    @property
    def named(self) -> Named:
        """The district and the task."""
        return Named((), some_of(self.task), self.district, self.indicator)


@dataclass(frozen=True)
class UnitQuery(Query):
    """A unit; `find` is what is looked for in its time line."""

    page: ClassVar[str] = "unit"
    find: str = ""
    unit: str | None = None

    @property
    def named(self) -> Named:
        """The unit."""
        return Named(some_of(self.unit))
