"""What an address asks for: read strictly, written back as it was, and what it links to."""

from __future__ import annotations

import dataclasses
from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.address.address import Address, Asked
from scorecard.address.page_names import PAGES
from scorecard.address.parsing import parse_address
from scorecard.address.queries import (
    QUERIES,
    BriefingQuery,
    DataQuery,
    DistrictQuery,
    FollowUpQuery,
    OverviewQuery,
    TaskQuery,
    UnitQuery,
)
from scorecard.address.query import Query
from scorecard.errors import UsageError
from scorecard.weeks import ReportWeek

WEEK = ReportWeek.parse("2023-W42")
BAD = {
    "week": ["soon", "2023-W60", "2023-42"],
    "against": ["soon", "2023-W60"],
    "revision": ["0", "-1", "1.5", "x", "99999", "２"],
    "task": ["0", "four", "12345"],
    "only": ["red", "true"],
    "order": ["name", "worst"],
    "shape": ["cells", "circles"],
    "why": ["x", "S1", "S1:", "S1:0", ":4"],
    "listed": ["low", "all"],
    "news": ["old", "red"],
    "rows": ["100", "many"],
    "step": ["0", "x"],
    "light": ["S1", "S1:", ":4", "S1:0", "area:D1:4"],
    "chosen": [",".join(f"S{number}" for number in range(5))],
}


@pytest.mark.parametrize(("name", "value"), [(name, value) for name, values in BAD.items() for value in values])
def test_a_value_that_is_not_understood_is_refused_and_named(name: str, value: str) -> None:
    for page in pages_that_know(name):
        with pytest.raises(UsageError) as refused:
            parse_address({name: value}, page)
        assert value in str(refused.value) or name == "chosen"


@pytest.mark.parametrize("name", [*BAD, "unit", "group", "block", "district", "indicator"])
def test_an_empty_value_is_as_none_at_all(name: str) -> None:
    for page in pages_that_know(name):
        assert parse_address({name: ""}, page) == Address(QUERIES[page]())


def pages_that_know(name: str) -> list[str]:
    """What every page has is known to all of them."""
    own = ("week", "against", "revision", "why")
    found = [page for page in QUERIES if name in own or name in {one.name for one in dataclasses.fields(QUERIES[page])}]
    assert found, name
    return found


def test_every_page_has_a_query() -> None:
    assert set(QUERIES) == {page for page, _ in PAGES}


@pytest.mark.parametrize("page", QUERIES)
def test_parameters_of_others_are_left_alone(page: str) -> None:
    assert parse_address({"embed": "true", "utm_source": "mail"}, page) == Address(QUERIES[page]())


def test_filters_of_another_page_are_not_carried_along() -> None:
    address = parse_address({"unit": "S1", "step": "x", "chosen": "a,b,c,d,e,f"}, "unit")
    assert address.link() == "?unit=S1"


def test_the_query_of_another_page_is_not_taken_for_this_one() -> None:
    with pytest.raises(AssertionError, match="unit is asked as task"):
        Address(UnitQuery()).of(TaskQuery)
    with pytest.raises(TypeError):
        Address(UnitQuery()).link(step=3)


NAMES = st.text("abcDEF019-", min_size=1, max_size=6)
WEEKS = st.builds(ReportWeek, st.integers(2020, 2030), st.integers(1, 52))
BLOCKS = st.sampled_from(["all", "department", "district:465"])
NUMBERS, MAYBE = st.none() | st.integers(1, 99), st.none() | NAMES
QUERY: st.SearchStrategy[Query] = st.one_of(
    st.builds(OverviewQuery, block=BLOCKS, only=st.booleans(), unit=MAYBE, task=NUMBERS),
    st.builds(
        TaskQuery,
        block=BLOCKS,
        indicator=MAYBE,
        chosen=st.lists(NAMES, max_size=4, unique=True).map(tuple),
        find=st.just("") | NAMES,
        task=NUMBERS,
    ),
    st.builds(
        DistrictQuery,
        only=st.booleans(),
        district=MAYBE,
        indicator=MAYBE,
        order=st.sampled_from(["", "catalog"]),
        shape=st.sampled_from(["", "boundaries"]),
        task=NUMBERS,
    ),
    st.builds(UnitQuery, find=st.just("") | NAMES, unit=MAYBE),
    st.builds(
        FollowUpQuery,
        block=BLOCKS,
        district=MAYBE,
        listed=st.sampled_from(["", "figures", "decisions"]),
        step=st.none() | st.integers(1, 9),
        light=st.none() | st.just("S1:4"),
        news=st.sampled_from(["", "new", "unanswered"]),
        rows=st.sampled_from(["", "all"]),
        task=NUMBERS,
        unit=MAYBE,
    ),
    st.builds(DataQuery, load=st.none() | WEEKS, draft=MAYBE, clean=st.sampled_from(["", "only"]), unit=MAYBE),
    st.builds(BriefingQuery, block=BLOCKS, only=st.booleans(), district=MAYBE, task=NUMBERS),
)
ADDRESSES = st.builds(Address, QUERY, st.none() | WEEKS, st.none() | st.integers(1, 99), st.none() | WEEKS)


@given(ADDRESSES)
def test_what_is_written_is_read_again_as_it_was(address: Address) -> None:
    assert parse_address(dict(parse_qsl(address.link().removeprefix("?"))), address.page) == address


@pytest.mark.parametrize(
    ("page", "query", "asked"),
    [
        ("overview", {"unit": "S1", "task": "4"}, Asked("S1", None, 4)),
        ("overview", {"group": "province", "task": "4"}, Asked(None, "province", 4)),
        ("overview", {"why": "S1:4"}, Asked("S1", None, 4)),
        ("task", {"task": "4", "unit": "S1"}, Asked()),
        ("task", {"task": "4", "why": "S1:4"}, Asked("S1", None, 4)),
        ("task", {"why": "area:D1:12"}, Asked(None, "area:D1", 12)),
        ("unit", {"unit": "S1", "why": "province:2"}, Asked(None, "province", 2)),
        ("unit", {"unit": "S1"}, Asked()),
    ],
)
def test_the_light_whose_reason_is_open(page: str, query: dict[str, str], asked: Asked) -> None:
    address = parse_address(query, page)
    assert address.asked == asked and bool(address.asked) == (asked != Asked())
    assert not address.without_reason().asked


@pytest.mark.parametrize("page", ["overview", "task"])
@pytest.mark.parametrize("owner", ["S1", "area:D1", "level:commune", "province"])
def test_the_link_of_a_light_opens_that_light(page: str, owner: str) -> None:
    link = Address(QUERIES[page](task=9), WEEK).reason_link(owner, 4)  # type: ignore[call-arg]
    asked = parse_address(dict(parse_qsl(link.removeprefix("?"))), page).asked
    assert (asked.unit or asked.group, asked.task) == (owner, 4)


@pytest.mark.parametrize(
    ("query", "link"),
    [
        (OverviewQuery(), "./?week=2023-W42&revision=2"),
        (TaskQuery(task=4), "./task?week=2023-W42&revision=2&against=2023-W40&task=4"),
        (UnitQuery(unit="S1"), "./unit?week=2023-W42&revision=2&against=2023-W40&unit=S1"),
        (BriefingQuery(), "./briefing?week=2023-W42&revision=2"),
    ],
)
def test_another_page_shows_the_same_week_and_compares_where_it_can(query: Query, link: str) -> None:
    here = Address(TaskQuery(task=7, chosen=("S1",)), WEEK, 2, against=ReportWeek.parse("2023-W40"))
    assert here.link_to(query) == link


@pytest.mark.parametrize("owner", ["SO-X", "area:D1", "province", "lạ & ?"])
@pytest.mark.parametrize(
    "address",
    [
        *(Address(QUERIES[page](), WEEK) for page in ("overview", "task", "district", "unit")),
        Address(OverviewQuery(unit="S1", task=2), WEEK),
        Address(OverviewQuery(group="area:D2", task=3), WEEK, why="S1:3"),
        Address(OverviewQuery(block="district:D1", only=True), WEEK),
        Address(TaskQuery(task=2, block="commune"), WEEK, why="S1:3"),
        Address(UnitQuery(unit="S1"), WEEK, why="province:3"),
    ],
    ids=str,
)
def test_the_link_to_a_reason_is_this_address_with_that_light_and_no_other(address: Address, owner: str) -> None:
    is_group = owner in ("area:D1", "province")
    light = {"group" if is_group else "unit": owner, "task": 4} if address.page == "overview" else {"why": f"{owner}:4"}
    expected = address.without_reason().filters() | {name: str(value) for name, value in light.items()}
    link = address.reason_link(owner, 4)
    assert dict(parse_qsl(link[1:])) == expected and link.startswith("?week=")
