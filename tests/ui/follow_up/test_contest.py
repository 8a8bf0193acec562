"""A contested figure on the page of chasing: proposed by its unit, seen beside the other, accepted or declined."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from pathlib import Path
from typing import Any

import pytest

from scorecard.catalog import load_catalog
from scorecard.catalog.scope import ALL
from scorecard.database.engine import open_database
from scorecard.follow_up.matters.matter import About, Told
from scorecard.follow_up.matters.moves import Kind
from scorecard.follow_up.matters.writing import begin_matters
from scorecard.snapshots.index import list_snapshots
from tests.catalogs.catalogue_rows import seen
from tests.follow_up.writers import may_all
from tests.homes.small_home import publish_week
from tests.ui.conftest import html_of
from tests.ui.follow_up.follow_sessions import FIGURE, PROOF, UNIT, Open, chased_home, matters, sessions
from tests.ui.readers import STEWARD, of_unit, read_as


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of the test's own, which the page then shows."""
    return chased_home(tmp_path, monkeypatch)


@pytest.fixture
def session(home: Path, monkeypatch: pytest.MonkeyPatch) -> Open:  # noqa: ARG001 - it is in force
    """Opens the page."""
    return sessions(monkeypatch)


def test_a_contested_figure_is_seen_beside_the_other_and_becomes_a_revision(home: Path, session: Open) -> None:
    unit = session(UNIT).send("propose:S2:1", **FIGURE, file=PROOF)
    assert "Đã ghi: đề nghị sửa số liệu" in unit.html and unit.forms == {"1:withdraw"}
    steward = session()
    assert {"1:accept", "1:decline"} <= steward.forms
    text = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", steward.html))
    assert "1% · 1/100, ngày 19/10/2023" in text and "95% · 95/100, ngày 19/10/2023" in text
    assert "Tỷ lệ thay đổi hơn 20 điểm" in text and "chứng cứ" in str(steward.app.get("download_button")[0].proto.label)
    steward.send("1:accept", text="Đúng")
    newest = list_snapshots(home).weeks()[-1]
    assert (newest.name, "Đã công bố bản 2023-W42/002" in steward.html) == ("2023-W42/002", True)
    assert "Xanh: đạt mục tiêu" in steward.html
    assert [(m.state, m.moves[-1].told.revision) for m in matters(home)] == [("accepted", "2023-W42/002")]


def test_a_contested_figure_is_printed_on_its_own_side_of_the_threshold_above_it(home: Path, session: Open) -> None:
    figure = FIGURE | {"numerator": "8996", "denominator": "10000"}
    html = session(UNIT).send("propose:S2:1", **figure, file=PROOF).html
    assert "89,9% · 8.996/10.000" in html and matters(home)


def test_a_declined_proposal_needs_a_reason_and_changes_nothing(home: Path, session: Open) -> None:
    session(UNIT).send("propose:S2:1", **FIGURE, file=PROOF)
    steward = session().send("1:decline")
    assert "hãy điền “Lý do không chấp nhận”" in steward.html
    steward.send("1:decline", text="Không có căn cứ")
    assert [m.state for m in matters(home)] == ["declined"] and list_snapshots(home).weeks()[-1].revision == 1
    assert "Không có căn cứ" in session(UNIT).html


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"numerator": "1.234", "denominator": "2.000"}, "Tử số"),
        ({"numerator": "95%"}, "Tử số"),
        ({"numerator": "101"}, "lớn hơn"),
        ({"text": ""}, "hãy điền “Lý do”"),
        ({"as_of": dt.date(2023, 10, 18)}, "19/10/2023, mới hơn"),
        ({"numerator": "1"}, "trùng với số đang dùng"),
        ({"file": None}, "Hãy kèm tệp"),
    ],
)
def test_a_proposal_that_cannot_be_is_refused_and_kept_in_its_form(
    home: Path, session: Open, fields: dict[str, Any], said: str
) -> None:
    given = {"file": PROOF} | FIGURE | fields
    unit = session(UNIT).send("propose:S2:1", **{name: value for name, value in given.items() if value is not None})
    assert said in unit.html, unit.html[-600:]
    assert matters(home) == [] and unit.holds("propose:S2:1", "numerator") == given["numerator"]


def test_what_a_unit_said_of_its_figure_is_read_by_no_other_unit(
    home: Path, session: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    session(UNIT).send("propose:S2:1", **FIGURE, file=PROOF)
    session().send("1:accept", text="Đúng")
    told = {}
    for reader, unit in ((of_unit("S1"), "S1"), (UNIT, "S2"), (STEWARD, "S2")):
        read_as(monkeypatch, reader)
        pages = [html_of(home, monkeypatch, "unit", unit=unit, **query) for query in ({"revision": "1"}, {})]
        assert "đã có bản 2, số sửa lại" in pages[0]
        told[reader] = "".join(pages)
    for reader in (of_unit("S1"), UNIT):
        assert "lý do: số liệu được sửa." in told[reader] and "Theo đề nghị" not in told[reader]
    assert "lý do: Theo đề nghị sửa số liệu số 1 của Unit S2." in told[STEWARD]
    for words in ("Hệ thống đếm sót", "Unit S2", "Nguyễn Thị Lan", "steward"):
        assert words not in told[of_unit("S1")], words
    # The time line of the unit itself has the move of the steward, and the revision without a name.
    assert "Bản 2 của tuần 42/2023: số liệu được sửa" in told[UNIT] and "(steward)" not in told[UNIT]
    assert "Bản 2 của tuần 42/2023: Theo đề nghị" in told[STEWARD] and "(steward)" in told[STEWARD]


def test_a_proposal_of_an_earlier_life_of_the_code_hides_no_figure_of_the_present_unit(
    home: Path, session: Open
) -> None:
    earlier = About(Kind.correction, "S2", dt.date(2010, 1, 1), 1, "I1")
    said = Told(**{name: FIGURE[name] for name in ("numerator", "denominator", "text", "as_of")})
    said = said.model_copy(update={"file_name": "a.pdf", "file_sha256": "0" * 64, "revision": "2023-W42/001"})
    begin_matters(open_database(home), dataclasses.replace(may_all("propose"), scope=ALL), "propose", [(earlier, said)])
    assert session(UNIT).forms == {"propose:S2:1"}
    session(UNIT).send("propose:S2:1", **FIGURE, file=PROOF)
    assert session(UNIT).forms == {"2:withdraw"}


def test_an_older_week_holds_a_proposal_against_nothing_that_came_later(home: Path, session: Open) -> None:
    session(UNIT).send("propose:S2:1", **FIGURE, file=PROOF)
    catalog = load_catalog(home.parent / "catalog")
    publish_week(home, catalog, "2023-W43", [seen("S2", "2023-10-26", 77, 100)])
    newest, older = session().html, session(week="2023-W42", light="S2:1").html
    assert "Số liệu đã đổi từ khi đơn vị đề nghị" in newest and "77/100" in newest
    assert "95/100" in older and "Số lúc đề nghị" in older
    assert (
        "Số liệu đã đổi" not in older
        and "77/100" not in older
        and "77%" not in older
        and "Tỷ lệ thay đổi hơn" not in older
    )
