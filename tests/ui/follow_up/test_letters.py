"""Letters on the page of chasing: drafted for the units of the list, taken away, written down as sent."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest
import streamlit as st
from sqlalchemy import select
from streamlit.testing.v1 import AppTest

from scorecard.access.audit.record import Actor
from scorecard.access.roles import Person
from scorecard.access.tables import AUDIT
from scorecard.catalog.scope import ALL
from scorecard.database.engine import open_database, reading
from scorecard.errors import FollowUpError
from scorecard.follow_up.matters.matter import Matter
from scorecard.follow_up.matters.move_parsing import parse_told
from scorecard.follow_up.matters.moves import Kind
from scorecard.follow_up.matters.reading import read_matters
from scorecard.follow_up.matters.writing import Writer, begin_matters, make_moves
from scorecard.settings import ROOT
from scorecard.weeks import ReportWeek
from tests.catalogs.catalogue_rows import write_catalogue
from tests.letters.written_home import tables, written_home
from tests.ui.readers import LEADER, STEWARD, of_unit, read_as


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    home = written_home(tmp_path, synthetic=True)
    monkeypatch.setenv("SCORECARD_HOME", str(home))
    monkeypatch.setenv("SCORECARD_CATALOG", str(tmp_path / "catalog"))
    monkeypatch.setattr("scorecard.ui.follow_up.desk.actor", lambda: Actor("steward"))
    return home


def page(**query: str) -> AppTest:
    app = AppTest.from_file(str(ROOT / "scorecard" / "ui" / "main.py"), default_timeout=60)
    for name, value in query.items():
        app.query_params[name] = value
    app.switch_page(str(ROOT / "pages" / "follow_up.py"))
    app.run()
    assert not app.exception
    return app


def field(app: AppTest, kind: str, name: str) -> Any:
    return next(
        one
        for one in getattr(app, kind)
        if one.key and one.key.startswith("follow:letters-") and one.key.endswith(f":{name}")
    )


def button(app: AppTest, label: str) -> Any:
    return next(one for one in app.button if one.label == label)


def drafted(app: AppTest) -> AppTest:
    button(app, "Soạn công văn").click().run()
    assert not app.exception
    return app


def printed(app: AppTest) -> str:
    return "".join(json.loads(block.proto.json)["html"] for block in app.get("bidi_component"))


def letters(home: Path) -> list[Matter]:
    with reading(open_database(home)) as connection:
        return read_matters(connection, ALL, kinds=[Kind.letter])


def test_a_letter_to_every_unit_of_the_list_is_drafted_and_recorded(home: Path) -> None:
    app = page()
    assert list(field(app, "radio", "kind").options) == ["Đôn đốc nhiệm vụ đạt thấp", "Yêu cầu giải trình"]
    assert field(app, "date_input", "due").value == dt.date(2023, 10, 27)
    drafted(app)
    found = {(one.about.unit_id, one.about.task_no) for one in letters(home)}
    assert found == {("SA", None), ("SB", 1), ("D1", 1), ("D1-1", 1), ("D1-2", 1), ("D2-1", 1)}
    told = {one.about.unit_id: one.moves[0].told for one in letters(home)}
    assert {one.letter for one in told.values()} == {"low"} and {one.due for one in told.values()} == {
        dt.date(2023, 10, 27)
    }
    assert told["SA"].text.startswith("V/v letter of tuần 42/2023")
    assert told["SA"].file_name == "cong-van-dat-thap-2023-W42-sa-so-alpha.docx"
    assert told["D1-1"].file_sha256 == told["D1-2"].file_sha256 != told["D1"].file_sha256
    made = app.session_state["letters_made"]
    with zipfile.ZipFile(io.BytesIO(made.content)) as packed:
        for one in told.values():
            assert hashlib.sha256(packed.read(one.file_name)).hexdigest() == one.file_sha256
    assert [one.label for one in app.get("download_button")] == ["Tải 5 công văn (ZIP)"]
    assert app.code[0].value.startswith("SỐ LIỆU MÔ PHỎNG\nDear Sở Alpha: 2 nhiệm vụ")


def test_one_letter_for_the_units_chosen(home: Path) -> None:
    app = page()
    field(app, "radio", "shape").set_value("together")
    field(app, "radio", "whom").set_value("some")
    field(app, "multiselect", "chosen").set_value(["SB", "SA"])
    drafted(app)
    assert [one.about.unit_id for one in letters(home)] == ["SA", "SB"]
    assert len({one.moves[0].told.file_sha256 for one in letters(home)}) == 1
    made = app.session_state["letters_made"]
    assert made.name == "cong-van-dat-thap-2023-W42-nhieu-don-vi.docx"
    assert "Các đơn vị có tên" in "".join(line.text for line in docx.Document(io.BytesIO(made.content)).paragraphs)
    chat = next(one for one in app.selectbox if one.key.startswith("letters-chat"))
    chat.set_value("SB").run()
    assert "Dear Sở Beta" in app.code[0].value


def test_the_list_of_those_who_sent_nothing_gets_its_own_letter(home: Path) -> None:
    app = page(listed="figures")
    assert field(app, "radio", "kind").options[0] == "Đôn đốc gửi số liệu"
    drafted(app)
    assert {(one.about.unit_id, one.moves[0].told.letter) for one in letters(home)} == {
        ("D1", "figures"),
        ("D2", "figures"),
    }


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"whom": ("radio", "some")}, "Chưa chọn đơn vị nào"),
        ({"due": ("date_input", dt.date(2023, 10, 19))}, "19/10/2023 đã qua. Hãy chọn ngày 20/10/2023"),
        ({"due": ("date_input", None)}, "Hãy chọn ngày trả lời"),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_written(
    home: Path, values: dict[str, tuple[str, Any]], said: str
) -> None:
    app = page()
    for name, (kind, value) in values.items():
        field(app, kind, name).set_value(value)
    drafted(app)
    assert said in printed(app) and letters(home) == []
    for name, (kind, value) in values.items():
        assert field(app, kind, name).value == value  # what was typed stays
    assert "Chưa được ghi" not in printed(app)


def test_that_a_letter_was_sent_is_written_down_for_all_its_units(home: Path) -> None:
    app = page()
    field(app, "radio", "shape").set_value("together")
    drafted(app)
    which = next(one for one in app.selectbox if one.label == "Công văn đã soạn")
    which.select_index(0)
    next(one for one in app.text_input if one.label == "Số, ký hiệu").set_value("123/SG-TH")
    button(app, "Ghi đã gửi").click().run()
    assert not app.exception
    assert {one.state for one in letters(home)} == {"sent"} and len(letters(home)) == 6
    assert {(one.moves[1].told.number, one.moves[1].told.sent_on) for one in letters(home)} == {
        ("123/SG-TH", dt.date(2023, 10, 20))
    }
    assert "Ghi đã gửi" not in [one.label for one in app.button]


@pytest.mark.parametrize(
    ("day", "said"), [(dt.date(2099, 1, 1), "sau hôm nay"), (dt.date(2023, 10, 19), "trước ngày soạn")]
)
def test_a_letter_was_sent_between_its_drafting_and_today(home: Path, day: dt.date, said: str) -> None:
    app = drafted(page(listed="figures"))
    next(one for one in app.selectbox if one.label == "Công văn đã soạn").select_index(0)
    next(one for one in app.text_input if one.label == "Số, ký hiệu").set_value("123/SG-TH")
    next(one for one in app.date_input if one.key.endswith(":sent_on")).set_value(day)
    button(app, "Ghi đã gửi").click().run()
    assert said in printed(app) and {one.state for one in letters(home)} == {"drafted"}


def test_letters_are_kept_before_they_are_written_down(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second press ends a run where it next asks for the session's state: after the writing nothing does."""
    kept: list[str] = []

    def write(*given: Any) -> Any:
        kept.append(st.session_state["letters_made"].button)
        return begin_matters(*given)

    monkeypatch.setattr("scorecard.ui.follow_up.letters.drafting.begin_matters", write)
    app = drafted(page())
    assert kept == ["Tải 5 công văn (ZIP)"] == [one.label for one in app.get("download_button")]
    assert len(letters(home)) == 6


def test_letters_that_could_not_be_written_down_are_not_offered(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def held(*_: object) -> None:
        raise FollowUpError("Cơ sở dữ liệu bận.")

    with monkeypatch.context() as broken:
        broken.setattr("scorecard.ui.follow_up.letters.drafting.begin_matters", held)
        app = drafted(page())
    assert "Cơ sở dữ liệu bận" in printed(app) and letters(home) == []
    assert [one.label for one in app.get("download_button")] == []
    drafted(app)
    assert [one.label for one in app.get("download_button")] == ["Tải 5 công văn (ZIP)"] and len(letters(home)) == 6


def test_that_it_was_sent_needs_a_number(home: Path) -> None:
    app = drafted(page(listed="figures"))
    which = next(one for one in app.selectbox if one.label == "Công văn đã soạn")
    which.select_index(0)
    button(app, "Ghi đã gửi").click().run()
    assert {one.state for one in letters(home)} == {"drafted"}
    assert "Số, ký hiệu" in printed(app)


def test_a_move_in_several_matters_is_made_in_all_or_in_none(home: Path) -> None:
    drafted(page(listed="figures"))
    first, second = letters(home)
    told = parse_told(number="1", sent_on=dt.date(2023, 10, 20))
    now = dt.datetime(2023, 10, 20, 12, tzinfo=dt.UTC)

    def send(person: Person, *seen: tuple[int, int], number: str = "1") -> None:
        writer = Writer(person, Actor(person.user_name), ALL, now, ReportWeek(2023, 42))
        moved = parse_told(number=number, sent_on=told.sent_on)
        make_moves(open_database(home), writer, seen, "send", moved)

    both = (first.matter_id, 1), (second.matter_id, 1)
    for person, seen, number in (
        (STEWARD, ((first.matter_id, 1), (second.matter_id, 2)), "1"),
        (LEADER, both, "1"),
        (STEWARD, both, ""),
    ):
        with pytest.raises(FollowUpError):
            send(person, *seen, number=number)
        assert {one.state for one in letters(home)} == {"drafted"}
    send(STEWARD, *both)
    assert {one.state for one in letters(home)} == {"sent"}
    with reading(open_database(home)) as connection:
        acts = list(connection.execute(select(AUDIT.c.act).order_by(AUDIT.c.number)).scalars())
    assert acts.count("follow_up.letter.draft") == acts.count("follow_up.letter.send") == 2


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("reader", [LEADER, of_unit("SA"), of_unit("D1")])
def test_nobody_but_a_steward_sees_letters(monkeypatch: pytest.MonkeyPatch, reader: Person) -> None:
    read_as(monkeypatch, reader)
    app = page()
    assert "Soạn công văn" not in [one.label for one in app.button]


@pytest.mark.usefixtures("home")
def test_an_older_week_offers_no_letters() -> None:
    assert "Soạn công văn" not in [one.label for one in page(week="2023-W41").button]


@pytest.mark.usefixtures("home")
def test_a_catalogue_without_texts_says_so(tmp_path: Path) -> None:
    (tmp_path / "catalog" / "letters.csv").unlink()
    app = page()
    assert any("letters.csv" in one.value for one in app.info)
    assert "Soạn công văn" not in [one.label for one in app.button]
    write_catalogue(tables(), tmp_path / "catalog")
    assert "Soạn công văn" in [one.label for one in page().button]
