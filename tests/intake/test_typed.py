"""What is typed on the page is read as a workbook that was sent, cell by cell."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest

from scorecard.catalog import Catalog, load_catalog
from scorecard.intake.given_files import GivenFile
from scorecard.intake.ingest import check_files
from scorecard.intake.long_form.typed_figures import FIRST_ROW, typed_rows, typed_workbook
from scorecard.intake.taken import Intake
from scorecard.weeks import ReportWeek
from tests.catalogs.catalogue_rows import catalogue, indicator, unit, write_catalogue

WEEK = ReportWeek.parse("2023-W42")
DATE = {"as_of": "19/10/2023"}


@pytest.fixture
def catalog(tmp_path: Path) -> Catalog:
    tables = catalogue(
        units=[unit("S1"), unit("S2")],
        indicators=[indicator("I1"), indicator("I2", measure="count"), indicator("I3", only_unit="S2")],
    )
    return load_catalog(write_catalogue(tables, tmp_path / "catalog"))


def checked(tmp_path: Path, catalog: Catalog, typed: dict[str, dict[str, str]]) -> Intake:
    content = typed_workbook(catalog, catalog.units[0], WEEK, typed, "typed")
    (tmp_path / "kept").write_bytes(content)
    return check_files(tmp_path / "home", catalog, [GivenFile("typed.xlsx", tmp_path / "kept")], WEEK, None)


def test_only_what_applies_to_the_unit_can_be_typed(catalog: Catalog) -> None:
    assert [[item.indicator_id for item in typed_rows(catalog, unit)] for unit in catalog.units] == [
        ["I1", "I2"],
        ["I1", "I2", "I3"],
    ]


def test_typed_figures_become_observations(tmp_path: Path, catalog: Catalog) -> None:
    intake = checked(
        tmp_path,
        catalog,
        {
            "I1": {"numerator": "1.234.567", "denominator": "2 000 000", "note": "a", **DATE},
            "I2": {"numerator": "12,5", **DATE},
        },
    )
    assert intake.checked.problems == []
    day = dt.date(2023, 10, 19)
    assert [(o.key, o.as_of, o.numerator, o.denominator, o.source, o.note) for o in intake.checked.observations] == [
        (("S1", "I1"), day, Decimal(1234567), Decimal(2000000), "typed; typed.xlsx, trang “Số liệu”, ô C2/D2", "a"),
        (("S1", "I2"), day, Decimal("12.5"), None, "typed; typed.xlsx, trang “Số liệu”, ô C3", ""),
    ]


@pytest.mark.parametrize(
    ("typed", "cells"),
    [
        ({"I1": {"numerator": "1.234", "denominator": "2000", **DATE}}, ["C2"]),
        ({"I1": {"numerator": "5", "denominator": "2", **DATE}}, ["C2"]),
        ({"I1": {"numerator": "1", "denominator": "2", "as_of": "hôm qua"}}, ["E2"]),
        ({"I2": {"numerator": "=1+1", **DATE}}, ["C3"]),
        ({"I2": {"numerator": "1", "denominator": "2", **DATE}}, ["D3"]),
        ({"I2": {"as_of": "19/10/2023"}}, ["C3"]),
    ],
)
def test_a_mistake_names_the_row_that_the_form_shows(
    tmp_path: Path, catalog: Catalog, typed: dict[str, dict[str, str]], cells: list[str]
) -> None:
    intake = checked(tmp_path, catalog, typed)
    assert [problem.cell for problem in intake.checked.problems] == cells
    rows = {item.indicator_id: number for number, item in enumerate(typed_rows(catalog, catalog.units[0]), FIRST_ROW)}
    assert int(cells[0][1:]) == rows[next(iter(typed))]


def test_the_same_figures_are_the_same_bytes(catalog: Catalog) -> None:
    typed = {"I1": {"numerator": "1", "denominator": "2", **DATE}}
    books = [typed_workbook(catalog, catalog.units[0], WEEK, typed, "typed") for _ in range(2)]
    assert books[0] == books[1]
    assert books[0] != typed_workbook(catalog, catalog.units[0], WEEK.next(), typed, "typed")
