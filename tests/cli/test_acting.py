"""A command given a user: what that user may, and what that user may see."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.visitors import let_in
from scorecard.access.roles import Role
from scorecard.cli.app import app
from scorecard.cli.as_user import ACTS
from tests.cli.command_line import run
from tests.homes.small_home import small_home

# Whoever runs these can open the files of the home anyway.
OF_THE_SERVER = {"demo", "boundaries", "serve", "backup", "restore"}
USERS = {
    "leader-all-visitor": (Role.leader, None),
    "steward-all-visitor": (Role.steward, None),
    "unit-s1-visitor": (Role.unit, "S1"),
    "unit-d1-visitor": (Role.unit, "D1"),
    "admin-all-visitor": (Role.admin, None),
}
SEEN = {
    "leader-all-visitor": {"S1", "S2", "D1", "D1-1", "D1-2", "D1-3", "D2"},
    "unit-s1-visitor": {"S1"},
    "unit-d1-visitor": {"D1", "D1-1", "D1-2", "D1-3"},
}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = small_home(tmp_path_factory.mktemp("acting"))
    for name, (role, unit_id) in USERS.items():
        let_in(home, role, unit_id, token=name)
    return home


def command(home: Path, user: str, *arguments: object):  # type: ignore[no-untyped-def]
    return run("--home", home, "--catalog", home.parent / "catalog", "--user", user, *arguments)


def test_every_command_stands_in_the_table_or_is_of_the_server() -> None:
    commands = {item.name or getattr(item.callback, "__name__", "") for item in app.registered_commands}
    groups = {item.name for item in app.registered_groups}
    assert commands | groups == set(ACTS) | OF_THE_SERVER and not set(ACTS) & OF_THE_SERVER


@pytest.mark.parametrize("user", SEEN)
@pytest.mark.parametrize("level", ["indicator", "task"])
def test_lights_are_those_the_user_may_see(home: Path, user: str, level: str) -> None:
    rows = command(home, user, "lights", "--week", "2023-W42", "--level", level, "--format", "json").json()
    assert {row["unit_id"] for row in rows} == SEEN[user]


@pytest.mark.parametrize(
    ("user", "groups"), [("unit-s1-visitor", set()), ("unit-d1-visitor", {"area:D1", "communes:D1"})]
)
def test_sums_are_those_of_the_own_area(home: Path, user: str, groups: set[str]) -> None:
    rows = command(home, user, "lights", "--week", "2023-W42", "--level", "group", "--format", "json").json()
    assert {row["group"] for row in rows} == groups


def test_another_unit_is_as_if_there_were_none(home: Path) -> None:
    asked = ("lights", "--week", "2023-W42", "--unit")
    theirs, nowhere = (
        command(home, "unit-s1-visitor", *asked, "S2"),
        command(home, "unit-s1-visitor", *asked, "NOWHERE"),
    )
    assert theirs.code == nowhere.code == 2 and theirs.err.replace("S2", "") == nowhere.err.replace("NOWHERE", "")


@pytest.mark.parametrize(
    ("user", "arguments"),
    [
        ("unit-s1-visitor", ["weeks"]),
        ("unit-s1-visitor", ["briefing", "--week", "2023-W42"]),
        ("leader-all-visitor", ["withdraw", "--week", "2023-W42", "x.csv"]),
        ("leader-all-visitor", ["user", "list"]),
        ("steward-all-visitor", ["audit", "list"]),
        ("admin-all-visitor", ["lights", "--week", "2023-W42"]),
        ("admin-all-visitor", ["serve"]),
        ("nobody", ["weeks"]),
    ],
)
def test_what_the_role_does_not_allow_is_refused(home: Path, user: str, arguments: list[str]) -> None:
    ran = command(home, user, *arguments)
    assert ran.code == 1 and ran.out == "" and user in ran.err
