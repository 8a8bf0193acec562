"""A catalogue edited after a publication changes nothing in published weeks, whatever is corrected and however."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from scorecard.snapshots.index import Snapshot, list_snapshots
from scorecard.snapshots.verify import verify_home
from scorecard.weeks import ReportWeek
from tests.catalogs.catalogue_rows import (
    Rows,
    catalogue,
    district,
    indicator,
    seen,
    target,
    task,
    unit,
    write_catalogue,
    write_observations,
)
from tests.cli.command_line import Scorecard

WEEK, DAY = "2023-W42", "2023-10-19"
UNITS = [unit("S1"), unit("S2"), *district("D1", 1)]
INDICATORS = [indicator("I1"), indicator("I2", task_no="2"), indicator("I3", task_no="2", measure="count")]
TARGETS = [target(), target(indicator_id="I2"), target(indicator_id="I3", green="3", amber="2")]
BEFORE = catalogue(tasks=[task(1), task(2)], units=UNITS, indicators=INDICATORS, targets=TARGETS)
FIGURES = [
    *(seen(name, DAY, 85, 100, code) for name in ("S1", "S2", "D1", "D1-1") for code in ("I1", "I2")),
    *(seen(name, DAY, 3, None, "I3") for name in ("S1", "S2", "D1", "D1-1")),
]
# What an office edits: each would change lights of the week if the week were judged by it.
EDITS: dict[str, Rows] = {
    "a threshold": BEFORE | {"targets": [target(), target(indicator_id="I2", amber="86"), TARGETS[2]]},
    "a direction": BEFORE | {"indicators": [INDICATORS[0], indicator("I2", task_no="2", direction="lower")],
                             "targets": [target(), target(indicator_id="I2", green="10", amber="20")]},
    "a measure": BEFORE | {"indicators": [*INDICATORS[:2], indicator("I3", task_no="2")]},
    "an indicator more": BEFORE | {"indicators": [*INDICATORS, indicator("I9")],
                                   "targets": [*TARGETS, target(indicator_id="I9")]},
    "an indicator less": BEFORE | {"indicators": [INDICATORS[0], INDICATORS[2]], "targets": [target(), TARGETS[2]]},
    "a unit more": BEFORE | {"units": [*UNITS, unit("S3")]},
    "a unit that ends": BEFORE | {"units": [*UNITS[:1], unit("S2", valid_to="2023-10-01"), *UNITS[2:]]},
    "a name": BEFORE | {"units": [unit("S1", name="Another name"), *UNITS[1:]]},
    "the floor of coverage": BEFORE | {"settings": [row | {"value": "100"} if row["key"].startswith("cov") else row
                                                    for row in BEFORE["settings"]]},
}  # fmt: skip


@pytest.fixture
def scorecard(tmp_path: Path) -> Scorecard:
    office = Scorecard(tmp_path / "home", write_catalogue(BEFORE, tmp_path / "catalog"))
    assert ingest(office, FIGURES, "--cut-off", "2023-10-23T08:00:00+07:00").code == 0
    return office


def ingest(office: Scorecard, rows: list[Any], *options: str) -> Any:
    return office("ingest", write_observations(rows, office.home.parent / "f.csv"), "--week", WEEK, *options)


def revisions(office: Scorecard) -> list[Snapshot]:
    return list_snapshots(office.home).of_week(ReportWeek.parse(WEEK))


def changed(office: Scorecard) -> set[tuple[str, str | None]]:
    """Unit (or group) and indicator of every light of the last revision that is not in the one before, or is gone."""
    before, now = revisions(office)[-2:]
    found: set[tuple[str, str | None]] = set()
    for table in ("lights", "task_lights", "group_lights"):
        old, new = (pq.read_table(one.file(table)).to_pylist() for one in (before, now))
        different = [row for row in old if row not in new] + [row for row in new if row not in old]
        found |= {(row.get("unit_id") or row["group_id"], row.get("indicator_id")) for row in different}
    return found


# One figure of S1 on I1 follows into its task and the groups it is in; nothing else does.
FOLLOWS = {("S1", "I1"), ("S1", None), ("level:department", "I1"), ("province", "I1"),
           ("level:department", None), ("province", None)}  # fmt: skip


@pytest.mark.parametrize("edited", EDITS.values(), ids=EDITS)
def test_a_correction_changes_its_figure_and_what_follows_from_it(scorecard: Scorecard, edited: Rows) -> None:
    write_catalogue(edited, scorecard.catalog)
    ran = ingest(scorecard, [seen("S1", DAY, 95, 100)], "--reason", "one figure")
    assert ran.code == 0, ran.said
    assert ("S1", "I1") in changed(scorecard) <= FOLLOWS
    before, now = (one.manifest for one in revisions(scorecard))
    assert (now.rules_version, now.cut_off) == (before.rules_version, before.cut_off)
    assert now.read_with != now.rules_version and verify_home(scorecard.home) == []


@pytest.mark.parametrize("edited", EDITS.values(), ids=EDITS)
def test_a_withdrawal_changes_its_figure_and_what_follows_from_it(scorecard: Scorecard, edited: Rows) -> None:
    write_catalogue(edited, scorecard.catalog)
    file = scorecard.home.parent / "back.csv"
    file.write_text(f"unit_id,indicator_id,as_of\nS1,I1,{DAY}\n", encoding="utf-8")
    ran = scorecard("withdraw", file, "--week", WEEK, "--reason", "one figure")
    assert ran.code == 0, ran.said
    assert ("S1", "I1") in changed(scorecard) <= FOLLOWS


@pytest.mark.parametrize(
    ("edit", "row", "column"),
    [
        ("an indicator more", seen("S1", DAY, 1, 2, "I9"), "indicator_id"),
        ("a unit more", seen("S3", DAY, 1, 2), "unit_id"),
    ],
)
def test_a_code_only_the_catalogue_in_force_knows_is_a_problem_that_says_so(
    scorecard: Scorecard, edit: str, row: Any, column: str
) -> None:
    version = revisions(scorecard)[0].manifest.rules_version[:10]
    write_catalogue(EDITS[edit], scorecard.catalog)
    ran = ingest(scorecard, [row], "--reason", "x")
    assert ran.code == 1 and f"cột {column}" in ran.err and f"bản {version}" in ran.err
    assert len(revisions(scorecard)) == 1


def test_a_new_rule_for_an_old_week_is_an_act_of_its_own(scorecard: Scorecard) -> None:
    anew = ("republish", "--week", WEEK, "--rules", "current")
    assert "đã được xét theo danh mục đang dùng" in scorecard(*anew, "--reason", "new rule").err
    write_catalogue(EDITS["a threshold"], scorecard.catalog)
    assert scorecard(*anew).code == 2 and len(revisions(scorecard)) == 1
    ran = scorecard(*anew, "--reason", "new rule")
    assert ran.code == 0 and "Đã xét lại tuần" in ran.out
    assert {code for _, code in changed(scorecard)} == {"I2", None}
    before, now = (one.manifest for one in revisions(scorecard))
    assert now.rules_version != before.rules_version and now.cut_off == before.cut_off
    assert ingest(scorecard, [seen("S1", DAY, 95, 100)], "--reason", "one figure").code == 0
    assert changed(scorecard) <= FOLLOWS and revisions(scorecard)[-1].manifest.rules_version == now.rules_version


def test_the_same_files_are_the_same_publication_until_they_are_read_by_another_catalogue(scorecard: Scorecard) -> None:
    assert "Không công bố lại" in ingest(scorecard, FIGURES).err
    write_catalogue(EDITS["a name"], scorecard.catalog)
    ran = ingest(scorecard, FIGURES, "--reason", "read anew")
    assert ran.code == 0 and len(revisions(scorecard)) == 2 and changed(scorecard) == set()
