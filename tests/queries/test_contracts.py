"""Every query keeps the contract in its header: parameters, columns, a unique grain, and the manners of the house."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from scorecard.catalog import load_catalog
from scorecard.publishing import judge as judging
from scorecard.settings import QUERIES
from scorecard.snapshots.query_files import load_query
from scorecard.snapshots.warehouse import Warehouse
from tests.catalogs.catalogue_rows import write_catalogue
from tests.homes.small_home import DAY, FIGURES, TABLES, samples_for, small_home

FILES = sorted(QUERIES.rglob("*.sql"))
NAMES = [str(file.relative_to(QUERIES).with_suffix("")) for file in FILES]
STEPS = [name.removeprefix("judge/") for name in NAMES if name.startswith("judge/")]
READING = [name for name in NAMES if "/" not in name]
HEADER = ["Purpose", "Grain", "Params", "Columns", "Reads"]


def body(file: Path) -> str:
    return "\n".join(line.split("--")[0] for line in file.read_text(encoding="utf-8").splitlines())


@pytest.mark.parametrize("file", FILES, ids=NAMES)
def test_a_query_begins_with_the_five_lines_of_its_header(file: Path) -> None:
    lines = file.read_text(encoding="utf-8").splitlines()
    assert [line.split(":")[0] for line in lines[:5]] == [f"-- {key}" for key in HEADER]
    assert all(len(line.split(": ", 1)[1].strip()) > 2 for line in lines[:5])
    assert len(lines) <= 60


@pytest.mark.parametrize("file", FILES, ids=NAMES)
def test_a_query_is_one_select_without_star_and_without_a_zero_for_what_is_missing(file: Path) -> None:
    text = body(file)
    assert re.match(r"\s*(WITH|SELECT)\b", text)
    assert ";" not in text.strip().rstrip(";")
    # `count(*)` has no space before its star; `100 * a` and `a * b` multiply.
    assert not re.search(r"(SELECT|,)\s+(\w+\.)?\*|\w\.\*", text, re.IGNORECASE)
    assert not re.search(r"(coalesce|ifnull|nvl)\s*\([^()]*,\s*0(\.0*)?\s*\)", text, re.IGNORECASE)


@pytest.mark.parametrize("name", NAMES)
def test_the_parameters_in_the_header_are_those_in_the_text(name: str) -> None:
    used = set(re.findall(r"\$(\w+)", body(QUERIES / f"{name}.sql")))
    assert used == set(load_query(name).params)


def held_to_its_header(name: str, rows: list[dict[str, Any]]) -> None:
    query = load_query(name)
    assert rows, f"{name} gave no row over the small home: its columns cannot be held to its header"
    assert tuple(rows[0]) == query.columns
    keys = [tuple(str(row[column]) for column in query.grain) for row in rows]
    assert len(set(keys)) == len(keys)


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> judging.Judgement:
    """Every step of the judge, not only what a snapshot keeps."""
    catalog = load_catalog(write_catalogue(TABLES, tmp_path_factory.mktemp("catalog")))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(judging, "TABLES", tuple(STEPS))
        return judging.judge(catalog, FIGURES, DAY)


@pytest.mark.parametrize("step", STEPS)
def test_a_step_of_the_judge_gives_the_columns_and_the_grain_it_promises(judged: judging.Judgement, step: str) -> None:
    held_to_its_header(f"judge/{step}", judged.rows(step))


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_home(tmp_path_factory.mktemp("small"))


@pytest.mark.parametrize("name", READING)
def test_a_reading_query_gives_the_columns_and_the_grain_it_promises(home: Path, name: str) -> None:
    held_to_its_header(name, Warehouse(home).run(name, **samples_for(load_query(name), home)))
