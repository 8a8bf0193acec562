"""Lives of an indicator in the rule: which one is judged, and which figures count; in SQL and in plain Python."""

from __future__ import annotations

from typing import Any

import pytest

from tests.catalogs.catalogue_rows import Row, catalogue, district, indicator, seen, target, unit

OLD, NEW = {"valid_from": "", "valid_to": "2023-09-30"}, {"valid_from": "2023-10-01", "valid_to": ""}
BEFORE, AFTER = "2023-09-29", "2023-10-02"
TWO = [indicator(**OLD), indicator(**NEW)]
OTHER = [indicator(**OLD), indicator(numerator="Other", **NEW)]
GAP = [indicator(valid_to="2023-09-15"), indicator(**NEW)]
BACK = [
    indicator(valid_from="", valid_to="2023-09-15"),
    indicator(numerator="Other", valid_from="2023-09-16", valid_to="2023-09-30"),
    indicator(**NEW),
]
TURNED = [indicator(**OLD), indicator(direction="lower", **NEW)]
AS_BEFORE = target(effective_from="2023-10-01", green="90", amber="90")

# the lives, the targets, the day of the cut-off, the day of the figure (95 of 100), the light; None is none at all
CASES: list[tuple[list[Row], list[Row], str, str, str | None]] = [
    (TWO, [target()], BEFORE, BEFORE, "green"),
    (TWO, [target()], AFTER, AFTER, "green"),
    (TWO, [target()], AFTER, BEFORE, "green"),
    (OTHER, [target()], BEFORE, BEFORE, "green"),
    (OTHER, [target()], AFTER, AFTER, "green"),
    (OTHER, [target()], AFTER, BEFORE, "missing"),
    (TURNED, [target(), AS_BEFORE], BEFORE, BEFORE, "green"),
    (TURNED, [target(), AS_BEFORE], AFTER, AFTER, "red"),
    (TURNED, [target(), AS_BEFORE], AFTER, BEFORE, "missing"),
    (GAP, [target()], "2023-09-20", "2023-09-15", None),
    (GAP, [target()], AFTER, "2023-09-15", "green"),
    (GAP, [target()], AFTER, "2023-09-20", "missing"),
    (BACK, [target()], AFTER, "2023-09-15", "green"),
    (BACK, [target()], AFTER, "2023-09-16", "missing"),
    (BACK, [target()], "2023-09-20", "2023-09-15", "missing"),
    ([indicator(**OLD)], [target()], AFTER, BEFORE, None),
    ([indicator(**OLD)], [target()], "2023-09-30", BEFORE, "green"),
    ([indicator(**NEW)], [target()], "2023-09-30", BEFORE, None),
    ([indicator(**NEW)], [target()], "2023-10-01", "2023-10-01", "green"),
    ([indicator(**NEW)], [target()], AFTER, BEFORE, "missing"),
    ([indicator(**OLD), indicator(max_age_days="2", **NEW)], [target()], AFTER, BEFORE, "stale"),
    ([indicator(**OLD), indicator(applies_to="commune", **NEW)], [target()], AFTER, AFTER, None),
    ([indicator(applies_to="commune", **OLD), indicator(**NEW)], [target()], AFTER, BEFORE, "green"),
    ([indicator(**OLD), indicator(only_unit="S2", **NEW)], [target()], AFTER, AFTER, None),
]


@pytest.mark.parametrize(("lives", "targets", "day", "as_of", "status"), CASES)
def test_a_figure_is_judged_by_the_life_of_the_day(
    judged: Any, lives: list[Row], targets: list[Row], day: str, as_of: str, status: str | None
) -> None:
    tables = catalogue(units=[unit("S1"), unit("S2")], indicators=lives, targets=targets)
    found = judged(tables, [seen("S1", as_of, 95, 100)], day)["lights"]
    own = [row["status"] for row in found if row["unit_id"] == "S1"]
    assert own == ([status] if status else [])


def test_a_sum_takes_no_figure_of_another_definition(judged: Any) -> None:
    tables = catalogue(units=district("D1", 1), indicators=OTHER, targets=[target()])
    tables["settings"][0]["value"] = "50"
    figures = [seen("D1", AFTER, 1, 10), seen("D1-1", BEFORE, 90, 90)]
    rows = judged(tables, figures, AFTER)["group_lights"]
    (area,) = [row for row in rows if row["group_id"] == "area:D1" and row.get("indicator_id")]
    assert (area["numerator"], area["denominator"], area["status"], area["current"]) == (1, 10, "red", 1)


def test_the_light_on_a_task_counts_each_code_once(judged: Any) -> None:
    tables = catalogue(units=[unit("S1")], indicators=TWO, targets=[target()])
    (row,) = judged(tables, [seen("S1", AFTER, 95, 100)], AFTER)["task_lights"]
    assert (row["status"], row["core_applicable"], row["decided_by"]) == ("green", 1, ["I1"])
