"""Which target is in force: found in the catalogue as the rule finds it when it judges."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.catalog import Target, target_in_force, targets_over_time
from tests.catalogs.catalogue_rows import target
from tests.plain import plain_rule

ROWS = [
    target("*", "50", "40"),
    target("*", "60", "50", effective_from="2025-01-01"),
    target("area", "70", "60", effective_from="2026-01-01"),
    target("area", "", "", effective_from="2027-01-01"),
    target("*", "80", "70", effective_from="2028-01-01"),
]
AREA = ("area", "*")


def of(rows: list[Any]) -> list[Target]:
    return [Target.model_validate(row) for row in rows]


def said(found: Target | None) -> tuple[str, int | None] | None:
    return found and (found.scope, None if found.green is None else int(found.green))


@pytest.mark.parametrize(
    ("day", "scopes", "expected"),
    [
        ("2022-12-31", AREA, None),
        ("2023-01-01", AREA, ("*", 50)),
        ("2025-12-31", AREA, ("*", 60)),
        ("2026-01-01", AREA, ("area", 70)),
        ("2026-01-01", ("district", "*"), ("*", 60)),
        ("2027-06-01", AREA, ("area", None)),  # a row without values ends the rule, wider scopes stay hidden
        ("2028-06-01", AREA, ("area", None)),
    ],
)
def test_the_first_scope_with_a_row_by_the_day_wins(day: str, scopes: tuple[str, ...], expected: Any) -> None:
    assert said(target_in_force(of(ROWS), scopes, dt.date.fromisoformat(day))) == expected


def test_over_time_each_stands_from_the_day_it_is_in_force() -> None:
    assert [said(one) for one in targets_over_time(of(ROWS), AREA)] == [
        ("*", 50), ("*", 60), ("area", 70), ("area", None)
    ]  # fmt: skip


DAYS = [f"2023-0{month}-01" for month in range(1, 7)]


@given(
    st.lists(st.tuples(st.sampled_from(["S1", "area", "*"]), st.sampled_from(DAYS)), unique=True, max_size=8),
    st.sampled_from(DAYS),
    st.permutations(["S1", "area", "*"]),
)
def test_it_is_the_target_the_rule_judges_by(kept: list[tuple[str, str]], day: str, scopes: list[str]) -> None:
    rows = [target(scope, str(50 + place), "40", effective_from=start) for place, (scope, start) in enumerate(kept)]
    plain = plain_rule.target_in_force({"targets": rows}, "I1", scopes, dt.date.fromisoformat(day))
    assert said(target_in_force(of(rows), scopes, dt.date.fromisoformat(day))) == (
        plain and (plain["scope"], int(plain["green"]))
    )
