"""An application database for every test of accounts: SQLite always, PostgreSQL where a server is installed."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine, text

from scorecard.access import passwords
from scorecard.access.database import open_database
from tests.access.servers import find_programs, postgresql


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The URL of a running PostgreSQL server."""
    programs = find_programs()
    if programs is None:
        pytest.skip("no PostgreSQL server is installed (initdb was not found)")
    with postgresql(programs) as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Engine]:
    """A new, empty application database."""
    monkeypatch.delenv("SCORECARD_DATABASE_URL", raising=False)
    if request.param == "postgresql":
        name = f"t{secrets.token_hex(6)}"
        url = request.getfixturevalue("server")
        _create(url, name)
        monkeypatch.setenv("SCORECARD_DATABASE_URL", url.removesuffix("postgres") + name)
    engine = open_database(tmp_path / "home")
    yield engine
    engine.dispose()


@pytest.fixture(autouse=True)
def _cheap_hashes(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Hashes of the least cost, or every account of a test would take a third of a second."""
    if "true_cost" not in request.keywords:
        monkeypatch.setattr(passwords, "COST", 4)


def _create(url: str, name: str) -> None:
    maker = create_engine(url.replace("postgresql://", "postgresql+psycopg://"), isolation_level="AUTOCOMMIT")
    with maker.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    maker.dispose()
