"""A contested figure without any page: what it takes to propose one, and how it becomes a revision, or does not."""

from __future__ import annotations

import dataclasses
import datetime as dt
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from scorecard.access.audit.record import Actor
from scorecard.access.roles import Person
from scorecard.access.scope import build_scope
from scorecard.catalog import load_catalog
from scorecard.catalog.scope import ALL
from scorecard.database.engine import open_database, reading
from scorecard.errors import FollowUpError, MovedError, SnapshotError
from scorecard.follow_up.contested import contested_figure as contest
from scorecard.follow_up.contested.contested_figure import Given, accept, contestable, propose
from scorecard.follow_up.contested.place import Place
from scorecard.follow_up.contested.proof_files import TYPES
from scorecard.follow_up.matters.matter import About, Matter, Told
from scorecard.follow_up.matters.moves import Kind
from scorecard.follow_up.matters.reading import read_matters
from scorecard.follow_up.matters.writing import Writer, make_move
from scorecard.intake.workbooks.cost_limits import MOST_BYTES
from scorecard.snapshots.index import list_snapshots
from scorecard.snapshots.originals import read_original
from scorecard.snapshots.verify import verify_home
from scorecard.weeks import ReportWeek
from tests.catalogs.catalogue_rows import catalogue, computed, district, indicator, seen, target, unit, write_catalogue
from tests.homes.made_once import made_once
from tests.homes.small_home import publish_week
from tests.ui.readers import LEADER, STEWARD, of_unit

LIFE = dt.date(2020, 1, 1)
S1 = About(Kind.correction, "S1", LIFE, 1, "I1")
PROOF = ("../căn cứ.pdf", b"%PDF-1.7")
TABLES = catalogue(
    units=[unit("S1"), unit("S2"), *district("D1", 1)],
    indicators=[indicator("I1"), indicator("I2", measure="count"), indicator("SENT", applies_to="department")],
    targets=[target()],
    computed=[computed()],
)


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    """Two weeks; S1 is red on its only ratio in both."""
    monkeypatch.delenv("SCORECARD_DATABASE_URL", raising=False)
    publish_two_weeks(tmp_path)
    return Place(tmp_path / "home", open_database(tmp_path / "home"), load_catalog(tmp_path / "catalog"))


@made_once
def publish_two_weeks(folder: Path) -> None:
    catalog, home = load_catalog(write_catalogue(TABLES, folder / "catalog")), folder / "home"
    publish_week(home, catalog, "2023-W41", [seen("S1", "2023-10-12", 1, 100)])
    publish_week(home, catalog, "2023-W42", [seen("S1", "2023-10-19", 1, 100), seen("S1", "2023-10-19", 4, None, "I2")])


def writer_of(place: Place, person: Person, week: str = "2023-W42") -> Writer:
    now = dt.datetime(2023, 10, 21, 9, tzinfo=place.catalog.zone)
    scope = build_scope(person, place.catalog, place.newest.cut_off_day)
    return Writer(person, Actor(person.user_name), scope, now, ReportWeek.parse(week))


def given(numerator: str = "95", denominator: str = "100", **others: Any) -> Given:
    told = {"text": "Hệ thống đếm sót", "as_of": dt.date(2023, 10, 19)} | others.pop("told", {})
    return Given(Told(**told), numerator, denominator, others.pop("file", PROOF))


def proposed(place: Place, about: About = S1, person: Person | None = None, **others: Any) -> int:
    return propose(place, writer_of(place, person or of_unit("S1")), about, given(**others))


def matters(place: Place) -> list[Matter]:
    with reading(place.engine) as connection:
        return read_matters(connection, ALL)


def lights(place: Place, task_no: int = 1) -> list[tuple[str, int, str]]:
    """Week, revision and light of S1 in every snapshot."""
    return [
        (str(snapshot.week), snapshot.revision, row["status"])
        for snapshot in list_snapshots(place.home).all
        for row in pq.read_table(snapshot.file("task_lights")).to_pylist()
        if (row["unit_id"], row["task_no"]) == ("S1", task_no)
    ]


def test_publication_really_changes_the_light_and_says_where_the_figure_came_from(place: Place) -> None:
    number = proposed(place)
    before = lights(place)
    snapshot = accept(place, writer_of(place, STEWARD), number, 1, "Đúng như hệ thống")
    light = pq.read_table(snapshot.file("lights")).to_pylist()
    row = next(row for row in light if (row["unit_id"], row["indicator_id"]) == ("S1", "I1"))
    assert (before[-1][2], snapshot.name) == ("red", "2023-W42/002") and lights(place)[:-1] == before
    assert row["status"] == "green" and (int(row["numerator"]), int(row["denominator"])) == (95, 100)
    manifest = snapshot.manifest
    assert manifest.published_by == "Nguyễn Thị Lan (steward)"
    # A revision is read by everybody: what the unit said stays in the matter.
    assert manifest.reason == f"Theo đề nghị sửa số liệu số {number} của Unit S1"
    assert [item.name for item in manifest.inputs] == [f"de-nghi-{number}-S1.csv", "căn cứ.pdf"]
    assert read_original(place.home, manifest.inputs[1].sha256) == PROOF[1] and verify_home(place.home) == []
    (matter,) = matters(place)
    assert [move.told.revision for move in matter.moves] == ["2023-W42/001", "2023-W42/002"]
    assert matter.moves[1].told.text == "Đúng như hệ thống"


@pytest.mark.parametrize(
    ("person", "about", "said"),
    [
        (of_unit("S2"), S1, "không do đơn vị gửi"),
        (of_unit("D1"), dataclasses.replace(S1, unit_id="S1"), "không do đơn vị gửi"),
        (of_unit("S1"), dataclasses.replace(S1, indicator_id="SENT"), "không do đơn vị gửi"),
        (of_unit("S1"), dataclasses.replace(S1, indicator_id="NONE"), "không do đơn vị gửi"),
        (of_unit("S1"), dataclasses.replace(S1, unit_from=dt.date(2019, 1, 1)), "không do đơn vị gửi"),
        (of_unit("S1"), dataclasses.replace(S1, task_no=2), "không do đơn vị gửi"),
        (STEWARD, S1, "không được làm việc"),
        (LEADER, S1, "không được làm việc"),
    ],
)
def test_only_a_unit_contests_and_only_what_it_sends_itself(
    place: Place, person: Person, about: About, said: str
) -> None:
    with pytest.raises(FollowUpError, match=said):
        proposed(place, about, person)
    assert matters(place) == [] and not (place.home / "inputs").exists()


def test_a_district_contests_for_its_communes(place: Place) -> None:
    assert proposed(place, dataclasses.replace(S1, unit_id="D1-1"), of_unit("D1")) == 1


def test_the_indicators_offered_are_those_the_unit_sends(place: Place) -> None:
    units = {item.unit_id: item for item in place.catalog.units}
    offered = {name: [item.indicator_id for item in contestable(place.catalog, units[name], 1)] for name in units}
    assert offered == {"S1": ["I1", "I2"], "S2": ["I1", "I2", "SENT"], "D1": ["I1", "I2"], "D1-1": ["I1", "I2"]}


@pytest.mark.parametrize(
    ("others", "said"),
    [
        ({"numerator": "1.234", "denominator": "5.000"}, "Tử số"),
        ({"numerator": "95,5%"}, "Tử số"),
        ({"numerator": "=1+1"}, "Tử số"),
        ({"numerator": ""}, "Tử số"),
        ({"numerator": "-1"}, "Tử số"),
        ({"denominator": ""}, "Mẫu số"),
        ({"numerator": "101"}, "lớn hơn"),
        ({"told": {"as_of": dt.date(2023, 10, 21)}}, "Ngày của số liệu"),
        ({"told": {"as_of": dt.date(2023, 10, 18)}}, "19/10/2023, mới hơn"),
        ({"told": {"as_of": None}}, "Ngày của số liệu"),
        ({"told": {"text": " "}}, "Nội dung"),
        ({"numerator": "1"}, "trùng với số đang dùng"),
        ({"file": None}, "kèm tệp"),
        ({"file": ("a.pdf", b"")}, "trống"),
        ({"file": ("a.exe", b"MZ")}, "Không nhận tệp"),
        ({"file": ("a.html", b"<script>")}, "Không nhận tệp"),
        ({"file": ("a.pdf", b"x" * (MOST_BYTES + 1))}, "lớn hơn 20 MB"),
    ],
)
def test_a_proposal_is_held_to_what_any_figure_is_held_to(place: Place, others: dict[str, Any], said: str) -> None:
    with pytest.raises(FollowUpError, match=said):
        proposed(place, **others)
    assert matters(place) == [] and not (place.home / "inputs").exists()


@pytest.mark.parametrize(
    ("about", "figure", "row"),
    [
        (S1, ("1.234,5", "12.345.678"), ("1234.500", "12345678.000")),
        (S1, ("0", "0"), ("0.000", "0.000")),
        (dataclasses.replace(S1, indicator_id="I2"), ("1,234", ""), None),
        (dataclasses.replace(S1, indicator_id="I2"), ("7", ""), ("7.000", "None")),
    ],
)
def test_figures_typed_the_vietnamese_way_are_published_exactly(
    place: Place, about: About, figure: tuple[str, str], row: tuple[str, str] | None
) -> None:
    try:
        number = proposed(place, about, numerator=figure[0], denominator=figure[1])
    except FollowUpError:
        assert row is None
        return
    snapshot = accept(place, writer_of(place, STEWARD), number, 1)
    rows = pq.read_table(snapshot.file("observations")).to_pylist()
    found = next(item for item in rows if (item["unit_id"], item["indicator_id"]) == ("S1", about.indicator_id))
    assert (str(found["numerator"]), str(found["denominator"])) == row


def test_one_figure_is_contested_once_at_a_time(place: Place) -> None:
    number = proposed(place)
    with pytest.raises(FollowUpError, match="đang chờ xem xét"):
        proposed(place, numerator="96")
    assert proposed(place, dataclasses.replace(S1, indicator_id="I2"), numerator="5", denominator="") == 2
    make_move(place.engine, writer_of(place, of_unit("S1")), number, 1, "withdraw", Told())
    assert proposed(place, numerator="96") == 3


def test_a_publication_that_fails_leaves_the_proposal_open(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    number = proposed(place)

    def full(*_: object) -> None:
        raise SnapshotError("Đĩa đầy.")

    with monkeypatch.context() as broken:
        broken.setattr(contest, "publish", full)
        with pytest.raises(FollowUpError, match="vẫn đang chờ xem xét: Đĩa đầy"):
            accept(place, writer_of(place, STEWARD), number, 1)
    assert [matter.state for matter in matters(place)] == ["proposed"] and len(lights(place)) == 2
    assert accept(place, writer_of(place, STEWARD), number, 1).revision == 2


def test_a_figure_that_is_newer_by_now_is_not_replaced(place: Place) -> None:
    number = proposed(place)
    publish_week(place.home, place.catalog, "2023-W43", [seen("S1", "2023-10-26", 3, 100)])
    with pytest.raises(FollowUpError, match="26/10/2023, mới hơn"):
        accept(place, writer_of(place, STEWARD, "2023-W43"), number, 1)
    assert [matter.state for matter in matters(place)] == ["proposed"]


def test_a_correction_goes_into_the_week_that_is_newest_by_then(place: Place) -> None:
    number = proposed(place)
    publish_week(place.home, place.catalog, "2023-W43", [seen("S2", "2023-10-26", 3, 100)])
    assert accept(place, writer_of(place, STEWARD, "2023-W43"), number, 1).name == "2023-W43/002"
    assert [(week, status) for week, _, status in lights(place)][-2:] == [("2023-W43", "red"), ("2023-W43", "green")]


def test_a_proposal_is_never_published_twice(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    number = proposed(place)

    def dies(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr(contest, "make_move", dies)
        with pytest.raises(KeyboardInterrupt):
            accept(place, writer_of(place, STEWARD), number, 1)
    assert [matter.state for matter in matters(place)] == ["proposed"] and len(lights(place)) == 3
    assert accept(place, writer_of(place, STEWARD), number, 1).name == "2023-W42/002" and len(lights(place)) == 3


@pytest.mark.parametrize(
    ("person", "number", "version", "error"),
    [(of_unit("S1"), 1, 1, FollowUpError), (STEWARD, 1, 2, MovedError), (STEWARD, 2, 1, FollowUpError)],
)
def test_who_may_not_or_did_not_see_publishes_nothing(
    place: Place, person: Person, number: int, version: int, error: type[Exception]
) -> None:
    proposed(place)
    with pytest.raises(error):
        accept(place, writer_of(place, person), number, version)
    assert len(lights(place)) == 2 and [matter.state for matter in matters(place)] == ["proposed"]


def test_a_withdrawn_proposal_cannot_be_accepted(place: Place) -> None:
    number = proposed(place)
    make_move(place.engine, writer_of(place, of_unit("S1")), number, 1, "withdraw", Told())
    with pytest.raises(FollowUpError, match="đơn vị đã rút"):
        accept(place, writer_of(place, STEWARD), number, 2)
    assert len(lights(place)) == 2


def test_accepting_judges_by_the_catalogue_of_the_week_whatever_is_in_force(place: Place) -> None:
    stricter = TABLES | {"targets": [target(green="99", amber="98"), target(green="3", amber="2", indicator_id="I2")]}
    in_force = load_catalog(write_catalogue(stricter, place.home.parent / "in-force"))
    place = dataclasses.replace(place, catalog=in_force)
    accept(place, writer_of(place, STEWARD), proposed(place), 1)
    before, now = list_snapshots(place.home).all[-2:]
    changed = {row["indicator_id"] for row in _different(before.file("lights"), now.file("lights"))}
    assert changed == {"I1"} and now.manifest.rules_version == before.manifest.rules_version
    assert now.manifest.read_with == in_force.rules_version


def _different(before: Path, now: Path) -> list[dict[str, Any]]:
    old = pq.read_table(before).to_pylist()
    return [row for row in pq.read_table(now).to_pylist() if row not in old]


def test_a_lost_file_stops_the_publication(place: Place) -> None:
    number = proposed(place)
    (kept,) = (place.home / "inputs").iterdir()
    (kept / "original").chmod(0o600)
    (kept / "original").write_bytes(b"other")
    with pytest.raises(FollowUpError, match="đã khác lúc nhận"):
        accept(place, writer_of(place, STEWARD), number, 1)
    assert len(lights(place)) == 2


def test_what_runs_when_it_is_opened_is_no_proof() -> None:
    assert not {"html", "svg", "exe", "js", "xlsm", "docm", "zip"} & set(TYPES)


def test_a_proposal_of_a_unit_that_is_gone_is_refused_by_its_name(place: Place, tmp_path: Path) -> None:
    number = proposed(place)
    units = [unit("S1", valid_to="2023-10-15"), unit("S1", name="Sở Mới", valid_from="2023-10-16"), unit("S2")]
    changed = load_catalog(write_catalogue(TABLES | {"units": units}, tmp_path / "changed"))
    later = dataclasses.replace(place, catalog=changed)
    publish_week(place.home, changed, "2023-W43", [])
    with pytest.raises(FollowUpError, match=r"Đơn vị Unit S1 \(đến 15/10/2023\) của đề nghị này không còn"):
        accept(later, writer_of(later, STEWARD), number, 1)
    assert matters(place)[0].is_open
