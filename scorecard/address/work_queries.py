"""What the pages of work can be asked for: chasing, figures, briefing, accounts, audit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from scorecard.address.query import ALL, Named, Query, some_of
from scorecard.weeks import ReportWeek


@dataclass(frozen=True)
class FollowUpQuery(Query):
    """The work list.

    `listed` is what is listed where not lights that fall short, `step` a step of the ladder, `light` the light whose
    matters are open (`<unit>:<task>`), `news` what of this week is listed alone, `rows` whether a long list is shown
    whole.
    """

    page: ClassVar[str] = "follow_up"
    block: str = ALL
    district: str | None = None
    listed: str = ""
    step: int | None = None
    light: str | None = None
    news: str = ""
    rows: str = ""
    task: int | None = None
    unit: str | None = None

    @property
    def named(self) -> Named:
        """The filters, and the light that is open."""
        unit, _, task = (self.light or "").partition(":")
        tasks = (*some_of(self.task), *((int(task),) if task else ()))
        return Named((*some_of(self.unit), *some_of(unit)), tasks, self.district)


@dataclass(frozen=True)
class DataQuery(Query):
    """Figures coming in.

    `load` is the week they are loaded for, `draft` the files being checked, `clean` whether only those without problems
    are taken.
    """

    page: ClassVar[str] = "data"
    load: ReportWeek | None = None
    draft: str | None = None
    clean: str = ""
    unit: str | None = None

    @property
    def named(self) -> Named:
        """The unit whose figures are typed."""
        return Named(some_of(self.unit))


@dataclass(frozen=True)
class BriefingQuery(Query):
    """The frame of the week, of a task or of a district.

    `block` and `only` follow from it, or from the overview whose matrix is wanted as a workbook.
    """

    page: ClassVar[str] = "briefing"
    block: str = ALL
    only: bool = False
    district: str | None = None
    task: int | None = None

    @property
    def named(self) -> Named:
        """What the frame is of."""
        return Named((), some_of(self.task), self.district)


@dataclass(frozen=True)
class AccountsQuery(Query):
    """Accounts have filters of the browser alone."""

    page: ClassVar[str] = "accounts"


@dataclass(frozen=True)
class AuditQuery(Query):
    """The audit reads its own parameters."""

    page: ClassVar[str] = "audit"
