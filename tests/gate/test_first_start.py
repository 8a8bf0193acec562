"""Who can sign in after the first start, and what the console says of it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from scorecard.access.accounts.accounts import list_accounts
from scorecard.access.accounts.passwords import is_password
from scorecard.access.tables import ACCOUNTS
from scorecard.catalog import load_catalog
from scorecard.database.engine import open_database
from scorecard.gate.first_start import first_start
from scorecard.settings import Settings
from tests.catalogs.catalogue_rows import catalogue, district, seen, unit, write_catalogue
from tests.homes.small_home import publish_week

TABLES = catalogue(units=[unit("S1"), *district("D1", 1)])


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "home", write_catalogue(TABLES, tmp_path / "catalog"))


def publish(settings: Settings, *, synthetic: bool) -> None:
    rows = [seen("S1", "2023-10-19", 1, 2)]
    publish_week(settings.home, load_catalog(settings.catalog), "2023-W42", rows, synthetic=synthetic)


def names(settings: Settings) -> list[tuple[str, str, bool, bool]]:
    found = list_accounts(open_database(settings.home))
    return [(account.user_name, account.role.value, account.demo, account.must_change) for account in found]


def test_a_demo_home_has_an_account_of_every_role_and_prints_them_at_every_start(settings: Settings) -> None:
    publish(settings, synthetic=True)
    lines = first_start(settings, local=True)
    assert first_start(settings, local=True) == lines
    assert {name[1:] for name in names(settings)} == {
        (role, True, False) for role in ("leader", "steward", "admin", "unit")
    }
    hashes = {
        row.user_name: row.password_hash for row in open_database(settings.home).connect().execute(ACCOUNTS.select())
    }
    told = [re.fullmatch(r"  (\S+) +(\S+)   .+", line) for line in lines[1:]]
    assert len(told) == len(hashes) == 5 and all(line and is_password(line[2], hashes[line[1]]) for line in told)
    assert (settings.home / "demo-accounts.txt").stat().st_mode & 0o777 == 0o600


def test_where_others_get_in_accounts_to_try_with_are_named_as_shut(settings: Settings) -> None:
    publish(settings, synthetic=True)
    first_start(settings, local=True)
    (line,) = first_start(settings, local=False)
    assert "không đăng nhập được" in line


@pytest.mark.parametrize("local", [True, False])
@pytest.mark.parametrize("filled", [True, False], ids=["real", "empty"])
def test_any_other_home_has_one_administrator_whose_password_is_said_once(
    settings: Settings, filled: bool, local: bool
) -> None:
    if filled:
        publish(settings, synthetic=False)
    first = " ".join(first_start(settings, local=local))
    assert "admin" in first and first_start(settings, local=local) == []
    assert names(settings) == [("admin", "admin", False, True)]
    assert not (settings.home / "demo-accounts.txt").exists()


def test_a_database_that_cannot_be_opened_is_said_and_nothing_stops(settings: Settings) -> None:
    settings.home.mkdir(parents=True)
    (settings.home / "scorecard.sqlite3").write_bytes(b"no database" * 100)
    (line,) = first_start(settings, local=True)
    assert "tệp bị hỏng" in line
