"""Figures handed in by units whose codes changed hands: each for its own life, and each its own drafts."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from scorecard.access.roles import Person
from scorecard.intake.inbox import keep_draft, read_draft
from scorecard.weeks import ReportWeek
from tests.homes.lives_home import NEW, OLD, lives_home
from tests.ui.conftest import html_of
from tests.ui.readers import of_unit, read_as

W06, W07 = "2024-W06", "2024-W07"
RECEIVED = dt.datetime(2024, 2, 9, 8, tzinfo=dt.UTC)
HEADER = "unit_id,indicator_id,as_of,numerator,denominator,source,note\n"
# who loads for which week -> the units offered
OFFERED = [
    (of_unit("19330", OLD), W06, {"Phường 1"}),
    (of_unit("19330", OLD), W07, set()),
    (of_unit("19330", NEW), W06, set()),
    (of_unit("19330", NEW), W07, {"Phường Đông Hà"}),
    (of_unit("466", OLD), W07, set()),
    (of_unit("461", OLD), W06, {"Unit 461", "Unit 461-1", "Phường 1"}),
    (of_unit("461", OLD), W07, {"Unit 461", "Unit 461-1", "Xã Mới"}),
]
NAMES = {"Phường 1", "Phường Đông Hà", "Huyện Cũ", "Xã Cũ", "Xã Mới", "Unit 461", "Unit 461-1", "Unit 465"}


@pytest.mark.parametrize(("reader", "week", "offered"), OFFERED)
def test_a_unit_hands_in_figures_of_its_own_life_also_for_its_first_week(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reader: Person, week: str, offered: set[str]
) -> None:
    read_as(monkeypatch, reader)
    monkeypatch.setenv("SCORECARD_CATALOG", str(tmp_path / "catalog"))
    html = html_of(lives_home(tmp_path), monkeypatch, "data", load=week, week=W06)
    assert {name for name in NAMES if f">{name}</option>" in html} == offered


DRAFTS = [
    # sent by whom, first day kept with it (None: a draft of before), received -> who opens it
    (OLD, RECEIVED, {OLD}),
    (NEW, RECEIVED, {NEW}),
    (None, RECEIVED, {OLD}),
    (None, RECEIVED + dt.timedelta(days=9), {NEW}),
]


@pytest.mark.parametrize(("since", "received", "openers"), DRAFTS)
def test_a_draft_is_opened_by_the_life_that_sent_it(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    since: dt.date | None,
    received: dt.datetime,
    openers: set[dt.date],
) -> None:
    home = lives_home(tmp_path)
    monkeypatch.setenv("SCORECARD_CATALOG", str(tmp_path / "catalog"))
    files = [("a.csv", f"{HEADER}19330,I1,2024-02-08,1,2,a,\n".encode())]
    draft = keep_draft(home, ReportWeek.parse(W07), files, received, "19330", since)
    assert read_draft(home, draft.draft_id).sent_from == since
    opened = set()
    for life in (OLD, NEW):
        read_as(monkeypatch, of_unit("19330", life))
        if "Không có bản nháp" not in html_of(home, monkeypatch, "data", draft=draft.draft_id):
            opened.add(life)
    assert opened == openers


def test_two_lives_that_send_the_same_file_send_two_drafts(tmp_path: Path) -> None:
    files = [("a.csv", b"a")]
    drafts = [keep_draft(tmp_path, ReportWeek.parse(W07), files, RECEIVED, "19330", life) for life in (None, OLD, NEW)]
    assert len({draft.draft_id for draft in drafts}) == 3
