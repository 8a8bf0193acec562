"""What a briefing says of a small home, against rows that are read and counted plainly."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from scorecard.briefing.content.content import Briefing, build_briefing
from scorecard.briefing.content.week_reading import Asked, WeekRead, read_week
from scorecard.briefing.drawn import draw
from scorecard.errors import SnapshotError, UsageError
from scorecard.snapshots.index import list_snapshots
from scorecard.weeks import ReportWeek
from tests.homes.small_home import small_home

W40, W42 = ReportWeek(2023, 40), ReportWeek(2023, 42)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return small_home(tmp_path)


def said(home: Path, asked: Asked) -> Briefing:
    return build_briefing(read_week(home, asked))


def plain_lights(home: Path, week: ReportWeek, revision: int | None = None) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = pq.read_table(
        list_snapshots(home).get(week, revision).file("task_lights")
    ).to_pylist()
    return rows


def test_the_counts_are_those_of_the_units_shown(home: Path) -> None:
    heads = {"S1", "S2", "D1", "D2"}
    now, before = (Counter(r["status"] for r in plain_lights(home, w) if r["unit_id"] in heads) for w in (W42, W40))
    assert [(c.status, c.number, c.change) for c in said(home, Asked(W42)).counts] == [
        (status, now[status], now[status] - before[status]) for status in ("red", "amber", "green", "missing")
    ]


def test_a_district_is_its_office_and_its_communes(home: Path) -> None:
    briefing = said(home, Asked(W42, district="D1"))
    owners = [row.owner for block in briefing.matrix.blocks for row in block.rows]
    assert owners == ["area:D1", "D1", "D1-1", "D1-2", "D1-3"]
    assert "4 đơn vị của unit D1" in briefing.headline
    assert "Unit D1".lower() in briefing.scope.lower()


def test_every_red_and_amber_light_stands_in_the_list_once(home: Path) -> None:
    expected = Counter(r["status"] for r in plain_lights(home, W42) if r["unit_id"] in {"S1", "S2", "D1", "D2"})
    listed = Counter(light.status for unit in said(home, Asked(W42)).standing for light in unit.lights)
    assert listed == {status: n for status, n in expected.items() if status in ("red", "amber")}


def test_a_change_is_named_with_what_was_and_what_is(home: Path) -> None:
    changes = said(home, Asked(W42)).changes
    before = {(r["unit_id"], r["task_no"]): r["status"] for r in plain_lights(home, W40)}
    now = {(r["unit_id"], r["task_no"]): r["status"] for r in plain_lights(home, W42)}
    expected = {
        (f"Unit {u}", t, before[u, t], now[u, t])
        for u, t in now
        if "-" not in u and (u, t) in before and before[u, t] != now[u, t]
    }
    assert {(c.unit, c.task_no, c.before, c.now) for c in changes} == expected
    assert ("Unit S1", 1, "red", "green") in expected


def corrected(home: Path, asked: Asked) -> list[str]:
    return [one.sentence for one in said(home, asked).origin.corrected]


def test_a_later_revision_says_what_was_corrected(home: Path) -> None:
    assert corrected(home, Asked(W42)) == [
        "Bản 2 thay bản 1: a mistake in S2; 1 đèn đổi (Unit S2, nhiệm vụ 1 từ vàng thành đỏ).",
    ]
    assert corrected(home, Asked(W42, district="D1")) == ["Bản 2 thay bản 1: a mistake in S2; không đèn nào đổi."]
    assert corrected(home, Asked(W42, revision=1)) == []


def test_the_frame_names_week_cut_off_revision_rules_and_hash_below_and_what_was_corrected(home: Path) -> None:
    drawn = draw(read_week(home, Asked(W42)))
    foot = drawn.svg.partition('id="legend"')[2]
    snapshot = list_snapshots(home).get(W42)
    for said in (
        "Tuần 42/2023 · Số liệu đến 17 giờ 00 ngày 20/10/2023 · bản 2. Bản 2 thay bản 1: a mistake in S2; 1 đèn đổi",
        snapshot.manifest.rules_version[:10],
        snapshot.hash,
    ):
        assert said in foot


def test_the_first_week_compares_with_nothing(home: Path) -> None:
    briefing = said(home, Asked(W40))
    assert all(count.change is None for count in briefing.counts)
    assert briefing.changes == ()
    assert "Chưa có tuần trước" in briefing.headline


@pytest.mark.parametrize("asked", [Asked(ReportWeek(2023, 41)), Asked(W42, revision=9)])
def test_what_was_not_published_is_refused(home: Path, asked: Asked) -> None:
    with pytest.raises(SnapshotError):
        read_week(home, asked)


def test_a_district_that_is_not_there_is_refused(home: Path) -> None:
    with pytest.raises(UsageError):
        read_week(home, Asked(W42, district="S1"))


def test_two_readings_say_the_same(home: Path) -> None:
    first, second = (read_week(home, Asked(W42)) for _ in range(2))
    assert isinstance(first, WeekRead)
    assert build_briefing(first) == build_briefing(second)
