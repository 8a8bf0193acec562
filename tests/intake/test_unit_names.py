"""Units of a workbook: by code or by a name that means one unit; the candidates are listed, never taken."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.catalogs.catalogue_rows import write_catalogue
from tests.cli.command_line import Scorecard
from tests.homes.folders import contents
from tests.intake.books import GOOD, HEAD, TABLES, ingest, published, saved


@pytest.fixture
def scorecard(tmp_path: Path) -> Scorecard:
    return Scorecard(tmp_path / "home", write_catalogue(TABLES, tmp_path / "catalog"))


@pytest.mark.parametrize(
    ("code", "name", "expected"),
    [
        ("", "sở  nội vụ", "S1"),
        ("", "Sơ\u0309 Nô\u0323i vu\u0323", "S1"),
        ("", "Đông", "D3"),
        ("", "Phường 1, Đông", "D3-1"),
        ("D2-1", "Phường 1", "D2-1"),
    ],
)
def test_a_unit_is_found_by_its_name(scorecard: Scorecard, tmp_path: Path, code: str, name: str, expected: str) -> None:
    ran = ingest(scorecard, saved(tmp_path / "a.xlsx", [HEAD, [code, name, *GOOD[2:]]]))
    assert ran.code == 0, ran.said
    assert {row[0] for row in published(scorecard) if row[2] == "2023-10-19"} == {expected}


@pytest.mark.parametrize(
    ("code", "name", "named"),
    [
        ("", "Phường 1", ["D2-1", "D3-1"]),
        ("", "Bình Minh", ["D2"]),
        ("S1", "Phường 1", ["Sở Nội vụ"]),
        ("", "Së Néi vô", ["Không có"]),
        ("", "Së N«i ®", ["TCVN3"]),
        ("", "Sôû Noäi vuï", ["VNI"]),
    ],
)
def test_a_name_that_may_mean_more_is_never_guessed(
    scorecard: Scorecard, tmp_path: Path, code: str, name: str, named: list[str]
) -> None:
    ran = ingest(scorecard, saved(tmp_path / "a.xlsx", [HEAD, [code, name, *GOOD[2:]]]))
    assert ran.code == 1 and all(word in ran.said for word in named), ran.said
    assert contents(scorecard.home) == {}
