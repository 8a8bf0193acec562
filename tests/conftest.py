"""What several tests share: the rule in both its implementations, a small home, databases, hypothesis profiles."""

from __future__ import annotations

import datetime as dt
import os
import secrets
import shutil
import subprocess
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from sqlalchemy import Engine, create_engine, text

from scorecard.database.engine import open_database
from tests.access.servers import find_programs, postgresql
from tests.catalogs.catalogue_rows import Rows, catalogue, write_catalogue
from tests.homes.made_once import share
from tests.plain import plain_groups, plain_rule

pytest_plugins = ["tests.costs"]

Judge = Callable[..., dict[str, list[dict[str, Any]]]]

_QUIET = [HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
# Every run draws the same examples; `--hypothesis-profile=long` looks further.
settings.register_profile("short", max_examples=25, deadline=None, derandomize=True, suppress_health_check=_QUIET)
settings.register_profile("long", max_examples=2000, deadline=None, database=None, suppress_health_check=_QUIET)
settings.load_profile("short")


def judge_in_sql(tables: Rows, observations: Iterable[Any], day: dt.date, folder: Path) -> dict[str, list[Any]]:
    """The three tables as queries/judge/*.sql finds them."""
    from scorecard.catalog import load_catalog
    from scorecard.publishing.judge import judge

    judgement = judge(load_catalog(write_catalogue(tables, folder)), observations, day)
    return {table: judgement.rows(table) for table in ("lights", "task_lights", "group_lights")}


def judge_in_plain_python(tables: Rows, observations: Iterable[Any], day: dt.date, _: Path) -> dict[str, list[Any]]:
    """The three tables as the dull second implementation finds them."""
    rows = list(observations)
    return {
        "lights": list(plain_rule.lights(tables, rows, day)),
        "task_lights": list(plain_rule.task_lights(tables, rows, day)),
        "group_lights": list(plain_groups.group_lights(tables, rows, day)),
    }


@pytest.fixture(params=[judge_in_sql, judge_in_plain_python], ids=["sql", "plain"])
def judged(request: pytest.FixtureRequest, tmp_path: Path) -> Judge:
    """The rule as a function of catalogue rows, observations and an ISO day: once in SQL, once in plain Python."""

    def run(tables: Rows, observations: Iterable[Any], day: str) -> dict[str, list[dict[str, Any]]]:
        return request.param(tables, observations, dt.date.fromisoformat(day), tmp_path / "catalog")

    return run


@pytest.fixture(scope="session", autouse=True)
def _homes(tmp_path_factory: pytest.TempPathFactory) -> None:
    """A place for homes that are made once, the same for all workers of a run."""
    own = tmp_path_factory.getbasetemp()
    place = own.parent / "homes" if "PYTEST_XDIST_WORKER" in os.environ else own / "homes"
    place.mkdir(exist_ok=True)
    share(place)


@pytest.fixture
def small_catalog(tmp_path: Path) -> Path:
    """The folder of the default small catalogue."""
    return write_catalogue(catalogue(), tmp_path / "catalog")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of one megabyte; only root may mount one."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "none", str(place)]
    if not shutil.which("mount") or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("this account mounts nothing")
    yield place
    subprocess.run(["umount", "-l", place], check=True)


@pytest.fixture(scope="session")
def server_of_databases() -> Iterator[str]:
    """The URL of a running PostgreSQL server."""
    programs = find_programs()
    if programs is None:
        pytest.skip("no PostgreSQL server is installed (initdb was not found)")
    with postgresql(programs) as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def no_tables(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """The kind of application database that is in force, SQLite always, PostgreSQL where a server is installed."""
    monkeypatch.delenv("SCORECARD_DATABASE_URL", raising=False)
    if request.param == "postgresql":
        url, name = request.getfixturevalue("server_of_databases"), f"t{secrets.token_hex(6)}"
        maker = create_engine(url.replace("postgresql://", "postgresql+psycopg://"), isolation_level="AUTOCOMMIT")
        with maker.connect() as connection:
            connection.execute(text(f"CREATE DATABASE {name}"))
        maker.dispose()
        monkeypatch.setenv("SCORECARD_DATABASE_URL", url.removesuffix("postgres") + name)
    return str(request.param)


@pytest.fixture
def engine(no_tables: str, tmp_path: Path) -> Iterator[Engine]:  # noqa: ARG001 - the database that is in force
    """A new, empty application database."""
    engine = open_database(tmp_path / "home")
    yield engine
    engine.dispose()
