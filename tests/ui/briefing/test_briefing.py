"""The page of the briefing as Streamlit runs it: the very drawing of the command, its words, its buttons."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from scorecard.access.audit.record import Actor
from scorecard.briefing.content.week_reading import Asked, read_week
from scorecard.briefing.drawn import draw
from scorecard.settings import ROOT
from scorecard.weeks import ReportWeek
from tests.homes.small_home import small_home

PAGE = str(ROOT / "pages" / "briefing.py")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_home(tmp_path_factory.mktemp("briefing"))


def opened(home: Path, monkeypatch: pytest.MonkeyPatch, **query: str) -> tuple[Any, str]:
    monkeypatch.setenv("SCORECARD_HOME", str(home))
    page = AppTest.from_file(PAGE, default_timeout=60)
    for name, value in query.items():
        page.query_params[name] = value
    page.run()
    assert not page.exception
    return page, "".join(json.loads(block.proto.json)["html"] for block in page.get("bidi_component"))


@pytest.mark.parametrize(
    ("query", "asked"),
    [
        ({}, Asked(ReportWeek(2023, 42))),
        ({"week": "2023-W40"}, Asked(ReportWeek(2023, 40))),
        ({"week": "2023-W42", "revision": "1"}, Asked(ReportWeek(2023, 42), 1)),
        ({"district": "D1"}, Asked(ReportWeek(2023, 42), None, "D1")),
        ({"task": "2"}, Asked(ReportWeek(2023, 42), None, None, 2)),
        ({"only": "red_amber", "block": "district"}, Asked(ReportWeek(2023, 42))),
    ],
)
def test_the_page_shows_the_very_drawing_of_the_command(
    home: Path, monkeypatch: pytest.MonkeyPatch, query: dict[str, str], asked: Asked
) -> None:
    drawn = draw(read_week(home, asked))
    _, html = opened(home, monkeypatch, **query)
    assert drawn.svg in html
    assert f"<p>{drawn.content.headline}</p>" in html


def test_there_is_a_button_for_every_file(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page, _ = opened(home, monkeypatch)
    labels = [button.proto.label for button in page.get("download_button")]
    assert labels == [
        "Ảnh PNG 1920×1080",
        "Ảnh PNG 3840×2160",
        "PDF (A4, 3 trang)",
        "Dự thảo báo cáo (Word)",
        "Bảng tính (Excel)",
        "Trình chiếu (PowerPoint)",
        "Số liệu (CSV)",
    ]


def test_a_file_from_the_page_is_that_of_the_command(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from scorecard.briefing.bundle import make_bundle
    from scorecard.briefing.formats import formats_of
    from scorecard.ui.briefing import briefing_page
    from scorecard.ui.reader import session

    monkeypatch.setenv("SCORECARD_HOME", str(home))
    monkeypatch.setattr(session, "kept", lambda _key, make: make())
    told: list[tuple[str, str, Actor]] = []
    monkeypatch.setattr(
        "scorecard.ui.shell.audited.tell_audit", lambda act, subject, who: told.append((act, subject, who))
    )
    read = read_week(home, Asked(ReportWeek(2023, 42)))
    shown = briefing_page.Shown(draw(read), ("key",), "", "")
    files = make_bundle(read, formats_of())
    for offer in briefing_page.offers(shown):
        assert offer.make() == files[offer.file], offer.file
        assert told[-1] == ("download", offer.file, Actor("steward"))


def test_a_task_has_no_button_for_what_is_about_all_of_them(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page, html = opened(home, monkeypatch, task="2")
    files = [button.proto.label for button in page.get("download_button")]
    assert "PDF (A4, 3 trang)" in files and "Dự thảo báo cáo (Word)" not in files
    assert 'data-copy="?week=2023-W42&amp;task=2"' in html
    assert "I2. Indicator I2" in html


def test_the_frames_to_choose_are_the_overview_every_task_and_every_district(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, html = opened(home, monkeypatch, district="D2")
    options = re.findall(r'<option value="([^"]*)" data-name="(\w*)"( selected)?>([^<]+)<', html)
    assert options == [
        ("", "", "", "Tổng quan, tất cả đơn vị"),
        ("1", "task", "", "Nhiệm vụ 1: Task 1"),
        ("2", "task", "", "Nhiệm vụ 2: Task 2"),
        ("D1", "district", "", "Unit D1"),
        ("D2", "district", " selected", "Unit D2"),
    ]


@pytest.mark.parametrize(
    "query",
    [
        {"week": "2023-W41"},
        {"district": "S1"},
        {"week": "2023-W42", "revision": "7"},
        {"task": "3"},
        {"task": "1", "district": "D1"},
    ],
)
def test_what_is_not_there_is_said_and_nothing_is_drawn(
    home: Path, monkeypatch: pytest.MonkeyPatch, query: dict[str, str]
) -> None:
    page, html = opened(home, monkeypatch, **query)
    assert "sc-message" in html and "<svg" not in html
    assert page.get("download_button") == []
