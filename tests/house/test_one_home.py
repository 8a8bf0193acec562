"""What has one home is written down there alone: the sets of statuses, and what follows from a measure."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from scorecard.catalog.measure import Measure
from scorecard.lights.status import Status
from tests.house.project_files import PACKAGE, named, part_of, tree_of

STATUSES = {status.value for status in Status}
MEASURES = {measure.value for measure in Measure}
OF_STATUS = {"scorecard/lights/status.py", "scorecard/catalog/ladder.py"}
OF_MEASURE = "scorecard/catalog/measure.py"
_COLUMNS = {"green", "amber"}  # thresholds are columns of these names


def words_in(nodes: list[ast.expr] | list[ast.expr | None]) -> list[str]:
    found = [node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    return [word for word in found if word in STATUSES]


def status_sets(tree: ast.Module) -> Iterator[tuple[int, list[str]]]:
    """Every order, set or table in which two statuses or more stand as words, with its line."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Tuple | ast.List | ast.Set):
            words = words_in(node.elts)
        elif isinstance(node, ast.Dict):
            words = words_in(node.keys)
        else:
            continue
        if len(words) > 1 and set(words) != _COLUMNS:
            yield node.lineno, words


def measure_comparisons(tree: ast.Module) -> Iterator[int]:
    """Every line that compares a measure with a word, or looks one up by it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare):
            sides = [node.left, *node.comparators]
            asks = any(isinstance(part, ast.Attribute) and part.attr == "measure" for part in parts_of(sides))
            if asks and any(isinstance(part, ast.Constant) and part.value in MEASURES for part in parts_of(sides)):
                yield node.lineno
        elif isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Attribute) and node.slice.attr == "measure":
            yield node.lineno


def parts_of(sides: list[ast.expr]) -> Iterator[ast.AST]:
    for side in sides:
        yield from ast.walk(side)


def speaks_of_lights(file: Path) -> bool:
    return part_of(file) != "text" and named(file) not in OF_STATUS


@pytest.mark.parametrize("file", [file for file in PACKAGE if speaks_of_lights(file)], ids=named)
def test_no_set_and_no_order_of_statuses_is_written_down_a_second_time(file: Path) -> None:
    found = [f"{named(file)}:{line} {words}" for line, words in status_sets(tree_of(file))]
    assert found == [], "use the members and the named sets of scorecard/lights/status.py"


@pytest.mark.parametrize("file", [file for file in PACKAGE if named(file) != OF_MEASURE], ids=named)
def test_what_follows_from_a_measure_is_asked_of_the_measure(file: Path) -> None:
    found = [f"{named(file)}:{line}" for line in measure_comparisons(tree_of(file))]
    assert found == [], "ask a property of scorecard/catalog/measure.py"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ('A = ("red", "amber")', 1),
        ('row.status in ["missing", "stale"]', 1),
        ('A = {"red": 0, "green": 1}', 1),
        ('A = frozenset({"red", "no_rule"})', 1),
        ('A = ("green", "amber")', 0),
        ('row.status == "red"', 0),
        ('A = ("red", "apple")', 0),
    ],
)
def test_this_test_would_see_a_set_of_statuses(text: str, count: int) -> None:
    assert len(list(status_sets(ast.parse(text)))) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ('item.measure == "ratio"', 1),
        ('(item.measure, item.direction) != ("ratio", "higher")', 1),
        ('item.measure in ("score", "count")', 1),
        ("{}[item.measure]", 1),
        ("item.measure.divides", 0),
        ('item.direction == "higher"', 0),
    ],
)
def test_this_test_would_see_a_measure_compared(text: str, count: int) -> None:
    assert len(list(measure_comparisons(ast.parse(text)))) == count
