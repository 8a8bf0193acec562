"""Every query keeps the contract in its header: parameters, columns, a unique grain, and the manners of the house."""

from __future__ import annotations

import re
import types
import typing
from collections.abc import Sequence
from pathlib import Path
from types import NoneType
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from scorecard.catalog import load_catalog
from scorecard.errors import SnapshotError
from scorecard.lights import rows
from scorecard.lights.rows import IndicatorLight, UnitLight
from scorecard.publishing import judge as judging
from scorecard.settings import QUERIES
from scorecard.snapshots.index import list_snapshots
from scorecard.snapshots.query_files import Query, load_query
from scorecard.snapshots.row_classes import QUERY_OF
from scorecard.snapshots.warehouse import Warehouse, files_of
from tests.catalogs.catalogue_rows import indicator, seen, write_catalogue
from tests.homes.small_home import DAY, FIGURES, TABLES, samples_for, small_home

FILES = sorted(QUERIES.rglob("*.sql"))
NAMES = [str(file.relative_to(QUERIES).with_suffix("")) for file in FILES]
STEPS = [name.removeprefix("judge/") for name in NAMES if name.startswith("judge/")]
READING = [name for name in NAMES if "/" not in name]
# Columns that can be NULL, though not over the small home: of an indicator nobody sent, of a figure taken back, of a
# light that was not there the week before.
NULL_ELSEWHERE = {
    ("Freshness", "newest_as_of"),
    ("Freshness", "oldest_as_of"),
    ("LightChange", "numerator"),
    ("LightChange", "as_of"),
    ("TaskLight", "previous_status"),
    ("GroupLight", "previous_status"),
}
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


def held_to_its_grain(query: Query, found: Sequence[tuple[Any, ...]]) -> None:
    assert found, f"{query.name} gave no row over the small home: it cannot be held to its header"
    keys = [tuple(str(row[query.columns.index(column)]) for column in query.grain) for row in found]
    assert len(set(keys)) == len(keys)


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> judging.Judgement:
    """Every step of the judge, not only what a snapshot keeps."""
    # What counts from New Year, with a figure of each of two years: a sum is of one of them.
    over_years = indicator("I9", task_no="2", period="year_to_date", max_age_days="400")
    tables = TABLES | {"indicators": [*TABLES["indicators"], over_years]}
    catalog = load_catalog(write_catalogue(tables, tmp_path_factory.mktemp("catalog")))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(judging, "TABLES", tuple(STEPS))
        figures = [seen("S1", "2023-10-19", 1, 2, "I9"), seen("S2", "2022-12-28", 1, 2, "I9")]
        return judging.judge(catalog, [*FIGURES, *figures], DAY)


@pytest.mark.parametrize("step", STEPS)
def test_a_step_of_the_judge_gives_the_columns_and_the_grain_it_promises(judged: judging.Judgement, step: str) -> None:
    query, found = load_query(f"judge/{step}"), judged.rows(step)
    assert all(tuple(row) == query.columns for row in found)
    held_to_its_grain(query, [tuple(row.values()) for row in found])


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_home(tmp_path_factory.mktemp("small"))


def test_every_reading_query_has_one_class_of_rows_and_every_class_its_query() -> None:
    assert sorted(QUERY_OF.values()) == sorted(READING)
    assert {row for row in vars(rows).values() if isinstance(row, type) and row in QUERY_OF} == set(QUERY_OF)


@pytest.mark.parametrize("row", QUERY_OF, ids=QUERY_OF.get)
def test_the_class_has_the_columns_of_the_header_and_a_reading_query_keeps_its_grain(home: Path, row: Any) -> None:
    query = load_query(QUERY_OF[row])
    assert row._fields == query.columns
    held_to_its_grain(query, Warehouse(home).run(row, **samples_for(query, home)))


@pytest.fixture(scope="module")
def kinds(home: Path) -> dict[Any, dict[str, set[type]]]:
    """The types of every column over the small home, of what is asked for in a test above and of all there is."""
    run, found = Warehouse(home).run, {}
    for row, name in QUERY_OF.items():
        given = samples_for(load_query(name), home)
        # NULL asks for all; but this one is always of one unit.
        units = [unit["unit_id"] for unit in TABLES["units"]] if row is UnitLight else [None]
        wide = [given | {"unit_id": unit, "task_no": None, "group_id": None} for unit in units]
        asked = [given, *({name: all_of[name] for name in given} for all_of in wide)]
        rows = [values for one in asked for values in run(row, **one)]
        found[row] = {name: {type(values[place]) for values in rows} for place, name in enumerate(row._fields)}
    return found


def declared(row: Any) -> dict[str, set[Any]]:
    hints = typing.get_type_hints(row).items()
    kinds = {name: typing.get_args(kind) if isinstance(kind, types.UnionType) else (kind,) for name, kind in hints}
    return {name: {typing.get_origin(kind) or kind for kind in known} for name, known in kinds.items()}


@pytest.mark.parametrize("row", QUERY_OF, ids=QUERY_OF.get)
def test_every_value_is_of_the_declared_type_and_null_only_where_that_is_declared(kinds: Any, row: Any) -> None:
    for name, allowed in declared(row).items():
        assert kinds[row][name] <= allowed, f"{row.__name__}.{name}: {kinds[row][name]}"


def test_null_is_declared_only_where_it_can_be(kinds: Any) -> None:
    no_null_here = {(row.__name__, name) for row in QUERY_OF for name, allowed in declared(row).items()
                    if NoneType in allowed and NoneType not in kinds[row][name]}  # fmt: skip
    assert no_null_here == NULL_ELSEWHERE


def test_a_word_of_a_light_that_nobody_knows_is_a_damaged_snapshot(tmp_path: Path) -> None:
    home = small_home(tmp_path)
    snapshot = list_snapshots(home).weeks()[-1]
    table = pq.read_table(snapshot.file("lights"), partitioning=None)
    place = table.column_names.index("status")
    table = table.set_column(place, "status", pa.array(["purple"] * table.num_rows))
    pq.write_table(table, snapshot.file("lights"))
    with pytest.raises(SnapshotError):
        Warehouse(home).run(IndicatorLight, files=files_of([snapshot], "lights"), unit_id=None, task_no=None)
