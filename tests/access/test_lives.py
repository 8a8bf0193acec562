"""An account is of a life of its unit's code: it sees that life on an edition's day, and never the next one."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import update

from scorecard.access.accounts.accounts import account_of, add_account, list_accounts, set_role
from scorecard.access.lives import known_lives, life_of, units_today
from scorecard.access.roles import Role
from scorecard.access.scope import build_scope
from scorecard.access.sign_in.provider import Provider, admit
from scorecard.access.sign_in.throttle import Origin
from scorecard.access.tables import ACCOUNTS
from scorecard.catalog import Catalog, load_catalog
from scorecard.catalog.scope import NOTHING
from scorecard.database.engine import open_database, reading, writing
from tests.access.people import ACTOR
from tests.catalogs.catalogue_rows import catalogue, unit, write_catalogue
from tests.cli.command_line import run
from tests.homes.lives_home import LAST, NEW, OLD, lives_catalog, lives_home
from tests.ui.readers import of_unit

MADE = dt.datetime(2024, 1, 10, 9, tzinfo=dt.UTC)
# code and first day of the account -> the units it sees before 16 February 2024, and since
SEEN: list[tuple[str, dt.date, set[str], set[str]]] = [
    ("461", OLD, {"461", "461-1", "19330"}, {"461", "461-1", "19400"}),
    ("465", OLD, {"465", "465-1"}, {"465", "465-1", "19330"}),
    ("466", OLD, {"466", "19400"}, set()),
    ("19330", OLD, {"19330"}, set()),
    ("19330", NEW, set(), {"19330"}),
    ("19400", OLD, {"19400"}, set()),
    ("19400", NEW, set(), {"19400"}),
    ("19330", dt.date(2010, 1, 1), set(), set()),
]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return lives_home(tmp_path_factory.mktemp("accounts"))


@pytest.mark.parametrize(("code", "since", "before", "now"), SEEN)
def test_an_account_sees_its_own_life_on_the_day_of_the_edition(
    home: Path, code: str, since: dt.date, before: set[str], now: set[str]
) -> None:
    catalog, person = lives_catalog(home), of_unit(code, since)
    for day, seen in ((LAST, before), (NEW, now)):
        scope = build_scope(person, catalog, day)
        assert scope.units == seen and (scope == NOTHING) is not seen
        own = {"area:" + code, "communes:" + code} if len(seen) > 1 else set()
        assert scope.groups == own
        assert {unit_id for unit_id, _ in scope.lives or ()} == seen


@pytest.mark.parametrize(("code", "since", "before", "now"), SEEN[:-1])
def test_the_lights_a_command_shows_somebody_are_those_of_that_life(
    tmp_path: Path, code: str, since: dt.date, before: set[str], now: set[str]
) -> None:
    home = lives_home(tmp_path)
    add_account(open_database(home), ACTOR, MADE, "who", "Ai", Role.unit, code, known_units={code: since})
    for week, seen in (("2024-W06", before), ("2024-W07", now)):
        asked = ("--home", home, "--catalog", home.parent / "catalog", "--user", "who")
        rows = run(*asked, "lights", "--week", week, "--format", "json").json()
        assert {row["unit_id"] for row in rows} == seen
        chased = run(*asked, "chase", "--week", week, "--format", "json")
        assert chased.code == 0 and {row["unit_id"] for row in chased.json()} <= seen


# lives of a code, the day the account was made -> the life it is bound to (0 is the first)
BOUND: list[tuple[list[tuple[str, str]], str, int | None]] = [
    ([("2020-01-01", "")], "2024-01-10", 0),
    ([("2020-01-01", "2024-02-15"), ("2024-02-16", "")], "2024-02-15", 0),
    ([("2020-01-01", "2024-02-15"), ("2024-02-16", "")], "2024-02-16", 1),
    ([("2020-01-01", "2023-12-31"), ("2024-02-16", "")], "2024-01-10", 0),  # nobody bore it: the newest by then
    ([("2024-02-16", ""), ("2020-01-01", "2023-12-31")], "2024-01-10", 1),  # whatever the order of the rows
    ([("2024-02-16", "2024-12-31"), ("2025-01-01", "")], "2024-01-10", 1),  # none by then: the newest
    ([], "2024-01-10", None),
]


@pytest.mark.parametrize(("lives", "made_on", "bound"), BOUND)
def test_what_was_made_before_lives_were_kept_belongs_to_the_life_of_its_day(
    tmp_path: Path, lives: list[tuple[str, str]], made_on: str, bound: int | None
) -> None:
    units = [unit("X", valid_from=first, valid_to=last) for first, last in lives]
    catalog = load_catalog(write_catalogue(catalogue(units=[unit("S9"), *units]), tmp_path / "catalog"))
    found = life_of(catalog, "X", None, dt.date.fromisoformat(made_on))
    assert found == (dt.date.fromisoformat(lives[bound][0]) if bound is not None else None)
    assert life_of(catalog, "X", OLD, dt.date.fromisoformat(made_on)) == OLD


def without_life(home: Path) -> None:
    """The accounts as an older version made them."""
    with writing(open_database(home)) as connection:
        connection.execute(update(ACCOUNTS).values(unit_from=None))


@pytest.mark.parametrize(("made_at", "weeks"), [(MADE, ["2024-W06"]), (MADE.replace(month=3), ["2024-W07"])])
def test_an_account_of_before_sees_the_life_of_the_day_it_was_made_on(
    tmp_path: Path, made_at: dt.datetime, weeks: list[str]
) -> None:
    home = lives_home(tmp_path)
    add_account(open_database(home), ACTOR, made_at, "who", "Ai", Role.unit, "19330")
    without_life(home)
    asked = ("--home", home, "--catalog", home.parent / "catalog", "--user", "who", "lights", "--format", "json")
    seen = [week for week in ("2024-W06", "2024-W07") if run(*asked, "--week", week).json()]
    assert seen == weeks


def test_an_account_made_now_is_of_the_life_of_today_else_of_the_newest(home: Path, tmp_path: Path) -> None:
    catalog = lives_catalog(home)
    for day, lives in ((LAST, {"19330": OLD, "466": OLD, "461": OLD}), (NEW, {"19330": NEW, "466": OLD, "461": OLD})):
        known = known_lives(units_today(catalog, day))
        assert {code: known[code] for code in lives} == lives
    engine, known = open_database(tmp_path), known_lives(units_today(catalog, NEW))
    made = add_account(engine, ACTOR, MADE, "who", "Ai", Role.unit, "19330", known_units=known)
    assert made.unit_from == NEW
    changed = set_role(engine, ACTOR, MADE, made.account_id, Role.unit, "466", known_units=known)
    assert changed.unit_from == OLD
    assert set_role(engine, ACTOR, MADE, made.account_id, Role.leader).unit_from is None


SERVERS = {"issuer": "https://a.vn", "address": "https://b.vn"}
PROVIDER = Provider.model_validate({"client_id": "x", "client_secret": "x", "roles": {"u": "unit"}} | SERVERS)
SIGNED_IN: list[tuple[list[tuple[str, str]], list[dt.date]]] = [
    # day of the sign-in and the code the provider names -> the life the account is bound to then
    ([("2024-02-15", "19330"), ("2024-02-16", "19330")], [OLD, NEW]),
    ([("2024-02-15", "466"), ("2024-02-16", "466")], [OLD, OLD]),  # it ended: its own past
    ([("2024-02-15", "466"), ("2024-02-16", "19400")], [OLD, NEW]),
    ([("2024-03-01", "466")], [OLD]),
]


@pytest.mark.parametrize(("signs_in", "lives"), SIGNED_IN)
def test_by_the_provider_it_is_the_life_of_the_day_of_the_sign_in(
    home: Path, tmp_path: Path, signs_in: list[tuple[str, str]], lives: list[dt.date]
) -> None:
    engine, catalog, found = open_database(tmp_path), lives_catalog(home), []
    for day, code in signs_in:
        now = dt.datetime.fromisoformat(f"{day}T09:00+07:00")
        claims: dict[str, Any] = {"preferred_username": "hoa", "roles": ["u"], "unit": code}
        admit(engine, now, PROVIDER, claims, Origin("10.0.0.1"), catalog)
        found.append(list_accounts(engine)[0].unit_from)
    assert found == lives


def test_a_catalogue_that_cannot_be_read_leaves_an_account_bound_as_it_is(home: Path, tmp_path: Path) -> None:
    engine, now = open_database(tmp_path), dt.datetime.fromisoformat("2024-02-15T09:00+07:00")
    claims: dict[str, Any] = {"preferred_username": "hoa", "roles": ["u"], "unit": "19330"}
    given: list[Catalog | None] = [lives_catalog(home), None]
    for catalog in given:
        admit(engine, now, PROVIDER, claims, Origin("10.0.0.1"), catalog)
        now += dt.timedelta(days=7)
    with reading(engine) as connection:
        assert account_of(connection, 1).unit_from == OLD
