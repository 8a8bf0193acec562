"""Corrections as an office makes them: figures taken back, weeks published again, originals to be had again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from scorecard.publishing.carried_forward import read_observations
from scorecard.snapshots.index import list_snapshots
from scorecard.snapshots.verify import verify_home
from scorecard.weeks import ReportWeek
from tests.catalogs.catalogue_rows import catalogue, seen, unit, write_catalogue, write_observations
from tests.cli.command_line import Ran, Scorecard
from tests.homes.folders import contents

W40, W41, W42, W43 = "2023-W40", "2023-W41", "2023-W42", "2023-W43"
OLD, MIDDLE, WRONG = "2023-10-05", "2023-10-12", "2023-10-19"


@pytest.fixture
def scorecard(tmp_path: Path) -> Scorecard:
    tables = catalogue(units=[unit("S1"), unit("S2")])
    return Scorecard(tmp_path / "home", write_catalogue(tables, tmp_path / "catalog"))


def ingest(scorecard: Scorecard, week: str, rows: list[Any], *options: str, name: str = "f.csv") -> Ran:
    file = write_observations(rows, scorecard.home.parent / name)
    return scorecard("ingest", file, "--week", week, *options)


def withdraw(scorecard: Scorecard, week: str, keys: str, *options: str) -> Ran:
    file = scorecard.home.parent / "withdraw.csv"
    file.write_text(f"unit_id,indicator_id,as_of\n{keys}\n", encoding="utf-8")
    return scorecard("withdraw", file, "--week", week, "--reason", "wrong unit", *options)


def held(scorecard: Scorecard, week: str, revision: int | None = None, unit_id: str = "S1") -> tuple[str, int] | None:
    """Date and numerator of the one figure a revision holds of a unit."""
    snapshot = list_snapshots(scorecard.home).get(ReportWeek.parse(week), revision)
    rows = {row.unit_id: row for row in read_observations(snapshot)}
    row = rows.get(unit_id)
    return (row.as_of.isoformat(), int(row.numerator)) if row else None


def four_weeks(scorecard: Scorecard) -> None:
    """S1 reports in W40 and W42; W41 and W43 carry its figures forward."""
    for week, rows in ((W40, [seen("S1", OLD, 90, 100)]), (W41, [seen("S2", MIDDLE, 90, 100)]),
                       (W42, [seen("S1", WRONG, 10, 100)]), (W43, [seen("S2", "2023-10-26", 91, 100)])):  # fmt: skip
        ran = ingest(scorecard, week, rows)
        assert ran.code == 0, ran.said


def test_a_figure_taken_back_gives_way_to_the_next_older_one(scorecard: Scorecard) -> None:
    four_weeks(scorecard)
    ran = withdraw(scorecard, W42, f"S1,I1,{WRONG}")
    assert ran.code == 0 and f"S1 I1: trở lại số ngày {OLD}" in ran.err
    assert held(scorecard, W42) == (OLD, 90) and held(scorecard, W42, 1) == (WRONG, 10)
    assert held(scorecard, W43) == (WRONG, 10) and f"Tuần {W43} (bản 1)" in ran.err
    assert verify_home(scorecard.home) == []


def test_a_figure_without_an_older_one_is_missing_after_it_is_taken_back(scorecard: Scorecard) -> None:
    four_weeks(scorecard)
    ran = withdraw(scorecard, W40, f"S1,I1,{OLD}", "--republish")
    assert ran.code == 0 and "không còn số liệu nào" in ran.err
    assert [held(scorecard, week) for week in (W40, W41, W42)] == [None, None, (WRONG, 10)]


def test_what_was_taken_back_does_not_return_with_a_later_revision(scorecard: Scorecard) -> None:
    """An earlier cut-off looks into the snapshots before: the very place the figure still lies in."""
    four_weeks(scorecard)
    withdraw(scorecard, W42, f"S1,I1,{WRONG}")
    ran = ingest(scorecard, W42, [seen("S2", WRONG, 80, 100)], "--reason", "S2 as well")
    assert ran.code == 0 and held(scorecard, W42) == (OLD, 90)
    assert ingest(scorecard, W43, [seen("S2", "2023-10-25", 80, 100)], "--reason", "again").code == 0
    assert held(scorecard, W42) == (OLD, 90)
    earlier = ("--cut-off", "2023-10-31T17:00:00+07:00")
    assert ingest(scorecard, "2023-W44", [seen("S2", "2023-10-30", 80, 100)], *earlier).code == 0
    assert ingest(scorecard, W42, [seen("S2", "2023-10-18", 80, 100)], "--reason", "as before").code == 0
    assert held(scorecard, W42) == (OLD, 90)


def test_a_figure_taken_back_by_mistake_can_be_given_again(scorecard: Scorecard) -> None:
    four_weeks(scorecard)
    withdraw(scorecard, W42, f"S1,I1,{WRONG}")
    ran = ingest(scorecard, W42, [seen("S1", WRONG, 11, 100)], "--reason", "it was right")
    assert ran.code == 0 and held(scorecard, W42) == (WRONG, 11)


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        (f"S1,I1,{OLD}", f"Số đang dùng mang ngày {WRONG}"),
        (f"S9,I1,{WRONG}", "không có số liệu nào"),
        ("S1,I1,19/10/2023", "2023-10-20"),
        ("S1,I1", "3 ô"),
        ("", "không có dòng nào"),
    ],
)
def test_a_key_that_is_not_in_force_is_refused_and_nothing_changes(scorecard: Scorecard, keys: str, said: str) -> None:
    four_weeks(scorecard)
    before = contents(scorecard.home)
    ran = withdraw(scorecard, W42, keys)
    assert ran.code == 1 and said in ran.err
    assert contents(scorecard.home) == before


def test_weeks_that_carried_a_corrected_figure_are_named_and_published_again_in_order(scorecard: Scorecard) -> None:
    four_weeks(scorecard)
    ran = ingest(scorecard, W40, [seen("S1", OLD, 70, 100)], "--reason", "typed wrongly")
    assert f"Tuần {W41} (bản 1) đang mang 1 số liệu" in ran.err
    assert f"Tuần {W42}" not in ran.err and f"Tuần {W43}" not in ran.err
    again = scorecard("republish", "--week", W40, "--reason", "typed wrongly", "--by", "A")
    assert again.out.split("\n")[0] == f"Đã công bố lại tuần {W41}, bản 2."
    assert held(scorecard, W41) == (OLD, 70) and held(scorecard, W41, 1) == (OLD, 90)
    manifest = list_snapshots(scorecard.home).current(ReportWeek.parse(W41)).manifest
    assert (manifest.reason, manifest.published_by) == ("typed wrongly", "A")
    assert "không công bố lại tuần nào" in scorecard("republish", "--week", W40, "--reason", "x").err


def test_a_withdrawal_can_go_through_every_later_week_at_once(scorecard: Scorecard) -> None:
    four_weeks(scorecard)
    ran = withdraw(scorecard, W42, f"S1,I1,{WRONG}", "--republish")
    assert ran.err.splitlines()[-1] == f"Đã công bố lại tuần {W43}, bản 2."
    assert held(scorecard, W43) == (OLD, 90) and held(scorecard, W43, unit_id="S2") == ("2023-10-26", 91)


def test_a_week_that_took_the_figure_back_itself_is_left_alone(scorecard: Scorecard) -> None:
    four_weeks(scorecard)
    withdraw(scorecard, W43, f"S1,I1,{WRONG}")
    ran = ingest(scorecard, W42, [seen("S2", WRONG, 70, 100)], "--reason", "S2")
    assert ran.code == 0 and held(scorecard, W43) == (OLD, 90) and f"Tuần {W43}" not in ran.err


# How W42 is corrected after W42, W43 and W44 were published with these figures of S1, and what the weeks hold then.
LATE: dict[str, tuple[list[Any], Any, list[Any]]] = {
    "an older figure gives way": ([None, ("10-13", 95), None], ("10-19", 10), [("10-19", 10)] * 3),
    "one of the same day is the week's own": (
        [None, ("10-19", 95), None], ("10-19", 10), [("10-19", 10), ("10-19", 95), ("10-19", 95)]),
    "a newer one too": ([None, None, ("10-26", 95)], ("10-19", 10), [("10-19", 10), ("10-19", 10), ("10-26", 95)]),
}  # fmt: skip


@pytest.mark.parametrize(("first", "late", "expected"), LATE.values(), ids=LATE)
def test_a_figure_that_comes_late_replaces_the_older_one_of_every_later_week(
    scorecard: Scorecard, first: list[Any], late: Any, expected: list[Any]
) -> None:
    def rows(figure: Any) -> list[Any]:
        return [seen("S1", f"2023-{figure[0]}", figure[1], 100)] if figure else []

    weeks = [W42, W43, "2023-W44"]
    for week, figure in zip(weeks, first, strict=True):
        ingest(scorecard, week, [*rows(figure), seen("S2", "2023-10-05", 1, 100)])
    ran = ingest(scorecard, W42, rows(late), "--reason", "late", "--republish")
    assert ran.code == 0, ran.said
    assert [held(scorecard, week) for week in weeks] == [(f"2023-{day}", done) for day, done in expected]
    assert "không công bố lại tuần nào" in scorecard("republish", "--week", W42, "--reason", "x").err


def test_a_late_figure_that_a_later_week_took_back_does_not_return_to_it_or_after_it(scorecard: Scorecard) -> None:
    ingest(scorecard, W42, [seen("S2", OLD, 1, 100)])
    ingest(scorecard, W43, [seen("S1", "2023-10-13", 95, 100)])
    ingest(scorecard, W42, [seen("S1", WRONG, 10, 100)], "--reason", "late", "--republish")
    withdraw(scorecard, W43, f"S1,I1,{WRONG}")
    ingest(scorecard, "2023-W44", [seen("S2", "2023-10-26", 2, 100)])
    ran = ingest(scorecard, W42, [seen("S2", WRONG, 3, 100)], "--reason", "S2", "--republish")
    assert ran.code == 0 and held(scorecard, W42) == (WRONG, 10)
    assert [held(scorecard, week) for week in (W43, "2023-W44")] == [("2023-10-13", 95)] * 2


def test_a_week_published_late_is_carried_into_those_published_before_it(scorecard: Scorecard) -> None:
    ingest(scorecard, W43, [seen("S1", "2023-10-13", 95, 100)])
    ran = ingest(scorecard, W42, [seen("S1", WRONG, 10, 100)], "--reason", "late", "--republish")
    assert ran.code == 0 and held(scorecard, W43) == (WRONG, 10)


def test_a_week_published_late_without_the_reason_its_later_weeks_need_is_not_published(scorecard: Scorecard) -> None:
    ingest(scorecard, W43, [seen("S1", "2023-10-13", 95, 100)])
    before = contents(scorecard.home)
    ran = ingest(scorecard, W42, [seen("S1", WRONG, 10, 100)], "--republish")
    assert ran.code == 2 and f"Tuần {W43} đã công bố" in ran.err and "--reason" in ran.err
    assert contents(scorecard.home) == before
    assert ingest(scorecard, W42, [seen("S1", WRONG, 10, 100)], "--reason", "late").code == 0
    assert ingest(scorecard, "2023-W44", [seen("S1", "2023-10-26", 10, 100)], "--republish").code == 0


def test_a_correction_by_command_keeps_the_cut_off_its_week_was_published_with(scorecard: Scorecard) -> None:
    late = ("--cut-off", "2023-10-15T17:00:00+07:00")
    assert ingest(scorecard, W41, [seen("S1", "2023-10-15", 90, 100)], *late).code == 0
    again = ("--reason", "again")
    assert ingest(scorecard, W41, [seen("S2", "2023-10-15", 70, 100)], *again, name="g.csv").code == 0
    assert held(scorecard, W41) == ("2023-10-15", 90) and held(scorecard, W41, unit_id="S2") == ("2023-10-15", 70)
    early = ("--cut-off", "2023-10-13T17:00:00+07:00")
    ran = ingest(scorecard, W41, [seen("S2", "2023-10-12", 60, 100)], *again, *early, name="h.csv")
    assert ran.code == 2 and "giữ giờ chốt" in ran.err and held(scorecard, W41, unit_id="S2") == ("2023-10-15", 70)


def test_a_correction_of_an_earlier_life_of_a_code_leaves_the_next_one_alone(scorecard: Scorecard) -> None:
    lives = [unit("S1", valid_to="2023-10-20"), unit("S1", valid_from="2023-10-21"), unit("S2")]
    write_catalogue(catalogue(units=lives), scorecard.catalog)
    for week, day in ((W42, WRONG), (W43, "2023-10-26")):
        ingest(scorecard, week, [seen("S2", day, 90, 100)])
    ran = ingest(scorecard, W42, [seen("S1", WRONG, 10, 100)], "--reason", "late", "--republish")
    assert ran.code == 0 and held(scorecard, W42) == (WRONG, 10)
    assert held(scorecard, W43) is None
    assert list_snapshots(scorecard.home).current(ReportWeek.parse(W43)).revision == 1


def test_a_republished_week_keeps_its_rules_and_its_cut_off(scorecard: Scorecard) -> None:
    four_weeks(scorecard)
    first = list_snapshots(scorecard.home).current(ReportWeek.parse(W41)).manifest
    settings = scorecard.catalog / "settings.csv"
    settings.write_text(settings.read_text().replace("cut_off_weekday,5", "cut_off_weekday,4"))
    ran = ingest(scorecard, W40, [seen("S1", OLD, 70, 100)], "--reason", "x", "--republish", "--format", "json")
    assert ran.json()["revision"] == 2
    second = list_snapshots(scorecard.home).current(ReportWeek.parse(W41)).manifest
    assert second.revision == 2
    assert (second.rules_version, second.cut_off) == (first.rules_version, first.cut_off)


def test_the_same_files_again_are_recognised_and_nothing_is_published(scorecard: Scorecard) -> None:
    rows = [seen("S1", WRONG, 90, 100)]
    assert ingest(scorecard, W42, rows, name="a.csv").code == 0
    before = contents(scorecard.home)
    ran = ingest(scorecard, W42, rows, "--reason", "again", name="b.csv")
    assert ran.code == 0 and "Không công bố lại" in ran.err and contents(scorecard.home) == before
    assert ingest(scorecard, W42, rows).code == 2


def test_an_original_is_kept_read_only_under_its_hash_and_given_back_as_it_came(scorecard: Scorecard) -> None:
    ran = ingest(scorecard, W42, [seen("S1", WRONG, 90, 100)], name="tệp của sở.csv")
    (item,) = list_snapshots(scorecard.home).all[0].manifest.inputs
    assert item.name == "tệp của sở.csv" and item.sha256 in ran.err
    kept = scorecard.home / "inputs" / item.sha256 / "original"
    assert kept.stat().st_mode & 0o222 == 0
    out = scorecard.home.parent / "again.csv"
    assert scorecard("original", item.sha256, "--out", out).code == 0
    assert out.read_bytes() == (scorecard.home.parent / "tệp của sở.csv").read_bytes()
    assert scorecard("original", "../../etc/passwd", "--out", out.with_name("x")).code == 2
    assert scorecard("original", "0" * 64, "--out", out.with_name("x")).code == 2
    assert not out.with_name("x").exists()


def test_an_original_that_was_changed_is_not_given_out(scorecard: Scorecard) -> None:
    ingest(scorecard, W42, [seen("S1", WRONG, 90, 100)])
    (item,) = list_snapshots(scorecard.home).all[0].manifest.inputs
    kept = scorecard.home / "inputs" / item.sha256 / "original"
    kept.chmod(0o644)
    kept.write_bytes(b"other")
    assert scorecard("original", item.sha256, "--out", scorecard.home.parent / "x").code == 1


def test_changes_lists_every_light_and_figure_that_differs(scorecard: Scorecard) -> None:
    four_weeks(scorecard)
    rows = scorecard("changes", "--week", W42, "--format", "json").json()
    found = [(row["unit_id"], row["indicator_id"], row["status_before"], row["status"]) for row in rows]
    assert found == [("S1", None, "green", "red"), ("S1", "I1", "green", "red")]
    assert (rows[1]["as_of_before"], rows[1]["numerator_before"], rows[1]["numerator"]) == (OLD, 90, 10)
    assert scorecard("changes", "--week", W42, "--against", f"{W42}/001", "--format", "json").json() == []
    assert scorecard("changes", "--week", W42, "--against", "2023-W01/001").code == 2


def test_a_rehearsal_says_what_would_change_and_writes_nothing(scorecard: Scorecard) -> None:
    four_weeks(scorecard)
    before = contents(scorecard.home)
    ran = ingest(scorecard, W42, [seen("S1", WRONG, 95, 100)], "--reason", "x", "--dry-run")
    assert ran.code == 0 and f"So với bản {W42}/001: 1 đèn nhiệm vụ đổi màu, 2 dòng khác nhau." in ran.err
    assert contents(scorecard.home) == before


def test_a_withdrawal_can_be_rehearsed(scorecard: Scorecard) -> None:
    four_weeks(scorecard)
    before = contents(scorecard.home)
    ran = withdraw(scorecard, W42, f"S1,I1,{WRONG}", "--dry-run")
    assert ran.code == 0 and f"S1 I1: trở lại số ngày {OLD}" in ran.err and "bản 2. Chưa ghi gì." in ran.out
    assert f"So với bản {W42}/001: 1 đèn nhiệm vụ đổi màu" in ran.err
    assert contents(scorecard.home) == before


@pytest.mark.parametrize("options", [(), ("--dry-run",)])
def test_earlier_weeks_that_show_the_same_wrong_figure_are_named(
    scorecard: Scorecard, options: tuple[str, ...]
) -> None:
    four_weeks(scorecard)
    ran = withdraw(scorecard, W41, f"S1,I1,{OLD}\nS2,I1,{MIDDLE}", *options)
    assert ran.code == 0 and f"Tuần {W40} (bản 1) cũng mang số này: S1 I1." in ran.err
    assert held(scorecard, W40) == (OLD, 90) and f"Tuần {W41} (bản" not in ran.err
    assert "cũng mang số này" not in withdraw(scorecard, W40, f"S1,I1,{OLD}", *options).err


def test_an_earlier_week_with_an_older_figure_of_the_same_kind_is_not_named(scorecard: Scorecard) -> None:
    ingest(scorecard, W40, [seen("S1", OLD, 90, 100)])
    ingest(scorecard, W41, [seen("S1", "2023-10-06", 80, 100)])
    ran = withdraw(scorecard, W41, "S1,I1,2023-10-06")
    assert ran.code == 0 and held(scorecard, W41) == (OLD, 90) and "cũng mang số này" not in ran.err
