"""Matters whose unit ended or whose code another unit bears now: named, found and told apart by code and dates."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from scorecard.catalog import Catalog, load_catalog
from scorecard.follow_up.matters.matter import About, Matter, MoveMade, Told
from scorecard.follow_up.matters.moves import Kind
from scorecard.follow_up.matters.unit_lives import Lives
from scorecard.follow_up.outstanding.outstanding import find_outstanding
from scorecard.follow_up.outstanding.outstanding_words import say_outstanding
from scorecard.weeks import ReportWeek
from tests.catalogs.catalogue_rows import catalogue, unit, write_catalogue
from tests.follow_up.writers import NOW

OLD, NEW = dt.date(2020, 1, 1), dt.date(2023, 10, 16)
DAY = dt.date(2023, 10, 20)
UNITS = [
    unit("S1", name="Xã Triệu An", valid_to="2023-10-15"),
    unit("S1", name="Xã Triệu Tân", valid_from="2023-10-16"),
    unit("S2", name="Sở Nội vụ", valid_to="2023-10-15"),
    unit("S3", name="Sở Tài chính", valid_to="2023-12-31"),
]


@pytest.fixture(scope="module")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    return load_catalog(write_catalogue(catalogue(units=UNITS), tmp_path_factory.mktemp("lives") / "catalog"))


def decision(unit_id: str | None, since: dt.date | None, week: str, owner: str) -> Matter:
    told = Told(text="Báo cáo", owner=owner, due=DAY)
    made = MoveMade(1, NOW, ReportWeek.parse(week), "a", "A", "decide", "open", told)
    return Matter(1, About(Kind.decision, unit_id, since, None), (made,))


# what it is about, its week, its owner -> the names that are printed in week 42
NAMED: list[tuple[Any, ...]] = [
    (("S1", OLD), "2023-W40", "S1", "Xã Triệu An (đến 15/10/2023)", "Xã Triệu An (đến 15/10/2023)"),
    (("S1", NEW), "2023-W42", "S1", "Xã Triệu Tân", "Xã Triệu Tân"),
    (("S1", OLD), "2023-W42", "S1", "Xã Triệu An (đến 15/10/2023)", "Xã Triệu Tân"),
    (("S1", None), "2023-W40", "S2", "Xã Triệu An (đến 15/10/2023)", "Sở Nội vụ (đến 15/10/2023)"),
    (("S2", OLD), "2023-W42", "S2", "Sở Nội vụ (đến 15/10/2023)", "S2"),
    (("S3", OLD), "2023-W42", "Ông Hà", "Sở Tài chính", "Ông Hà"),
    (("S1", dt.date(2010, 1, 1)), "2023-W40", "S9", "S1", "S9"),
    ((None, None), "2023-W42", "S3", "", "Sở Tài chính"),
]


@pytest.mark.parametrize(("about", "week", "owner", "unit", "acts"), NAMED)
def test_a_decision_names_the_life_it_is_about_and_who_bore_the_code_when_it_was_said(
    catalog: Catalog, about: tuple[str | None, dt.date | None], week: str, owner: str, unit: str, acts: str
) -> None:
    owed = find_outstanding([decision(*about, week, owner)], [], catalog.units_on(DAY), DAY)
    (said,) = say_outstanding(owed, Lives(catalog, DAY), DAY).decisions
    assert (said.about, said.owner) == (unit, acts)


@pytest.mark.parametrize(
    ("about", "week", "owner", "found"),
    [
        (("S1", OLD), "2023-W40", "x", False),
        (("S1", NEW), "2023-W42", "x", True),
        ((None, None), "2023-W40", "S1", False),
        ((None, None), "2023-W42", "S1", True),
        (("S3", OLD), "2023-W40", "x", True),
    ],
)
def test_of_some_units_only_what_their_present_life_is_concerned_with_is_owed(
    catalog: Catalog, about: tuple[str | None, dt.date | None], week: str, owner: str, found: bool
) -> None:
    given = [decision(*about, week, owner)]
    assert bool(find_outstanding(given, [], catalog.units_on(DAY), DAY, whole=False)) is found
    assert find_outstanding(given, [], catalog.units_on(DAY), DAY)
