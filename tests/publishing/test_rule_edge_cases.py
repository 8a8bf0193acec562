"""The rule on a single unit, at its edges: each case stands once for the SQL and once for the plain rule."""

from __future__ import annotations

from typing import Any

import pytest

from tests.catalogs.catalogue_rows import Row, catalogue, indicator, seen, target, unit

DAY = "2023-10-20"
NOW = "2023-10-19"
LOWER = {"direction": "lower"}
COUNT = {"measure": "count"}
LESS = target(green="5", amber="10")
CHANGE = [target(), target(effective_from="2023-10-19", green="95", amber="85")]
END = [target(), target(effective_from="2023-10-01", green="", amber="")]
AGAIN = [*END, target(effective_from="2023-10-10", green="50", amber="40")]
LEVELS = [target("*", "30", "20"), target("department", "60", "50"), target("S1", "90", "80")]

Case = tuple[str, dict[str, str], list[Row], tuple[Any, ...] | None, str]

CASES: list[Case] = [
    # a ratio, higher is better: green from 90, amber from 80
    ("exactly on green is green", {}, [target()], (NOW, 90, 100), "green"),
    ("one thousandth under green is amber", {}, [target()], (NOW, "89999.999", 100000), "amber"),
    ("one in a thousand under green is amber", {}, [target()], (NOW, 899, 1000), "amber"),
    ("exactly on amber is amber", {}, [target()], (NOW, 80, 100), "amber"),
    ("one in a thousand under amber is red", {}, [target()], (NOW, 799, 1000), "red"),
    ("nothing done of something due is red", {}, [target()], (NOW, 0, 5), "red"),
    ("a third is never a rounded third", {}, [target(green="33.334", amber="33.333")], (NOW, 1, 3), "amber"),
    ("two thirds are never rounded up", {}, [target(green="66.667", amber="1")], (NOW, 2, 3), "amber"),
    ("the largest figures are compared exactly", {}, [target(green="50", amber="1")],
     (NOW, "49999999999999999.999", "99999999999999999.999"), "amber"),
    ("a million million beside half is amber", {}, [target(green="50", amber="1")],
     (NOW, 499999999999, 999999999999), "amber"),
    ("full is green under a threshold of 100", {}, [target(green="100")], (NOW, 7, 7), "green"),
    # a ratio, lower is better: green to 5, amber to 10
    ("lower: exactly on green is green", LOWER, [LESS], (NOW, 50, 1000), "green"),
    ("lower: one in a thousand over green is amber", LOWER, [LESS], (NOW, 51, 1000), "amber"),
    ("lower: exactly on amber is amber", LOWER, [LESS], (NOW, 100, 1000), "amber"),
    ("lower: one in a thousand over amber is red", LOWER, [LESS], (NOW, 101, 1000), "red"),
    ("lower: nothing is green", LOWER, [LESS], (NOW, 0, 1000), "green"),
    # counts, scores, stages stand in the numerator
    ("a count on green is green", COUNT, [target(green="4", amber="2")], (NOW, 4), "green"),
    ("a count between is amber", COUNT, [target(green="4", amber="2")], (NOW, "3.999"), "amber"),
    ("a count of nothing is judged, not absent", COUNT, [target(green="4", amber="2")], (NOW, 0), "red"),
    ("lower: a count of nothing is green", COUNT | LOWER, [target(green="0", amber="2")], (NOW, 0), "green"),
    ("lower: one over nothing is amber", COUNT | LOWER, [target(green="0", amber="2")], (NOW, "0.001"), "amber"),
    ("a score on amber is amber", {"measure": "score"}, [target(green="15", amber="12")], (NOW, 12), "amber"),
    ("a stage under amber is red", {"measure": "stage"}, [target(green="5", amber="3")], (NOW, 2), "red"),
    ("green and amber alike leave no amber", COUNT, [target(green="1", amber="1")], (NOW, "0.999"), "red"),
    # age: 40 days
    ("no figure is missing", {}, [target()], None, "missing"),
    ("as old as allowed is current", {}, [target()], ("2023-09-10", 95, 100), "green"),
    ("one day older is stale", {}, [target()], ("2023-09-09", 95, 100), "stale"),
    ("stale comes before none arising", {}, [target()], ("2023-09-09", 0, 0), "stale"),
    ("stale comes before no rule", {}, [], ("2023-09-09", 1, 2), "stale"),
    ("the day of the cut-off itself is current", {"max_age_days": "0"}, [target()], (DAY, 95, 100), "green"),
    # denominators
    ("a ratio over nothing is none arising", {}, [target()], (NOW, 0, 0), "none_arising"),
    ("none arising comes before no rule", {}, [], (NOW, 0, 0), "none_arising"),
    ("a thousandth due is judged", {}, [target()], (NOW, 0, "0.001"), "red"),
    # targets
    ("no target is no rule", {}, [], (NOW, 9, 10), "no_rule"),
    ("a target from tomorrow on is no rule", {}, [target(effective_from=DAY)], (NOW, 9, 10), "no_rule"),
    ("a target holds from its first day", {}, CHANGE, (NOW, 90, 100), "amber"),
    ("a figure of the day before has the old target", {}, CHANGE, ("2023-10-18", 90, 100), "green"),
    ("blank thresholds end a rule", {}, END, (NOW, 90, 100), "no_rule"),
    ("a figure from before the end keeps its rule", {}, END, ("2023-09-30", 90, 100), "green"),
    ("a rule may begin again", {}, AGAIN, (NOW, 50, 100), "green"),
    ("a unit's own target comes first", {}, LEVELS, (NOW, 59, 100), "red"),
    ("then its level's", {}, LEVELS[:2], (NOW, 59, 100), "amber"),
    ("then the one for all", {}, LEVELS[:1], (NOW, 59, 100), "green"),
    ("another unit's target is not its own", {}, [target("S2")], (NOW, 59, 100), "no_rule"),
    ("another level's target is not its own", {}, [target("district")], (NOW, 59, 100), "no_rule"),
    ("a group's target is no unit's", {}, [target("area"), target("province")], (NOW, 59, 100), "no_rule"),
    ("an own target not yet in force leaves the level's", {},
     [target("department", "60", "50"), target("S1", effective_from="2024-01-01")], (NOW, 60, 100), "green"),
    ("an own target ended by blanks does not fall through", {},
     [target("*", "30", "20"), target("S1", "", "")], (NOW, 60, 100), "no_rule"),
    ("an older own target beats a newer one for all", {},
     [target("S1", "90", "80"), target("*", "30", "20", effective_from="2023-10-01")], (NOW, 60, 100), "red"),
    # figures that do not fit the measure
    ("a ratio without denominator is missing", {}, [target()], (NOW, 9), "missing"),
    ("a count with a denominator is missing", COUNT, [target()], (NOW, 9, 10), "missing"),
]  # fmt: skip


@pytest.mark.parametrize(("cells", "targets", "figure", "status"), [pytest.param(*c[1:], id=c[0]) for c in CASES])
def test_a_unit_has_the_status(judged: Any, cells: Any, targets: Any, figure: Any, status: str) -> None:
    units = [unit("S1"), unit("S2")]
    tables = catalogue(indicators=[indicator(**cells)], targets=targets, units=units)
    rows = judged(tables, [seen("S1", *figure)] if figure else [], DAY)["lights"]
    assert {row["unit_id"]: row["status"] for row in rows} == {"S1": status, "S2": "missing"}


SMALL = [("0", False), ("0.001", True), ("9.999", True), ("10", False)]


@pytest.mark.parametrize(("denominator", "small"), SMALL)
def test_a_small_denominator_is_flagged_and_keeps_its_colour(judged: Any, denominator: str, small: bool) -> None:
    row = judged(catalogue(), [seen("S1", NOW, 0, denominator)], DAY)["lights"][0]
    assert (row["small_n"], row["status"]) == (small, "none_arising" if denominator == "0" else "red")


def test_a_count_is_never_flagged_as_small(judged: Any) -> None:
    row = judged(catalogue(indicators=[indicator(measure="count")]), [seen("S1", NOW, 3)], DAY)["lights"][0]
    assert row["small_n"] is False


def test_a_light_carries_its_figure_its_age_and_its_target(judged: Any) -> None:
    row = judged(catalogue(targets=CHANGE), [seen("S1", "2023-10-18", 1, 3)], DAY)["lights"][0]
    assert float(row["value"]) == pytest.approx(100 / 3, rel=1e-15)
    assert [row[name] for name in ("numerator", "denominator", "green", "amber", "age_days")] == [1, 3, 90, 80, 2]
    assert [str(row["as_of"]), str(row["target_from"])] == ["2023-10-18", "2023-01-01"]
    assert [row["legal_basis"], row["evidence"]] == ["Basis * 90", "proposed"]


STATED = [("stale", ("2023-09-09", 95, 100)), ("none_arising", (NOW, 0, 0))]


@pytest.mark.parametrize(("status", "figure"), STATED)
def test_a_stale_or_empty_light_still_names_its_target(judged: Any, status: str, figure: Any) -> None:
    row = judged(catalogue(), [seen("S1", *figure)], DAY)["lights"][0]
    assert [row["status"], row["green"], row["legal_basis"]] == [status, 90, "Basis * 90"]


def test_a_rule_that_was_ended_names_the_row_that_ended_it(judged: Any) -> None:
    row = judged(catalogue(targets=END), [seen("S1", NOW, 90, 100)], DAY)["lights"][0]
    assert [row["status"], row["green"], row["amber"]] == ["no_rule", None, None]
    assert [str(row["target_from"]), row["legal_basis"], row["evidence"]] == ["2023-10-01", "Basis *", "proposed"]


def test_a_missing_light_has_no_figures(judged: Any) -> None:
    row = judged(catalogue(), [], DAY)["lights"][0]
    absent = ("as_of", "numerator", "denominator", "value", "green", "amber", "target_from", "age_days")
    assert {row[name] for name in absent} == {None}
    assert row["small_n"] is False


APPLIES = [
    ({"applies_to": "department"}, {"S1"}),
    ({"applies_to": "district;commune"}, {"D1", "C1"}),
    ({"applies_to": "department;district;commune", "only_unit": "D1"}, {"D1"}),
]


@pytest.mark.parametrize(("cells", "units"), APPLIES)
def test_an_indicator_has_rows_only_where_it_applies(judged: Any, cells: Any, units: set[str]) -> None:
    everyone = [unit("S1"), unit("D1", "district"), unit("C1", "commune", "D1")]
    tables = judged(catalogue(indicators=[indicator(**cells)], units=everyone), [], DAY)
    assert {row["unit_id"] for row in tables["lights"]} == {row["unit_id"] for row in tables["task_lights"]} == units


LIVES = [("2023-10-20", "", True), ("2023-10-21", "", False), ("2020-01-01", "2023-10-20", True),
         ("2020-01-01", "2023-10-19", False)]  # fmt: skip


@pytest.mark.parametrize(("valid_from", "valid_to", "there"), LIVES)
def test_a_unit_is_there_on_its_first_and_last_day(judged: Any, valid_from: str, valid_to: str, there: bool) -> None:
    tables = catalogue(units=[unit(valid_from=valid_from, valid_to=valid_to)])
    assert bool(judged(tables, [], DAY)["lights"]) is there
