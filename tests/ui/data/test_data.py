"""The page of figures as Streamlit runs it: choosing, a draft with mistakes, a clean one, what was published."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
import shutil
from pathlib import Path
from typing import Any, NoReturn

import pytest
import streamlit as st
from sqlalchemy import select
from streamlit.testing.v1 import AppTest

from scorecard.access.audit.record import Actor
from scorecard.access.roles import Person
from scorecard.access.tables import AUDIT
from scorecard.address.address import Address
from scorecard.address.queries import DataQuery
from scorecard.catalog import load_catalog
from scorecard.catalog.scope import ALL
from scorecard.database.engine import open_database, reading
from scorecard.intake.inbox import Draft, keep_draft
from scorecard.intake.ingest import check_files
from scorecard.publishing.publication import Publication
from scorecard.publishing.publish import publish
from scorecard.settings import ROOT
from scorecard.snapshots.index import Snapshot, list_snapshots
from scorecard.ui.data import publish_panel as data_publish
from scorecard.ui.data.desk import FiguresDesk
from scorecard.ui.data.done_once import Done, take_told
from scorecard.ui.data.draft_check import publication_of
from scorecard.ui.shell import audited
from scorecard.ui.shell.panel import Sent
from scorecard.weeks import ReportWeek
from tests.homes.small_home import small_home
from tests.ui.conftest import html_of
from tests.ui.readers import LEADER, STEWARD, of_unit, read_as

HEADER = "unit_id,indicator_id,as_of,numerator,denominator,source,note\n"
NOW = dt.datetime(2023, 10, 19, 9, 30, tzinfo=dt.UTC)


@pytest.fixture
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small home of this test's own, with its catalogue in force."""
    home = small_home(tmp_path)
    monkeypatch.setenv("SCORECARD_CATALOG", str(tmp_path / "catalog"))
    return home


def draft_of(home: Path, week: str, *files: str) -> Draft:
    contents = [(f"tệp-{number}.csv", (HEADER + rows).encode()) for number, rows in enumerate(files, start=1)]
    return keep_draft(home, ReportWeek.parse(week), contents, NOW)


def text_of(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


def test_a_home_without_any_week_can_be_filled(own_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.rmtree(own_home)
    text = text_of(html_of(own_home, monkeypatch, "data"))
    assert "Kho chưa có tuần nào" in text and "Ai đã gửi" not in text


def test_the_week_after_the_newest_is_due(own_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    html = html_of(own_home, monkeypatch, "data")
    assert re.search(r'<option value="2023-W43" selected>Tuần 43/2023 · chưa công bố', html)
    assert "Tuần 42/2023 · đính chính bản 3" in html and 'value="2023-W41">Tuần 41/2023 · chưa công bố' in html


def test_a_draft_with_mistakes_lists_them_with_their_places(own_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    draft = draft_of(
        own_home, "2023-W43", 'S9,I1,2023-10-26,1,2,a,\nS1,I1,2023-10-26,"<u>1</u>",2,a,\n', "S2,I1,2023-10-26,1,2,a,\n"
    )
    before = list_snapshots(own_home)
    html = html_of(own_home, monkeypatch, "data", draft=draft.draft_id)
    text = text_of(html)
    assert "2 lỗi phải sửa" in text and "dòng 2, cột unit_id S9" in text and "&lt;u&gt;1&lt;/u&gt;" in html
    assert "<u>1" not in html and 'data-send="publish"' not in html and "Chỉ lấy 1 tệp không có lỗi" in text
    only = text_of(html_of(own_home, monkeypatch, "data", draft=draft.draft_id, clean="only"))
    assert "Không có lỗi." in only and "tệp-1.csv – ✕ không lấy" in only and "Công bố Tuần 43/2023, bản 1" in only
    assert list_snapshots(own_home) == before


def test_a_clean_draft_is_compared_before_anything_is_written(own_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    draft = draft_of(own_home, "2023-W42", "S2,I1,2023-10-19,99,100,a,\n")
    before = list_snapshots(own_home)
    html = html_of(own_home, monkeypatch, "data", draft=draft.draft_id)
    text = text_of(html)
    assert "so với bản 2 của chính tuần này" in text and "1 đèn nhiệm vụ đổi màu, 1 chỉ số" in text
    assert re.search(r"không đạt 1% · 1/100, 19/10/2023 .*đạt 99% · 99/100, 19/10/2023", text)
    assert (
        "Công bố Tuần 42/2023, bản 3" in text
        and 'name="reason" value="" maxlength="500" autocomplete="off" required' in html
    )
    assert list_snapshots(own_home) == before


def test_the_files_of_the_current_revision_are_recognised(own_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    draft = draft_of(own_home, "2023-W43", "S1,I1,2023-10-26,99,100,a,\n")
    catalog = load_catalog(own_home.parent / "catalog")
    intake = check_files(own_home, catalog, draft.files, draft.week, None)
    publish(own_home, catalog, Publication(draft.week, intake.checked.observations, inputs=intake.inputs))
    html = html_of(own_home, monkeypatch, "data", draft=draft.draft_id)
    assert "chính là bản 1 của Tuần 43/2023" in html and 'data-send="publish"' not in html


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({"draft": "0" * 32}, "Không có bản nháp"),
        ({"draft": "../snapshots"}, "Không có bản nháp"),
        ({"load": "2099-W01"}, "tuần này chưa tới"),
        ({"clean": "some"}, "clean=only"),
        ({"unit": "S9"}, "Không có đơn vị"),
        ({"week": "2023-W41"}, "2023-W41"),
    ],
)
def test_what_cannot_be_shown_is_said(
    own_home: Path, monkeypatch: pytest.MonkeyPatch, query: dict[str, str], said: str
) -> None:
    html = html_of(own_home, monkeypatch, "data", **query)
    assert said in html and "sc-message" in html and "sc-steps" not in html


def test_who_has_sent_and_what_was_published_stand_below(own_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    html = html_of(own_home, monkeypatch, "data", week="2023-W42", revision="1")
    text = text_of(html)
    assert "đã được thay bằng bản 2" in text and 'data-send="withdraw"' not in html
    assert "Unit D2 Tuần 40/2023 1 tuần 05/10/2023" in text
    assert "Unit D1-3 (D1) không có từ 2 tuần không có" in text
    rows = re.findall(r"Tuần (\d+)/2023 (\d) \d\d:\d\d ngày", text)
    assert rows == [("42", "2"), ("42", "1"), ("40", "1")]
    assert 'href="./?week=2023-W42&amp;revision=1"' in html


def test_a_unit_has_a_template_a_form_and_its_figures_to_take_back(
    own_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    html = html_of(own_home, monkeypatch, "data", unit="S1")
    assert re.findall(r'name="(numerator:\w+)"', html) == ["numerator:I1", "numerator:I2", "numerator:I3"]
    assert re.findall(r'name="(denominator:\w+)"', html) == ["denominator:I1", "denominator:I2"]
    keys = re.findall(r'name="key" value="([^"]+)"', html)
    assert keys == ["S1|I1|2023-10-19", "S1|I2|2023-10-19", "S1|I3|2023-10-19"]
    app = AppTest.from_file(str(ROOT / "pages" / "data.py"), default_timeout=60)
    app.query_params["unit"] = "S1"
    app.run()
    assert [button.proto.label for button in app.get("download_button")] == ["Tải mẫu Excel của Unit S1, Tuần 43/2023"]


@pytest.mark.parametrize(
    ("reader", "sends", "publishes"),
    [(STEWARD, True, True), (LEADER, False, False), (of_unit("S1"), True, False)],
    ids=["steward", "leader", "unit"],
)
def test_figures_are_sent_by_units_and_published_by_the_steward(
    own_home: Path, monkeypatch: pytest.MonkeyPatch, reader: Person, sends: bool, publishes: bool
) -> None:
    read_as(monkeypatch, reader)
    content = f"{HEADER}S1,I1,2023-10-26,99,100,a,\n".encode()
    draft = keep_draft(own_home, ReportWeek.parse("2023-W43"), [("a.csv", content)], NOW, reader.unit_id or "")
    forms = {
        form for query in ({"unit": "S1"}, {"draft": draft.draft_id}) for form in forms_of(own_home, monkeypatch, query)
    }
    assert ("typed" in forms, "publish" in forms, "withdraw" in forms) == (sends, publishes, publishes)
    html = html_of(own_home, monkeypatch, "data")
    assert ("Các bản đã công bố" in html) is (reader.unit_id is None)
    assert ("chỉ xem" in html) is not sends


def forms_of(home: Path, monkeypatch: pytest.MonkeyPatch, query: dict[str, str]) -> set[str]:
    return set(re.findall(r'data-send="(\w+)"', html_of(home, monkeypatch, "data", **query)))


class Ended(BaseException):
    """As Streamlit ends a run whose reader pressed a button again."""


class Gone:
    """The session's state, which a run that is to end asks for in vain."""

    def __getattr__(self, _name: str) -> NoReturn:
        raise Ended

    __getitem__ = __setitem__ = __contains__ = __getattr__  # type: ignore[assignment]


def test_a_button_pressed_again_meanwhile_leaves_what_was_done_said_and_written_down(
    own_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    catalog, week = load_catalog(own_home.parent / "catalog"), ReportWeek.parse("2023-W43")
    draft = draft_of(own_home, "2023-W43", "S1,I1,2023-10-24,99,100,a,\n")
    desk = FiguresDesk(own_home, catalog, list_snapshots(own_home), Address(DataQuery()), week, draft)
    intake = check_files(own_home, catalog, draft.files, week, desk.cut_off)
    state: dict[str, Any] = {}
    monkeypatch.setenv("SCORECARD_HOME", str(own_home))
    monkeypatch.setattr(st, "session_state", state)
    for name, found in (("person", lambda: STEWARD), ("may_publish", lambda: True)):
        monkeypatch.setattr(data_publish, name, found)
    monkeypatch.setattr(audited, "actor", lambda: Actor(str(st.session_state.get("who", "lan"))))

    def published(*given: Any) -> Snapshot:
        made = publish(*given)
        monkeypatch.setattr(st, "session_state", Gone())
        return made

    monkeypatch.setattr(data_publish, "publish", published)
    monkeypatch.setattr("scorecard.ui.data.draft_check.session.scope", lambda: ALL)
    sent = Sent({"form": "publish", "seen": data_publish._state(desk), "confirmed": "1", "reason": "x"})
    address = audited.audited("publish", "2023-W43", lambda: data_publish._publish(desk, intake, sent))
    assert address.week == week and list_snapshots(own_home).weeks()[-1].week == week
    monkeypatch.setattr(st, "session_state", state)
    said = take_told()
    assert "Tuần 43/2023" in said.lines[0] and len(said.receipts) == 1 and take_told() == Done([], [])
    with reading(open_database(own_home)) as connection:
        rows = connection.execute(select(AUDIT.c.result).where(AUDIT.c.act == "publish").order_by(AUDIT.c.number))
        assert list(rows.scalars()) == ["begun", "ok"]


def test_a_correction_keeps_the_cut_off_of_its_week(own_home: Path) -> None:
    catalog, week = load_catalog(own_home.parent / "catalog"), ReportWeek.parse("2023-W43")
    moved = dt.datetime(2023, 10, 24, 12, tzinfo=catalog.zone)
    publish(own_home, catalog, Publication(week, [], cut_off=moved))
    draft = draft_of(own_home, "2023-W43", "S1,I1,2023-10-24,99,100,a,\n", "S2,I1,2023-10-25,99,100,a,\n")
    desk = FiguresDesk(own_home, catalog, list_snapshots(own_home), Address(DataQuery()), week, draft)
    intake = check_files(own_home, catalog, draft.files, week, desk.cut_off)
    assert publication_of(desk, intake, "", "").cut_off == moved and desk.day == dt.date(2023, 10, 24)
    assert [problem.found for problem in intake.checked.problems] == ["2023-10-25"]  # after the cut-off that was kept
    other = dataclasses.replace(desk, week=week.next())
    assert other.cut_off is None and other.day == dt.date(2023, 11, 3)
