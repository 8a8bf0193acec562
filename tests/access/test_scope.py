"""Who sees whose rows: the query layer, whatever a page or an export asks for."""

from __future__ import annotations

from pathlib import Path

import pytest

from scorecard.access.pages import ACTS, first_page, may_open, pages_for
from scorecard.access.roles import MAY, Act, Person, Role
from scorecard.access.scope import build_scope
from scorecard.address.page_names import PAGES
from scorecard.catalog import load_catalog
from scorecard.catalog.scope import ALL, NOTHING, Scope
from scorecard.lights import rows as light_rows
from scorecard.settings import QUERIES
from scorecard.snapshots.query_files import load_query
from scorecard.snapshots.row_classes import QUERY_OF
from scorecard.snapshots.warehouse import Warehouse
from tests.homes.small_home import DAY, samples_for, small_home
from tests.ui.readers import ADMIN, LEADER, SINCE_LONG, STEWARD, of_unit

SEEN = {"S1": {"S1"}, "D1": {"D1", "D1-1", "D1-2", "D1-3"}, "D1-1": {"D1-1"}, "D2": {"D2"}, "NOBODY": set()}
GROUPS = {"D1": {"area:D1", "communes:D1"}}
READING = sorted(file.stem for file in QUERIES.glob("*.sql"))
ROWS = {name: row for row, name in QUERY_OF.items() if row.__module__ == light_rows.__name__}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_home(tmp_path_factory.mktemp("scope"))


@pytest.mark.parametrize("unit_id", SEEN)
def test_a_unit_sees_itself_and_a_district_its_communes(home: Path, unit_id: str) -> None:
    scope = build_scope(of_unit(unit_id), load_catalog(home.parent / "catalog"), DAY)
    lives = frozenset((name, SINCE_LONG) for name in SEEN[unit_id])
    assert scope == Scope(frozenset(SEEN[unit_id]), frozenset(GROUPS.get(unit_id, ())), lives)


@pytest.mark.parametrize(("reader", "scope"), [(LEADER, ALL), (STEWARD, ALL), (ADMIN, NOTHING)])
def test_the_other_roles_see_all_or_nothing(home: Path, reader: Person, scope: Scope) -> None:
    assert build_scope(reader, load_catalog(home.parent / "catalog"), DAY) == scope


@pytest.mark.parametrize("name", READING)
@pytest.mark.parametrize("unit_id", [*SEEN, None])
def test_no_query_gives_a_row_of_somebody_else(home: Path, name: str, unit_id: str | None) -> None:
    """`None` is somebody who may see nothing."""
    scope = build_scope(of_unit(unit_id), load_catalog(home.parent / "catalog"), DAY) if unit_id else NOTHING
    query, wide = load_query(name), Warehouse(home)
    limited = Warehouse(home, scope)
    asked = [samples_for(query, home)]
    # Asked for everything, and for what is not theirs.
    asked.append(asked[0] | {key: None for key in ("unit_id", "group_id", "task_no") if key in query.params})
    for params in asked:
        everything, found = wide.run(ROWS[name], **params), limited.run(ROWS[name], **params)
        if "unit_id" in query.columns:
            assert {row.unit_id for row in found} <= (scope.units or set())
            assert [row for row in everything if scope.sees(row.unit_id)] == found
        elif "group_id" in query.columns:
            assert [row for row in everything if scope.sees_group(row.group_id)] == found
        elif name != "peer_values":
            assert unit_id or found == [] or all(not value for row in found for value in row[1:])


def test_only_the_query_that_names_no_unit_reads_everybody() -> None:
    for name in READING:
        query = load_query(name)
        assert "read_parquet" not in query.sql, name
        if "all_rows(" in query.sql:
            assert name == "peer_values" and not {"unit_id", "group_id"} & set(query.columns)


def test_scopes_are_kept_apart_by_their_keys() -> None:
    one, none = frozenset({"a"}), frozenset[str]()
    scopes = [ALL, NOTHING, Scope(one, none), Scope(none, one), Scope(None, none), Scope(none, None)]
    assert len({scope.key for scope in scopes}) == len(scopes)


def test_every_page_has_a_row_in_the_table_of_acts() -> None:
    assert set(ACTS) == {name for name, _ in PAGES}
    assert set(MAY) == set(Role)


@pytest.mark.parametrize("role", Role)
def test_what_a_role_may_not_open_stands_in_no_navigation(role: Role) -> None:
    reader = Person(1, "x", "X", role, "S1" if role is Role.unit else None)
    for scope in (ALL, NOTHING):
        assert all(may_open(reader, name) for name in pages_for(reader, scope))
    assert not may_open(reader, "unknown")
    first = first_page(reader).split("?")[0] or PAGES[0][0]
    assert may_open(reader, first)


def test_nobody_changes_figures_but_the_steward() -> None:
    assert [role for role in Role if Act.publish in MAY[role]] == [Role.steward]
    assert [role for role in Role if Act.accounts in MAY[role]] == [Role.admin]
