"""Publishing: what is carried forward, what replaces what, and that equal inputs give equal bytes."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scorecard.catalog import Catalog, load_catalog
from scorecard.errors import SnapshotError, UsageError
from scorecard.snapshots.index import Snapshot, list_snapshots
from scorecard.snapshots.observation import Withdrawal
from scorecard.weeks import ReportWeek
from tests.catalogs.catalogue_rows import catalogue, district, seen, unit, write_catalogue
from tests.homes.folders import contents
from tests.homes.small_home import FIGURES, TABLES, publish_week

UNITS = [unit("S1"), unit("S2"), unit("S3", valid_to="2023-10-15"), unit("S3", valid_from="2023-10-16")]


@pytest.fixture
def catalog(tmp_path: Path) -> Catalog:
    return load_catalog(write_catalogue(catalogue(units=UNITS), tmp_path / "catalog"))


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def rows_of(snapshot: Snapshot, table: str) -> list[dict[str, Any]]:
    return pq.read_table(snapshot.file(table)).to_pylist()


def held(snapshot: Snapshot) -> dict[str, tuple[str, int]]:
    return {row["unit_id"]: (str(row["as_of"]), int(row["numerator"])) for row in rows_of(snapshot, "observations")}


def of(as_of: str, done: int, unit_id: str = "S1") -> Any:
    return seen(unit_id, f"2023-{as_of}", done, 100)


AGAIN = "again"
# the publications in their order (week, figures, cut-off day), and what the last one holds for S1
CARRIED: dict[str, tuple[list[tuple[str, list[Any], str]], tuple[str, int] | None]] = {
    "nothing new leaves the last figure": ([("W40", [of("10-05", 1)], ""), ("W41", [], "")], ("2023-10-05", 1)),
    "a newer figure replaces it": ([("W40", [of("10-05", 1)], ""), ("W41", [of("10-12", 2)], "")], ("2023-10-12", 2)),
    "so does one of the same day": ([("W40", [of("10-05", 1)], ""), ("W41", [of("10-05", 2)], "")], ("2023-10-05", 2)),
    "an older one does not": ([("W40", [of("10-05", 1)], ""), ("W41", [of("10-04", 2)], "")], ("2023-10-05", 1)),
    "weeks nobody published are passed over": ([("W36", [of("09-07", 1)], ""), ("W42", [], "")], ("2023-09-07", 1)),
    "a revision builds on the one before it": (
        [("W40", [of("10-05", 1)], ""), ("W40", [of("10-06", 2)], ""), ("W40", [], "")], ("2023-10-06", 2)),
    "a correction takes the place of the same day": (
        [("W40", [of("10-05", 9)], ""), ("W40", [of("10-05", 2)], "")], ("2023-10-05", 2)),
    "a week starts from the corrected week before it": (
        [("W40", [of("10-05", 1)], ""), ("W41", [], ""), ("W40", [of("10-05", 2)], ""), ("W42", [], "")],
        ("2023-10-05", 1)),
    "a week starts from the current revision of the nearest earlier week": (
        [("W40", [of("10-05", 1)], ""), ("W40", [of("10-05", 2)], ""), ("W41", [], "")], ("2023-10-05", 2)),
    "a later week is never looked at": (
        [("W40", [of("10-05", 1)], ""), ("W42", [of("10-19", 2)], ""), ("W41", [], "")], ("2023-10-05", 1)),
    "a week before all others starts from nothing": ([("W42", [of("10-05", 1)], ""), ("W41", [], "")], None),
    "of several reports the newest counts": ([("W42", [of("10-12", 2), of("10-05", 1)], "")], ("2023-10-12", 2)),
    "an earlier cut-off brings back the figure of its day": (
        [("W40", [of("10-05", 1)], ""), ("W41", [of("10-19", 2)], "10-20"), ("W42", [], "10-17")], ("2023-10-05", 1)),
    "a later cut-off lets in what came after Friday": ([("W41", [of("10-15", 2)], "10-15")], ("2023-10-15", 2)),
    "a cut-off that was too early loses nothing for good": (
        [("W40", [of("10-05", 1)], ""), ("W41", [of("10-19", 2)], "10-20"), ("W42", [], "10-17"), ("W43", [], "")],
        ("2023-10-19", 2)),
    "nor does one after the other": (
        [("W40", [of("10-15", 2)], "10-15"), ("W41", [of("10-12", 1)], "10-12"), ("W42", [], "10-16")],
        ("2023-10-15", 2)),
    "nor for the week built on its correction": (
        [("W40", [of("10-15", 2)], "10-15"), ("W41", [], "10-11"), ("W41", [of("10-11", 1)], ""), ("W42", [], "")],
        ("2023-10-15", 2)),
    "what was corrected before it stays corrected": (
        [("W40", [of("10-15", 2)], "10-15"), ("W40", [of("10-15", 3)], ""), ("W41", [], "10-11"), ("W42", [], "")],
        ("2023-10-15", 3)),
    "and what was corrected after it is not looked for": (
        [("W40", [of("10-15", 2)], "10-15"), ("W41", [], "10-11"), ("W40", [of("10-15", 3)], ""), ("W42", [], "")],
        ("2023-10-15", 2)),
    "a correction keeps the cut-off of its week": (
        [("W40", [of("10-15", 2)], "10-15"), ("W40", [of("10-15", 3)], "")], ("2023-10-15", 3)),
}  # fmt: skip


@pytest.mark.parametrize(("publications", "expected"), CARRIED.values(), ids=CARRIED)
def test_a_snapshot_holds_the_newest_figure_up_to_its_cut_off(
    home: Path, catalog: Catalog, publications: Any, expected: Any
) -> None:
    for week, rows, day in publications:
        cut_off = dt.datetime.fromisoformat(f"2023-{day}T17:00:00+07:00") if day else None
        last = publish_week(home, catalog, f"2023-{week}", rows, cut_off=cut_off, reason=AGAIN)
    assert held(last).get("S1") == expected
    assert list_snapshots(home).get(last.week).revision == last.revision


def test_a_figure_of_a_day_after_the_cut_off_never_pushes_out_a_usable_one(home: Path, catalog: Catalog) -> None:
    publish_week(home, catalog, "2023-W40", [of("10-05", 95)])
    try:
        last = publish_week(home, catalog, "2023-W41", [of("10-14", 1)])
    except (SnapshotError, UsageError):
        last = publish_week(home, catalog, "2023-W41", [])
    assert held(last) == {"S1": ("2023-10-05", 95)}
    assert {row["unit_id"]: row["status"] for row in rows_of(last, "lights")}["S1"] == "green"


def test_a_figure_never_passes_from_one_life_of_a_code_to_the_next(home: Path, catalog: Catalog) -> None:
    first = publish_week(home, catalog, "2023-W41", [of("10-12", 95, "S3")])
    assert {row["unit_id"]: row["status"] for row in rows_of(first, "lights")}["S3"] == "green"
    second = publish_week(home, catalog, "2023-W42", [])
    assert held(second) == {}
    assert {row["unit_id"]: row["status"] for row in rows_of(second, "lights")}["S3"] == "missing"
    starts = {str(row["valid_from"]) for row in rows_of(second, "task_lights") if row["unit_id"] == "S3"}
    assert starts == {"2023-10-16"}


def test_a_unit_that_ended_has_neither_figures_nor_lights(home: Path, tmp_path: Path) -> None:
    tables = catalogue(units=[*district("D1", 1), unit("S1", valid_to="2023-10-15")])
    catalog = load_catalog(write_catalogue(tables, tmp_path / "ended"))
    publish_week(home, catalog, "2023-W41", [of("10-12", 95)])
    last = publish_week(home, catalog, "2023-W42", [])
    assert held(last) == {}
    assert {row["unit_id"] for row in rows_of(last, "lights")} == {"D1", "D1-1"}


def test_a_week_that_exists_needs_a_reason_and_is_otherwise_left_alone(home: Path, catalog: Catalog) -> None:
    publish_week(home, catalog, "2023-W41", [of("10-12", 1)])
    before = contents(home)
    for reason in ("", "  "):
        with pytest.raises(UsageError, match="--reason"):
            publish_week(home, catalog, "2023-W41", [of("10-12", 2)], reason=reason)
    assert contents(home) == before


@pytest.mark.parametrize("first", [True, False])
def test_real_and_synthetic_figures_never_share_a_home(home: Path, catalog: Catalog, first: bool) -> None:
    publish_week(home, catalog, "2023-W41", [of("10-12", 1)], synthetic=first)
    before = contents(home)
    with pytest.raises(SnapshotError, match="--home"):
        publish_week(home, catalog, "2023-W42", [], synthetic=not first)
    assert contents(home) == before
    assert publish_week(home, catalog, "2023-W42", [], synthetic=first).manifest.synthetic is first


def test_equal_inputs_give_equal_bytes_whatever_the_order_of_rows(tmp_path: Path) -> None:
    turned = {name: rows[::-1] for name, rows in TABLES.items()}
    hashes = []
    for number, (tables, figures) in enumerate([(TABLES, FIGURES), (turned, FIGURES[::-1])]):
        catalog = load_catalog(write_catalogue(tables, tmp_path / f"catalog{number}"))
        snapshot = publish_week(tmp_path / f"home{number}", catalog, "2023-W42", figures)
        found = contents(snapshot.folder)
        hashes.append({name: found[name] for name in found if name.endswith(".parquet")})
    assert hashes[0] == hashes[1] and len(hashes[0]) == 4


def test_the_manifest_says_what_was_published_and_the_catalogue_is_kept(home: Path, catalog: Catalog) -> None:
    snapshot = publish_week(home, catalog, "2023-W41", [of("10-12", 1)], published_by="Sở Nội vụ", reason="first")
    manifest = snapshot.manifest
    assert (manifest.week, manifest.revision, manifest.published_by, manifest.reason) == (
        "2023-W41", 1, "Sở Nội vụ", "first")  # fmt: skip
    assert manifest.cut_off.isoformat() == "2023-10-13T17:00:00+07:00"
    found = contents(snapshot.folder)
    assert {name: content.sha256 for name, content in manifest.files.items()} == {
        name: sha for name, sha in found.items() if name != "manifest.json"
    }
    assert manifest.files["observations.parquet"].rows == 1
    assert load_catalog(home / "catalogs" / manifest.rules_version).rules_version == catalog.rules_version


@pytest.mark.parametrize("when", ["before", "with", "after"])
def test_a_figure_taken_back_does_not_return_after_a_cut_off_that_was_too_early(
    home: Path, catalog: Catalog, when: str
) -> None:
    gone = (Withdrawal("S1", "I1", dt.date(2023, 10, 19)),)
    late, early = (dt.datetime.fromisoformat(f"2023-10-{day}T17:00:00+07:00") for day in (20, 17))
    publish_week(home, catalog, "2023-W40", [of("10-05", 1)])
    publish_week(home, catalog, "2023-W41", [of("10-19", 2)], cut_off=late)
    steps = [("before", "W41", None), ("with", "W42", early), ("after", "W43", None), ("", "W44", None)]
    for name, week, cut_off in steps:
        withdrawn = gone if name == when else ()
        last = publish_week(home, catalog, f"2023-{week}", [], cut_off=cut_off, reason=AGAIN, withdrawn=withdrawn)
    assert held(last) == {"S1": ("2023-10-05", 1)}


@pytest.mark.parametrize("day", ["2023-10-12", "2023-10-15"])
def test_a_correction_with_another_cut_off_than_its_week_is_refused(home: Path, catalog: Catalog, day: str) -> None:
    publish_week(home, catalog, "2023-W41", [of("10-05", 1)])
    before = contents(home)
    moment = dt.datetime.fromisoformat(f"{day}T17:00:00+07:00")
    with pytest.raises(UsageError, match="2023-10-13T17:00:00"):
        publish_week(home, catalog, "2023-W41", [], cut_off=moment, reason=AGAIN)
    assert contents(home) == before


def test_a_week_that_has_not_begun_is_refused(home: Path, catalog: Catalog) -> None:
    ahead = ReportWeek.of(dt.datetime.now(catalog.zone).date()).next()
    for synthetic in (False, True):
        with pytest.raises(SnapshotError, match="chưa bắt đầu"):
            publish_week(home, catalog, str(ahead), [], synthetic=synthetic)
    assert list_snapshots(home).all == ()


def test_a_week_before_a_published_one_wants_a_reason(home: Path, catalog: Catalog) -> None:
    publish_week(home, catalog, "2023-W42", [])
    with pytest.raises(UsageError, match="2023-W42 sau đó"):
        publish_week(home, catalog, "2023-W41", [])
    assert publish_week(home, catalog, "2023-W41", [], reason=AGAIN).revision == 1


REPORT = st.tuples(st.sampled_from(["S1", "S2", "S3"]), st.integers(0, 9), st.integers(0, 100))
PUBLICATION = st.tuples(
    st.integers(41, 42), st.lists(REPORT, max_size=4), st.sampled_from([None, 5, 3, 7]), st.integers(0, 3)
)
Figure = tuple[dt.date, int]


def newest(chain: list[dict[str, list[Figure]]], name: str, start: dt.date, day: dt.date) -> Figure | None:
    """Of all figures given along a chain and not taken back, the newest; of one day the last that was given."""
    usable = [figure for given in chain for figure in given.get(name, []) if start <= figure[0] <= day]
    return max(enumerate(usable), key=lambda item: (item[1][0], item[0]))[1] if usable else None


@settings(max_examples=10)
@given(publications=st.lists(PUBLICATION, min_size=1, max_size=5))
def test_what_is_carried_is_what_a_plain_reading_of_the_rule_carries(
    tmp_path_factory: pytest.TempPathFactory, publications: list[Any]
) -> None:
    folder = tmp_path_factory.mktemp("carried")
    catalog = load_catalog(write_catalogue(catalogue(units=UNITS), folder / "catalog"))
    known: dict[int, tuple[list[dict[str, list[Figure]]], dict[str, Figure], int]] = {}  # week -> chain, held, revision
    days: dict[int, dt.date] = {}  # a week keeps the cut-off it was first published with
    for number, reports, weekday, back_of_s1 in publications:
        week = ReportWeek(2023, number)
        day = days.setdefault(number, week.day(weekday or 5))
        s3 = dt.date(2023, 10, 16) if day >= dt.date(2023, 10, 16) else dt.date(2020, 1, 1)
        starts = {"S1": dt.date(2020, 1, 1), "S2": dt.date(2020, 1, 1), "S3": s3}
        chain, before, _ = known.get(max((w for w in known if w <= number), default=0), ([], {}, 0))
        withdrawn = ()
        if not back_of_s1 and "S1" in before:
            withdrawn = (Withdrawal("S1", "I1", before["S1"][0]),)
            kept = [[figure for figure in given.get("S1", []) if figure[0] != before["S1"][0]] for given in chain]
            chain = [given | {"S1": rest} for given, rest in zip(chain, kept, strict=True)]
        rows = [seen(name, (day - dt.timedelta(back)).isoformat(), done, 100) for name, back, done in reports]
        rows = [row for row in rows if row.as_of >= starts[row.unit_id]]
        carried = {name: newest(chain, name, start, day) for name, start in starts.items()}
        given: dict[str, list[Figure]] = {}
        for row in sorted(rows, key=lambda item: (item.as_of, item.numerator)):
            old = carried[row.unit_id]
            if old is None or old[0] <= row.as_of:
                given[row.unit_id] = [(row.as_of, int(row.numerator))]  # a snapshot holds one: the newest
        chain = [*chain, given]
        found = {name: newest(chain, name, start, day) for name, start in starts.items()}
        now = {name: figure for name, figure in found.items() if figure}
        first = None if number in known else dt.datetime.combine(day, dt.time(17), catalog.zone)
        again: dict[str, Any] = {"cut_off": first, "reason": AGAIN, "withdrawn": withdrawn}
        snapshot = publish_week(folder / "home", catalog, str(week), rows, **again)
        revision = known[number][2] + 1 if number in known else 1
        assert snapshot.revision == revision
        assert held(snapshot) == {name: (str(day), int(done)) for name, (day, done) in now.items()}
        known[number] = (chain, now, revision)
