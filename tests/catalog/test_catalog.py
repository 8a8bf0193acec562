"""A catalogue is taken whole or refused whole, and a refusal says where and what to write."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from scorecard.catalog import archive_catalog, archived_catalog, load_catalog
from scorecard.errors import CatalogError
from scorecard.settings import ROOT
from scorecard.weeks import ReportWeek
from tests.catalogs.catalogue_rows import (
    HEADERS,
    Rows,
    catalogue,
    computed,
    district,
    indicator,
    mapped,
    moved,
    paired,
    rung,
    target,
    task,
    unit,
    write_catalogue,
)
from tests.catalogs.catalogue_rows import SETTINGS as SETTING_KEYS

MAPPING = [mapped("Unit", "unit_id"), mapped("Done", "numerator", "I1"), mapped("Due", "denominator", "I1")]
LOWER = indicator(direction="lower")
# file, the table with its mistake, line of the mistake, column, what is found there
MISTAKES: list[tuple[str, list[dict[str, str]], int, str, str]] = [
    ("tasks", [task(1) | {"task_no": "một"}], 2, "task_no", "một"),
    ("tasks", [task(1), task(2), task(1)], 4, "task_no", "1"),
    ("tasks", [task(1, in_letter="yes")], 2, "in_letter", "yes"),
    ("tasks", [task(1, applies_to="department;village")], 2, "applies_to", "village"),
    ("tasks", [task(1), task(2, lead_unit="S9")], 3, "lead_unit", "S9"),
    ("tasks", [task(1, title="")], 2, "title", ""),
    ("indicators", [indicator("I1"), indicator("I2", task_no="7")], 3, "task_no", "7"),
    ("indicators", [indicator("I1"), indicator("I1")], 3, "indicator_id", "I1"),
    ("indicators", [indicator(measure="percent")], 2, "measure", "percent"),
    ("indicators", [indicator(direction="up")], 2, "direction", "up"),
    ("indicators", [indicator(applies_to="department;village")], 2, "applies_to", "village"),
    ("indicators", [indicator(applies_to="")], 2, "applies_to", ""),
    ("indicators", [indicator(only_unit="S9")], 2, "only_unit", "S9"),
    ("indicators", [indicator(max_age_days="ten")], 2, "max_age_days", "ten"),
    ("indicators", [indicator(max_age_days="-1")], 2, "max_age_days", "-1"),
    ("indicators", [indicator(max_age_days="1_0")], 2, "max_age_days", "1_0"),
    ("indicators", [indicator(max_age_days="9" * 12)], 2, "max_age_days", "9" * 12),
    ("indicators", [indicator(additive="1")], 2, "additive", "1"),
    ("indicators", [indicator(core="")], 2, "core", ""),
    ("targets", [target(), target(indicator_id="I9")], 3, "indicator_id", "I9"),
    ("targets", [target("village")], 2, "scope", "village"),
    ("targets", [target(effective_from="01/01/2023")], 2, "effective_from", "01/01/2023"),
    ("targets", [target(effective_from="2023-02-30")], 2, "effective_from", "2023-02-30"),
    ("targets", [target(green="90%")], 2, "green", "90%"),
    ("targets", [target(green="nan")], 2, "green", "nan"),
    ("targets", [target(amber="1,5")], 2, "amber", "1,5"),
    ("targets", [target(amber="80.0001")], 2, "amber", "80.0001"),
    ("targets", [target(green="９０")], 2, "green", "９０"),
    ("targets", [target(green="100.001")], 2, "green", "100.001"),
    ("targets", [target(green="-1", amber="-2")], 2, "green", "-1"),
    ("targets", [target(green="80", amber="90")], 2, "amber", "90"),
    ("targets", [target(green="90", amber="")], 2, "amber", ""),
    ("targets", [target(green="", amber="80")], 2, "green", ""),
    ("targets", [target(evidence="rumour")], 2, "evidence", "rumour"),
    ("targets", [target(), target(green="95")], 3, "effective_from", "2023-01-01"),
    ("units", [unit("S1"), unit("S2", "village")], 3, "level", "village"),
    ("units", [*district("D1", 1), unit("C9", "commune", "D9")], 4, "parent_id", "D9"),
    ("units", [unit("D1", "district", valid_to="2024-12-31"), unit("C1", "commune", "D1")], 3, "parent_id", "D1"),
    ("units", [*district("D1", 1), unit("C9", "commune")], 4, "parent_id", "“”"),
    (
        "units",
        [unit("D1", "district", valid_to="2024-12-31"), unit("C1", "commune", valid_from="2024-12-31")],
        3,
        "parent_id",
        "“”",
    ),
    ("units", [unit("province")], 2, "unit_id", "province"),
    ("units", [unit(valid_from="2020")], 2, "valid_from", "2020"),
    ("units", [unit(valid_to="never")], 2, "valid_to", "never"),
    ("units", [unit(valid_to="2019-12-31")], 2, "valid_to", "2019-12-31"),
    ("units", [unit(valid_to="2023-06-30"), unit(valid_from="2023-06-30")], 3, "valid_from", "2023-06-30"),
    ("units", [unit(), unit(valid_from="2023-06-30")], 3, "valid_from", "2023-06-30"),
    ("units", [unit(lon="east", lat="16.8")], 2, "lon", "east"),
    ("unit_aliases", [{"unit_id": "S9", "alias": "Nine", "note": ""}], 2, "unit_id", "S9"),
    ("unit_aliases", [{"unit_id": "S1", "alias": "", "note": ""}], 2, "alias", ""),
    ("columns", [*MAPPING, mapped("Done", "total", "I1")], 5, "part", "total"),
    ("columns", [*MAPPING, mapped("Late", "numerator", "I9")], 5, "indicator_id", "I9"),
    ("columns", [*MAPPING, mapped("Late", "numerator")], 5, "indicator_id", ""),
    ("columns", [*MAPPING, mapped("District", "parent_name", "I1")], 5, "indicator_id", "I1"),
    ("columns", [*MAPPING, mapped("  done ", "numerator", "I1")], 5, "heading", "done"),
    ("columns", [*MAPPING, mapped("Files > > Late", "ignored")], 5, "heading", "Files > > Late"),
    ("columns", [*MAPPING, mapped("Late", "denominator", "I1", operation="minus")], 5, "operation", "minus"),
    ("pairs", [paired(), paired()], 3, "in_time", "I1"),
    ("pairs", [paired("I9")], 2, "in_time", "I9"),
    ("pairs", [paired(done="I9")], 2, "done", "I9"),
    ("pairs", [paired(done="I1")], 2, "done", "I1"),
    ("computed", [computed("I1"), computed("I1")], 3, "indicator_id", "I1"),
    ("computed", [computed("I9")], 2, "indicator_id", "I9"),
    ("computed", [computed("I1", "S9")], 2, "unit_id", "S9"),
    ("computed", [computed("I1", kind="sum")], 2, "kind", "sum"),
    ("cut_offs", [moved("2023-42")], 2, "week", "2023-42"),
    ("cut_offs", [moved(cut_off="19/10/2023 11:30")], 2, "cut_off", "19/10/2023 11:30"),
    ("cut_offs", [moved(cut_off="2023-10-19T11:30+07:00")], 2, "cut_off", "+07:00"),
    ("cut_offs", [moved(cut_off="2023-10-32T11:30")], 2, "cut_off", "2023-10-32"),
    ("cut_offs", [moved(cut_off="2023-10-15T11:30")], 2, "cut_off", "2023-10-15"),
    ("cut_offs", [moved(cut_off="2023-10-27T17:00")], 2, "cut_off", "2023-10-27"),
    ("cut_offs", [moved(reason="")], 2, "reason", ""),
    ("cut_offs", [moved(), moved(cut_off="2023-10-21T08:00")], 3, "week", "2023-W42"),
    ("cut_offs", [moved(cut_off="2023-10-24T17:00"), moved("2023-W43", "2023-10-24T16:00")], 3, "cut_off", "16:00"),
    ("ladder", [rung("green")], 2, "status", "green"),
    ("ladder", [rung(weeks=0)], 2, "weeks", "0"),
    ("ladder", [rung(weeks="hai")], 2, "weeks", "hai"),
    ("ladder", [rung(weeks="1.5")], 2, "weeks", "1.5"),
    ("ladder", [rung(weeks=521)], 2, "weeks", "521"),
    ("ladder", [rung(weeks="")], 2, "weeks", ""),
    ("ladder", [rung(step=0)], 2, "step", "0"),
    ("ladder", [rung(step=10)], 2, "step", "10"),
    ("ladder", [rung(name="")], 2, "name", ""),
    ("ladder", [rung(name="N" * 61)], 2, "name", "N" * 61),
    ("ladder", [rung(), rung("amber", 6), rung(weeks=2)], 4, "step", "1"),
    ("ladder", [rung(weeks=2), rung(weeks=2, step=2, name="Ask")], 3, "weeks", "2"),
    ("ladder", [rung(weeks=3, step=2, name="Ask"), rung(weeks=3)], 2, "weeks", "3"),
    ("ladder", [rung(), rung("missing", 1, 1, "Call")], 3, "name", "Call"),
    ("causes", [{"code": "a", "name": "A"}, {"code": "b", "name": "B"}, {"code": "a", "name": "C"}], 4, "code", "a"),
    ("causes", [{"code": "", "name": "A"}], 2, "code", ""),
    ("causes", [{"code": "a", "name": ""}], 2, "name", ""),
    ("causes", [{"code": "a" * 21, "name": "A"}], 2, "code", "a" * 21),
    ("columns", MAPPING[1:], 2, "mapping", "Export"),
    ("columns", MAPPING[:2], 3, "part", "numerator"),
    ("columns", [*MAPPING[:2], mapped("Due", "denominator", "I1", operation="subtract")], 3, "part", "numerator"),
]


def message_of(tables: Rows, folder: Path) -> str:
    with pytest.raises(CatalogError) as refused:
        load_catalog(write_catalogue(tables, folder))
    return str(refused.value)


def names(case: tuple[Any, ...]) -> str:
    return f"{case[0]}-{case[3]}-{case[4]}"


@pytest.mark.parametrize(("file", "rows", "line", "column", "found"), MISTAKES, ids=map(names, MISTAKES))
def test_a_mistake_is_named_with_file_line_column_and_value(
    tmp_path: Path, file: str, rows: list[dict[str, str]], line: int, column: str, found: str
) -> None:
    said = [text for text in message_of(catalogue(**{file: rows}), tmp_path).splitlines() if f"{file}.csv" in text]
    assert any(str(line) in text and column in text and found in text for text in said), said


def test_communes_need_a_district_only_where_one_lives_in_their_time(tmp_path: Path) -> None:
    before = [row | {"valid_to": "2025-06-30"} for row in district("D1", 2)]
    after = [unit(name, "commune", valid_from="2025-07-01") for name in ("D1-1", "C9")]
    catalog = load_catalog(write_catalogue(catalogue(units=[*before, *after]), tmp_path))
    days = (dt.date(2025, 6, 30), dt.date(2025, 7, 1))
    parents = [{unit.unit_id: unit.parent_id for unit in catalog.units_on(day)} for day in days]
    assert parents == [{"D1": None, "D1-1": "D1", "D1-2": "D1"}, {"D1-1": None, "C9": None}]


def test_amber_may_not_be_better_than_green_where_lower_is_better(tmp_path: Path) -> None:
    said = message_of(catalogue(indicators=[LOWER], targets=[target(green="10", amber="5")]), tmp_path)
    assert "targets.csv" in said and "amber" in said and "5" in said


SETTINGS = [("coverage_floor_percent", "101"), ("small_n_bound", "few"), ("cut_off_weekday", "8"),
            ("cut_off_time", "25:00"), ("timezone", "Asia/Nowhere")]  # fmt: skip


@pytest.mark.parametrize(("key", "value"), SETTINGS)
def test_a_wrong_setting_is_named(tmp_path: Path, key: str, value: str) -> None:
    tables = catalogue()
    next(row for row in tables["settings"] if row["key"] == key)["value"] = value
    said = message_of(tables, tmp_path)
    line = list(SETTING_KEYS).index(key) + 2
    assert f"settings.csv, dòng {line}, cột value" in said and value in said


def test_a_setting_left_out_or_given_twice_is_named(tmp_path: Path) -> None:
    left_out, twice = catalogue(), catalogue()
    row = left_out["settings"].pop(0)
    assert row["key"] in message_of(left_out, tmp_path / "a")
    twice["settings"].append(row | {"value": "80"})
    assert row["key"] in message_of(twice, tmp_path / "b")


def test_all_mistakes_are_named_at_once(tmp_path: Path) -> None:
    tables = catalogue(
        tasks=[task(in_letter="perhaps")], indicators=[indicator(measure="guess")], targets=[target(green="much")]
    )
    said = message_of(tables, tmp_path)
    assert all(word in said for word in ("perhaps", "guess", "much"))


@pytest.mark.parametrize("name", HEADERS)
def test_a_file_that_is_not_there_is_named(tmp_path: Path, name: str) -> None:
    (write_catalogue(catalogue(), tmp_path) / f"{name}.csv").unlink()
    with pytest.raises(CatalogError, match=f"{name}.csv"):
        load_catalog(tmp_path)


@pytest.mark.parametrize("name", HEADERS)
def test_a_column_that_is_not_there_is_named(tmp_path: Path, name: str) -> None:
    file = write_catalogue(catalogue(), tmp_path) / f"{name}.csv"
    column = HEADERS[name].split(",")[1]
    file.write_text(file.read_text(encoding="utf-8").replace(column, "other", 1), encoding="utf-8")
    with pytest.raises(CatalogError, match=f"(?s){name}.csv.*{column}"):
        load_catalog(tmp_path)


BYTES = [b"\xff\xfe\x00", b"unit_id,alias,note\nS1\n", b"unit_id,alias,note\nS1,a,b,c\n", b"",
         b'unit_id,alias,note\n"S1,a', b"unit_id,unit_id,alias,note\nS1,S1,a,\n"]  # fmt: skip


@pytest.mark.parametrize("content", BYTES)
def test_a_file_that_is_no_such_table_is_named(tmp_path: Path, content: bytes) -> None:
    (write_catalogue(catalogue(), tmp_path) / "unit_aliases.csv").write_bytes(content)
    with pytest.raises(CatalogError, match=r"unit_aliases\.csv"):
        load_catalog(tmp_path)


def version(tables: Rows, folder: Path) -> str:
    return load_catalog(write_catalogue(tables, folder)).rules_version


def test_rules_version_does_not_depend_on_row_order_line_ends_or_a_bom(tmp_path: Path) -> None:
    tables = catalogue(units=district("D1", 3), targets=[target(), target("area")])
    plain = version(tables, tmp_path / "a")
    assert version({name: rows[::-1] for name, rows in tables.items()}, tmp_path / "b") == plain
    for file in (tmp_path / "a").iterdir():
        file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    (tmp_path / "a" / "readme.txt").write_text("any other file is optional")
    assert load_catalog(tmp_path / "a").rules_version == plain


@pytest.mark.parametrize("name", ["tasks", "indicators", "targets", "units", "settings"])
def test_rules_version_depends_on_every_cell_of_every_file(tmp_path: Path, name: str) -> None:
    plain = version(catalogue(), tmp_path / "a")
    changed = {"tasks": "title", "indicators": "name", "targets": "legal_basis", "units": "short_name"}
    tables = catalogue()
    tables[name][0][changed.get(name, "note")] += " otherwise"
    assert version(tables, tmp_path / "b") != plain


def test_a_cell_moved_to_the_next_column_is_another_version(tmp_path: Path) -> None:
    first = catalogue(unit_aliases=[{"unit_id": "S1", "alias": "ab", "note": "c"}])
    second = catalogue(unit_aliases=[{"unit_id": "S1", "alias": "a", "note": "bc"}])
    assert version(first, tmp_path / "a") != version(second, tmp_path / "b")


def test_the_cut_off_is_a_moment_of_the_catalogues_own_zone(small_catalog: Path) -> None:
    catalog = load_catalog(small_catalog)
    cut_off = catalog.cut_off(ReportWeek.parse("2023-W42"))
    assert cut_off.isoformat() == "2023-10-20T17:00:00+07:00"
    assert catalog.day_of(cut_off.astimezone(dt.UTC)) == dt.date(2023, 10, 20)
    late_in_london = dt.datetime(2023, 10, 20, 18, 0, tzinfo=dt.UTC)
    assert catalog.day_of(late_in_london) == dt.date(2023, 10, 21)


def test_a_holiday_moves_the_cut_off_of_its_week_only(tmp_path: Path) -> None:
    catalog = load_catalog(write_catalogue(catalogue(cut_offs=[moved()]), tmp_path))
    moments = [catalog.cut_off(ReportWeek.parse(week)).isoformat() for week in ("2023-W41", "2023-W42", "2023-W43")]
    assert moments == ["2023-10-13T17:00:00+07:00", "2023-10-19T11:30:00+07:00", "2023-10-27T17:00:00+07:00"]


def test_the_tracked_catalogue_is_valid_and_has_the_units_of_the_letter() -> None:
    catalog = load_catalog(ROOT / "data" / "catalog")
    levels = [unit.level for unit in catalog.units_on(dt.date(2023, 10, 20))]
    assert {level: levels.count(level) for level in set(levels)} == {"department": 20, "district": 10, "commune": 125}
    assert [task.task_no for task in catalog.tasks if not task.in_letter] == [11]


def test_the_title_of_the_letter_may_be_left_out(tmp_path: Path) -> None:
    named = catalogue()
    named["settings"].append({"key": "title", "value": "Another letter", "note": ""})
    assert load_catalog(write_catalogue(named, tmp_path / "a")).rules.title == "Another letter"
    assert load_catalog(write_catalogue(catalogue(), tmp_path / "b")).rules.title == ""


def test_an_optional_file_is_part_of_the_version_once_it_has_rows(tmp_path: Path) -> None:
    plain = version(catalogue(), tmp_path / "a")
    assert plain == "9a44d5a548e66fd6", "catalogues kept in homes would not be found again"
    assert version(catalogue(columns=[]), tmp_path / "b") == plain
    one = version(catalogue(columns=MAPPING), tmp_path / "c")
    assert len({plain, one, version(catalogue(columns=[*MAPPING, mapped("No.", "ignored")]), tmp_path / "d")}) == 3


def test_a_kept_catalogue_keeps_its_optional_files(tmp_path: Path) -> None:
    catalog = load_catalog(write_catalogue(catalogue(columns=MAPPING), tmp_path / "a"))
    archive_catalog(tmp_path / "home", catalog)
    assert archived_catalog(tmp_path / "home", catalog.rules_version).columns == catalog.columns


@pytest.mark.parametrize(
    ("tables", "column"),
    [
        ({"indicators": [indicator(measure="count")]}, "indicator_id"),
        ({"indicators": [indicator(applies_to="commune")]}, "unit_id"),
        ({"indicators": [indicator(only_unit="S2")], "units": [unit(), unit("S2")]}, "unit_id"),
        ({"columns": MAPPING}, "indicator_id"),
    ],
)
def test_a_figure_that_cannot_be_computed_is_named(tmp_path: Path, tables: Rows, column: str) -> None:
    said = message_of(catalogue(**tables, computed=[computed("I1")]), tmp_path)
    assert f"computed.csv, dòng 2, cột {column}" in said


def test_the_ladder_is_part_of_the_rules_and_the_causes_are_not(tmp_path: Path) -> None:
    """Another ladder gives other steps for the same lights; another cause to choose from judges nothing."""
    plain = version(catalogue(), tmp_path / "a")
    assert version(catalogue(ladder=[rung()]), tmp_path / "b") != plain
    assert version(catalogue(causes=[{"code": "a", "name": "A"}]), tmp_path / "c") == plain
    tables = catalogue(ladder=[rung(weeks=3, step=2, name="Ask"), rung()])
    ladder = load_catalog(write_catalogue(tables, tmp_path / "d")).ladder
    assert [(item.step, item.weeks) for item in ladder] == [(1, 1), (2, 3)]


def test_the_tracked_ladder_is_that_of_the_office() -> None:
    ladder = load_catalog(ROOT / "data" / "catalog").ladder
    red, amber = ([(rung.weeks, rung.step) for rung in ladder if rung.status == status] for status in ("red", "amber"))
    assert red == [(1, 1), (2, 2), (3, 3), (4, 4)] and amber == [(6, 1)]
    assert [rung.name for rung in ladder if rung.status == "red"] == [
        "Nhắc",
        "Yêu cầu giải trình",
        "Mời họp",
        "Trình Chủ tịch",
    ]


@pytest.mark.parametrize("value", ["-1", "53", "bốn", "1.5"])
def test_the_weeks_a_case_reopens_in_may_be_left_out_and_are_named_where_they_are_wrong(
    tmp_path: Path, value: str
) -> None:
    assert load_catalog(write_catalogue(catalogue(), tmp_path / "a")).rules.reopen_weeks == 4
    tables = catalogue()
    tables["settings"].append({"key": "reopen_weeks", "value": value, "note": ""})
    said = message_of(tables, tmp_path / "b")
    assert f"settings.csv, dòng {len(SETTING_KEYS) + 2}, cột value" in said and value in said and "52" in said
