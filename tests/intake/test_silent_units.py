"""Units that send nothing are named once for a set of files, not once each."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from scorecard.catalog import Catalog, load_catalog
from scorecard.intake.ingest import check_files
from scorecard.text import doubt_words
from scorecard.weeks import ReportWeek
from tests.catalogs.catalogue_rows import (
    catalogue,
    computed,
    district,
    indicator,
    seen,
    target,
    unit,
    write_catalogue,
    write_observations,
)
from tests.homes.small_home import publish_week

WEEK = ReportWeek.parse("2023-W42")
LAST_WEEK, BEFORE = "2023-10-09", "2023-10-08"
ALL = ("S1", "S2", "D1", "D1-1", "D1-2", "D1-3", "D1-4")


@pytest.fixture
def catalog(tmp_path: Path) -> Catalog:
    tables = catalogue(
        units=[unit("S1"), unit("S2"), unit("S9", valid_to="2023-10-15"), *district("D1", 4)],
        indicators=[indicator("I1"), indicator("SENT", applies_to="department", only_unit="S1")],
        targets=[target()],
        computed=[computed()],
    )
    return load_catalog(write_catalogue(tables, tmp_path / "catalog"))


def warned(catalog: Catalog, home: Path, units: Iterable[str]) -> list[str]:
    file = write_observations([seen(code, "2023-10-19", 9, 10) for code in units], home.parent / "a.csv")
    found = check_files(home, catalog, [file], WEEK, None).checked
    assert not found.problems
    return [item.advice for item in found.warnings if item.file == doubt_words.ALL_FILES]


def labelled(code: str) -> str:
    return f"{code} (D1)" if "-" in code else code


CASES: list[tuple[dict[str, str], tuple[str, ...], tuple[str, ...]]] = [
    ({}, ALL, ()),
    ({}, ("S1", "D1", "D1-1", "D1-2", "D1-3", "D1-4"), ("S2",)),
    ({}, ("S1", "S2"), ("D1", "D1-1", "D1-2", "D1-3", "D1-4")),
    ({"D1": LAST_WEEK, "D1-1": BEFORE}, ("S1", "S2", "D1-2", "D1-3", "D1-4"), ("D1-1",)),
    (dict.fromkeys(ALL, LAST_WEEK), ("S2",), ()),
    ({"S1": BEFORE}, ALL[1:], ("S1",)),
]


@pytest.mark.parametrize(("known", "given", "silent"), CASES)
def test_the_units_that_sent_nothing_are_named_in_one_warning(
    tmp_path: Path, catalog: Catalog, known: dict[str, str], given: Any, silent: tuple[str, ...]
) -> None:
    home = tmp_path / "home"
    if known:  # W41 also gets a computed figure of S1, which is nobody's sending
        publish_week(home, catalog, "2023-W41", [seen(code, day, 9, 10) for code, day in known.items()])
    found = warned(catalog, home, given)
    assert len(found) == bool(silent)
    if silent:
        assert found[0].startswith(f"{len(silent)} đơn vị không gửi số liệu") and "09/10/2023" in found[0]
        assert found[0].rstrip(".").endswith(": " + ", ".join(map(labelled, silent)))


def test_nobody_is_called_silent_while_a_file_cannot_be_read(tmp_path: Path, catalog: Catalog) -> None:
    (tmp_path / "broken.xlsx").write_bytes(b"PK")
    good = write_observations([seen("S1", "2023-10-19", 1, 10)], tmp_path / "good.csv")
    given = [tmp_path / "broken.xlsx", good]
    found = check_files(tmp_path / "home", catalog, given, WEEK, None).checked
    assert found.problems and not found.warnings
    taken = check_files(tmp_path / "home", catalog, given, WEEK, None, skip_bad=True).checked
    assert [item.file for item in taken.warnings] == [doubt_words.ALL_FILES]


def test_only_the_first_names_are_listed(tmp_path: Path, catalog: Catalog) -> None:
    (advice,) = warned(catalog, tmp_path / "home", ())
    assert advice.startswith("7 đơn vị") and advice.endswith(": S1, S2, D1, D1-1 (D1), D1-2 (D1)…")


def test_two_files_of_one_name_with_the_same_mistake_are_both_named(tmp_path: Path, catalog: Catalog) -> None:
    rows = [seen("S1", "2023-10-19", 11, 10)], [seen("S1", "2023-10-19", 11, 10), seen("S2", "2023-10-19", 1, 10)]
    for folder, given in zip(("a", "b"), rows, strict=True):
        (tmp_path / folder).mkdir()
        write_observations(given, tmp_path / folder / "x.csv")
    files = [tmp_path / "a" / "x.csv", tmp_path / "b" / "x.csv"]
    assert len(check_files(tmp_path / "home", catalog, files, WEEK, None).bad) == 2
    assert not check_files(tmp_path / "home", catalog, files, WEEK, None, skip_bad=True).left_out
