"""What an address asks for: read strictly, written back as it was, and what it links to."""

from __future__ import annotations

from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.address.address import Address, Asked
from scorecard.address.parsing import parse_address
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
    with pytest.raises(UsageError) as refused:
        parse_address({name: value})
    assert value in str(refused.value) or name == "chosen"


@pytest.mark.parametrize("name", [*BAD, "unit", "group", "block", "district", "indicator"])
def test_an_empty_value_is_as_none_at_all(name: str) -> None:
    assert parse_address({name: ""}) == Address()


def test_parameters_of_others_are_left_alone() -> None:
    assert parse_address({"embed": "true", "utm_source": "mail"}) == Address()


NAMES = st.text("abcDEF019-", min_size=1, max_size=6)
WEEKS = st.builds(ReportWeek, st.integers(2020, 2030), st.integers(1, 52))
ADDRESSES = st.builds(
    Address,
    page=st.sampled_from(["overview", "task", "district", "unit", "follow_up"]),
    week=st.none() | WEEKS,
    revision=st.none() | st.integers(1, 99),
    block=st.sampled_from(["all", "department", "district:465"]),
    only=st.booleans(),
    unit=st.none() | NAMES,
    task=st.none() | st.integers(1, 99),
    district=st.none() | NAMES,
    indicator=st.none() | NAMES,
    chosen=st.lists(NAMES, max_size=4, unique=True).map(tuple),
    against=st.none() | WEEKS,
    order=st.sampled_from(["", "catalog"]),
    shape=st.sampled_from(["", "boundaries"]),
    listed=st.sampled_from(["", "figures", "decisions"]),
    step=st.none() | st.integers(1, 9),
    light=st.none() | st.just("S1:4"),
    news=st.sampled_from(["", "new", "unanswered"]),
    rows=st.sampled_from(["", "all"]),
)


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
    link = Address(page, WEEK, task=9).reason_link(owner, 4)
    asked = parse_address(dict(parse_qsl(link.removeprefix("?"))), page).asked
    assert (asked.unit or asked.group, asked.task) == (owner, 4)


@pytest.mark.parametrize(
    ("page", "fields", "link"),
    [
        ("overview", {}, "./?week=2023-W42&revision=2"),
        ("task", {"task": 4}, "./task?week=2023-W42&revision=2&against=2023-W40&task=4"),
        ("unit", {"unit": "S1"}, "./unit?week=2023-W42&revision=2&against=2023-W40&unit=S1"),
        ("briefing", {}, "./briefing?week=2023-W42&revision=2"),
    ],
)
def test_another_page_shows_the_same_week_and_compares_where_it_can(
    page: str, fields: dict[str, object], link: str
) -> None:
    here = Address("task", WEEK, 2, task=7, chosen=("S1",), against=ReportWeek.parse("2023-W40"))
    assert here.link_to(page, **fields) == link


@pytest.mark.parametrize("page", ["overview", "task", "district", "unit"])
@pytest.mark.parametrize("owner", ["SO-X", "area:D1", "province", "lạ & ?"])
@pytest.mark.parametrize(
    "shown",
    [
        {},
        {"unit": "S1", "task": 2},
        {"group": "area:D2", "task": 3, "why": "S1:3"},
        {"block": "district:D1", "only": True},
    ],
)
def test_the_link_to_a_reason_is_this_address_with_that_light_and_no_other(
    page: str, owner: str, shown: dict[str, object]
) -> None:
    address = Address(page, WEEK, **shown)  # type: ignore[arg-type]
    is_group = owner in ("area:D1", "province")
    light = {"group" if is_group else "unit": owner, "task": 4} if page == "overview" else {"why": f"{owner}:4"}
    expected = address.without_reason().filters() | {name: str(value) for name, value in light.items()}
    link = address.reason_link(owner, 4)
    assert dict(parse_qsl(link[1:])) == expected and link.startswith("?week=")
