"""The page of one task: the order of units, the drawing of weeks, what changed and why, and the addresses it takes."""

from __future__ import annotations

import datetime as dt
import re
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from scorecard.address.address import Address
from scorecard.address.queries import TaskQuery, UnitQuery
from scorecard.catalog import Catalog, Indicator, load_catalog
from scorecard.lights.light_changes import build_changes, cause_said
from scorecard.lights.ranking import Ranking
from scorecard.lights.rows import GroupTrend, IndicatorLight, LightChange
from scorecard.lights.trend import Series, TrendBuilder
from scorecard.lights.trend_scale import Size
from scorecard.lights.unit_blocks import UnitBlock
from scorecard.settings import ROOT
from scorecard.snapshots.index import list_snapshots
from scorecard.snapshots.warehouse import Warehouse, files_of
from scorecard.text.task_page import CADENCE
from scorecard.ui.shell.render import render
from scorecard.ui.task.trend_panel import rule_changes
from scorecard.ui.unit.unit_figure import SPARK
from scorecard.weeks import ReportWeek
from tests.catalogs.catalogue_rows import catalogue, district, indicator, read_rows, seen, target, unit, write_catalogue
from tests.homes.small_home import publish_week
from tests.ui.conftest import html_of
from tests.ui.light_rows import row_of

UNITS = [unit(f"S{number}", name=f"Office {number}") for number in range(1, 7)]


def loaded(folder: Path, **cells: str) -> Catalog:
    return load_catalog(
        write_catalogue(catalogue(units=UNITS, indicators=[indicator("I1", **cells)], targets=[]), folder)
    )


def row(numerator: int | None, denominator: int | None, status: str, green: int = 90, amber: int = 80) -> Any:
    small = denominator is not None and denominator < 10
    figure = {"numerator": numerator, "denominator": denominator, "green": green, "amber": amber}
    return row_of(IndicatorLight, status=status, small_n=small, **figure)


def ranked(catalog: Catalog, rows: dict[str, Any], before: dict[str, Any] | None = None) -> Any:
    ranking = Ranking(Address(TaskQuery(task=1)), catalog.indicators[0], rows, before or {})
    return ranking.build([UnitBlock("Offices", catalog.units)])[0]


def test_units_stand_worst_first_ties_as_ties_and_those_without_a_figure_apart(tmp_path: Path) -> None:
    rows = {"S1": row(19, 20, "green"), "S2": row(1, 3, "red"), "S3": row(95, 100, "green"),
            "S4": row(0, 0, "none_arising"), "S5": row(None, None, "missing"), "S6": row(2, 6, "red")}  # fmt: skip
    block = ranked(loaded(tmp_path), rows)
    assert [(b.rank, b.name, b.small_n) for b in block.bullets] == [
        ("1=", "Office 2", True),
        ("1=", "Office 6", True),
        ("3=", "Office 1", False),
        ("3=", "Office 3", False),
    ]
    assert block.without == ("Thiếu số liệu: Office 5.", "Không phát sinh: Office 4.")


def test_where_lower_is_better_the_highest_stands_first_and_the_zones_are_turned(tmp_path: Path) -> None:
    catalog = loaded(tmp_path, direction="lower", measure="count")
    rows = {"S1": row(0, None, "green", 0, 2), "S2": row(5, None, "red", 0, 2), "S3": row(2, None, "amber", 0, 2)}
    block = ranked(catalog, rows, {"S1": row(4, None, "red", 0, 2)})
    assert [b.name for b in block.bullets] == ["Office 2", "Office 3", "Office 1"]
    assert [zone.status for zone in block.bullets[0].zones] == ["green", "amber", "red"]
    assert (block.bullets[0].width, block.bullets[2].width, block.bullets[2].before) == (100.0, 0.0, 80.0)


@pytest.mark.parametrize(
    ("status", "circle"),
    [("red", 80.0), ("no_rule", 80.0), ("stale", None), ("missing", None), ("none_arising", None)],
)
def test_a_circle_stands_only_where_there_was_a_current_figure(
    tmp_path: Path, status: str, circle: float | None
) -> None:
    catalog = loaded(tmp_path, measure="count")
    (bullet,) = ranked(catalog, {"S1": row(5, None, "green", 5, 2)}, {"S1": row(4, None, status, 5, 2)}).bullets
    assert (bullet.before, bullet.width) == (circle, 100.0)


def test_an_earlier_figure_that_is_not_drawn_does_not_set_the_scale(tmp_path: Path) -> None:
    catalog = loaded(tmp_path, measure="count")
    (bullet,) = ranked(catalog, {"S1": row(5, None, "green", 5, 2)}, {"S1": row(50, None, "stale", 5, 2)}).bullets
    assert bullet.width == 100.0


def test_a_gap_stays_a_gap_and_thresholds_are_bands(tmp_path: Path) -> None:
    catalog, first = loaded(tmp_path), ReportWeek.parse("2023-W40")
    weeks = [first.plus(number) for number in range(5)]
    rows = {weeks[0]: row(50, 100, "red"), weeks[1]: row(60, 100, "red"), weeks[2]: row(None, None, "missing"),
            weeks[3]: row(80, 100, "amber"), weeks[4]: row(95, 100, "green")}  # fmt: skip
    trend = TrendBuilder(catalog.indicators[0], weeks).build([Series("All", rows, "95%")], [weeks[4]])
    assert trend is not None
    assert [len(path.split()) for path in trend.lines[0].paths] == [2, 2]
    assert {band.status for band in trend.bands} == {"red", "amber", "green"}
    heights = {band.status: band.height for band in trend.bands}
    assert Fraction(heights["amber"]).limit_denominator(10) > 0 and len(trend.breaks) == 1
    assert (
        TrendBuilder(catalog.indicators[0], weeks).build([Series("None", {weeks[0]: row(None, None, "missing")}, "")])
        is None
    )


def test_a_week_between_two_gaps_is_a_dot(tmp_path: Path) -> None:
    catalog, first = loaded(tmp_path), ReportWeek.parse("2023-W40")
    weeks = [first.plus(number) for number in range(6)]
    for known, lines, dots, shown in [({1, 3, 4}, 1, [1], 2), ({0, 2, 4}, 0, [0, 2], 3), ({3}, 0, [], 1)]:
        rows = {weeks[at]: row(50 + at, 100, "red") for at in known}
        trend = TrendBuilder(catalog.indicators[0], weeks).build([Series("All", rows, "")])
        assert trend is not None
        (line,) = trend.lines
        assert (len(line.paths), [trend.weeks[at][0] for at in dots]) == (lines, [x for x, _ in line.dots])
        drawn = render("drawing/trend_svg", trend=trend, label="")
        assert drawn.count("<circle") == shown and drawn.count("points=") == lines


@pytest.mark.parametrize(
    ("cells", "limits", "value"),
    [
        ({}, (100, 90), 100),
        ({}, (100, 90), 40),
        ({}, (60, 50), 70),
        ({"measure": "count", "direction": "lower"}, (0, 5), 0),
        ({"measure": "count"}, (3, 2), 9),
    ],
    ids=["all", "few", "below", "none", "count"],
)
@pytest.mark.parametrize("size", [Size(), SPARK], ids=["trend", "spark"])
def test_green_has_a_strip_where_only_the_best_is_green(
    tmp_path: Path,
    cells: dict[str, str],
    limits: tuple[int, int],
    value: int,
    size: Size,
) -> None:
    catalog, first = loaded(tmp_path, **cells), ReportWeek.parse("2023-W40")
    weeks = [first, first.plus(1)]
    of = 100 if not cells else None
    rows = {week: row(value, of, "green", *limits) for week in weeks}
    trend = TrendBuilder(catalog.indicators[0], weeks, size).build([Series("All", rows, "")])
    assert trend is not None
    bands = {band.status: band for band in trend.bands}
    assert sorted(bands) == ["amber", "green", "red"] and bands["green"].height > 3.9
    ticks = [float(text) for _, text in trend.values]
    assert min(ticks) >= 0 and max(ticks) <= (100 if of else 20) and len(ticks) > 1
    heights = [y for y, _ in trend.values]
    assert all(size.top <= y <= size.height - size.bottom for y in heights)


def test_weeks_with_the_same_thresholds_share_their_bands_and_a_gap_or_a_new_one_parts_them(tmp_path: Path) -> None:
    catalog, first = loaded(tmp_path), ReportWeek.parse("2023-W40")
    weeks = [first.plus(number) for number in range(6)]
    greens = {0: 90, 1: 90, 2: 95, 4: 95, 5: 95}  # nobody published the week between
    rows = {weeks[at]: row(85, 100, "amber", green=green) for at, green in greens.items()}
    trend = TrendBuilder(catalog.indicators[0], weeks).build([Series("All", rows, "")])
    assert trend is not None
    amber = [band for band in trend.bands if band.status == "amber"]
    step = (trend.size.width - trend.size.left - trend.size.right) / 5
    assert [round(band.width / step, 1) for band in amber] == [1.5, 1.0, 1.5]
    assert [round((band.x - trend.size.left) / step, 1) for band in amber] == [0.0, 1.5, 3.5]


def judged(day: int | None, green: int | None = 90, since: str = "2023-01-01", members: int = 1) -> GroupTrend:
    as_of, amber = day and dt.date(2023, 10, day), green and green - 10
    target_from = green and dt.date.fromisoformat(since)
    return row_of(GroupTrend, as_of=as_of, green=green, amber=amber, target_from=target_from, members=members)


@pytest.mark.parametrize(
    ("rows", "weeks"),
    [
        ([judged(1), judged(8), judged(15)], []),
        ([judged(1), judged(8, 95), judged(15, 95)], [41]),
        ([judged(1), judged(8, since="2023-10-02")], [41]),  # another basis of the same thresholds
        ([judged(1), judged(8, None), judged(15)], [41, 42]),  # the rule ended, and there was one again
        ([judged(1), judged(None, None), judged(15)], []),  # a week without a report says nothing of the rule
        ([judged(1), judged(None, None), judged(15, 95)], [42]),
        ([judged(None, None), judged(8)], []),
        ([judged(1), None, judged(15, 95)], [42]),  # nobody published the week between
        ([judged(1, members=3), judged(8, members=4), judged(15, members=4)], [41]),
        ([judged(1, members=3), judged(None, None, members=3)], []),
    ],
)
def test_a_mark_stands_where_the_series_own_target_or_its_members_changed(rows: list[Any], weeks: list[int]) -> None:
    first = ReportWeek.parse("2023-W40")
    by_week = {first.plus(number): one for number, one in enumerate(rows) if one}
    assert rule_changes(by_week) == [ReportWeek(2023, number) for number in weeks]


RULES = [target(), target(green="95", amber="85", effective_from="2023-10-09"), target(indicator_id="I2")]


@pytest.fixture(scope="module")
def ruled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """W40 to W42: the target of I1 changes in W41 within one catalogue; in W42 another catalogue changes that of I2."""
    folder = tmp_path_factory.mktemp("ruled")
    home, many = folder / "home", [indicator("I1"), indicator("I2"), indicator("I3", measure="count")]
    for week, day, changed in (("40", "05", {}), ("41", "12", {}), ("42", "19", {"green": "70", "amber": "60"})):
        of_score = target("S1", indicator_id="I3", green="5", amber="3")
        targets = [*RULES[:2], RULES[2] | changed, of_score]
        tables = catalogue(units=UNITS, indicators=many, targets=targets)
        catalog = load_catalog(write_catalogue(tables, folder / week))
        seen_now = [seen(one["unit_id"], f"2023-10-{day}", 80, 100, name) for one in UNITS for name in ("I1", "I2")]
        publish_week(home, catalog, f"2023-W{week}", [*seen_now, seen("S1", f"2023-10-{day}", 4, None, "I3")])
    return home


CHART = [
    ({"indicator": "I1"}, ["đổi ngưỡng hoặc đơn vị, tuần 41/2023.", "ngưỡng từng tuần của Toàn tỉnh"], ["Bỏ hết"]),
    ({"indicator": "I2"}, ["đổi ngưỡng hoặc đơn vị, tuần 42/2023.", "Bấm vào tên đơn vị để thêm đường"], []),
    ({"indicator": "I3"}, ["Không có số chung của nhóm để vẽ. Bấm vào tên đơn vị"], ["Vạch đứt", "sc-lines"]),
    ({"indicator": "I3", "chosen": "S1"}, ["ngưỡng từng tuần của Office 1", "Bỏ hết khỏi biểu đồ"], ["của Toàn tỉnh"]),
    ({"indicator": "I3", "chosen": "S2"}, ["Chưa có tuần nào có số liệu để vẽ"], []),
    (
        {"indicator": "I1", "chosen": "S1,S2,S3,S4"},
        ["Biểu đồ đã đủ 4 đơn vị.", "sc-line-4", "Bỏ Office 1 khỏi biểu đồ", "bỏ bớt một đơn vị rồi chọn Office 5"],
        ["sc-line-5", "Xem Office 5", "S2,S3,S4,S5"],
    ),
    ({"indicator": "I1", "chosen": "S1,S2,S3,S4,S5"}, ["Chỉ chọn được tối đa 4 đơn vị"], ["sc-lines"]),
]


@pytest.mark.parametrize(("query", "said", "unsaid"), CHART)
def test_the_chart_says_how_units_are_chosen_whose_bands_it_has_and_where_the_rule_changed(
    ruled: Path, monkeypatch: pytest.MonkeyPatch, query: dict[str, str], said: list[str], unsaid: list[str]
) -> None:
    html = html_of(ruled, monkeypatch, page="task", task="1", **query)
    assert [part for part in said if part not in html] == [] and [part for part in unsaid if part in html] == []


W41, W42, COUNTED = "2023-10-12", "2023-10-19", {"measure": "count", "direction": "lower"}
# Cause, figures of two weeks, cells of the target of the second (green from 90, amber from 80 before), the indicator.
CAUSES: dict[str, tuple[str, Any, Any, dict[str, str], dict[str, str]]] = {
    "another figure": ("result", (W41, 70, 100), (W42, 95, 100), {}, {}),
    "a first figure": ("new_report", None, (W42, 95, 100), {}, {}),
    "the same day's figure": ("correction", (W41, 70, 100), (W41, 95, 100), {}, {}),
    "a threshold alone": ("rule", (W41, 70, 100), None, {"green": "60", "amber": "50"}, {}),
    "a figure that rose less than the threshold": ("rule", (W41, 92, 100), (W42, 95, 100), {"green": "99"}, {}),
    "just green by the old one": ("rule", (W41, 92, 100), (W42, 90, 100), {"green": "95"}, {}),
    "just not green by the old one": ("result", (W41, 92, 100), (W42, 89999, 100000), {"green": "95"}, {}),
    "just amber by the old one": ("rule", (W41, 85, 100), (W42, 80, 100), {"green": "80", "amber": "70"}, {}),
    "corrected, but for the threshold in vain": ("rule", (W41, 92, 100), (W41, 93, 100), {"green": "95"}, {}),
    "lower is better": ("rule", (W41, 80, None), (W42, 79, None), {"green": "60", "amber": "70"}, COUNTED),
    "lower is better, and more": ("result", (W41, 80, None), (W42, 91, None), {"green": "60", "amber": "70"}, COUNTED),
    "no threshold any more": ("rule", (W41, 92, 100), (W42, 60, 100), {"green": "", "amber": ""}, {}),
    "nothing due any more": ("result", (W41, 92, 100), (W42, 0, 0), {"green": "", "amber": ""}, {}),
    "something due again": ("result", (W41, 0, 0), (W42, 100, 100), {}, {}),
    "something due after all": ("correction", (W41, 0, 0), (W41, 85, 100), {}, {}),
    "nothing due after all": ("correction", (W41, 92, 100), (W41, 0, 0), {}, {}),
    "a first figure of nothing due": ("new_report", None, (W42, 0, 0), {}, {}),
    "the days went by": ("ageing", ("2023-10-09", 70, 100), None, {}, {"max_age_days": "10"}),
    "a newer figure that is old too": (
        "ageing", ("2023-10-03", 70, 100), ("2023-10-09", 75, 100), {}, {"max_age_days": "10"},
    ),
    "a first figure that is old": ("new_report", None, ("2023-10-09", 75, 100), {}, {"max_age_days": "10"}),
}  # fmt: skip


def changed(folder: Path, case: tuple[Any, ...], **more: str) -> tuple[list[dict[str, Any]], Catalog]:
    """What `light_changes` says of two weeks in which one case happened, and the catalogue of the second."""
    _, before, now, rule, cells = case
    cells = cells | more
    lower = cells.get("direction") == "lower"
    first = target(green="80" if lower else "90", amber="90" if lower else "80")
    for week, figure, limits in (("2023-W41", before, first), ("2023-W42", now, first | rule)):
        tables = catalogue(indicators=[indicator("I1", **cells)], targets=[limits])
        catalog = load_catalog(write_catalogue(tables, folder / week))
        publish_week(folder / "home", catalog, week, [seen("S1", *figure)] if figure else [])
    then, today = (files_of([snapshot], "lights") for snapshot in list_snapshots(folder / "home").all)
    rows = Warehouse(folder / "home").run(LightChange, lights_before=then, lights_now=today, unit_id=None,
                                          task_no=None, lower_is_better=["I1"] if lower else [],
                                          by_rule=[], statuses_before_rule=[], redefined=[])  # fmt: skip
    return rows, catalog


@pytest.mark.parametrize("core", ["true", "false"])
@pytest.mark.parametrize("name", CAUSES)
def test_every_change_names_its_cause(tmp_path: Path, name: str, core: str) -> None:
    rows, _ = changed(tmp_path, CAUSES[name], core=core)
    assert [(row.unit_id, row.cause) for row in rows] == [("S1", CAUSES[name][0])]


OLD = "từ “xanh từ 90%, vàng từ 80%”"
SENTENCES = [
    ("another figure", "không đạt → đạt: Indicator I1. Kết quả từ 70% thành 95%."),
    ("a threshold alone", f"Ngưỡng {OLD} thành “xanh từ 60%, vàng từ 50%”; kết quả 70%."),
    (
        "a figure that rose less than the threshold",
        f"đạt → cận ngưỡng: Indicator I1. Ngưỡng {OLD} thành “xanh từ 99%, vàng từ 80%”; kết quả từ 92% thành 95%.",
    ),
    ("just not green by the old one", f"Kết quả từ 92% thành 89,9%; ngưỡng {OLD} thành “xanh từ 95%, vàng từ 80%”."),
    ("no threshold any more", f"Ngưỡng {OLD} thành “chưa có ngưỡng”; kết quả từ 92% thành 60%."),
    ("nothing due any more", "đạt → không phát sinh: Indicator I1. Không còn phát sinh (trước đó 92%)."),
    ("something due again", "không phát sinh → đạt: Indicator I1. Có phát sinh: 100%."),
    ("something due after all", "Indicator I1. Số liệu được đính chính, có phát sinh: 85%."),
    ("nothing due after all", "Indicator I1. Số liệu được đính chính, không còn phát sinh (trước đó 92%)."),
    (
        "a first figure of nothing due",
        "thiếu số liệu → không phát sinh: Indicator I1. Có báo cáo mới: không phát sinh.",
    ),
    ("a newer figure that is old too", "Số liệu ngày 09/10/2023 đã quá hạn."),
]


def test_a_figure_taken_back_is_said_to_be() -> None:
    figure = {"numerator_before": 70, "denominator_before": 100, "green_before": 90, "amber_before": 80}
    gone = row_of(LightChange, cause="correction", status_before="red", status="missing", **figure)
    item = Indicator.model_validate(indicator("I1"))
    assert cause_said(gone, item) == "Số liệu được rút lại (trước đó 70%)."


@pytest.mark.parametrize(("name", "said"), SENTENCES)
def test_a_change_is_told_with_what_changed_it(tmp_path: Path, name: str, said: str) -> None:
    assert said in told(*changed(tmp_path, CAUSES[name]))


def told(rows: list[LightChange], catalog: Catalog) -> str:
    changes = build_changes(catalog, Address(UnitQuery()), rows, {unit.unit_id: unit.name for unit in catalog.units})
    return " ".join(change.text for change in changes)


def test_a_change_of_what_is_followed_only_stands_last_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tables = catalogue(
        units=UNITS[:2],
        indicators=[indicator("I1"), indicator("I2", core="false"), indicator("I3", core="false", measure="count")],
        targets=[target(), target(indicator_id="I2"), target(indicator_id="I3", green="5", amber="3")],
    )
    catalog, home = load_catalog(write_catalogue(tables, tmp_path / "catalog")), tmp_path / "home"
    for week, day, figures in (
        ("2023-W41", "2023-10-12", [("S1", 95, 100, "I1"), ("S1", 95, 100, "I2"), ("S2", 4, None, "I3")]),
        ("2023-W42", "2023-10-19", [("S1", 85, 100, "I1"), ("S1", 70, 100, "I2"), ("S2", 2, None, "I3")]),
    ):
        publish_week(home, catalog, week, [seen(name, day, *figure) for name, *figure in figures])
    own = html_of(home, monkeypatch, page="unit", unit="S2")
    assert "cận ngưỡng → không đạt: Indicator I3 (theo dõi thêm). Kết quả từ 4 point thành 2 point." in own
    assert "Không có đèn nào đổi mức" not in own
    changes = part_of(
        html_of(home, monkeypatch, page="task", task="1", block="department"), "đổi gì</h2>", "</section>"
    )
    said = re.findall(r"<strong>(Office \d)</strong>: [^:]*: ([^.]*)\. ", changes)
    assert said[-3:] == [
        ("Office 1", "Indicator I1"),
        ("Office 1", "Indicator I2 (theo dõi thêm)"),
        ("Office 2", "Indicator I3 (theo dõi thêm)"),
    ]


def test_a_change_prints_no_value_on_the_other_side_of_its_threshold(tmp_path: Path) -> None:
    case = ("result", (W41, 805, 1000), (W42, 7996, 10000), {}, {})
    assert "cận ngưỡng → không đạt: Indicator I1. Kết quả từ 80,5% thành 79,9%." in told(*changed(tmp_path, case))


def test_the_legend_names_the_week_of_a_value_that_is_not_of_the_week_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = [f"S{number}" for number in range(1, 11)]  # the last never sends anything
    tables = catalogue(units=[unit(name) for name in names], indicators=[indicator("I1", max_age_days="10")])
    catalog, home = load_catalog(write_catalogue(tables, tmp_path / "catalog")), tmp_path / "home"
    publish_week(home, catalog, "2023-W41", [seen(name, "2023-10-09", 70, 100) for name in names[:-1]])
    publish_week(home, catalog, "2023-W42", [seen("S2", "2023-10-19", 75, 100)])
    html = html_of(home, monkeypatch, page="task", task="1", chosen="S1,S2,S10")
    keys = html[html.index('<ul class="sc-keys">') :]
    assert re.findall(r"<b>([^<]*)</b></li>", keys) == [
        "70% (tuần 41/2023)",  # the province, whose coverage is too low now
        "70% (tuần 41/2023)",
        "75%",
        "chưa có số liệu",
    ]
    assert "mới nhất 70% (tuần 41/2023)." in html


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ({}, "1 · Task 1"),
        ({"task": "2"}, "2 · Task 2"),
        ({"task": "2", "indicator": "I3"}, "Indicator I3 theo đơn vị"),
        ({"task": "1", "chosen": "S1"}, "Bỏ Unit S1 khỏi biểu đồ"),
        ({"task": "1", "week": "2023-W40"}, "Chưa có tuần trước để so sánh"),
        ({"task": "1", "block": "district:D1"}, "Toàn địa bàn unit D1"),
        ({"indicator": "I2"}, "2 · Task 2</h2>"),  # the task is that of the indicator
        ({"task": "1", "why": "S1:1"}, "<dialog"),
        ({"task": "1", "why": "S2:1"}, "cần thêm 89 done (với mẫu số giữ nguyên)"),
        ({"task": "1", "why": "province:1"}, "<dialog"),
        ({"task": "1", "why": "communes:D2:1"}, "Nhóm này không có đơn vị nào"),
    ],
)
def test_its_address_chooses_what_it_shows(
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
    query: dict[str, str],
    shown: str,
) -> None:
    assert shown in html_of(home, monkeypatch, page="task", **query)


@pytest.mark.parametrize(
    "query",
    [
        {"task": "9"},
        {"indicator": "I9"},
        {"chosen": "S9"},
        {"why": "S9:1"},
        {"task": "1", "indicator": "I2"},
        {"task": "1", "group": "area:D1"},
    ],
    ids=str,
)
def test_what_is_not_there_is_refused(
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
    query: dict[str, str],
) -> None:
    html = html_of(home, monkeypatch, page="task", **query)
    assert "sc-message" in html and "sc-bullets" not in html


def test_a_group_in_the_address_is_refused_with_what_to_write(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    html = html_of(home, monkeypatch, page="task", task="1", group="area:D1")
    assert "không nhận “group=area:D1”" in html and "block=district:mã huyện" in html


# Offices, two districts with communes of the same names, everybody with a figure of their own.
MANY = catalogue(
    units=[
        unit("S1"),
        *(unit(f"D{area}", "district", short_name=f"Area {area}") for area in (1, 2)),
        *(unit(f"C{area}-{number}", "commune", f"D{area}", name=f"Ward {number}")
          for area in (1, 2) for number in range(1, 16)),
    ]
)  # fmt: skip
COMMUNES = [row["unit_id"] for row in MANY["units"] if row["level"] == "commune"]


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every commune is green in the first week; then ten are amber, ten have nothing to count, ten are red."""
    folder = tmp_path_factory.mktemp("many")
    catalog, home = load_catalog(write_catalogue(MANY, folder / "catalog")), folder / "home"
    publish_week(home, catalog, "2023-W41", [seen(name, "2023-10-12", 95, 100) for name in COMMUNES])
    values = [*[(85, 100)] * 10, *[(0, 0)] * 10, *[(5, 100)] * 10]
    rows = [seen(name, "2023-10-19", *value) for name, value in zip(COMMUNES, values, strict=True)]
    publish_week(home, catalog, "2023-W42", rows)
    return home


def part_of(html: str, begin: str, end: str) -> str:
    return html[html.index(begin) :].partition(end)[0]


def test_every_commune_has_its_place_among_its_like_called_with_its_district(
    many: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    html = html_of(many, monkeypatch, page="task", block="commune", week="2023-W41")
    ranking = part_of(html, '<section class="sc-ranking"', "</section>")
    names = re.findall(r'trên biểu đồ"[^>]*>([^<]+)</a>', ranking)
    assert names == [f"Ward {number} (Area {area})" for area in (1, 2) for number in range(1, 16)]
    first, _, rest = ranking.partition('<details class="sc-rest"><summary>và 10 đơn vị xếp sau</summary>')
    assert (first.count("<tr>"), rest.count("<tr>")) == (20 + 1, 10 + 1)
    assert '<option value="commune" selected>' in html
    chosen = html_of(many, monkeypatch, page="task", block="commune", week="2023-W41", chosen="C2-15")
    assert '<details class="sc-rest" open>' in chosen
    assert "Ward 15 (Area 2)" in part_of(chosen, '<section class="sc-weeks-of"', "sc-to-green")
    lacking = html_of(many, monkeypatch, page="task", block="commune", week="2023-W42")
    assert ">Ward 6 (Area 2): 85</a>" in part_of(lacking, "sc-to-green", "</ul>")
    area = html_of(many, monkeypatch, page="task", block="district:D1", week="2023-W41")
    assert ">Ward 1</a>" in area and "Ward 1 (" not in area and "xếp sau" not in area


def test_all_units_that_could_make_it_up_can_be_opened(many: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    html = html_of(many, monkeypatch, page="task", block="commune", week="2023-W42")
    lacking = part_of(html, "sc-to-green", "</section>")
    shown, _, rest = lacking.partition('<details class="sc-rest"><summary>và 8 đơn vị khác</summary>')
    named = [re.findall(r'why=(C\d-\d+):1">', part) for part in (shown, rest)]
    assert [len(part) for part in named] == [12, 8]
    assert named[0] + named[1] == [*COMMUNES[20:], *COMMUNES[:10]]  # ten lack 85, ten lack 5
    fewer = part_of(html_of(many, monkeypatch, page="task", block="district:D1"), "sc-to-green", "</section>")
    assert "<li>" in fewer and "<details" not in fewer


@pytest.mark.parametrize(
    ("block", "units", "groups"),
    [
        ("all", 30, [("red", "Toàn tỉnh"), ("red", "Các xã, phường, thị trấn")]),
        ("commune", 30, [("red", "Các xã, phường, thị trấn")]),
        ("district:D1", 15, [("amber", "Toàn địa bàn unit D1")]),
        ("department", 0, []),
    ],
)
def test_what_changed_covers_the_group_and_everybody_in_the_scope_the_worst_first(
    many: Path, monkeypatch: pytest.MonkeyPatch, block: str, units: int, groups: list[tuple[str, str]]
) -> None:
    expected = units + len(groups)
    html = html_of(many, monkeypatch, page="task", block=block)
    changes = part_of(html, "<h2>Tuần này đổi gì</h2>", "</section>")
    shown = re.findall(r'sc-light sc-(\w+)"></i><span><strong>([^<]+)</strong>', changes)
    whole = [*[("red", name) for name in COMMUNES[20:]], *[("amber", name) for name in COMMUNES[:10]],
             *[("none_arising", name) for name in COMMUNES[10:20]]]  # fmt: skip
    named = re.compile(r"C(\d)-(\d+)")
    called = r"Ward \2" if block == "district:D1" else r"Ward \2 (Area \1)"
    kept = [(status, named.sub(called, name)) for status, name in whole if block != "district:D1" or "C1-" in name]
    assert shown == ([*groups, *kept] if units else []) and len(shown) == expected
    before, _, after = changes.partition("<details")
    assert before.count("<li>") == min(expected, 8) and after.count("<li>") == max(expected - 8, 0)
    assert (f"<summary>và {expected - 8} đèn khác</summary>" in after) == (expected > 8)


OFFICES = [f"S{number}" for number in range(1, 11)]
# A figure of I1 is too old a week later.
TWO = {"indicators": [indicator("I1", max_age_days="7"), indicator("I2")], "units": [unit(name) for name in OFFICES]}
BOTH = "Indicator I1 (và đèn của nhiệm vụ)"
LOST = f"đạt → thiếu số liệu: {BOTH}"
# Figures of the offices in two weeks, by indicator; cells of the target of the second; what is said of the province.
GROUPS: dict[str, tuple[dict[str, Any], dict[str, Any], dict[str, str], list[str]]] = {
    "the figures": (
        {"I1": [(95, 100)] * 10, "I2": [(85, 100)] * 10},
        {"I1": [(85, 100)] * 9 + [(845, 1000)]},
        {},
        ["đạt → cận ngưỡng: Indicator I1. Kết quả từ 95% thành 84,7%."],
    ),
    "on its side of the threshold": (
        {"I1": [(95, 100)] * 10, "I2": [(96, 100)] * 10},
        {"I1": [(8996, 10000)] * 10},
        {},
        [f"đạt → cận ngưỡng: {BOTH}. Kết quả từ 95% thành 89,9%."],
    ),
    "the thresholds": (
        {"I1": [(95, 100)] * 10, "I2": [(96, 100)] * 10},
        {"I1": [(96, 100)] * 10},
        {"green": "99"},
        [f"đạt → cận ngưỡng: {BOTH}. Ngưỡng {OLD} thành “xanh từ 99%, vàng từ 80%”; kết quả từ 95% thành 96%."],
    ),
    "members without a figure": (
        {"I1": [(95, 100)] * 10, "I2": [(96, 100)] * 10},
        {"I1": [(97, 100)] * 8},
        {},
        [f"{LOST}. Độ phủ từ 10/10 thành 8/10 đơn vị, dưới mức tối thiểu 90%. Kết quả từ 95% thành 97%."],
    ),
    "nobody with a figure": (
        {"I1": [(95, 100)] * 10, "I2": [(96, 100)] * 10},
        {"I2": [(96, 100)] * 10},
        {},
        [f"{LOST}. Độ phủ từ 10/10 thành 0/10 đơn vị, dưới mức tối thiểu 90%. Kết quả trước đó 95%."],
    ),
    "members with a figure again": (
        {"I2": [(96, 100)] * 10},
        {"I1": [(97, 100)] * 10},
        {},
        [f"thiếu số liệu → đạt: {BOTH}. Độ phủ từ 0/10 thành 10/10 đơn vị, đủ mức tối thiểu 90%. Kết quả 97%."],
    ),
    "something arose": (
        {"I1": [(0, 0)] * 10, "I2": [(96, 100)] * 10},
        {"I1": [(97, 100)] * 10},
        {},
        ["không phát sinh → đạt: Indicator I1. Có phát sinh: 97%."],
    ),
    "each by itself": (
        {"I1": [(70, 100)] * 10, "I2": [(85, 100)] * 10},
        {"I1": [(95, 100)] * 10},
        {},
        [
            "không đạt → cận ngưỡng: Đèn của nhiệm vụ. Lấy mức xấu nhất trong các chỉ số quyết định.",
            "không đạt → đạt: Indicator I1. Kết quả từ 70% thành 95%.",
        ],
    ),
}


@pytest.mark.parametrize("name", GROUPS)
def test_the_changed_lights_of_the_province_come_first_with_their_cause(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    before, now, rule, said = GROUPS[name]
    home = tmp_path / "home"
    for week, day, figures, limits in (("2023-W41", "2023-10-12", before, {}), ("2023-W42", "2023-10-19", now, rule)):
        tables = catalogue(**TWO, targets=[target() | limits, target(indicator_id="I2")])
        catalog = load_catalog(write_catalogue(tables, tmp_path / week))
        rows = [
            seen(office, day, *figure, item)
            for item, of_item in figures.items()
            for office, figure in zip(OFFICES[: len(of_item)], of_item, strict=True)
        ]
        publish_week(home, catalog, week, rows)
    changes = part_of(html_of(home, monkeypatch, page="task", task="1"), "đổi gì</h2>", "</section>")
    found = re.findall(
        r'href="([^"]+)"><i class="sc-light sc-\w+"></i><span><strong>([^<]+)</strong>: ([^<]+)', changes
    )
    assert [text for _, group, text in found if group == "Toàn tỉnh"] == said
    assert [group for _, group, _ in found[: len(said)]] == ["Toàn tỉnh"] * len(said)
    assert found[0][0].endswith("why=province:1") and found[len(said)][0].endswith("why=level:department:1")


def test_the_worse_a_light_turned_the_higher_it_stands(tmp_path: Path) -> None:
    catalog = loaded(tmp_path)
    order = ("green", "no_rule", "amber", "stale", "red", "missing")
    figure = {"numerator": 1, "denominator": 2, "green": 90, "amber": 80}
    both = figure | {f"{name}_before": value for name, value in figure.items()}
    plain = {"task_no": 1, "indicator_id": "I1", "cause": "result", "as_of": dt.date(2023, 10, 19), "core": True}
    rows = [
        row_of(LightChange, unit_id=f"S{number}", status_before="none_arising", status=status, **both, **plain)
        for number, status in enumerate(order, start=1)
    ]
    found = build_changes(catalog, Address(TaskQuery()), rows, {f"S{number}": f"S{number}" for number in range(1, 7)})
    assert [change.status for change in found] == ["red", "stale", "missing", "amber", "no_rule", "green"]


def test_every_cadence_of_the_catalogue_has_words() -> None:
    assert {row["cadence"] for row in read_rows(ROOT / "data" / "catalog" / "indicators.csv")} <= set(CADENCE)


@pytest.mark.parametrize(("page", "query"), [("task", {"task": "1"}), ("unit", {"unit": "S1"})])
def test_the_first_week_says_nothing_of_changes(
    home: Path, monkeypatch: pytest.MonkeyPatch, page: str, query: dict[str, str]
) -> None:
    html = html_of(home, monkeypatch, page=page, week="2023-W40", **query)
    assert "Chưa có tuần trước để so sánh" in html and "Không có đèn nào đổi mức" not in html


def test_a_card_says_what_is_in_force_where_no_group_has_a_figure(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    html = html_of(home, monkeypatch, page="task", task="1", week="2023-W40", block="district:D1")
    card = part_of(html, '<article class="sc-card', "</article>")
    assert "Xanh từ 90%, vàng từ 80%" in card and "Căn cứ ngưỡng: Basis * 90, áp dụng từ 01/01/2023" in card
    assert "chưa có ngưỡng" not in card
    html = html_of(home, monkeypatch, page="task", task="2", block="district")
    assert "Không áp dụng cho đơn vị nào trong phạm vi này." in html


def test_what_only_communes_report_opens_with_their_ranking(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    many = [indicator("I1", applies_to="commune"), indicator("I2", applies_to="district;commune")]
    tables = catalogue(units=[unit("S1"), *district("D1", 2)], indicators=many)
    catalog, home = load_catalog(write_catalogue(tables, tmp_path / "catalog")), tmp_path / "home"
    publish_week(home, catalog, "2023-W42", [seen("D1-1", "2023-10-19", 95, 100)])
    html = html_of(home, monkeypatch, page="task", task="1")
    ranking = part_of(html, '<section class="sc-ranking"', "</section>")
    assert ">Unit D1-1 (D1)</a>" in ranking and "Thiếu số liệu: Unit D1-2 (D1) (1 tuần)." in ranking
    assert "Toàn tỉnh, xếp hạng cấp xã" in ranking and "Không có đơn vị nào" not in ranking
    html = html_of(home, monkeypatch, page="task", task="1", indicator="I2")
    assert "Thiếu số liệu: Unit D1 (1 tuần)." in html and "xếp hạng cấp sở và cấp huyện" in html


SCOPED = [target("commune", "60", "50", evidence="law"), target("province", "75", "65"), target("area", "70", "60")]
OWN = 'title="Căn cứ ngưỡng: Basis commune 60, áp dụng từ 01/01/2023">xanh từ 60%, vàng từ 50% <span class="sc-mark">'
OTHERS = 'title="Căn cứ ngưỡng: Basis * 75, áp dụng từ 01/01/2023">xanh từ 75%, vàng từ 65% <span class="sc-mark">'


@pytest.fixture(scope="module")
def scoped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Communes are green from 60, the province from 75 as everybody else, an area from 70."""
    folder = tmp_path_factory.mktemp("scoped")
    units, targets = [unit("S1"), unit("S2"), *district("D1", 2)], [*SCOPED, target("*", "75", "65")]
    catalog = load_catalog(write_catalogue(catalogue(units=units, targets=targets), folder / "catalog"))
    publish_week(folder / "home", catalog, "2023-W42", [seen(one["unit_id"], "2023-10-19", 749, 1000) for one in units])
    return folder / "home"


@pytest.mark.parametrize(
    ("query", "said", "unsaid"),
    [
        ({}, [f"{OWN}văn bản pháp luật</span>", f"{OTHERS}ngưỡng quản trị</span>"], ["xanh từ 70%"]),
        ({"block": "commune"}, [f"{OTHERS}ngưỡng quản trị</span>"], ["xanh từ 60%"]),
        ({"block": "district:D1"}, [OWN, OTHERS], ["xanh từ 70%"]),
    ],
)
def test_a_level_has_its_own_threshold_beside_its_light_where_it_is_not_that_of_the_card(
    scoped: Path, monkeypatch: pytest.MonkeyPatch, query: dict[str, str], said: list[str], unsaid: list[str]
) -> None:
    levels = part_of(html_of(scoped, monkeypatch, page="task", **query), '<ul class="sc-levels"', "</ul>")
    assert [part for part in said if part not in levels] == [] and [part for part in unsaid if part in levels] == []


@pytest.mark.parametrize(("block", "title"), [("all", "Theo cấp"), ("district:D1", "Theo cấp, toàn tỉnh")])
def test_levels_of_the_province_beside_the_figure_of_an_area_are_said_to_be_that(
    scoped: Path, monkeypatch: pytest.MonkeyPatch, block: str, title: str
) -> None:
    assert f"<h4>{title}</h4>" in html_of(scoped, monkeypatch, page="task", block=block)


def test_levels_under_the_threshold_of_the_card_have_none_beside_them(
    ruled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    html = html_of(ruled, monkeypatch, page="task", task="1")
    assert '<ul class="sc-levels"' in html and "sc-own-rule" not in html
