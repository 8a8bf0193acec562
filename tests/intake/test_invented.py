"""Files that say of themselves that their figures are invented: never among real ones, and never by accident alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from scorecard.catalog import load_catalog
from scorecard.intake.ingest import check_files
from scorecard.text import general_words
from scorecard.weeks import ReportWeek
from tests.catalogs.catalogue_rows import seen, write_catalogue
from tests.cli.command_line import Scorecard
from tests.homes.small_home import publish_week
from tests.intake.books import GOOD, HEAD, TABLES, saved

WEEK = ReportWeek.parse("2023-W42")
MARK = general_words.SYNTHETIC


@pytest.mark.parametrize(
    ("rows", "invented"),
    [
        ([HEAD, GOOD], False),
        ([[f"Báo cáo — {MARK}"], HEAD, GOOD], True),
        ([[MARK.lower()], HEAD, GOOD], True),
        ([HEAD, [*GOOD[:-1], f"theo {MARK}"]], True),
        ([["Số liệu thật, không phải mô phỏng"], HEAD, GOOD], False),
    ],
)
def test_a_workbook_says_so_above_its_figures_or_beside_one(
    tmp_path: Path, rows: list[list[Any]], invented: bool
) -> None:
    catalog = load_catalog(write_catalogue(TABLES, tmp_path / "catalog"))
    intake = check_files(tmp_path / "home", catalog, [saved(tmp_path / "a.xlsx", rows)], WEEK, None)
    assert [item.name for item in intake.synthetic] == (["a.xlsx"] if invented else [])
    assert intake.checked.problems == []


def csv_with(file: Path, source: str) -> Path:
    header = "unit_id,indicator_id,as_of,numerator,denominator,source,note"
    file.write_text(f"{header}\nS1,I1,2023-10-19,1,2,{source},\n", encoding="utf-8")
    return file


def test_among_real_figures_it_is_a_problem_and_the_others_can_be_taken(tmp_path: Path) -> None:
    catalog, home = load_catalog(write_catalogue(TABLES, tmp_path / "catalog")), tmp_path / "home"
    publish_week(home, catalog, "2023-W41", [seen("S1", "2023-10-12", 1, 2)])
    files = [csv_with(tmp_path / "a.csv", MARK), saved(tmp_path / "b.xlsx", [HEAD, GOOD])]
    intake = check_files(home, catalog, files, WEEK, None)
    assert [(problem.file, "kho này giữ số liệu thật" in problem.advice) for problem in intake.checked.problems] == [
        ("a.csv", True)
    ]
    clean = check_files(home, catalog, files, WEEK, None, skip_bad=True)
    assert clean.checked.problems == [] and [item.name for item in clean.left_out] == ["a.csv"]


def test_among_synthetic_figures_it_is_welcome(tmp_path: Path) -> None:
    catalog, home = load_catalog(write_catalogue(TABLES, tmp_path / "catalog")), tmp_path / "home"
    publish_week(home, catalog, "2023-W41", [seen("S1", "2023-10-12", 1, 2)], synthetic=True)
    assert check_files(home, catalog, [csv_with(tmp_path / "a.csv", MARK)], WEEK, None).checked.problems == []


@pytest.fixture
def scorecard(tmp_path: Path) -> Scorecard:
    return Scorecard(tmp_path / "home", write_catalogue(TABLES, tmp_path / "catalog"))


def test_an_empty_home_becomes_synthetic_only_where_somebody_says_so(scorecard: Scorecard, tmp_path: Path) -> None:
    file = csv_with(tmp_path / "a.csv", MARK)
    ran = scorecard("ingest", file, "--week", "2023-W42")
    assert ran.code == 2 and "--synthetic" in ran.said
    assert scorecard("weeks", "--format", "json").out.strip() == "[]"
    assert scorecard("ingest", file, "--week", "2023-W42", "--synthetic").code == 0
    assert '"synthetic": true' in scorecard("weeks", "--format", "json").out
