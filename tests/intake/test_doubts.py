"""Warnings: figures that may be right but seldom are; they never stop a publication."""

from __future__ import annotations

from typing import Any

import pytest

from scorecard.catalog import load_catalog
from scorecard.intake.plausibility import counted_twice, doubts_of
from scorecard.text import doubt_words
from tests.catalogs.catalogue_rows import catalogue, district, indicator, seen, unit, write_catalogue

STATE, YEAR, COUNT, YEARLY_COUNT, PERIOD = "I1", "I2", "I3", "I4", "I5"
OLD, NEW = "2023-10-12", "2023-10-19"
Figure = tuple[str, Any, Any]
CASES: list[tuple[str, Figure, Figure, list[tuple[str, str]]]] = [
    (STATE, (OLD, 80, 100), (NEW, 90, 100), []),
    (STATE, (OLD, 60, 100), (NEW, 80, 100), []),
    (STATE, (OLD, 60, 100), (NEW, "80.001", 100), [("numerator", "JUMPS")]),
    (STATE, (OLD, 80, 100), (NEW, 40, 50), [("denominator", "HALVES")]),
    (STATE, (OLD, 80, 100), (NEW, 41, 51), []),
    (STATE, (OLD, 8, 10), (NEW, 80, 100), [("denominator", "TENFOLD")]),
    (STATE, (OLD, 0, 0), (NEW, 80, 100), []),
    (STATE, (OLD, 80, 100), (NEW, 0, 0), []),
    (STATE, (NEW, 80, 100), (OLD, 1, 100), [("as_of", "OLDER")]),
    (YEAR, (OLD, 80, 100), (NEW, 79, 100), [("numerator", "FALLS")]),
    (YEAR, (OLD, 80, 100), (NEW, 80, 99), [("denominator", "FALLS")]),
    (YEAR, (OLD, 60, 100), (NEW, 81, 100), [("numerator", "JUMPS")]),
    # What is counted from 1 January begins anew: only figures of one calendar year are held against each other.
    (YEAR, ("2022-12-31", 80, 100), (NEW, 79, 99), []),
    (YEAR, ("2022-12-31", 500, 1000), ("2023-01-01", 19, 20), []),
    (
        YEAR,
        ("2023-01-01", 500, 1000),
        ("2023-12-31", 19, 20),
        [
            ("numerator", "FALLS"),
            ("denominator", "FALLS"),
            ("denominator", "HALVES"),
            ("numerator", "JUMPS"),
        ],
    ),
    (YEAR, ("2023-01-01", 1, 10), ("2022-12-31", 9, 10), [("as_of", "OLDER")]),
    (YEARLY_COUNT, ("2022-12-31", 30, None), (NEW, 3, None), []),
    (YEARLY_COUNT, (OLD, 30, None), (NEW, 3, None), [("numerator", "FALLS"), ("numerator", "TENFOLD")]),
    (STATE, ("2022-12-31", 500, 1000), (NEW, 19, 20), [("denominator", "HALVES"), ("numerator", "JUMPS")]),
    (PERIOD, ("2022-12-31", 500, 1000), (NEW, 19, 20), [("denominator", "HALVES"), ("numerator", "JUMPS")]),
    (COUNT, (OLD, 3, None), (NEW, 30, None), [("numerator", "TENFOLD")]),
    (COUNT, (OLD, 30, None), (NEW, 3, None), [("numerator", "TENFOLD")]),
    (COUNT, (OLD, 3, None), (NEW, 29, None), []),
    (COUNT, (OLD, 0, None), (NEW, 29, None), []),
]


@pytest.fixture(scope="module")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Any:
    tables = catalogue(
        units=[unit("S1"), *district("D1", 2)],
        indicators=[
            indicator(STATE),
            indicator(YEAR, period="year_to_date"),
            indicator(COUNT, measure="count"),
            indicator(YEARLY_COUNT, measure="count", period="year_to_date"),
            indicator(PERIOD, period="period"),
        ],
    )
    return load_catalog(write_catalogue(tables, tmp_path_factory.mktemp("doubts") / "catalog"))


@pytest.mark.parametrize(("which", "before", "now", "expected"), CASES)
def test_a_figure_is_held_against_the_one_before(
    catalog: Any, which: str, before: Figure, now: Figure, expected: list[tuple[str, str]]
) -> None:
    rule = next(item for item in catalog.indicators if item.indicator_id == which)
    found = list(doubts_of(seen("S1", *now, which), seen("S1", *before, which), rule))
    wanted = [(column, getattr(doubt_words, name).split("{")[0]) for column, name in expected]
    assert [column for column, _ in found] == [column for column, _ in wanted]
    assert all(text.startswith(start) for (_, text), (_, start) in zip(found, wanted, strict=True))


@pytest.mark.parametrize(
    ("own", "communes", "doubted"),
    [((3, 30), [(1, 10), (2, 20)], True), ((3, 31), [(1, 10), (2, 20)], False), ((1, 10), [(1, 10)], False)],
)
def test_a_district_that_equals_the_sum_of_its_communes_is_doubted(
    catalog: Any, own: tuple[int, int], communes: list[tuple[int, int]], doubted: bool
) -> None:
    rows = [seen("D1", NEW, *own), *(seen(f"D1-{n}", NEW, *pair) for n, pair in enumerate(communes, start=1))]
    assert counted_twice(rows, catalog.units) == ({("D1", STATE)} if doubted else set())
