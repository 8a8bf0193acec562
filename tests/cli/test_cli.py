"""The command line: exit codes, and JSON with nothing beside it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from scorecard.settings import ROOT
from tests.catalogs.catalogue_rows import (
    catalogue,
    district,
    indicator,
    seen,
    target,
    unit,
    write_catalogue,
    write_observations,
)
from tests.cli.command_line import Scorecard, run
from tests.homes.folders import contents

WEEK = "2023-W42"
FIGURES = [seen("S1", "2023-10-19", 1, 3), seen("D1", "2023-10-19", 5, None, "I2")]
UNITS = [unit("S1"), *district("D1", 2)]
INDICATORS = [indicator("I1"), indicator("I2", measure="count", applies_to="district")]

KEYS = {
    "indicator": "week revision unit_id task_no indicator_id as_of numerator denominator value status green amber"
    " target_from legal_basis evidence age_days small_n core",
    "task": "week revision unit_id task_no status decided_by core_applicable core_current weeks_in_status"
    " previous_status",
    "group": "week revision group task_no indicator_id as_of numerator denominator value status green amber target_from"
    " legal_basis evidence small_n members current coverage n_green n_amber n_red n_missing n_none_arising n_no_rule"
    " not_included weeks_in_status previous_status",
}


@pytest.fixture(scope="module")
def scorecard(tmp_path_factory: pytest.TempPathFactory) -> Scorecard:
    """A home with one published week."""
    folder = tmp_path_factory.mktemp("cli")
    tables = catalogue(units=UNITS, indicators=INDICATORS, targets=[target(), target(indicator_id="I2")])
    ready = Scorecard(folder / "home", write_catalogue(tables, folder / "catalog"))
    ran = ready("ingest", write_observations(FIGURES, folder / "f.csv"), "--week", WEEK, "--by", "Sở Nội vụ")
    assert ran.code == 0, ran.said
    return ready


@pytest.mark.parametrize("level", KEYS)
def test_lights_as_json_have_exactly_the_promised_keys(scorecard: Scorecard, level: str) -> None:
    rows = scorecard("lights", "--week", WEEK, "--level", level, "--format", "json").json()
    assert rows and all(set(row) == set(KEYS[level].split()) for row in rows)
    assert {(row["week"], row["revision"]) for row in rows} == {(WEEK, 1)}


def test_json_has_numbers_nulls_and_iso_dates(scorecard: Scorecard) -> None:
    rows = scorecard("lights", "--week", WEEK, "--level", "indicator", "--format", "json").json()
    row = next(row for row in rows if row["unit_id"] == "S1")
    assert row["value"] == pytest.approx(100 / 3)
    plain = [row[name] for name in ("numerator", "denominator", "green", "amber", "age_days", "small_n", "core")]
    assert plain == [1, 3, 90, 80, 1, True, True]
    assert [row["as_of"], row["target_from"]] == ["2023-10-19", "2023-01-01"]
    row = next(row for row in rows if row["unit_id"] == "D1-1")
    assert [row[name] for name in ("status", "as_of", "value", "green", "small_n")] == [
        "missing",
        None,
        None,
        None,
        False,
    ]


def test_the_first_week_has_no_previous_status(scorecard: Scorecard) -> None:
    for level in ("task", "group"):
        rows = scorecard("lights", "--week", WEEK, "--level", level, "--format", "json").json()
        assert {(row["weeks_in_status"], row["previous_status"]) for row in rows} == {(1, None)}


def test_a_groups_task_row_has_nulls_and_names_what_is_left_out(scorecard: Scorecard) -> None:
    rows = scorecard("lights", "--week", WEEK, "--level", "group", "--format", "json").json()
    row = next(row for row in rows if (row["group"], row["indicator_id"]) == ("province", None))
    absent = "as_of numerator denominator value green amber target_from legal_basis evidence coverage".split()
    assert {row[name] for name in absent} == {None} and row["not_included"] == ["I2"]


def test_lights_can_be_narrowed_to_a_unit_and_a_task(scorecard: Scorecard) -> None:
    options = ("lights", "--week", WEEK, "--level", "task", "--format", "json")
    assert [row["unit_id"] for row in scorecard(*options, "--unit", "S1").json()] == ["S1"]
    assert scorecard(*options, "--task", 1).json() == scorecard(*options).json()


@pytest.mark.parametrize("form", ["table", "csv"])
def test_lights_are_also_printed_as_table_and_csv(scorecard: Scorecard, form: str) -> None:
    ran = scorecard("lights", "--week", WEEK, "--level", "task", "--format", form)
    assert ran.code == 0 and "S1" in ran.out and "D1-2" in ran.out
    if form == "csv":
        assert set(ran.out.splitlines()[0].split(",")) == set(KEYS["task"].split())


def test_weeks_and_verify_find_what_was_published(scorecard: Scorecard) -> None:
    weeks, verify = scorecard("weeks"), scorecard("verify")
    assert (weeks.code, WEEK in weeks.out, verify.code) == (0, True, 0)


WRONG_USE = [
    ("lights", "--week", "2023-42", "--level", "task"),
    ("lights", "--week", "2023-W53", "--level", "task"),
    ("lights", "--week", WEEK, "--level", "village"),
    ("lights", "--week", WEEK, "--level", "task", "--format", "xml"),
    ("ingest", "--week", WEEK),
    ("ingest", "f.csv"),
    ("ingest", "f.csv", "--week", "week 42"),
    ("ingest", "f.csv", "--week", WEEK, "--cut-off", "yesterday"),
    ("ingest", "f.csv", "--week", WEEK),
    ("nonsense",),
    (),
]


@pytest.mark.parametrize("arguments", WRONG_USE, ids=" ".join)
def test_wrong_use_ends_with_2_and_changes_nothing(
    scorecard: Scorecard, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    file = write_observations(FIGURES, tmp_path / "f.csv")
    before = contents(scorecard.home)
    ran = scorecard(*[file if word == "f.csv" else word for word in arguments])
    assert (ran.code, ran.out if "--format" in arguments else "") == (2, ""), ran.said
    assert contents(scorecard.home) == before


UNKNOWN = [("--week", "2023-W41"), ("--week", WEEK, "--revision", "9"), ("--week", WEEK, "--unit", "S9"),
           ("--week", WEEK, "--task", "99")]  # fmt: skip


@pytest.mark.parametrize("options", UNKNOWN, ids=" ".join)
def test_what_was_never_published_is_said_and_prints_no_rows(scorecard: Scorecard, options: tuple[str, ...]) -> None:
    ran = scorecard("lights", *options, "--level", "task", "--format", "json")
    assert ran.code in (1, 2) and ran.err.strip() and ran.out == ""


def test_verify_fails_when_a_published_byte_is_changed(scorecard: Scorecard) -> None:
    for name in ("lights.parquet", "manifest.json"):
        (file,) = scorecard.home.rglob(name)
        whole = file.read_bytes()
        file.write_bytes(whole[:-9] + bytes([whole[-9] ^ 1]) + whole[-8:])
        ran = scorecard("verify")
        assert ran.code == 1 and "revision=001" in ran.said
        file.write_bytes(whole)
    assert scorecard("verify").code == 0


def test_a_broken_catalogue_ends_with_1_and_names_the_mistake(tmp_path: Path) -> None:
    folder = write_catalogue(catalogue(targets=[target(green="much")]), tmp_path / "catalog")
    file = write_observations(FIGURES[:1], tmp_path / "f.csv")
    ran = run("--home", tmp_path / "home", "--catalog", folder, "ingest", file, "--week", WEEK)
    assert ran.code == 1 and "targets.csv" in ran.err and "much" in ran.err
    assert contents(tmp_path / "home") == {}


def test_python_dash_m_takes_home_and_catalogue_from_the_environment(scorecard: Scorecard, tmp_path: Path) -> None:
    environment = {"SCORECARD_HOME": str(tmp_path / "new"), "SCORECARD_CATALOG": str(scorecard.catalog)}
    command = [sys.executable, "-m", "scorecard", "weeks"]
    ran = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, timeout=60, check=False)
    assert (ran.returncode, b"Traceback" in ran.stderr) == (0, False)
