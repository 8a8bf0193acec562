"""The first week under another rule: what is counted otherwise is said, and none of it is told as a result."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from scorecard.briefing.content.content import build_briefing
from scorecard.briefing.content.week_reading import Asked, WeekRead, read_week
from scorecard.catalog import load_catalog
from scorecard.lights.rows import LightChange
from scorecard.publishing.rule_changes import read_rule_changes
from scorecard.snapshots.index import list_snapshots
from scorecard.snapshots.warehouse import Warehouse, files_of
from scorecard.ui.reader.compared_week import ground_params
from scorecard.weeks import ReportWeek
from tests.catalogs.catalogue_rows import Rows, catalogue, indicator, seen, target, task, unit, write_catalogue
from tests.homes.small_home import publish_week
from tests.plain import plain_rule

W41, W42 = "2023-W41", "2023-W42"
I1, I2 = indicator("I1"), indicator("I2", task_no="2")
T1, T2 = target(), target(indicator_id="I2")
FIRST = catalogue(tasks=[task(1), task(2)], units=[unit("S1"), unit("S2")], indicators=[I1, I2], targets=[T1, T2])
# Last week and this one: S1 has 85 of 100 on both indicators, S2 falls from 95 to 70.
BEFORE = [seen(name, "2023-10-12", done, 100, code) for name, done in (("S1", 85), ("S2", 95)) for code in ("I1", "I2")]
NOW = [seen(name, "2023-10-19", done, 100, code) for name, done in (("S1", 85), ("S2", 70)) for code in ("I1", "I2")]


def ratio(code: str = "I1", **cells: str) -> Rows:
    return FIRST | {"indicators": [indicator(code, **cells), I2]}


# The second catalogue; what the line says of it; whose light on task 1 changed by the rule alone.
GROUNDS: dict[str, tuple[Rows, str, set[str]]] = {
    "a threshold": (FIRST | {"targets": [target(green="85"), T2]},
                    "ngưỡng từ “xanh từ 90%, vàng từ 80%” thành “xanh từ 85%, vàng từ 80%” (1 đèn", {"S1"}),
    "a turned direction": (
        ratio(direction="lower") | {"targets": [target(green="50", amber="80"), T2]},
        "chiều từ “cao hơn là tốt hơn” thành “thấp hơn là tốt hơn”", {"S1", "S2"}),
    "another denominator": (ratio(denominator="All that came"), "mẫu số từ “Due” thành “All that came”", {"S1", "S2"}),
    "another period": (ratio(period="year_to_date"), "kỳ tính từ “hiện trạng” thành “lũy kế từ đầu năm”", {"S1", "S2"}),
    "a new core indicator": (
        FIRST | {"indicators": [I1, I2, indicator("I9")], "targets": [T1, T2, target(indicator_id="I9")]},
        "I9 Indicator I9: chỉ số mới (2 đèn", {"S1", "S2"}),
    "an indicator gone": (FIRST | {"indicators": [indicator("I8"), I2], "targets": [target(indicator_id="I8"), T2]},
                          "I1 Indicator I1: bỏ chỉ số (2 đèn", {"S1", "S2"}),
    "followed only": (ratio(core="false"), "nay chỉ theo dõi", set()),
    "an older figure allowed": (ratio(max_age_days="50"), "còn hạn 50 ngày, trước là 40 ngày (0 đèn", set()),
    "other units": (ratio(applies_to="district"), "từ cấp sở, cấp huyện, cấp xã thành cấp huyện", set()),
}  # fmt: skip
SILENT: dict[str, Rows] = {
    "nothing": FIRST,
    "a name": FIRST | {"units": [unit("S1", name="New name"), unit("S2")]},
    "an indicator's name": ratio(name="Better words"),
    "an alias": FIRST | {"unit_aliases": [{"unit_id": "S1", "alias": "Ess one", "note": ""}]},
    "a unit more": FIRST | {"units": [unit("S1"), unit("S2"), unit("S3")]},
}


def two_weeks(folder: Path, second: Rows, now: list[Any] = NOW) -> WeekRead:
    home = folder / "home"
    for week, tables, rows in ((W41, FIRST, BEFORE), (W42, second, now)):
        catalog = load_catalog(write_catalogue(tables, folder / week))
        known = {row["indicator_id"] for row in tables["indicators"]}
        publish_week(home, catalog, week, [row for row in rows if row.indicator_id in known])
    return read_week(home, Asked(ReportWeek.parse(W42)))


def said(read: WeekRead) -> list[str]:
    edition = read.edition
    ground = edition.ground_said(edition.shown_ids, [task.task_no for task in edition.tasks])
    return [ground.sentence, *ground.lines] if ground.sentence else []


def without_before(read: WeekRead) -> set[str]:
    return {row.unit_id for row in read.every_light if row.task_no == 1 and row.previous_status is None}


@pytest.mark.parametrize(("second", "line", "by_rule"), GROUNDS.values(), ids=GROUNDS)
def test_what_is_counted_otherwise_is_said_with_the_lights_that_alone_changed(
    tmp_path: Path, second: Rows, line: str, by_rule: set[str]
) -> None:
    read = two_weeks(tmp_path, second)
    sentence, *lines = said(read)
    assert sentence.startswith("Từ tuần 42/2023 có thay đổi về cách tính so với tuần 41/2023")
    assert any(line in one for one in lines) and all("Nhiệm vụ 1" in one for one in lines)
    assert without_before(read) >= by_rule
    briefing = build_briefing(read)
    assert briefing.origin.ground.sentence == sentence
    assert not {change.unit for change in briefing.changes if change.task_no == 1} & {
        f"Unit {name}" for name in by_rule
    }
    assert any(change.task_no == 2 and change.unit == "Unit S2" for change in briefing.changes)


@pytest.mark.parametrize("second", SILENT.values(), ids=SILENT)
def test_what_changes_no_rule_is_no_change_of_the_ground(tmp_path: Path, second: Rows) -> None:
    read = two_weeks(tmp_path, second)
    assert said(read) == []
    assert {row.previous_status for row in read.every_light if row.unit_id in ("S1", "S2")} != {None}


def test_counts_are_not_compared_where_the_rule_alone_changed_lights(tmp_path: Path) -> None:
    briefing = build_briefing(two_weeks(tmp_path, GROUNDS["a threshold"][0]))
    assert [count.change for count in briefing.counts] == [None] * 4
    assert "Không so với tuần 41/2023" in briefing.headline


def test_a_threshold_that_changed_no_light_leaves_the_counts_comparable(tmp_path: Path) -> None:
    briefing = build_briefing(two_weeks(tmp_path, FIRST | {"targets": [target(amber="79"), T2]}))
    assert [count.change for count in briefing.counts] == [2, 0, -2, 0]


def causes(read: WeekRead) -> dict[tuple[str, str], str]:
    edition = read.edition
    rows = Warehouse(edition.snapshot.folder.parents[2]).run(
        LightChange,
        lights_before=files_of([edition.history[-2]], "lights"),
        lights_now=files_of([edition.snapshot], "lights"),
        unit_id=None, task_no=None, lower_is_better=[], **ground_params(edition),
    )  # fmt: skip
    return {(row.unit_id, row.indicator_id): row.cause for row in rows}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a threshold", {("S1", "I1"): "rule", ("S2", "I1"): "result", ("S2", "I2"): "result"}),
        ("another denominator", {("S2", "I1"): "definition", ("S2", "I2"): "result"}),
        ("an indicator gone", {("S2", "I2"): "result"}),
    ],
)
def test_every_change_has_one_cause(tmp_path: Path, name: str, expected: dict[tuple[str, str], str]) -> None:
    assert causes(two_weeks(tmp_path, GROUNDS[name][0])) == expected


@pytest.mark.parametrize("name", GROUNDS)
def test_the_kept_lights_of_the_rule_before_are_those_of_plain_python(tmp_path: Path, name: str) -> None:
    second = GROUNDS[name][0]
    read = two_weeks(tmp_path, second)
    index = list_snapshots(read.edition.snapshot.folder.parents[2])
    old = load_catalog(tmp_path / W41)
    known = {row["indicator_id"] for row in second["indicators"]}
    # What the second catalogue does not know is carried on from the week before.
    figures = [now if now.indicator_id in known else old_row for now, old_row in zip(NOW, BEFORE, strict=True)]
    day = read.edition.snapshot.cut_off_day
    plain = [
        {(row["unit_id"], row["indicator_id"]): row["status"] for row in plain_rule.lights(tables, figures, day)}
        for tables in (FIRST, second)
    ]
    expected = {
        key: (plain[0].get(key), plain[1].get(key))
        for key in plain[0].keys() | plain[1].keys()
        if plain[0].get(key) != plain[1].get(key)
    }
    found = {
        (one.owner, one.indicator_id): (one.status_before_rule, one.status)
        for one in read_rule_changes(tmp_path / "home", index.weeks()[-1], old, old.rules_version)
        if one.owner in ("S1", "S2") and one.indicator_id
    }
    assert found == expected


def test_a_week_of_before_is_compared_once_and_kept_beside(tmp_path: Path) -> None:
    """The week before is judged anew later: what was kept at publication is of another pair."""
    second = GROUNDS["a threshold"][0]
    read = two_weeks(tmp_path, second)
    home, snapshot = tmp_path / "home", read.edition.snapshot
    third = load_catalog(write_catalogue(FIRST | {"targets": [target(green="99"), T2]}, tmp_path / "third"))
    first = read_rule_changes(home, snapshot, third, third.rules_version)
    assert (home / "rule_changes").is_dir() and first == read_rule_changes(home, snapshot, third, third.rules_version)
    assert {(one.owner, one.status_before_rule, one.status) for one in first if one.indicator_id == "I1"} >= {
        ("S1", "amber", "green")
    }
