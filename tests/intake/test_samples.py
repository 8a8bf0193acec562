"""data/samples: made again byte for byte, and the same observations from workbooks, export and long CSV."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from scorecard.catalog import load_catalog
from scorecard.demo.samples import build_samples
from scorecard.errors import UsageError
from scorecard.intake.ingest import check_files
from scorecard.settings import ROOT
from scorecard.snapshots.observation import Observation
from scorecard.text import general_words
from scorecard.weeks import ReportWeek
from tests.catalogs.catalogue_rows import catalogue, district, unit, write_catalogue
from tests.cli.command_line import Scorecard

SAMPLES = ROOT / "data" / "samples"
WORKBOOKS = sorted(SAMPLES.glob("*.xlsx"))
LONG = SAMPLES / "mo-phong-so-lieu.csv"
WEEK = ReportWeek.parse("2023-W42")


def observations(home: Path, *files: Path) -> list[Observation]:
    found = check_files(home, load_catalog(ROOT / "data" / "catalog"), files, WEEK, None).checked
    assert not found.problems, list(map(str, found.problems))
    return sorted(found.observations, key=lambda row: (row.key, row.as_of))


def test_the_samples_are_what_the_command_writes(tmp_path: Path) -> None:
    ran = Scorecard(tmp_path / "home", ROOT / "data" / "catalog")("samples", "--out", tmp_path / "out")
    assert ran.code == 0 and general_words.SYNTHETIC in ran.said
    made = {file.name: file.read_bytes() for file in (tmp_path / "out").iterdir()}
    kept = {file.name: file.read_bytes() for file in SAMPLES.iterdir()}
    assert kept.keys() == made.keys()
    different = [name for name in made if made[name] != kept[name]]
    assert not different, "run: python -m scorecard samples --out data/samples"


def test_workbooks_of_every_level_and_the_long_csv_are_the_same_observations(tmp_path: Path) -> None:
    assert len(WORKBOOKS) == 4
    from_books, from_text = (
        [replace(row, source=row.source.partition("; ")[0]) for row in observations(tmp_path, *files)]
        for files in (WORKBOOKS, [LONG])
    )
    assert len(from_books) > 200
    assert from_books == from_text


@pytest.mark.parametrize("file", WORKBOOKS, ids=lambda file: file.stem)
def test_every_sample_gives_figures_and_no_doubts(tmp_path: Path, file: Path) -> None:
    found = check_files(tmp_path, load_catalog(ROOT / "data" / "catalog"), [file], WEEK, None).checked
    assert found.observations and not found.problems
    assert [str(item) for item in found.warnings if item.cell] == []


def test_a_catalogue_without_an_export_or_a_level(tmp_path: Path) -> None:
    small = load_catalog(
        write_catalogue(catalogue(units=[unit(), *district("D1", 1), *district("D2", 2)]), tmp_path / "a")
    )
    assert "mo-phong-ket-xuat.xlsx" not in build_samples(small, WEEK, 7)
    with pytest.raises(UsageError, match="district"):
        build_samples(load_catalog(write_catalogue(catalogue(), tmp_path / "b")), WEEK, 7)
