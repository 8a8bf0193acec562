"""The clause of the rule that matched, with the numbers of the row in it; the status is only read."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from scorecard.catalog import Catalog, load_catalog
from scorecard.lights.reason import build_clauses, build_history, group_notes, percent, why_no_light
from scorecard.lights.rows import GroupLight, TaskLight, UnitLight
from tests.catalogs.catalogue_rows import catalogue, district, indicator, task, unit, write_catalogue
from tests.ui.light_rows import row_of

ITEMS = [
    indicator("I1", numerator="Hồ sơ đúng hạn", max_age_days="10"),
    indicator("I2", measure="count", direction="lower", unit="hồ sơ"),
]


@pytest.fixture
def catalog(tmp_path: Path) -> Catalog:
    return load_catalog(write_catalogue(catalogue(indicators=ITEMS, targets=[]), tmp_path))


def row(status: str, numerator: Any = 1204, denominator: Any = 3111, item: str = "I1", **others: Any) -> Any:
    numbers = {"numerator": numerator, "denominator": denominator, "green": 50, "amber": 40}
    exact = {name: None if value is None else Decimal(value) for name, value in (numbers | others).items()
             if name in numbers}  # fmt: skip
    of_group = "members" in others
    dated = {"as_of": dt.date(2023, 10, 19), "small_n": False}
    dated |= {} if of_group else {"age_days": 1, "source": "report", "note": ""}
    target = {"legal_basis": "Decision 1", "target_from": dt.date(2023, 1, 1), "evidence": "law"}
    rest = {name: value for name, value in others.items() if name not in numbers}
    cells = {"indicator_id": item, "status": status} | exact | dated | target | rest
    return row_of(GroupLight, **cells) if of_group else row_of(UnitLight, **cells)


CLAUSES = [
    (row("red"), "38,7% = 1.204/3.111, thấp hơn ngưỡng vàng 40%"),
    (row("amber", 1400), "45% = 1.400/3.111, thấp hơn ngưỡng xanh 50% nhưng đạt ngưỡng vàng 40%"),
    (row("green", 2000), "64,3% = 2.000/3.111, đạt ngưỡng xanh 50% (càng cao càng tốt)"),
    (row("red", amber=None), "38,7% = 1.204/3.111, thấp hơn ngưỡng xanh 50%"),
    (
        row("stale", age_days=12),
        "38,7% = 1.204/3.111, nhưng số liệu đã 12 ngày, trong khi chỉ được dùng tối đa 10 ngày",
    ),
    (row("missing", None, None, as_of=None), "Chưa có số liệu nào"),
    (row("none_arising", 0, 0), "Mẫu số bằng 0: không phát sinh trong kỳ"),
    (row("red", amber=50), "38,7% = 1.204/3.111, thấp hơn ngưỡng xanh 50%"),
    (row("red", 5, None, "I2", green=2, amber=2), "5 hồ sơ, vượt ngưỡng xanh 2 hồ sơ"),
    (row("no_rule", green=None, amber=None), "38,7% = 1.204/3.111; chưa có ngưỡng có hiệu lực vào ngày 19/10/2023"),
    (row("red", 5, None, "I2", green=0, amber=2), "5 hồ sơ, vượt ngưỡng vàng 2 hồ sơ"),
    (row("amber", 2, None, "I2", green=0, amber=2), "2 hồ sơ, vượt ngưỡng xanh 0 hồ sơ nhưng không vượt ngưỡng vàng"),
    (row("green", 0, None, "I2", green=0, amber=2), "0 hồ sơ, không vượt ngưỡng xanh 0 hồ sơ (càng thấp càng tốt)"),
    (
        row("missing", 1200, 1204, coverage=0.8996, current=8, members=9),
        "99,7% = 1.200/1.204, nhưng chỉ 8/9 đơn vị có số liệu còn hạn (phủ 89,9%), dưới mức tối thiểu 90%",
    ),
    (row("missing", None, None, coverage=0, current=0, members=9), "Chỉ 0/9 đơn vị có số liệu còn hạn (phủ 0%)"),
    (row("missing", 0, 0, coverage=0.5, current=1, members=2), "Chỉ 1/2 đơn vị có số liệu còn hạn (phủ 50%)"),
]


@pytest.mark.parametrize(("figures", "clause"), CLAUSES, ids=lambda value: value if isinstance(value, str) else "")
def test_the_clause_that_matched_has_the_numbers_of_the_row(catalog: Catalog, figures: Any, clause: str) -> None:
    (found,) = build_clauses(catalog, [figures])
    assert clause in found.clause and found.status == figures.status


PLAIN = {"green": None, "amber": None}
BASES = [
    (row("red"), "Căn cứ ngưỡng: Decision 1, áp dụng từ 01/01/2023", "văn bản pháp luật"),
    (
        row("red", legal_basis="ngưỡng quản trị", evidence="proposed"),
        "Ngưỡng áp dụng từ 01/01/2023",
        "ngưỡng quản trị",
    ),
    (row("no_rule", **PLAIN), "Từ 01/01/2023 không áp dụng ngưỡng (Decision 1)", ""),
    (row("no_rule", **PLAIN, target_from=None, legal_basis=None, evidence=None), "", ""),
]


@pytest.mark.parametrize(("figures", "target", "evidence"), BASES)
def test_the_basis_of_a_threshold_is_said_once_and_no_more_once_it_ended(
    catalog: Catalog, figures: Any, target: str, evidence: str
) -> None:
    (found,) = build_clauses(catalog, [figures])
    assert (found.target, found.evidence) == (target, evidence)


GROUPS = [
    ("communes:D2", 1, "Nhóm này không có đơn vị nào"),
    ("level:commune", 2, "không áp dụng cho đơn vị nào của nhóm"),
    ("communes:D1", 2, "không áp dụng cho đơn vị nào của nhóm"),
    ("area:D2", 3, "không áp dụng cho đơn vị nào của nhóm"),
    ("level:department", 2, "không áp dụng cho đơn vị nào của nhóm"),  # only_unit is a district
    ("level:district", 2, "cộng được thành số chung"),
    ("area:D1", 2, "cộng được thành số chung"),
    ("province", 2, "cộng được thành số chung"),
    ("province", 3, "không áp dụng cho đơn vị nào của nhóm"),  # nothing decides it
]


@pytest.mark.parametrize(("group_id", "task_no", "said"), GROUPS)
def test_why_a_group_has_no_light_is_said_as_it_is(tmp_path: Path, group_id: str, task_no: int, said: str) -> None:
    tables = catalogue(
        tasks=[task(1), task(2), task(3)],
        units=[unit("S1"), *district("D1", 2), *district("D2", 0)],
        indicators=[
            indicator("I1"),
            indicator("I2", task_no="2", measure="count", only_unit="D1"),
            indicator("I3", task_no="3", core="false"),
        ],
        targets=[],
    )
    catalog = load_catalog(write_catalogue(tables, tmp_path))
    assert said in why_no_light(catalog, catalog.units, group_id, task_no)


@pytest.mark.parametrize(
    ("figures", "note"),
    [
        (row("red"), "Để đạt xanh: cần thêm 352 hồ sơ đúng hạn (với mẫu số giữ nguyên)."),
        (row("red", 5, None, "I2", green=0, amber=2), "Để đạt xanh: cần giảm 5 hồ sơ."),
        (row("red", 1, 3, small_n=True), "Mẫu số nhỏ: tỷ lệ dễ dao động."),
        (row("green", 2000, note="checked twice"), "Ghi chú: checked twice"),
    ],
)
def test_notes_stand_beside_a_clause(catalog: Catalog, figures: Any, note: str) -> None:
    assert note in build_clauses(catalog, [figures])[0].notes


@pytest.mark.parametrize("status", ["green", "missing", "stale", "none_arising", "no_rule"])
def test_only_red_and_amber_say_what_is_lacking(catalog: Catalog, status: str) -> None:
    assert not any("Để đạt xanh" in note for note in build_clauses(catalog, [row(status)])[0].notes)


def test_what_is_said_of_the_time_to_come_stands_last(catalog: Catalog) -> None:
    found = build_clauses(catalog, [row("red")], lambda figures, item: (f"{item.indicator_id} {figures.status}",))
    assert found[0].notes[-1] == "I1 red"


@pytest.mark.parametrize(
    ("weeks", "before", "said"),
    [(1, None, "Tuần đầu tiên"), (1, "amber", "tuần công bố trước: vàng"), (3, "red", "3 tuần công bố liên tiếp")],
)
def test_how_long_a_light_stands(weeks: int, before: str | None, said: str) -> None:
    assert said in build_history(row_of(TaskLight, weeks_in_status=weeks, previous_status=before))


@pytest.mark.parametrize(
    ("weeks", "looked_at", "said"),
    [
        (25, 26, "mức này 25 tuần"),
        (26, 26, "mức này ít nhất 26 tuần"),
        (26, None, "mức này 26 tuần"),
    ],
)
def test_where_no_more_weeks_were_looked_at_it_says_so(weeks: int, looked_at: int | None, said: str) -> None:
    assert said in build_history(row_of(TaskLight, weeks_in_status=weeks, previous_status="red"), looked_at)


@pytest.mark.parametrize(("share", "printed"), [(1, "100%"), (0.8996, "89,9%"), (0.29, "29%"), (0, "0%"), (0.9, "90%")])
def test_a_coverage_is_cut_and_never_rounded_up(share: float, printed: str) -> None:
    assert percent(share) == printed


def test_a_group_names_its_members_and_what_cannot_be_summed(catalog: Catalog) -> None:
    counts = {f"n_{status}": 0 for status in ("green", "amber", "red", "missing", "none_arising", "no_rule")}
    own = row_of(GroupLight, **counts | {"n_green": 7, "n_red": 2}, not_included=["I2"])
    notes = group_notes(catalog, own)
    assert notes[0] == "Đơn vị theo mức: 7 xanh, 2 đỏ." and "Indicator I2" in notes[1]
    assert group_notes(catalog, row_of(GroupLight, **counts, not_included=[])) == ()
