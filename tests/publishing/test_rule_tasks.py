"""A unit's light on a task: the worst of its core indicators, in the rule's own order."""

from __future__ import annotations

from typing import Any

import pytest

from tests.catalogs.catalogue_rows import catalogue, indicator, seen, target

DAY, NOW, OLD = "2023-10-20", "2023-10-19", "2023-01-02"
FIGURES: dict[str, Any] = {
    "green": (NOW, 95, 100),
    "amber": (NOW, 85, 100),
    "red": (NOW, 1, 100),
    "missing": None,
    "stale": (OLD, 95, 100),
    "none_arising": (NOW, 0, 0),
    "no_rule": (NOW, 95, 100),
}
CASES = [
    ("red amber missing green", "red", "I1"),
    ("amber missing green", "amber", "I1"),
    ("missing green", "missing", "I1"),
    ("stale green none_arising", "missing", "I1"),
    ("stale missing green", "missing", "I1 I2"),
    ("green none_arising no_rule", "green", "I1"),
    ("none_arising no_rule", "none_arising", "I1"),
    ("no_rule", "no_rule", "I1"),
    ("green red amber red", "red", "I2 I4"),
    ("missing none_arising", "missing", "I1"),
    ("no_rule missing", "missing", "I2"),
]


def with_statuses(statuses: list[str]) -> tuple[dict[str, Any], list[Any]]:
    names = [f"I{number}" for number in range(1, len(statuses) + 1)]
    ruled = [name for name, status in zip(names, statuses, strict=True) if status != "no_rule"]
    tables = catalogue(
        indicators=[indicator(name) for name in names], targets=[target(indicator_id=name) for name in ruled]
    )
    figures = [(name, FIGURES[status]) for name, status in zip(names, statuses, strict=True)]
    return tables, [seen("S1", *figure, indicator_id=name) for name, figure in figures if figure]


@pytest.mark.parametrize(("statuses", "expected", "deciding"), CASES)
def test_a_task_takes_the_worst_of_its_core_indicators(
    judged: Any, statuses: str, expected: str, deciding: str
) -> None:
    there = statuses.split()
    tables = judged(*with_statuses(there), DAY)
    assert [row["status"] for row in sorted(tables["lights"], key=lambda row: row["indicator_id"])] == there
    (row,) = tables["task_lights"]
    assert (row["status"], sorted(row["decided_by"])) == (expected, deciding.split())
    current = len([status for status in there if status not in ("missing", "stale")])
    assert (row["core_applicable"], row["core_current"]) == (len(there), current)


def test_an_indicator_that_is_not_core_decides_nothing(judged: Any) -> None:
    tables, figures = with_statuses(["green", "red"])
    tables["indicators"][1]["core"] = "false"
    (row,) = judged(tables, figures, DAY)["task_lights"]
    assert (row["status"], row["decided_by"], row["core_applicable"]) == ("green", ["I1"], 1)


def test_a_task_without_a_core_indicator_for_the_unit_has_no_row(judged: Any) -> None:
    tables, figures = with_statuses(["green"])
    tables["indicators"][0]["core"] = "false"
    found = judged(tables, figures, DAY)
    assert (len(found["lights"]), found["task_lights"], found["group_lights"]) == (1, [], [])


def test_a_task_light_knows_since_when_its_unit_lives(judged: Any) -> None:
    (row,) = judged(*with_statuses(["green"]), DAY)["task_lights"]
    assert str(row["valid_from"]) == "2020-01-01"
