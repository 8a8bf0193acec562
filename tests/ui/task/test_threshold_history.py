"""What a card says of thresholds: those in force, for whom, since when, and on what basis."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from scorecard.catalog import Indicator, Target, Unit
from scorecard.lights.figure_words import not_summed
from scorecard.lights.rows import GroupLight
from scorecard.lights.task_view import Thresholds
from scorecard.ui.task.threshold_history import build_thresholds
from tests.catalogs.catalogue_rows import district, indicator, target, unit
from tests.ui.light_rows import row_of

BLANK = {"valid_from": dt.date(2020, 1, 1), "valid_to": None, "lon": None, "lat": None}
UNITS = [Unit.model_validate(row | BLANK) for row in (unit("S1"), unit("S2"), *district("D1", 1))]
DAY = dt.date(2024, 2, 23)
MISSING = row_of(GroupLight)
EARLIER = row_of(GroupLight, as_of=dt.date(2022, 12, 1))
CURRENT = row_of(GroupLight, as_of=dt.date(2024, 2, 20))
COUNT = {"measure": "count", "unit": "files"}
SOS = "Cơ quan chuyên môn, ban quản lý"
HUYEN = "Huyện, thị xã, thành phố"
XA = "Xã, phường, thị trấn"


def built(cells: Any, rows: list[Any], group: str = "province", row: Any = None, units: Any = UNITS) -> Thresholds:
    targets = [Target.model_validate(one) for one in [*rows, target(indicator_id="I9", green="1", amber="1")]]
    return build_thresholds(Indicator.model_validate(indicator(**cells)), targets, (group, row), units, DAY)


LEVELS = [target(level, green, "2", legal_basis="A plan") for level, green in
          [("department", "4"), ("district", "8"), ("commune", "4")]]  # fmt: skip
SAME = [target(level, "4", "2", legal_basis="A plan") for level in ("department", "district", "commune")]
LATER = [target("*", "50", "40"), target("area", "70", "60", effective_from="2026-01-01")]


@pytest.mark.parametrize(
    ("cells", "rows", "group", "row", "expected"),
    [
        (COUNT, [target()], "province", None, ["Xanh từ 90 files, vàng từ 80 files"]),
        ({"core": "false"}, [target()], "level:department", None, ["Xanh từ 90%, vàng từ 80%"]),
        ({}, [target()], "province", MISSING, ["Xanh từ 90%, vàng từ 80%"]),
        ({}, [target()], "province", EARLIER, ["chưa có ngưỡng"]),  # held against what was in force that day
        ({}, LATER, "area:D1", MISSING, ["Xanh từ 50%, vàng từ 40%"]),
        ({}, [], "province", MISSING, ["chưa có ngưỡng"]),
        ({}, [target("province", "70", "60"), target()], "province", MISSING, ["Xanh từ 70%, vàng từ 60%"]),
        (
            COUNT,
            [target("province", "70", "60"), target()],  # no unit is held against what is set for the sum
            "province",
            None,
            ["Xanh từ 90 files, vàng từ 80 files"],
        ),
        (
            COUNT,
            LEVELS,
            "province",
            None,
            [f"{SOS}; {XA}: Xanh từ 4 files, vàng từ 2 files", f"{HUYEN}: Xanh từ 8 files, vàng từ 2 files"],
        ),
        (COUNT, LEVELS, "level:district", None, ["Xanh từ 8 files, vàng từ 2 files"]),
        (COUNT, SAME, "province", None, ["Xanh từ 4 files, vàng từ 2 files"]),
        ({}, LEVELS[:2], "level:commune", MISSING, ["chưa có ngưỡng"]),
        (COUNT | {"only_unit": "S1"}, [target("S1", "2", "1"), target()], "province", None,
         ["Xanh từ 2 files, vàng từ 1 files"]),
        (COUNT | {"applies_to": "district"}, [target()], "level:commune", None, []),
        (COUNT | {"only_unit": "S9"}, [target()], "province", None, []),
    ],
)  # fmt: skip
def test_a_card_says_what_is_in_force_on_the_day(cells: Any, rows: Any, group: str, row: Any, expected: Any) -> None:
    units = [one for one in UNITS if not group.startswith("level:") or one.level == group[6:]]
    assert [rule.text for rule in built(cells, rows, group, row, units).rules] == expected


@pytest.mark.parametrize(("direction", "said"), [("higher", "Xanh từ 2 files"), ("lower", "Xanh đến 2 files")])
def test_amber_is_left_out_where_nothing_can_be_amber(direction: str, said: str) -> None:
    (rule,) = built(COUNT | {"direction": direction}, [target("*", "2", "2.0")]).rules
    assert rule.text == said


def test_a_card_names_the_basis_and_what_kind_it_is_also_without_a_figure() -> None:
    (rule,) = built(COUNT, [target(legal_basis="Decree 1", evidence="unverified")]).rules
    assert (rule.basis, rule.evidence) == ("Căn cứ ngưỡng: Decree 1, áp dụng từ 01/01/2023", "cần kiểm chứng")


STEPS = [target("*", green, amber, effective_from=day) for green, amber, day in
         [("15", "10", "2023-04-01"), ("95", "85", "2023-12-25"), ("", "", "2024-01-01"), ("15", "10", "2024-04-01"),
          ("40", "30", "2024-07-01"), ("65", "50", "2024-10-01")]]  # fmt: skip


@pytest.mark.parametrize("row", [None, MISSING, CURRENT], ids=["no row", "missing", "figure"])
def test_the_time_line_marks_the_one_in_force_also_where_it_ended_a_rule(row: Any) -> None:
    assert [(item.since, item.text, item.in_force) for item in built({}, STEPS, row=row).over_time] == [
        ("từ 25/12/2023", "Xanh từ 95%, vàng từ 85%", False),
        ("từ 01/01/2024", "chưa có ngưỡng", True),
        ("từ 01/04/2024", "Xanh từ 15%, vàng từ 10%", False),
        ("từ 01/07/2024", "Xanh từ 40%, vàng từ 30%", False),
    ]


def test_a_narrower_scope_that_starts_later_takes_its_place_in_the_time_line() -> None:
    found = built({}, LATER, "area:D1", MISSING).over_time
    assert [(item.since, item.in_force) for item in found] == [("từ 01/01/2023", True), ("từ 01/01/2026", False)]


def test_where_only_the_basis_changed_each_line_says_its_own() -> None:
    rows = [target(legal_basis="Plan 17", evidence="law"),
            target(legal_basis="Decision 766", evidence="unverified", effective_from="2024-01-01"),
            target(green="95", effective_from="2025-01-01")]  # fmt: skip
    assert [item.text for item in built({}, rows).over_time] == [
        "Xanh từ 90%, vàng từ 80% · Plan 17 (văn bản pháp luật)",
        "Xanh từ 90%, vàng từ 80% · Decision 766 (cần kiểm chứng)",
        "Xanh từ 95%, vàng từ 80%",
    ]


def test_levels_that_differ_have_time_lines_of_their_own() -> None:
    rows = [target(), target("district", "70", "60", effective_from="2025-01-01")]
    found = built(COUNT | {"applies_to": "department;district"}, rows).over_time
    assert [(item.text, item.in_force) for item in found] == [
        (f"{HUYEN}: Xanh từ 90 files, vàng từ 80 files", True),
        (f"{HUYEN}: Xanh từ 70 files, vàng từ 60 files", False),
    ]


@pytest.mark.parametrize(
    ("cells", "begins"),
    [
        ({"core": "false"}, "Theo dõi thêm, không tính số chung"),
        ({"core": "false", "additive": "false"}, "Không cộng được"),
        ({"core": "false"} | COUNT, "Không cộng được"),
        (COUNT, "Không cộng được"),
    ],
)
def test_what_is_only_followed_is_not_said_to_be_impossible_to_sum(cells: Any, begins: str) -> None:
    assert not_summed(Indicator.model_validate(indicator(**cells))).startswith(begins)
