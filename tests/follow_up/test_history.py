"""The time line of a unit and a task: what it lists, in which order, apart by lives, found by words, as a file."""

from __future__ import annotations

import csv
import dataclasses
import datetime as dt
import io
from pathlib import Path
from typing import Any

import pytest

from scorecard.catalog import Catalog, load_catalog
from scorecard.follow_up.matters.matter import About, Matter, MoveMade, Told
from scorecard.follow_up.matters.moves import Kind
from scorecard.follow_up.timeline.csv_file import render_entries
from scorecard.follow_up.timeline.entries import Entry
from scorecard.follow_up.timeline.entry_reading import Of, read_time_line
from scorecard.follow_up.timeline.entry_search import by_life, cut_to, find_entries
from scorecard.follow_up.timeline.entry_words import Words
from scorecard.snapshots.index import list_snapshots
from scorecard.snapshots.table_reading import read_table
from scorecard.snapshots.warehouse import Warehouse
from scorecard.weeks import ReportWeek
from tests.catalogs.catalogue_rows import catalogue, indicator, seen, target, task, unit, write_catalogue
from tests.follow_up.asked import HOSTILE, LIFE
from tests.homes.small_home import publish_week

CHANGED = dt.date(2023, 10, 16)  # the code S1 belongs to another unit from this day on
TABLES = catalogue(
    tasks=[task(1), task(2)],
    units=[
        unit("S1", name="Sở Cũ", valid_to="2023-10-15"),
        unit("S1", name="Sở Mới", valid_from="2023-10-16"),
        unit("S2"),
        unit("S3", valid_to="2023-10-15"),
    ],
    indicators=[indicator("I1"), indicator("I2", task_no="2")],
    targets=[target(), target(indicator_id="I2")],
)
DAYS = {"2023-W39": "2023-09-29", "2023-W40": "2023-10-05", "2023-W42": "2023-10-19", "2023-W43": "2023-10-26"}
# (S1, S2, S3) in percent of task 1, week by week; of task 2 always the first one's.
FIGURES = {"2023-W39": (95, 85, 95), "2023-W40": (10, 95, 85), "2023-W42": (95, 85, None), "2023-W43": (85, 85, None)}
WORDS = Words({"people": "Thiếu nhân lực"}, lambda owner, week: f"{owner} (tuần {week.number})")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("history")
    catalog = load_catalog(write_catalogue(TABLES, folder / "catalog"))
    for week, values in FIGURES.items():
        rows = [seen(f"S{n}", DAYS[week], value, 100) for n, value in enumerate(values, 1) if value is not None]
        publish_week(folder / "home", catalog, week, rows)
    fixed = [seen("S2", DAYS["2023-W43"], 1, 100)]
    publish_week(folder / "home", catalog, "2023-W43", fixed, reason="S2 gửi nhầm", published_by="Ngô (steward)")
    return folder / "home"


def matter(kind: Kind, *moves: tuple[str, str, str, Told], **about: Any) -> Matter:
    made = [
        MoveMade(n, dt.datetime(2023, 11, n, 1, tzinfo=dt.UTC), ReportWeek.parse(week), "lan", "Lan", name, state, told)
        for n, (week, name, state, told) in enumerate(moves, 1)
    ]
    return Matter(1, About(kind, **about), tuple(made))


ASKED = matter(
    Kind.explanation,
    ("2023-W42", "ask", "asked", Told(text="Vì sao đỏ?", due=dt.date(2023, 10, 25))),
    ("2023-W43", "answer", "answered", Told(text="Đang tuyển người", cause="people", action="Tuyển thêm")),
    unit_id="S2",
    unit_from=LIFE,
    task_no=1,
)
OLD = matter(Kind.note, ("2023-W40", "write", "kept", Told(text="Của Sở Cũ")), unit_id="S1", unit_from=LIFE)
NEW = matter(Kind.note, ("2023-W42", "write", "kept", Told(text="Của Sở Mới")), unit_id="S1", unit_from=CHANGED)
OWNED = matter(Kind.decision, ("2023-W42", "decide", "open", Told(text="Báo cáo tỉnh", owner="S2")))
MATTERS = (ASKED, OLD, NEW, OWNED)


def line(
    home: Path, of: Of, matters: tuple[Matter, ...] = MATTERS, week: str = "2023-W43", words: Words = WORDS
) -> tuple[Entry, ...]:
    index = list_snapshots(home)
    catalog: Catalog = load_catalog(home.parent / "catalog")
    history = index.history(index.current(ReportWeek.parse(week)))
    return read_time_line(Warehouse(home).run, catalog, history, index.all, matters, of, words)


def listed(home: Path, of: Of) -> list[tuple[str, str, str, str]]:
    units = load_catalog(home.parent / "catalog").units_on(dt.date(2023, 10, 27))
    return [
        (part.heading, str(entry.week), entry.kind, entry.title)
        for part in by_life(line(home, of), units)
        for entry in part.entries
    ]


OLD_S1 = "Trước ngày 16/10/2023: Sở Cũ (mã S1, 01/01/2020–15/10/2023)"
OLD_S3 = "Trước ngày 16/10/2023: Unit S3 (mã S3, 01/01/2020–15/10/2023)"


@pytest.mark.parametrize(
    ("of", "rows"),
    [
        (
            Of(unit_id="S2"),
            [
                ("", "2023-W43", "revision", "Nhiệm vụ 1: vàng → đỏ"),
                ("", "2023-W43", "explanation", "Nhiệm vụ 1: Trả lời"),
                ("", "2023-W43", "light", "Nhiệm vụ 1: vàng → đỏ"),
                ("", "2023-W42", "decision", "Ghi ý kiến chỉ đạo"),
                ("", "2023-W42", "explanation", "Nhiệm vụ 1: Yêu cầu giải trình"),
                ("", "2023-W42", "light", "Nhiệm vụ 1: xanh → vàng"),
                ("", "2023-W40", "light", "Nhiệm vụ 1: vàng → xanh"),
            ],
        ),
        (
            Of(unit_id="S1"),
            [
                ("", "2023-W43", "light", "Nhiệm vụ 1: xanh → vàng"),
                ("", "2023-W42", "note", "Ghi chú"),
                ("", "2023-W42", "light", "Nhiệm vụ 1: chưa có đèn → xanh"),
                ("", "2023-W42", "light", "Nhiệm vụ 2: chưa có đèn → thiếu số liệu"),
                (OLD_S1, "2023-W40", "note", "Ghi chú"),
                (OLD_S1, "2023-W40", "light", "Nhiệm vụ 1: xanh → đỏ"),
            ],
        ),
        (
            Of(task_no=1),
            [
                ("", "2023-W43", "revision", "Nhiệm vụ 1: vàng → đỏ"),
                ("", "2023-W43", "explanation", "Nhiệm vụ 1: Trả lời"),
                ("", "2023-W43", "light", "Nhiệm vụ 1: xanh → vàng"),
                ("", "2023-W43", "light", "Nhiệm vụ 1: vàng → đỏ"),
                ("", "2023-W42", "explanation", "Nhiệm vụ 1: Yêu cầu giải trình"),
                ("", "2023-W42", "light", "Nhiệm vụ 1: chưa có đèn → xanh"),
                ("", "2023-W42", "light", "Nhiệm vụ 1: xanh → vàng"),
                ("", "2023-W40", "light", "Nhiệm vụ 1: vàng → xanh"),
                (OLD_S1, "2023-W40", "light", "Nhiệm vụ 1: xanh → đỏ"),
                (OLD_S3, "2023-W40", "light", "Nhiệm vụ 1: xanh → vàng"),
            ],
        ),
        (Of(unit_id="S2", task_no=2), []),
    ],
    ids=["unit", "another life of the code", "task", "unit on a task"],
)
def test_a_time_line_lists_lights_revisions_and_moves_newest_first(
    home: Path, of: Of, rows: list[tuple[str, str, str, str]]
) -> None:
    assert listed(home, of) == rows


def test_changed_lights_are_those_a_plain_walk_over_the_weeks_finds(home: Path) -> None:
    weeks = list_snapshots(home).weeks()
    wanted, before = [], {}
    for place, snapshot in enumerate(weeks):
        now = {(row["unit_id"], row["task_no"]): row for row in read_table(snapshot, "task_lights").to_pylist()}
        for key, row in now.items():
            old = before.get(key)
            old = old if old and old["valid_from"] == row["valid_from"] else None
            if place and (old is None or old["status"] != row["status"]):
                wanted.append((str(snapshot.week), *key, old["status"] if old else "", row["status"]))
        before = now
    found = [
        (str(entry.week), entry.life.unit_id, entry.task_no, entry.before, entry.now)
        for task_no in (1, 2)
        for entry in line(home, Of(task_no=task_no), ())
        if entry.kind == "light" and entry.life
    ]
    assert sorted(found) == sorted(wanted) and len(wanted) > 5


def test_an_earlier_week_knows_nothing_of_what_came_later(home: Path) -> None:
    kinds = [(str(entry.week), entry.kind) for entry in line(home, Of(unit_id="S2"), (), week="2023-W42")]
    assert kinds == [("2023-W42", "light"), ("2023-W40", "light")]


@pytest.mark.parametrize(
    ("reasons", "row"),
    [
        (True, ("Bản 2 của tuần 43/2023: S2 gửi nhầm", "Ngô (steward)", 1)),
        (False, ("Bản 2 của tuần 43/2023: số liệu được sửa", "", 0)),
    ],
)
def test_why_a_revision_is_there_and_by_whom_is_for_who_sees_every_unit(
    home: Path, reasons: bool, row: tuple[str, str, int]
) -> None:
    words = dataclasses.replace(WORDS, reasons=reasons)
    (entry,) = [one for one in line(home, Of(unit_id="S2"), (), words=words) if one.kind == "revision"]
    assert (entry.text, entry.who, len(find_entries([entry], "gui nham"))) == row
    assert ("gửi nhầm" in render_entries([entry], synthetic=False).decode()) is reasons


def test_a_unit_the_catalogue_knows_no_more_is_never_taken_for_the_present_one(home: Path) -> None:
    gone = matter(Kind.note, ("2023-W40", "write", "kept", Told(text="x")), unit_id="S2", unit_from=dt.date(2010, 1, 1))
    units = load_catalog(home.parent / "catalog").units_on(dt.date(2023, 10, 27))
    parts = by_life([entry for entry in line(home, Of(unit_id="S2"), (gone,)) if entry.kind == "note"], units)
    assert [part.heading for part in parts] == ["Mã S2 từ ngày 01/01/2010, không còn trong danh mục"]


def test_a_catalogue_that_forgot_the_earlier_life_still_keeps_it_apart(home: Path, tmp_path: Path) -> None:
    forgot = TABLES | {"units": TABLES["units"][1:3]}
    catalog = load_catalog(write_catalogue(forgot, tmp_path / "catalog"))
    index = list_snapshots(home)
    found = read_time_line(Warehouse(home).run, catalog, index.weeks(), index.all, (OLD,), Of(unit_id="S1"), WORDS)
    parts = by_life(found, catalog.units)
    assert [(part.heading, [str(entry.week) for entry in part.entries]) for part in parts] == [
        ("", ["2023-W43", "2023-W42", "2023-W42"]),
        ("Mã S1 từ ngày 01/01/2020, không còn trong danh mục", ["2023-W40"]),
        ("Mã S1 ở thời kỳ trước, không còn trong danh mục", ["2023-W40"]),
    ]


@pytest.mark.parametrize(
    ("find", "titles"),
    [
        ("", 7),
        ("dang tuyen", 1),
        ("ĐANG TUYỂN", 1),
        ("tuyển đang", 1),
        ("tuy", 1),
        ("yen", 0),
        ("thieu nhan luc", 1),
        ("gui nham", 1),
        ("lan", 3),
        ("25/10/2023", 1),
        ("tuần 42", 3),
        ("!", 0),
        ("xyz", 0),
        ("giai trinh", 2),
    ],
)
def test_words_are_found_without_their_marks(home: Path, find: str, titles: int) -> None:
    assert len(find_entries(line(home, Of(unit_id="S2")), find)) == titles


@pytest.mark.parametrize(("most", "shown"), [(0, []), (1, [1]), (4, [4]), (5, [4, 1]), (99, [4, 2])])
def test_what_is_shown_first_is_what_belongs_to_the_units_of_today(home: Path, most: int, shown: list[int]) -> None:
    units = load_catalog(home.parent / "catalog").units_on(dt.date(2023, 10, 27))
    parts = by_life(line(home, Of(unit_id="S1")), units)
    assert [len(part.entries) for part in cut_to(parts, most)] == shown


def test_the_file_has_every_entry_and_nothing_that_a_spreadsheet_would_run(home: Path) -> None:
    hostile = matter(
        Kind.decision,
        ("2023-W43", "decide", "open", Told(text=HOSTILE, owner="@x", due=dt.date(2023, 11, 1))),
        unit_id="S2",
        unit_from=LIFE,
    )
    entries = line(home, Of(unit_id="S2"), (hostile,))
    content = render_entries(entries, synthetic=True).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(content, newline="")))
    assert len(rows) == len(entries) and {row["Loại số liệu"] for row in rows} == {"SỐ LIỆU MÔ PHỎNG"}
    row = next(row for row in rows if row["Loại"] == "Ý kiến chỉ đạo")
    assert row["Nội dung"].startswith("'=HYPERLINK") and HOSTILE in row["Nội dung"]
    assert all(cell[:1] not in "=+-@" for one in rows for cell in one.values() if cell)
    assert (row["Mã đơn vị"], row["Đơn vị từ ngày"], row["Tuần"]) == ("S2", "2020-01-01", "2023-W43")
    assert "Loại số liệu" not in render_entries(entries, synthetic=False).decode()


def test_a_light_that_a_revision_took_away_is_no_light_that_is_yet_to_come() -> None:
    said = [WORDS.light(1, before, now) for before, now in (("red", ""), ("", "red"), ("red", "green"))]
    assert said == [
        "Nhiệm vụ 1: đỏ → không còn đèn",
        "Nhiệm vụ 1: chưa có đèn → đỏ",
        "Nhiệm vụ 1: đỏ → xanh",
    ]


def test_an_owner_is_who_bore_the_code_in_the_week_of_the_move() -> None:
    told = Told(text="Báo cáo", owner="S2")
    assert WORDS.told(told, ReportWeek.parse("2023-W40")).splitlines()[1] == "Người thực hiện: S2 (tuần 40)"
