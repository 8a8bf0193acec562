"""A page whose figures the disk no longer gives says so in words, without a path, and leads to the other weeks."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from scorecard.errors import DatabaseError
from scorecard.settings import ROOT
from scorecard.snapshots import index as snapshots
from scorecard.text import interface_words
from scorecard.ui.reader import session
from tests.ui.conftest import html_of

PAGES = {"": {}, "task": {"task": "1"}, "unit": {"unit": "S1"}, "district": {"district": "D1"}, "briefing": {}}
VERIFY = "python -m scorecard verify"


@pytest.fixture
def own_home(home: Path, tmp_path: Path) -> Path:
    """A copy that may be damaged; what other tests have cached of it is forgotten."""
    return Path(shutil.copytree(home, tmp_path / "home"))


def forget() -> None:
    snapshots._read_snapshot.cache_clear()
    snapshots._listed.clear()
    for cached in (session._kept, session._shared, session._warehouse):
        cached.clear()


@pytest.mark.parametrize("page", PAGES)
def test_a_table_damaged_while_the_server_runs(own_home: Path, monkeypatch: pytest.MonkeyPatch, page: str) -> None:
    whole = html_of(own_home, monkeypatch, page, **PAGES[page])
    assert "sc-message" not in whole
    for file in own_home.glob("snapshots/week=2023-W42/revision=002/*.parquet"):
        file.write_bytes(file.read_bytes()[:40])
    for cached in (session._kept, session._shared):
        cached.clear()
    html = html_of(own_home, monkeypatch, page, **PAGES[page])
    assert "sc-message" in html and VERIFY in html and str(own_home) not in html
    assert "Tuần 42" in html or "2023-W42" in html  # the weeks to choose from stand above


@pytest.mark.parametrize("page", PAGES)
def test_a_table_damaged_before_is_passed_over_and_named(
    own_home: Path, monkeypatch: pytest.MonkeyPatch, page: str
) -> None:
    (file,) = own_home.glob("snapshots/week=2023-W42/revision=002/lights.parquet")
    file.write_bytes(file.read_bytes()[:-30] + b"0" * 30)
    forget()
    html = html_of(own_home, monkeypatch, page, **PAGES[page])
    assert "sc-message" not in html and "không đọc được và bị bỏ qua" in html


def test_a_home_nobody_may_look_into_is_said(own_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path) -> None:
        raise PermissionError(13, "Permission denied", str(own_home))

    monkeypatch.setattr(session, "list_snapshots", refuse)
    html = html_of(own_home, monkeypatch)
    assert "không có quyền" in html and str(own_home) not in html and "Permission denied" not in html


@pytest.mark.parametrize("query", [{"week": "2023-W01"}, {"week": "2023-W42", "revision": "9"}])
def test_nobody_is_told_where_the_home_lies(
    own_home: Path, monkeypatch: pytest.MonkeyPatch, query: dict[str, str]
) -> None:
    (file,) = own_home.glob("snapshots/week=2023-W40/revision=001/manifest.json")
    file.write_text("{", encoding="utf-8")
    forget()
    html = html_of(own_home, monkeypatch, **query)
    assert "sc-message" in html and "snapshots/week=2023-W40" in html and str(own_home) not in html


def test_accounts_that_cannot_be_read_are_said(own_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def look_up() -> None:
        raise DatabaseError("Không đọc được tài khoản.")

    monkeypatch.setattr("scorecard.ui.shell.frame.look_up", look_up)
    html = html_of(own_home, monkeypatch)
    assert "Không đọc được tài khoản." in html and "sc-light" not in html


def test_an_error_nobody_foresaw_is_said_in_the_language_of_the_house(
    own_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def look_up() -> None:
        raise RuntimeError("secret detail")

    monkeypatch.setattr("scorecard.ui.shell.frame.look_up", look_up)
    monkeypatch.setenv("SCORECARD_HOME", str(own_home))
    app = AppTest.from_file(str(ROOT / "scorecard" / "ui" / "main.py"), default_timeout=60).run()
    (error,) = app.exception
    assert error.message == interface_words.UNEXPECTED
