"""Where each kind of content stands: words, SQL, and what only the catalogue may know."""

from __future__ import annotations

import ast
import csv
import re
import unicodedata
from pathlib import Path

import pytest

from scorecard.settings import ROOT
from tests.house.project_files import SOURCES, named, tree_of, written_by_hand

OF_SQL = {"scorecard/snapshots/warehouse.py", "scorecard/publishing/judge.py", "scorecard/publishing/publish.py"}
SQL = re.compile(
    r"\A\s*(SELECT\s|WITH\s+\w+\s+AS\b|INSERT\s+INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM|CREATE\s|COPY\s|ATTACH\s|SET\s+\w+\s*=)"
    r"|\bSELECT\b.*\bFROM\b",
    re.DOTALL,
)


def vietnamese_in(text: str) -> str:
    """The letters no English text has, composed or not."""
    letters = unicodedata.normalize("NFC", text)
    return "".join(c for c in letters if c in "đĐ" or (c.isalpha() and len(unicodedata.normalize("NFD", c)) > 1))


def is_for_words(file: Path) -> bool:
    name = named(file)
    places = ("scorecard/text/", "docs/", "tests/")
    # A home inside data/ holds catalogues too: what was kept there is nobody's code.
    return name.startswith((*places, "data/")) or name == "scorecard/format.py" or file.name.startswith("LICENSE")


def test_vietnamese_stands_only_where_words_belong() -> None:
    checked = [file for file in written_by_hand() if not is_for_words(file)]
    assert len(checked) > len(SOURCES) // 2
    found = [
        f"{named(file)}:{number} {letters}"
        for file in checked
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1)
        if (letters := vietnamese_in(line))
    ]
    assert found == [], "move the words to scorecard/text/"


@pytest.mark.parametrize("text", ["Tuần", "đỏ", "Đ", unicodedata.normalize("NFD", "hồ sơ")])
def test_this_test_would_see_vietnamese(text: str) -> None:
    assert vietnamese_in(text)
    assert not vietnamese_in("1.204/3.111 × 100 – ≥ 40 %")


def test_sql_stands_only_in_query_files_and_beside_the_database() -> None:
    found = [
        f"{named(file)}:{node.lineno}"
        for file in SOURCES
        if named(file) not in OF_SQL
        for node in ast.walk(tree_of(file))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and SQL.search(node.value)
    ]
    assert found == []


def test_this_test_would_see_sql() -> None:
    for text in ("SELECT a FROM b", "\n  WITH x AS (SELECT 1)", "SET memory_limit = 1", "EXPLAIN SELECT a\nFROM b"):
        assert SQL.search(text)
    assert not SQL.search("Select a week from the list")


def ids_of_the_catalogue() -> set[str]:
    ids = set()
    for name, column in (("units", "unit_id"), ("indicators", "indicator_id")):
        with (ROOT / "data" / "catalog" / f"{name}.csv").open(encoding="utf-8-sig", newline="") as lines:
            ids |= {row[column] for row in csv.DictReader(lines)}
    return ids


def test_the_code_knows_no_unit_and_no_indicator_of_the_catalogue() -> None:
    """Another letter is only other CSV files; words may show a code as an example."""
    ids = ids_of_the_catalogue()
    assert ids
    code = [file for file in [*SOURCES, *sorted((ROOT / "queries").rglob("*.sql"))] if not is_for_words(file)]
    written = re.compile(r"[A-Z][A-Z0-9.-]*[A-Z0-9]|\b[0-9]{3,5}\b")
    known = {named(file): ids & set(written.findall(file.read_text(encoding="utf-8"))) for file in code}
    assert {name: found for name, found in known.items() if found} == {}
