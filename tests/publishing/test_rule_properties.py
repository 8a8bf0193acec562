"""The judge in SQL against the plain rule, and what no change of a figure may ever do to a light."""

from __future__ import annotations

import datetime as dt
import random
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from scorecard.catalog import load_catalog
from scorecard.publishing.judge import judge
from scorecard.settings import ROOT
from tests.catalogs.catalogue_rows import Rows, read_rows, seen
from tests.conftest import judge_in_plain_python, judge_in_sql
from tests.plain.plain_rule import WORST_FIRST, applies, valid_units
from tests.plain.random_rules import DAY, situations

KEYS = {
    "lights": ("unit_id", "task_no", "indicator_id"),
    "task_lights": ("unit_id", "task_no"),
    "group_lights": ("group_id", "task_no", "indicator_id"),
}


def tables_of(tables: Rows, observations: Iterable[Any]) -> dict[str, list[Any]]:
    with tempfile.TemporaryDirectory() as folder:
        return judge_in_sql(tables, observations, DAY, Path(folder))


def by_key(found: dict[str, list[Any]], table: str) -> dict[Any, Any]:
    rows = {tuple(row[name] for name in KEYS[table]): row for row in found[table]}
    assert len(rows) == len(found[table]), "a key stands twice"
    return rows


def alike(row: dict[str, Any]) -> dict[str, Any]:
    """A plain row with its exact quotients as numbers that a float may equal."""
    quotients = {name: row[name] for name in ("value", "coverage") if row.get(name) is not None}
    return row | {name: pytest.approx(float(exact), rel=1e-12) for name, exact in quotients.items()}


def assert_same(found: dict[str, list[Any]], expected: dict[str, list[Any]]) -> None:
    for table in KEYS:
        rows, plain = by_key(found, table), by_key(expected, table)
        assert set(rows) == set(plain)
        for key, row in plain.items():
            assert {name: rows[key][name] for name in row} == alike(row), key


@given(situations())
def test_sql_and_plain_python_find_the_same(situation: Any) -> None:
    assert_same(tables_of(*situation), judge_in_plain_python(*situation, DAY, Path()))


@given(situations(over_years=True))
def test_sql_and_plain_python_find_the_same_across_new_year(situation: Any) -> None:
    assert_same(tables_of(*situation), judge_in_plain_python(*situation, DAY, Path()))


@given(situations(over_years=True), st.data())
def test_a_further_report_of_a_year_never_lowers_the_coverage_of_that_year(situation: Any, data: st.DataObject) -> None:
    tables, observations = situation
    assume(observations)
    place = data.draw(st.integers(0, len(observations) - 1))
    year, code = observations[place].as_of.year, observations[place].indicator_id
    fewer, more = (
        by_key(tables_of(tables, rows), "group_lights")
        for rows in (observations[:place] + observations[place + 1 :], observations)
    )
    of_year = [key for key, row in more.items() if key[2] == code and row["as_of"] and row["as_of"].year == year]
    summed = [key for key in of_year if fewer[key]["as_of"] and fewer[key]["as_of"].year == year]
    assert not [key for key in summed if fewer[key]["current"] > more[key]["current"]]


@given(situations(), st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing(situation: Any, chance: random.Random) -> None:
    tables, observations = situation
    mixed = {name: chance.sample(rows, len(rows)) for name, rows in tables.items()}
    assert tables_of(mixed, chance.sample(observations, len(observations))) == tables_of(tables, observations)


@given(situations(), st.data())
def test_an_improved_value_never_worsens_a_light(situation: Any, data: st.DataObject) -> None:
    tables, observations = situation
    assume(observations)
    place = data.draw(st.integers(0, len(observations) - 1))
    changed = list(observations)
    changed[place] = improved(tables, observations[place], data.draw(st.sampled_from(["0.001", "1", "50"])))
    before, after = tables_of(tables, observations), tables_of(tables, changed)
    for table in KEYS:
        old, new = by_key(before, table), by_key(after, table)
        assert set(old) == set(new)
        assert not [key for key in old if rank(new[key]) < rank(old[key])]


def rank(row: Any) -> int:
    return WORST_FIRST.index("missing" if row["status"] == "stale" else row["status"])


def improved(tables: Rows, seen: Any, by: str) -> Any:
    row = next(row for row in tables["indicators"] if row["indicator_id"] == seen.indicator_id)
    step = Decimal(by) if row["direction"] == "higher" else -Decimal(by)
    value = max(seen.numerator + step, Decimal(0))
    return replace(seen, numerator=value if seen.denominator is None else min(value, seen.denominator))


@given(situations(), st.data())
def test_a_report_taken_away_never_covers_more_nor_makes_a_task_green(situation: Any, data: st.DataObject) -> None:
    tables, observations = situation
    assume(observations)
    place = data.draw(st.integers(0, len(observations) - 1))
    before = tables_of(tables, observations)
    after = tables_of(tables, observations[:place] + observations[place + 1 :])
    old, new = by_key(before, "group_lights"), by_key(after, "group_lights")
    assert not [key for key in old if new[key]["current"] > old[key]["current"]]
    assert not [key for key in old if (new[key]["coverage"] or 0) > (old[key]["coverage"] or 0)]
    tasks = by_key(before, "task_lights"), by_key(after, "task_lights")
    turned = [key for key in tasks[0] if tasks[0][key]["status"] != tasks[1][key]["status"]]
    assert not [key for key in turned if tasks[1][key]["status"] == "green"]


def test_the_tracked_catalogue_is_judged_as_by_the_plain_rule() -> None:
    """Every indicator and every unit of the letter, with figures drawn around the thresholds they meet."""
    folder = ROOT / "data" / "catalog"
    tables = {file.stem: read_rows(file) for file in folder.glob("*.csv")}
    observations = list(drawn_figures(tables, random.Random(7)))
    judgement = judge(load_catalog(folder), observations, DAY)
    assert_same(
        {table: judgement.rows(table) for table in KEYS}, judge_in_plain_python(tables, observations, DAY, ROOT)
    )


def drawn_figures(tables: Rows, chance: random.Random) -> Iterator[Any]:
    for unit in valid_units(tables, DAY):
        for row in tables["indicators"]:
            if not applies(row, unit) or chance.random() < 0.1:
                continue
            as_of = DAY - dt.timedelta(days=chance.choice([0, 1, 5, 10, 11, 30, 41]))
            below = chance.choice([0, 4, 9, 10, 1000]) if row["measure"] == "ratio" else None
            share = chance.choice([1, 0.95, 0.9, 0.8, 0.651, 0.5, 0.3, 0.1])
            value = Decimal(share * (below if below is not None else 10)).quantize(Decimal("0.001"))
            yield seen(unit["unit_id"], as_of.isoformat(), value, below, row["indicator_id"])
