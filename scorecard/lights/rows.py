"""The rows of the queries, one frozen class a query: columns, types and what can be NULL, as a test holds them.

`None` is NULL in parquet: no figure, no threshold, no week before. Numbers are exact decimals as published; percentages
are never stored. A class is given to `Warehouse.run`, which gives it back filled.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import NamedTuple, Protocol, TypeVar

from scorecard.lights.status import AMBER, GREEN, LEGEND, MISSING, RED, Status
from scorecard.snapshots.row_classes import row_of

T = TypeVar("T")


class Run(Protocol):
    """`Warehouse.run`: the rows of the query a class is of; pages and briefings are given one to read through."""

    def __call__(self, row: type[T], /, **params: object) -> list[T]:
        """All rows, in the order of the query."""


class Limits(Protocol):
    """The thresholds a figure was held against; both None where there are none."""

    @property
    def green(self) -> Decimal | None:
        """From (or up to) here on green."""

    @property
    def amber(self) -> Decimal | None:
        """From (or up to) here on amber; never stricter than green."""


class Figure(Limits, Protocol):
    """A figure with the thresholds it was held against; of a count, score or stage the value is the numerator."""

    @property
    def numerator(self) -> Decimal | None:
        """None where there is no figure."""

    @property
    def denominator(self) -> Decimal | None:
        """None where there is no figure, and of everything that is no ratio."""


class Judged(Figure, Protocol):
    """A figure with its light."""

    @property
    def status(self) -> Status:
        """As found at publication."""

    @property
    def as_of(self) -> dt.date | None:
        """The day the figure is of; None where there is none."""


class OfIndicator(Judged, Protocol):
    """The light of a unit or a group on one indicator."""

    @property
    def task_no(self) -> int:
        """The task of the letter that it belongs to."""

    @property
    def indicator_id(self) -> str | None:
        """None of the light of a group on a whole task."""

    @property
    def small_n(self) -> bool:
        """Whether it is a ratio with a small denominator."""


class OfUnit(OfIndicator, Protocol):
    """The light of a unit on one indicator."""

    @property
    def unit_id(self) -> str:
        """Whose light it is."""

    @property
    def indicator_id(self) -> str:
        """What is counted."""


class OfWeek(Judged, Protocol):
    """A light of one of several weeks."""

    @property
    def week(self) -> str:
        """As `2023-W42`."""


class Founded(Limits, Protocol):
    """Thresholds with what they are founded on; all None where no target was found."""

    @property
    def target_from(self) -> dt.date | None:
        """Since when they are in force."""

    @property
    def legal_basis(self) -> str | None:
        """The text they come from."""

    @property
    def evidence(self) -> str | None:
        """How well they are founded: letter, law, unverified, proposed."""


class Standing(Protocol):
    """How long a light stands."""

    @property
    def weeks_in_status(self) -> int:
        """Published weeks in a row up to this one."""

    @property
    def previous_status(self) -> Status | None:
        """What it was the published week before; None where there was no light."""


class TwoSides(Figure, Protocol):
    """A figure with its thresholds after a change, and before it."""

    @property
    def numerator_before(self) -> Decimal | None:
        """None where there was no figure."""

    @property
    def denominator_before(self) -> Decimal | None:
        """None where there was no figure, and of everything that is no ratio."""

    @property
    def green_before(self) -> Decimal | None:
        """From (or up to) here on green."""

    @property
    def amber_before(self) -> Decimal | None:
        """From (or up to) here on amber."""


class Turned(Protocol):
    """A light that changed, whatever it is of."""

    @property
    def status_before(self) -> Status:
        """From which light."""

    @property
    def status(self) -> Status:
        """To which."""


class ChangedLight(TwoSides, Turned, Protocol):
    """A light on an indicator that changed."""


class Caused(ChangedLight, Protocol):
    """The same with what changed it."""

    @property
    def cause(self) -> str:
        """`definition`, `rule`, `ageing`, `correction`, `new_report` or `result`."""

    @property
    def as_of(self) -> dt.date | None:
        """The day of the figure after the change."""


class PlainFigure(NamedTuple):
    """A figure put together from others, without a light of its own."""

    numerator: Decimal | None
    denominator: Decimal | None
    green: Decimal | None = None
    amber: Decimal | None = None


@row_of("corrected_weeks")
class CorrectedWeek(NamedTuple):
    """A week in which a revision changed a figure."""

    week: str


@row_of("freshness")
class Freshness(NamedTuple):
    """How fresh the figures of an indicator are."""

    indicator_id: str
    units: int
    current: int
    missing: int
    stale: int
    newest_as_of: dt.date | None
    oldest_as_of: dt.date | None


@row_of("gaps")
class Gap(NamedTuple):
    """How many of a unit's indicators have no figure, or one that is too old."""

    unit_id: str
    indicators: int
    missing: int
    stale: int
    newest_as_of: dt.date | None


@row_of("group_lights")
class GroupLight(NamedTuple):
    """A light of a group: on an indicator, or on a task where `indicator_id` is None (it has no figure then)."""

    group_id: str
    task_no: int
    indicator_id: str | None
    as_of: dt.date | None
    numerator: Decimal | None
    denominator: Decimal | None
    value: float | None
    status: Status
    green: Decimal | None
    amber: Decimal | None
    target_from: dt.date | None
    legal_basis: str | None
    evidence: str | None
    small_n: bool
    members: int
    current: int
    coverage: float | None
    n_green: int
    n_amber: int
    n_red: int
    n_missing: int
    n_none_arising: int
    n_no_rule: int
    not_included: list[str]
    weeks_in_status: int
    previous_status: Status | None

    @property
    def counts(self) -> dict[Status, int]:
        """The members by their status, as legends list them."""
        numbers = (self.n_green, self.n_amber, self.n_red, self.n_missing, self.n_none_arising, self.n_no_rule)
        return dict(zip(LEGEND, numbers, strict=True))


@row_of("group_trend")
class GroupTrend(NamedTuple):
    """One indicator of a group in one week."""

    group_id: str
    week: str
    as_of: dt.date | None
    numerator: Decimal | None
    denominator: Decimal | None
    status: Status
    green: Decimal | None
    amber: Decimal | None
    target_from: dt.date | None
    members: int


@row_of("indicator_lights")
class IndicatorLight(NamedTuple):
    """A light of a unit on an indicator, as published."""

    unit_id: str
    task_no: int
    indicator_id: str
    as_of: dt.date | None
    numerator: Decimal | None
    denominator: Decimal | None
    value: float | None
    status: Status
    green: Decimal | None
    amber: Decimal | None
    target_from: dt.date | None
    legal_basis: str | None
    evidence: str | None
    age_days: int | None
    small_n: bool
    core: bool


@row_of("light_changes")
class LightChange(NamedTuple):
    """A light of a unit on an indicator that differs between two snapshots, and what changed it."""

    unit_id: str
    task_no: int
    indicator_id: str
    status_before: Status
    status: Status
    cause: str
    numerator_before: Decimal | None
    denominator_before: Decimal | None
    numerator: Decimal | None
    denominator: Decimal | None
    as_of_before: dt.date | None
    as_of: dt.date | None
    green_before: Decimal | None
    amber_before: Decimal | None
    green: Decimal | None
    amber: Decimal | None
    core: bool


@row_of("overview_counts")
class OverviewCount(NamedTuple):
    """How many lights of some units had each status in a week."""

    week: str
    n_red: int
    n_amber: int
    n_green: int
    n_missing: int

    def of(self, status: Status) -> int:
        """How many had a status, of those that are counted."""
        return {RED: self.n_red, AMBER: self.n_amber, GREEN: self.n_green, MISSING: self.n_missing}[status]


@row_of("overview_figures")
class OverviewFigure(NamedTuple):
    """The figure behind a light, for what hover and focus say."""

    unit_id: str
    task_no: int
    indicator_id: str
    as_of: dt.date | None
    numerator: Decimal | None
    denominator: Decimal | None
    status: Status
    green: Decimal | None
    amber: Decimal | None
    small_n: bool


@row_of("peer_values")
class PeerValue(NamedTuple):
    """How the units of one level stand on an indicator."""

    indicator_id: str
    units_with_value: int
    median_value: float
    lowest: float
    highest: float


@row_of("shortfalls")
class Shortfall(NamedTuple):
    """How much the numerator of a unit lacks, or is too much, to green."""

    unit_id: str
    numerator: Decimal
    denominator: Decimal
    green: Decimal
    shortfall: Decimal


@row_of("status_runs")
class StatusRun(NamedTuple):
    """Published weeks in a row of one status of a unit on a task, by their places in the list of files."""

    unit_id: str
    task_no: int
    first_place: int
    last_place: int
    status: Status


@row_of("task_lights")
class TaskLight(NamedTuple):
    """A light of a unit on a task, how long it stands, and what stood there the week before."""

    unit_id: str
    task_no: int
    status: Status
    decided_by: list[str]
    core_applicable: int
    core_current: int
    weeks_in_status: int
    previous_status: Status | None


@row_of("unit_lights")
class UnitLight(NamedTuple):
    """An indicator of one unit with its figure, source and target."""

    task_no: int
    indicator_id: str
    as_of: dt.date | None
    numerator: Decimal | None
    denominator: Decimal | None
    status: Status
    green: Decimal | None
    amber: Decimal | None
    target_from: dt.date | None
    legal_basis: str | None
    evidence: str | None
    age_days: int | None
    small_n: bool
    core: bool
    source: str | None
    note: str | None


@row_of("unit_trend")
class UnitTrend(NamedTuple):
    """One indicator of a unit in one week."""

    unit_id: str
    indicator_id: str
    week: str
    as_of: dt.date | None
    numerator: Decimal | None
    denominator: Decimal | None
    status: Status
    green: Decimal | None
    amber: Decimal | None
    target_from: dt.date | None
