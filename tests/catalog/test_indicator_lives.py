"""An indicator has lives as a unit has: dates that follow each other, and one definition on every day."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from scorecard.catalog import Catalog, load_catalog
from scorecard.catalog.differences import compare_catalogs
from scorecard.errors import CatalogError
from tests.catalogs.catalogue_rows import (
    Row,
    catalogue,
    computed,
    indicator,
    mapped,
    paired,
    target,
    write_catalogue,
)

OLD, NEW = {"valid_from": "", "valid_to": "2023-12-31"}, {"valid_from": "2024-01-01", "valid_to": ""}
PARTS = ("numerator", "denominator")
THEN, NOW = dt.date(2023, 12, 31), dt.date(2024, 1, 1)


def load(folder: Path, indicators: list[Row], **tables: list[Row]) -> Catalog:
    return load_catalog(write_catalogue(catalogue(indicators=indicators, **tables), folder))


def test_each_day_has_its_life_in_the_order_of_the_file(tmp_path: Path) -> None:
    lives = [indicator(name="New", **NEW), indicator("I2"), indicator(name="Old", **OLD), indicator("I3", **NEW)]
    catalog = load(tmp_path, lives)
    assert [item.name for item in catalog.indicators_on(THEN)] == ["Indicator I2", "Old"]
    assert [item.name for item in catalog.indicators_on(NOW)] == ["New", "Indicator I2", "Indicator I3"]
    assert catalog.on(THEN).indicators == catalog.indicators_on(THEN)
    assert catalog.on(THEN).on(NOW).indicators == catalog.indicators_on(NOW)
    assert catalog.on(THEN).rules_version == catalog.rules_version and len(catalog.indicators) == 4


def test_columns_that_are_not_there_or_blank_are_always_and_change_no_version(tmp_path: Path) -> None:
    plain = load(tmp_path / "plain", [indicator()])
    blank = load(tmp_path / "blank", [indicator(valid_from="", valid_to="")])
    assert plain.rules_version == blank.rules_version
    assert plain.on(dt.date(1900, 1, 1)) is plain and blank.on(dt.date(2100, 1, 1)) is blank
    dated = load(tmp_path / "dated", [indicator(valid_from="2023-01-01")])
    assert dated.rules_version != plain.rules_version


WRONG: list[tuple[list[Row], list[str]]] = [
    ([indicator(**OLD), indicator(**NEW)], []),
    ([indicator(**NEW), indicator(**OLD)], []),
    ([indicator(), indicator()], ["indicators.csv, dòng 3, cột indicator_id"]),
    ([indicator(**NEW), indicator(**NEW)], ["indicators.csv, dòng 3, cột indicator_id"]),
    ([indicator(), indicator(**NEW)], ["indicators.csv, dòng 3, cột valid_from: tìm thấy “2024-01-01”"]),
    (
        [indicator(**OLD), indicator(valid_from="2023-12-31")],
        ["indicators.csv, dòng 3, cột valid_from: tìm thấy “2023-12-31”"],
    ),
    (
        [indicator(valid_from="2024-01-02", valid_to="2024-01-01")],
        ["indicators.csv, dòng 2, cột valid_to: tìm thấy “2024-01-01”"],
    ),
    ([indicator(valid_from="01/01/2024")], ["indicators.csv, dòng 2, cột valid_from: tìm thấy “01/01/2024”"]),
]


@pytest.mark.parametrize(("lives", "problems"), WRONG)
def test_lives_follow_each_other(tmp_path: Path, lives: list[Row], problems: list[str]) -> None:
    try:
        load(tmp_path, lives)
        said = []
    except CatalogError as error:
        said = str(error).splitlines()[1:]
    assert [line[: len(start)] for line, start in zip(said, problems, strict=True)] == problems


def test_a_threshold_is_held_to_the_direction_of_the_day_it_begins(tmp_path: Path) -> None:
    lives = [indicator(**OLD), indicator(direction="lower", **NEW)]
    fitting = [target(), target(green="10", amber="20", effective_from="2024-01-01")]
    load(tmp_path / "fits", lives, targets=fitting)
    with pytest.raises(CatalogError, match=r"targets\.csv, dòng 3, cột amber"):
        load(tmp_path / "not", lives, targets=[target(), target(effective_from="2024-01-01")])


def test_what_names_an_indicator_fits_each_of_its_lives(tmp_path: Path) -> None:
    lives = [indicator(**OLD), indicator(measure="count", **NEW), indicator("I9", **NEW)]
    with pytest.raises(CatalogError) as refused:
        load(tmp_path, lives, pairs=[paired("I1", "I9")], computed=[computed("I1")])
    assert "pairs.csv, dòng 2, cột in_time" in str(refused.value)
    assert "computed.csv, dòng 2, cột indicator_id" in str(refused.value)


def test_the_catalogue_of_a_day_names_no_indicator_of_another(tmp_path: Path) -> None:
    columns = [mapped("Unit", "unit_id"), *(mapped(f"{n} {i}", n, i) for i in ("I1", "I9") for n in PARTS)]
    tables: dict[str, Any] = {"columns": columns, "pairs": [paired("I1", "I9")], "computed": [computed("I8")]}
    catalog = load(tmp_path, [indicator(), indicator("I9", **NEW), indicator("I8", **NEW)], **tables)
    assert (catalog.on(NOW).columns, catalog.on(NOW).pairs) == (catalog.columns, catalog.pairs)
    then = catalog.on(THEN)
    assert (then.pairs, then.computed) == ((), ())
    assert [(row.part, row.indicator_id) for row in then.columns] == [
        ("unit_id", None),
        ("numerator", "I1"),
        ("denominator", "I1"),
        ("ignored", None),
        ("ignored", None),
    ]


SAME: list[tuple[dict[str, str], bool]] = [
    ({}, True),
    ({"name": "Other"}, True),
    ({"core": "false"}, True),
    ({"applies_to": "commune"}, True),
    ({"max_age_days": "10"}, True),
    ({"numerator": "Other"}, False),
    ({"denominator": "Other"}, False),
    ({"direction": "lower"}, False),
    ({"unit": "x"}, False),
    ({"period": "period"}, False),
    ({"measure": "count"}, False),
]


@pytest.mark.parametrize(("other", "same"), SAME)
def test_a_figure_counts_in_another_life_of_the_same_definition_only(
    tmp_path: Path, other: dict[str, str], same: bool
) -> None:
    catalog = load(tmp_path, [indicator(**OLD), indicator(**NEW | other)], targets=[])
    assert catalog.counts_on(NOW, "I1", THEN) is same and catalog.counts_on(THEN, "I1", NOW) is same
    assert catalog.counts_on(NOW, "I1", NOW) and catalog.counts_on(THEN, "I1", THEN)


def test_a_day_without_the_indicator_is_a_day_without_figures(tmp_path: Path) -> None:
    catalog = load(tmp_path, [indicator(**NEW)])
    assert not catalog.counts_on(NOW, "I1", THEN) and not catalog.counts_on(THEN, "I1", NOW)
    assert not catalog.counts_on(NOW, "I2", NOW)


def test_lives_are_compared_one_by_one(tmp_path: Path) -> None:
    before = load(tmp_path / "before", [indicator(**OLD)])
    after = load(tmp_path / "after", [indicator(**OLD), indicator(**NEW)])
    counted = {row["file"]: (row["added"], row["removed"], row["changed"]) for row in compare_catalogs(before, after)}
    assert counted["indicators.csv"] == (1, 0, 0)
