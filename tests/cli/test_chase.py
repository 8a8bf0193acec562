"""The command `chase`: exact keys, the same lights as the list, filters that are refused or fit."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.visitors import let_in
from scorecard.access.roles import Role
from scorecard.text import general_words
from tests.cli.command_line import Ran, run
from tests.homes.chase_home import answer, ask, chase_home

KEYS = [
    "week", "revision", "unit_id", "task_no", "list", "status", "previous_status", "weeks", "step", "step_name",
    "reopened", "new", "indicator_id", "as_of", "numerator", "denominator", "value", "green", "gap", "explanation_id",
    "explanation_state", "due", "promised", "lacks_answer",
]  # fmt: skip
UNITS = {"unit-s1-visitor": "S1", "unit-d1-visitor": "D1"}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home, _ = chase_home(tmp_path_factory.mktemp("command"))
    answer(home, ask(home, "S2", 1, "2023-10-18"), "S2", "2023-10-20")
    ask(home, "D1-1", 1, "2023-10-19")
    for name, unit_id in UNITS.items():
        let_in(home, Role.unit, unit_id, token=name)
    let_in(home, Role.admin, token="admin-all-visitor")
    return home


def chase(home: Path, *arguments: object, user: str = "") -> Ran:
    given = ("--user", user) if user else ()
    return run("--home", home, "--catalog", home.parent / "catalog", *given, "chase", *arguments)


def test_rows_have_exact_keys_and_values(home: Path) -> None:
    ran = chase(home, "--format", "json")
    rows = ran.json()
    assert general_words.SYNTHETIC in ran.err and [list(row) for row in rows] == [KEYS] * len(rows)
    by_key = {(row["unit_id"], row["task_no"]): row for row in rows}
    assert by_key["D1-2", 1] == {
        "week": "2023-W42", "revision": 1, "unit_id": "D1-2", "task_no": 1, "list": "figures", "status": "missing",
        "previous_status": "missing", "weeks": 5, "step": 2, "step_name": "Hỏi", "reopened": False, "new": False,
        "indicator_id": "I1", "as_of": None, "numerator": None, "denominator": None, "value": None, "green": None,
        "gap": 1, "explanation_id": None, "explanation_state": None, "due": None, "promised": None,
        "lacks_answer": False,
    }  # fmt: skip
    said = ("explanation_state", "due", "promised", "lacks_answer")
    assert [by_key["S2", 1][name] for name in said] == ["answered", "2023-10-18", "2023-10-20", False]
    assert [by_key["D1-1", 1][name] for name in said] == ["asked", "2023-10-19", None, True]
    assert by_key["D1-1", 1]["reopened"] and by_key["S2", 1]["gap"] == 0.666667


@pytest.mark.parametrize(
    ("arguments", "units"),
    [
        (["--list", "figures"], ["D1-2"]),
        (["--list", "low", "--district", "D1"], ["D1-1", "D1"]),
        (["--task", "2"], ["S1"]),
        (["--step", "3"], ["S2", "S1"]),
        (["--unit", "D2"], []),
        (["--unit", "D2", "--week", "2023-W41"], ["D2"]),
    ],
)
def test_filters_fit(home: Path, arguments: list[str], units: list[str]) -> None:
    assert [row["unit_id"] for row in chase(home, *arguments, "--format", "json").json()] == units


@pytest.mark.parametrize(
    "arguments",
    [["--district", "S1"], ["--unit", "S9"], ["--task", "9"], ["--step", "9"], ["--week", "soon"], ["--list", "all"]],
)
def test_what_is_not_there_is_refused(home: Path, arguments: list[str]) -> None:
    ran = chase(home, *arguments)
    assert (ran.code, ran.out) == (2, "") and arguments[1] in ran.err


def test_a_csv_carries_the_mark_of_synthetic_figures(home: Path) -> None:
    lines = chase(home, "--format", "csv").out.splitlines()
    assert lines[0] == ",".join([*KEYS, "synthetic"]) and all(
        line.endswith(general_words.SYNTHETIC) for line in lines[1:]
    )


@pytest.mark.parametrize(("user", "units"), [("unit-s1-visitor", {"S1"}), ("unit-d1-visitor", {"D1", "D1-1", "D1-2"})])
def test_a_unit_is_shown_its_own(home: Path, user: str, units: set[str]) -> None:
    rows = chase(home, "--format", "json", user=user).json()
    assert {row["unit_id"] for row in rows} == units
    assert chase(home, "--unit", "S2", user=user).code == 2


def test_who_sees_no_lights_is_refused(home: Path) -> None:
    ran = chase(home, user="admin-all-visitor")
    assert ran.code == 1 and ran.out == ""


def test_a_home_without_a_week_says_so(tmp_path: Path, home: Path) -> None:
    ran = run("--home", tmp_path / "empty", "--catalog", home.parent / "catalog", "chase")
    assert ran.code == 1 and "Chưa có tuần nào" in ran.err
