"""A week published by mistake taken back: hidden, never built on, and nothing of other weeks changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from scorecard.publishing.carried_forward import read_observations
from scorecard.snapshots.index import list_snapshots
from scorecard.snapshots.verify import verify_home
from scorecard.weeks import ReportWeek
from tests.catalogs.catalogue_rows import catalogue, seen, target, unit, write_catalogue
from tests.cli.command_line import Scorecard
from tests.homes.folders import contents
from tests.publishing.test_republishing import W40, W41, W42, W43, held, ingest

D40, D41, D42, D43 = "2023-10-05", "2023-10-12", "2023-10-19", "2023-10-26"


@pytest.fixture
def scorecard(tmp_path: Path) -> Scorecard:
    """Three weeks: W41 brings a figure of S1 and one of S2, W42 only one of S2."""
    office = Scorecard(tmp_path / "home", write_catalogue(catalogue(units=[unit("S1"), unit("S2")]), tmp_path / "c"))
    weeks = [(W40, [seen("S1", D40, 90, 100)]), (W41, [seen("S1", D41, 10, 100), seen("S2", D41, 20, 100)])]
    for week, rows in [*weeks, (W42, [seen("S2", D42, 30, 100)])]:
        assert ingest(office, week, rows).code == 0
    return office


def retract(scorecard: Scorecard, week: str, *options: str):  # type: ignore[no-untyped-def]
    return scorecard("retract", "--week", week, *options)


def published(scorecard: Scorecard) -> list[str]:
    return [str(one.week) for one in list_snapshots(scorecard.home).weeks()]


def test_a_week_taken_back_is_hidden_and_what_was_published_stays_as_it_was(scorecard: Scorecard) -> None:
    before = contents(scorecard.home / "snapshots")
    ran = retract(scorecard, W42, "--reason", "wrong week")
    assert ran.code == 0 and "bản 2" in ran.out
    assert published(scorecard) == [W40, W41] and verify_home(scorecard.home) == []
    after = contents(scorecard.home / "snapshots")
    assert before.items() <= after.items()
    assert set(after) - set(before) == {f"week={W42}/revision=002", f"week={W42}/revision=002/manifest.json"}
    lights = scorecard("lights", "--week", W42)
    assert lights.code == 1 and "đã được rút lại: wrong week" in lights.err
    assert scorecard("lights", "--week", W42, "--revision", "1", "--format", "csv").code == 0
    rows = scorecard("weeks", "--format", "json").json()
    assert [(row["week"], row["revision"], row["current"], row["retracted"]) for row in rows[-2:]] == [
        (W42, 1, False, False),
        (W42, 2, False, True),
    ]
    audit = scorecard("audit", "list", "--format", "json").json()
    assert [(row["act"], row["subject"]) for row in audit][:1] == [("retract", f"{W42}/002")]


def test_the_next_publication_is_not_built_on_it_and_begins_anew(scorecard: Scorecard) -> None:
    retract(scorecard, W42, "--reason", "wrong week")
    stricter = catalogue(units=[unit("S1"), unit("S2")], targets=[target(green="99", amber="95")])
    write_catalogue(stricter, scorecard.catalog)
    assert ingest(scorecard, W43, [seen("S1", D43, 91, 100)]).code == 0
    index = list_snapshots(scorecard.home)
    assert index.weeks()[-1].manifest.built_on == f"{W41}/001"
    assert held(scorecard, W43, unit_id="S2") == (D41, 20)
    ran = ingest(scorecard, W42, [seen("S2", D42, 31, 100)], "--reason", "the right file", name="g.csv")
    assert ran.code == 0 and held(scorecard, W42, unit_id="S2") == (D42, 31)
    again = list_snapshots(scorecard.home).current(ReportWeek.parse(W42)).manifest
    assert (again.revision, again.built_on) == (3, f"{W41}/001")
    assert again.rules_version == index.weeks()[-1].manifest.rules_version


def test_later_weeks_keep_their_lights_and_what_came_only_with_it_is_listed(scorecard: Scorecard) -> None:
    ran = retract(scorecard, W41, "--reason", "wrong", "--lists", str(scorecard.home.parent / "lists"))
    assert ran.code == 0 and f"Tuần {W42} (bản 1)" in ran.err and "1 số liệu chỉ đến từ" in ran.err
    assert held(scorecard, W42) == (D41, 10) and held(scorecard, W42, unit_id="S2") == (D42, 30)
    file = scorecard.home.parent / "lists" / f"withdraw-{W42}-of-{W41}.csv"
    assert file.read_text(encoding="utf-8").split() == ["unit_id,indicator_id,as_of", f"S1,I1,{D41}"]
    back = scorecard("withdraw", file, "--week", W42, "--reason", "came with the mistake")
    assert back.code == 0 and held(scorecard, W42) == (D40, 90)


def test_a_figure_it_held_is_never_found_again(scorecard: Scorecard) -> None:
    """S2's own figure of W42 taken back too: what it replaced came with the week taken back."""
    retract(scorecard, W41, "--reason", "wrong")
    file = scorecard.home.parent / "back.csv"
    file.write_text(f"unit_id,indicator_id,as_of\nS2,I1,{D42}\n", encoding="utf-8")
    assert scorecard("withdraw", file, "--week", W42, "--reason", "also wrong").code == 0
    assert held(scorecard, W42, unit_id="S2") is None


@pytest.mark.parametrize(
    ("week", "options", "said"),
    [
        (W42, (), "phải có lý do"),
        ("2023-W30", ("--reason", "x"), "Chưa có số liệu công bố"),
        ("2023-42", ("--reason", "x"), "2023-42"),
    ],
)
def test_what_cannot_be_taken_back_changes_nothing(
    scorecard: Scorecard, week: str, options: tuple[str, ...], said: str
) -> None:
    before = contents(scorecard.home / "snapshots")
    ran = retract(scorecard, week, *options)
    assert ran.code in (1, 2) and said in ran.err
    assert contents(scorecard.home / "snapshots") == before


def test_a_week_with_a_kept_briefing_has_to_be_named_as_presented(scorecard: Scorecard) -> None:
    kept = scorecard.home / "briefings" / W42 / "r001"
    kept.mkdir(parents=True)
    (kept / "ban-tin.pdf").write_bytes(b"%PDF")
    ran = retract(scorecard, W42, "--reason", "x")
    assert ran.code == 2 and "--presented" in ran.err and published(scorecard) == [W40, W41, W42]
    assert retract(scorecard, W42, "--reason", "x", "--presented").code == 0
    assert published(scorecard) == [W40, W41]


def test_the_only_week_taken_back_leaves_a_home_without_weeks(tmp_path: Path) -> None:
    office = Scorecard(tmp_path / "home", write_catalogue(catalogue(), tmp_path / "catalog"))
    assert ingest(office, W40, [seen("S1", D40, 90, 100)]).code == 0
    assert retract(office, W40, "--reason", "x").code == 0 and published(office) == []
    assert ingest(office, W41, [seen("S1", D41, 80, 100)]).code == 0
    (snapshot,) = list_snapshots(office.home).weeks()
    assert [(row.unit_id, int(row.numerator)) for row in read_observations(snapshot)] == [("S1", 80)]
