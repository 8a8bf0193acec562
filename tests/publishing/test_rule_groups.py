"""Lights of groups: who is summed, which target holds, how many must have sent."""

from __future__ import annotations

from typing import Any

import pytest

from tests.catalogs.catalogue_rows import catalogue, district, indicator, seen, target, task, unit

DAY, NOW, OLD = "2023-10-20", "2023-10-19", "2023-01-02"
UNITS = [unit("S1"), unit("S2"), *district("D1", 2), *district("D2", 0)]
IDS = [row["unit_id"] for row in UNITS]
FIGURES = [seen(name, NOW, number, 100) for number, name in enumerate(IDS, start=1)]
HIGH = {"green": "3", "amber": "2"}


def groups(tables: dict[str, list[Any]], indicator_id: str | None = "I1") -> dict[str, Any]:
    return {row["group_id"]: row for row in tables["group_lights"] if row["indicator_id"] == indicator_id}


def test_every_group_sums_its_own_members(judged: Any) -> None:
    found = groups(judged(catalogue(units=UNITS), FIGURES, DAY))
    sums = {name: (row["numerator"], row["denominator"], row["members"]) for name, row in found.items()}
    assert sums == {
        "area:D1": (3 + 4 + 5, 300, 3),
        "communes:D1": (4 + 5, 200, 2),
        "area:D2": (6, 100, 1),
        "level:department": (1 + 2, 200, 2),
        "level:district": (3 + 6, 200, 2),
        "level:commune": (4 + 5, 200, 2),
        "province": (1 + 2 + 3 + 4 + 5 + 6, 600, 6),
    }
    assert float(found["province"]["value"]) == pytest.approx(3.5)


SCOPES = [
    ("area", {"area:D1", "area:D2"}),
    ("commune", {"communes:D1", "level:commune"}),
    ("district", {"level:district"}),
    ("department", {"level:department"}),
    ("province", {"province"}),
]
EVERY_GROUP = {name for _, names in SCOPES for name in names}


@pytest.mark.parametrize(("scope", "names"), SCOPES)
def test_a_group_looks_only_in_its_own_scope(judged: Any, scope: str, names: set[str]) -> None:
    found = groups(judged(catalogue(units=UNITS, targets=[target(scope, **HIGH)]), FIGURES, DAY))
    assert {name for name, row in found.items() if row["status"] != "no_rule"} == names
    assert set(found) == EVERY_GROUP


@pytest.mark.parametrize(("scope", "names"), SCOPES)
def test_a_group_prefers_its_own_scope_to_the_one_for_all(judged: Any, scope: str, names: set[str]) -> None:
    targets = [target("*", "50", "40"), target(scope, **HIGH)]
    found = groups(judged(catalogue(units=UNITS, targets=targets), FIGURES, DAY))
    assert {name for name, row in found.items() if row["green"] == 3} == names
    assert {row["green"] for row in found.values()} == {3, 50}


def test_a_target_of_one_unit_is_never_a_groups(judged: Any) -> None:
    targets = [target(name, **HIGH) for name in IDS]
    found = groups(judged(catalogue(units=UNITS, targets=targets), FIGURES, DAY))
    assert {row["status"] for row in found.values()} == {"no_rule"}


def test_a_district_without_communes_has_only_its_own_office(judged: Any) -> None:
    found = judged(catalogue(units=district("D2", 0)), [seen("D2", NOW, 95, 100)], DAY)["group_lights"]
    rows = {(row["group_id"], row["indicator_id"]): (row["status"], row["members"]) for row in found}
    there = ("area:D2", "level:district", "province")
    assert rows == {(name, key): ("green", 1) for name in there for key in ("I1", None)}


def ten_communes(current: int, members: int = 10) -> list[Any]:
    return [seen(f"D1-{number}", NOW if number <= current else OLD, 1, 1) for number in range(1, members + 1)]


COVERAGE = [(9, 10, "90", "green"), (8, 10, "90", "missing"), (899, 1000, "89.9", "green"),
            (898, 1000, "89.9", "missing"), (899, 1000, "90", "missing"), (900, 1000, "90", "green"),
            (0, 10, "0", "missing"), (1, 3, "33.333", "green"), (1, 3, "33.334", "missing")]  # fmt: skip


@pytest.mark.parametrize(("current", "members", "floor", "status"), COVERAGE)
def test_coverage_is_held_against_the_floor(judged: Any, current: int, members: int, floor: str, status: str) -> None:
    tables = catalogue(units=district("D1", members), indicators=[indicator(applies_to="commune")])
    tables["settings"][0]["value"] = floor
    row = groups(judged(tables, ten_communes(current, members), DAY))["communes:D1"]
    assert (row["status"], row["current"], row["members"]) == (status, current, members)
    assert float(row["coverage"]) == pytest.approx(current / members)


def test_a_group_under_the_floor_keeps_its_figure(judged: Any) -> None:
    tables = catalogue(units=district("D1", 10), indicators=[indicator(applies_to="commune")])
    row = groups(judged(tables, ten_communes(8), DAY))["communes:D1"]
    assert (row["status"], row["numerator"], row["denominator"]) == ("missing", 8, 8)
    assert (float(row["value"]), row["small_n"], row["n_green"], row["n_missing"]) == (100, True, 8, 2)


def test_a_stale_figure_is_not_summed(judged: Any) -> None:
    tables = catalogue(units=district("D1", 10), indicators=[indicator(applies_to="commune")])
    old = [*ten_communes(9)[:9], seen("D1-10", OLD, 0, 1000)]
    assert groups(judged(tables, old, DAY))["communes:D1"]["denominator"] == 9


def test_a_group_without_any_current_figure_has_none(judged: Any) -> None:
    row = groups(judged(catalogue(units=UNITS), [], DAY))["province"]
    absent = ("as_of", "numerator", "denominator", "value", "green", "amber", "target_from", "legal_basis")
    assert (row["status"], row["current"], {row[name] for name in absent}) == ("missing", 0, {None})


def test_a_groups_target_is_the_one_on_its_newest_figure(judged: Any) -> None:
    targets = [target(), target(effective_from="2023-10-10", green="20", amber="10")]
    figures = [seen("S1", "2023-10-09", 50, 100), seen("S2", "2023-10-10", 50, 100)]
    tables = catalogue(units=[unit("S1"), unit("S2")], targets=targets)
    row = groups(judged(tables, figures, DAY))["province"]
    assert (row["status"], str(row["as_of"]), row["green"]) == ("green", "2023-10-10", 20)
    row = groups(judged(tables, [figures[0], seen("S2", "2023-10-01", 50, 100)], DAY))["province"]
    assert (row["status"], str(row["as_of"]), row["green"]) == ("red", "2023-10-09", 90)


def test_denominators_that_sum_to_nothing_are_none_arising(judged: Any) -> None:
    tables = judged(catalogue(units=[unit("S1"), unit("S2")]), [seen("S1", NOW, 0, 0), seen("S2", NOW, 0, 0)], DAY)
    row = groups(tables)["province"]
    assert (row["status"], row["n_none_arising"], row["value"]) == ("none_arising", 2, None)
    assert groups(tables, None)["province"]["status"] == "none_arising"


def test_what_cannot_be_summed_is_named_and_has_no_light(judged: Any) -> None:
    indicators = [
        indicator("I1"),
        indicator("I2", measure="count"),
        indicator("I3", measure="stage", additive="false"),
        indicator("I4", additive="false"),
        indicator("I5", measure="score", core="false"),
        indicator("I6", measure="count", applies_to="district"),
    ]
    tables = judged(catalogue(units=UNITS, indicators=indicators), FIGURES, DAY)
    assert {row["indicator_id"] for row in tables["group_lights"]} == {"I1", None}
    named = {name: row["not_included"] for name, row in groups(tables, None).items()}
    assert named["level:department"] == ["I2", "I3", "I4"]
    assert named["province"] == ["I2", "I3", "I4", "I6"]


def test_a_task_with_nothing_to_sum_has_no_group_row(judged: Any) -> None:
    tables = judged(catalogue(indicators=[indicator(measure="count")]), [seen("S1", NOW, 5)], DAY)
    assert (len(tables["task_lights"]), tables["group_lights"]) == (1, [])


def test_a_groups_task_row_counts_members_by_their_status_on_the_task(judged: Any) -> None:
    indicators = [indicator("I1"), indicator("I2", applies_to="department", measure="count")]
    tasks = [task(1), task(2)]
    figures = [*FIGURES[:1], seen("S1", NOW, 99, indicator_id="I2"), seen("S2", NOW, 99, indicator_id="I2")]
    targets = [target(), target(indicator_id="I2")]
    tables = judged(catalogue(tasks=tasks, units=UNITS, indicators=indicators, targets=targets), figures, DAY)
    row = groups(tables, None)["level:department"]
    counts = [row[name] for name in ("members", "current", "n_red", "n_green", "n_missing")]
    assert (row["status"], counts) == ("missing", [2, 1, 1, 0, 1])
    absent = ("as_of", "numerator", "denominator", "value", "green", "amber", "target_from", "evidence", "coverage")
    assert {row[name] for name in absent} == {None} and row["small_n"] is False


def test_a_group_takes_the_worst_of_its_indicators(judged: Any) -> None:
    indicators = [indicator("I1"), indicator("I2"), indicator("I3")]
    targets = [target(indicator_id=name) for name in ("I1", "I2")]
    figures = [seen("S1", NOW, 95, 100), seen("S1", NOW, 85, 100, "I2"), seen("S1", NOW, 1, 100, "I3")]
    tables = judged(catalogue(indicators=indicators, targets=targets), figures, DAY)
    lights = {row["indicator_id"]: row["status"] for row in tables["group_lights"] if row["group_id"] == "province"}
    assert lights == {"I1": "green", "I2": "amber", "I3": "no_rule", None: "amber"}


# Ten departments on an indicator that counts from New Year: the day of each one's figure, and what the group shows
# at the cut-off of 5 January 2024 (90 % is the floor): status, numerator, current, current on the task.
YEARS: dict[str, tuple[list[str], tuple[str, int | None, int, int]]] = {
    "last year until the new one reaches the floor": (["2024-01-04"] + ["2023-12-28"] * 9, ("red", 9, 9, 9)),
    "the new year as soon as it does": (["2024-01-04"] * 9 + ["2023-12-28"], ("red", 9, 9, 9)),
    "neither: the new one is shown and missing": (["2024-01-04"] * 3 + ["2023-12-28"] * 7, ("missing", 3, 3, 3)),
    "a full year alone is that year": (["2023-12-28"] * 10, ("red", 10, 10, 10)),
    "who sent nothing counts for neither": (["2024-01-04"] * 8 + [""] * 2, ("missing", 8, 8, 8)),
    "nobody": ([""] * 10, ("missing", None, 0, 0)),
}


@pytest.mark.parametrize(("days", "expected"), YEARS.values(), ids=YEARS)
def test_a_sum_never_mixes_calendar_years(judged: Any, days: list[str], expected: Any) -> None:
    tables = catalogue(units=[unit(f"S{n}") for n in range(10)], indicators=[indicator(period="year_to_date")])
    rows = [seen(f"S{n}", day, 1, 100) for n, day in enumerate(days) if day]
    found = judged(tables, rows, "2024-01-05")
    row, task_row = (groups(found, code)["province"] for code in ("I1", None))
    assert (row["status"], row["numerator"], row["current"], task_row["current"]) == expected
    assert row["members"] == task_row["members"] == 10 and row["n_red"] == sum(map(bool, days))


@pytest.mark.parametrize("period", ["period", "state"])
def test_what_does_not_count_from_new_year_is_summed_over_it(judged: Any, period: str) -> None:
    tables = catalogue(units=[unit("S1"), unit("S2")], indicators=[indicator(period=period)])
    rows = [seen("S1", "2023-12-28", 1, 100), seen("S2", "2024-01-04", 2, 100)]
    row = groups(judged(tables, rows, "2024-01-05"))["province"]
    assert (row["numerator"], row["denominator"], row["current"]) == (3, 200, 2)


def test_one_early_half_yearly_report_does_not_blank_its_group(judged: Any) -> None:
    tables = catalogue(units=[unit(f"S{n}") for n in range(10)],
                       indicators=[indicator(period="year_to_date", max_age_days="400")])  # fmt: skip
    rows = [seen(f"S{n}", "2023-12-28", 95, 100) for n in range(9)] + [seen("S9", "2024-01-04", 1, 4)]
    row = groups(judged(tables, rows, "2024-01-05"))["province"]
    assert (row["status"], row["numerator"], row["denominator"], row["current"]) == ("green", 855, 900, 9)
