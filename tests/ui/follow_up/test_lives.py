"""A code that another unit bears now, on the pages: whom a matter is printed about, and who reads it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from scorecard.catalog import load_catalog
from scorecard.database.engine import open_database
from scorecard.follow_up.matters.matter import About
from scorecard.follow_up.matters.move_parsing import parse_told
from scorecard.follow_up.matters.moves import Kind
from scorecard.follow_up.matters.writing import begin_matters
from tests.catalogs.catalogue_rows import catalogue, district, indicator, seen, target, task, unit, write_catalogue
from tests.follow_up.asked import writer
from tests.homes.small_home import publish_week
from tests.ui.conftest import html_of
from tests.ui.follow_up.follow_sessions import Session
from tests.ui.readers import STEWARD, of_unit, read_as

OLD, NEW, DUE = dt.date(2020, 1, 1), dt.date(2023, 10, 16), dt.date(2099, 1, 1)
GONE = "Sở Cũ (đến 15/10/2023)"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """S1 was Sở Cũ until week 41; a decision about it, one of its tasks, and one about Sở Mới, which D1 has to do."""
    folder = tmp_path_factory.mktemp("lives")
    units = [unit("S1", name="Sở Cũ", valid_to="2023-10-15"), unit("S1", name="Sở Mới", valid_from="2023-10-16")]
    tables = catalogue(
        tasks=[task(1)], units=[*units, unit("S2"), *district("D1", 1)], indicators=[indicator()], targets=[target()]
    )
    catalog, home = load_catalog(write_catalogue(tables, folder / "catalog")), folder / "home"
    for week, day in (("2023-W40", "2023-10-05"), ("2023-W42", "2023-10-19")):
        publish_week(home, catalog, week, [seen(name, day, 1, 100) for name in ("S1", "S2", "D1")])
    for week, unit_id, since, text, owner in (
        ("2023-W40", "S1", OLD, "Việc về đơn vị cũ", "D1"),
        ("2023-W40", None, None, "Việc giao đơn vị cũ", "S1"),
        ("2023-W42", "S1", NEW, "Việc về đơn vị mới", "D1"),
    ):
        about = About(Kind.decision, unit_id, since, None)
        told = parse_told(text=text, owner=owner, due=DUE)
        begin_matters(open_database(home), writer(week=week), "decide", [(about, told)])
    return home


@pytest.mark.parametrize(("page", "query"), [("", {}), ("follow_up", {"listed": "decisions"})], ids=str)
def test_what_concerned_the_earlier_unit_is_printed_with_its_name_and_its_end(
    home: Path, monkeypatch: pytest.MonkeyPatch, page: str, query: dict[str, str]
) -> None:
    html = html_of(home, monkeypatch, page, **query)
    owed = html[html.index("sc-owed" if not page else "Việc giao đơn vị cũ") - 200 :]
    assert owed.count(GONE) >= 2
    before = html_of(home, monkeypatch, page, week="2023-W40", **query)
    assert "Sở Cũ" in before and GONE not in before


def test_the_bearer_of_a_code_reads_nothing_of_who_bore_it_before(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read_as(monkeypatch, of_unit("S1", NEW))
    for page, query in (("follow_up", {"listed": "decisions"}), ("unit", {"unit": "S1"})):
        html = html_of(home, monkeypatch, page, **query)
        assert "Việc về đơn vị mới" in html and "đơn vị cũ" not in html
    assert "đơn vị cũ" not in html_of(home, monkeypatch, "follow_up", listed="decisions", week="2023-W40")


def test_who_bore_a_code_reads_its_own_past_and_nothing_of_who_bears_it_now(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_as(monkeypatch, of_unit("S1", OLD))
    html = html_of(home, monkeypatch, "follow_up", listed="decisions", week="2023-W40")
    assert "Việc về đơn vị cũ" in html and "Việc giao đơn vị cũ" in html and "đơn vị mới" not in html
    for page, query in (("follow_up", {"listed": "decisions"}), ("unit", {"unit": "S1"})):
        html = html_of(home, monkeypatch, page, **query)
        assert "đơn vị cũ" not in html and "đơn vị mới" not in html
        assert "week=2023-W40" in html and "tuần cuối có đơn vị" in html


def test_who_has_to_act_reads_whom_it_is_about_and_no_code(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read_as(monkeypatch, of_unit("D1"))
    html = html_of(home, monkeypatch, "unit", unit="D1")
    assert "Người thực hiện: Unit D1" in html
    html = html_of(home, monkeypatch, "follow_up", listed="decisions")
    assert GONE in html and "Sở Mới" in html and ">S1<" not in html


def test_a_decision_that_is_amended_is_not_handed_to_who_bears_the_code_now(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SCORECARD_HOME", str(home))
    monkeypatch.setenv("SCORECARD_CATALOG", str(home.parent / "catalog"))
    page = Session(monkeypatch, STEWARD, {"listed": "decisions"})
    held = {}
    for number in (2, 3):
        next(box for box in page.app.selectbox if box.key == "decision-chosen").set_value(number)
        page.run()
        held[number] = [page.holds(f"{number}:amend", part) for part in ("owner_unit", "owner_name")]
    assert held == {2: [None, GONE], 3: ["D1", ""]}
