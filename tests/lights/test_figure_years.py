"""The calendar year of a figure in words, as somebody who counts by hand would say it."""

from __future__ import annotations

import datetime as dt
from types import MappingProxyType
from typing import NamedTuple

import pytest

from scorecard.catalog import Indicator, Unit
from scorecard.lights.figure_years import count_reporting, members_of, summed_rows, year_said
from scorecard.lights.status import Status
from tests.catalogs.catalogue_rows import district, indicator, unit

DAY = dt.date(2024, 1, 5)
YEARLY, STATE = (Indicator(**indicator(period=period)) for period in ("year_to_date", "state"))


class Dated(NamedTuple):
    as_of: dt.date | None
    status: Status


@pytest.mark.parametrize(
    ("as_of", "of", "said"),
    [
        (dt.date(2023, 12, 28), YEARLY, "số năm 2023"),
        (dt.date(2022, 12, 31), YEARLY, "số năm 2022"),
        (dt.date(2024, 1, 1), YEARLY, ""),
        (dt.date(2023, 12, 28), STATE, ""),
        (None, YEARLY, ""),
    ],
)
def test_a_figure_of_an_earlier_year_says_so(as_of: dt.date | None, of: Indicator, said: str) -> None:
    assert year_said(as_of, of, DAY) == said


def test_who_has_a_figure_of_which_year_is_counted_among_the_current_ones() -> None:
    rows = [Dated(dt.date(2024, 1, 4), Status.GREEN), Dated(dt.date(2023, 12, 28), Status.RED),
            Dated(dt.date(2023, 1, 3), Status.STALE), Dated(None, Status.MISSING)]  # fmt: skip
    found = count_reporting(rows, DAY)
    assert (found.this_year, found.earlier, found.members) == (1, 1, 4)


def test_a_sum_is_made_of_figures_of_its_own_year_alone() -> None:
    rows = {"S1": Dated(dt.date(2024, 1, 4), Status.RED), "S2": Dated(dt.date(2023, 12, 28), Status.RED),
            "S3": Dated(None, Status.MISSING)}  # fmt: skip
    own = Dated(dt.date(2024, 1, 4), Status.AMBER)
    assert set(summed_rows(rows, own, YEARLY)) == {"S1", "S3"}
    assert summed_rows(rows, own, STATE) == rows == summed_rows(rows, None, YEARLY)


GROUPS = MappingProxyType({
    "province": {"S1", "D1", "D1-1", "D1-2", "D2"},
    "level:department": {"S1"},
    "level:commune": {"D1-1", "D1-2"},
    "area:D1": {"D1", "D1-1", "D1-2"},
    "communes:D1": {"D1-1", "D1-2"},
    "area:D2": {"D2"},
    "communes:D2": set(),
})  # fmt: skip


@pytest.mark.parametrize("group", GROUPS)
def test_the_members_of_a_group_are_those_the_judge_sums(group: str) -> None:
    units = [Unit(**row) for row in (unit("S1"), *district("D1", 2), *district("D2", 0))]
    assert {one.unit_id for one in members_of(units, group)} == GROUPS[group]
