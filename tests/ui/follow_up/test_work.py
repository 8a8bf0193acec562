"""The work list on its page: what each role sees, the lists, the filters, and what stands where nothing is found."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

from scorecard.access.roles import Person
from scorecard.address.address import NEWS
from scorecard.text import work_list_words
from tests.catalogs.catalogue_rows import seen
from tests.homes.chase_home import answer, ask, chase_home, contest
from tests.homes.small_home import publish_week
from tests.ui.conftest import html_of
from tests.ui.readers import LEADER, STEWARD, of_unit, read_as

LOW = [("S2", 1), ("S1", 1), ("D1-1", 1), ("S1", 2), ("D1", 1)]


@pytest.fixture(scope="module")
def chased(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home, _ = chase_home(tmp_path_factory.mktemp("work"))
    answer(home, ask(home, "S2", 1, "2023-10-18"), "S2", "2023-10-20")
    ask(home, "D1-1", 1, "2023-10-19")
    ask(home, "S1", 2, "2023-10-26")
    return home


def shown(home: Path, monkeypatch: pytest.MonkeyPatch, **query: str) -> str:
    return html_of(home, monkeypatch, "follow_up", **query)


def rows_of(html: str) -> list[tuple[str, int]]:
    """The lights of the table, by the addresses of their desks."""
    table = html.partition("sc-work-list")[2].partition("</table>")[0]
    heads = re.findall(r'<th role="rowheader" scope="row"><a href="([^"]+)"', table)
    found = [re.search(r"light=([^:&]+):(\d+)", unescape(href)) for href in heads]
    return [(match[1], int(match[2])) for match in found if match]


def counts_of(html: str, part: str) -> dict[str, str]:
    """The numbers of this week's news, or of the lists, by what they are of."""
    nav = html.partition(f'class="{part}"')[2].partition("</nav>")[0]
    if part == "sc-work-news":
        return {name: count for count, name in re.findall(r"<b>(\d+)</b> ([^<]+)</a>", nav)}
    return dict(re.findall(r">([^<>]+) \((\d+)\)</a>", nav))


@pytest.mark.parametrize(
    ("reader", "title", "rows", "others"),
    [
        (STEWARD, work_list_words.TITLE, LOW, [1, 0]),
        (LEADER, work_list_words.TITLE, LOW, [1, 0]),
        (of_unit("S1"), work_list_words.TITLE_OWN, [("S1", 1), ("S1", 2)], [0, 0]),
        (of_unit("D1"), work_list_words.TITLE_OWN, [("D1-1", 1), ("D1", 1)], [1, 0]),
        (of_unit("D2"), work_list_words.TITLE_OWN, [], [0, 0]),
    ],
    ids=["steward", "leader", "department", "district", "nothing"],
)
def test_every_role_sees_its_own_lights_in_the_order_of_the_list(
    chased: Path, monkeypatch: pytest.MonkeyPatch, reader: Person, title: str, rows: list[tuple[str, int]],
    others: list[int],
) -> None:  # fmt: skip
    read_as(monkeypatch, reader)
    html = shown(chased, monkeypatch)
    assert rows_of(html) == rows and f">{title}</h2>" in html
    assert list(counts_of(html, "sc-work-tabs").values()) == [str(len(rows)), *map(str, others)]


@pytest.mark.parametrize(
    ("news", "rows"),
    [
        ("new", [("S1", 1), ("D1-1", 1)]),
        ("better", [("S1", 2), ("D1-3", 1), ("D2", 1)]),
        ("promised", [("S2", 1)]),
        ("due", [("S1", 2)]),
        ("unanswered", [("D1-1", 1)]),
    ],
)
def test_every_number_of_this_week_opens_its_list(
    chased: Path, monkeypatch: pytest.MonkeyPatch, news: str, rows: list[tuple[str, int]]
) -> None:
    html = shown(chased, monkeypatch, news=news)
    assert rows_of(html) == rows
    assert counts_of(html, "sc-work-news")[work_list_words.NEWS_NAMES[news]] == str(len(rows))
    assert f"news={news}" in shown(chased, monkeypatch)
    assert re.search(r'aria-current="true"[^>]*><b>\d+</b> ' + work_list_words.NEWS_NAMES[news], html)


def test_what_a_unit_said_is_listed_for_who_decides_and_for_the_unit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home, _ = chase_home(tmp_path)
    answer(home, ask(home, "S2", 1, "2023-10-18"), "S2", "2023-10-30")
    for unit_id, task_no, indicator_id in (("S2", 2, "I2"), ("S1", 1, "I1"), ("S2", 1, "I1"), ("S2", 1, "I3")):
        contest(home, unit_id, task_no, indicator_id)  # S2 is green on task 2 since long
    for reader, name, rows in (
        (STEWARD, "chờ Sở Nội vụ xem xét", [("S2", 1), ("S1", 1), ("S2", 2)]),
        (LEADER, "chờ Sở Nội vụ xem xét", [("S2", 1), ("S1", 1), ("S2", 2)]),
        (of_unit("S2"), "chờ xem xét", [("S2", 1), ("S2", 2)]),
        (of_unit("D1"), "chờ xem xét", []),
    ):
        read_as(monkeypatch, reader)
        html = shown(home, monkeypatch, news="review")
        assert rows_of(html) == rows and counts_of(html, "sc-work-news")[name] == str(len(rows))
        assert f"<caption>{name[:1].upper()}{name[1:]}:" in html or not rows
    read_as(monkeypatch, of_unit("S2"))
    answered, green = shown(home, monkeypatch, news="review").partition("<tbody")[2].split("</tr>")[:2]
    assert "đơn vị đã trả lời, chờ xem xét" in answered and answered.count(work_list_words.CONTESTED) == 1
    assert "sc-green" in green and work_list_words.CONTESTED in green


@pytest.mark.parametrize(
    ("query", "rows"),
    [
        ({"listed": "figures"}, [("D1-2", 1)]),
        ({"district": "D1"}, [("D1-1", 1), ("D1", 1)]),
        ({"task": "2"}, [("S1", 2)]),
        ({"step": "3"}, [("S2", 1), ("S1", 2)]),
        ({"unit": "S1"}, [("S1", 1), ("S1", 2)]),
        ({"unit": "S1", "task": "1", "step": "1"}, [("S1", 1)]),
        ({"week": "2023-W41", "unit": "D2"}, [("D2", 1)]),
    ],
)
def test_filters_of_the_address_narrow_the_list(
    chased: Path, monkeypatch: pytest.MonkeyPatch, query: dict[str, str], rows: list[tuple[str, int]]
) -> None:
    html = shown(chased, monkeypatch, **query)
    assert rows_of(html) == rows
    for name, value in query.items():
        if name in ("district", "task", "step", "unit"):
            select = html.partition(f'<select name="{name}"')[2].partition("</select>")[0]
            assert f'<option value="{value}" selected>' in select


def test_an_empty_result_says_so_and_leads_to_a_wider_one(chased: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    html = shown(chased, monkeypatch, district="D2", task="1")
    assert rows_of(html) == [] and work_list_words.EMPTY["low"] in html
    ways = [unescape(way) for way in re.findall(r'class="sc-button" href="([^"]+)">bỏ', html)]
    assert ways == ["?task=1", "?district=D2", "?"]
    for news in NEWS:
        assert work_list_words.EMPTY[news] in shown(chased, monkeypatch, news=news, unit="S2", task="2")


@pytest.mark.parametrize(
    "query",
    [
        {"listed": "all"}, {"news": "old"}, {"step": "0"}, {"step": "9"}, {"district": "S1"}, {"unit": "S9"},
        {"task": "9"}, {"light": "S9:1"}, {"light": "S1"}, {"rows": "1"},
    ],
    ids=str,
)  # fmt: skip
def test_what_is_not_there_is_refused_and_named(
    chased: Path, monkeypatch: pytest.MonkeyPatch, query: dict[str, str]
) -> None:
    html = shown(chased, monkeypatch, **query)
    value = next(iter(query.values())).partition(":")[0]
    assert "sc-message" in html and value in html and rows_of(html) == []


def test_another_units_lights_are_as_if_there_were_none(chased: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read_as(monkeypatch, of_unit("S1"))
    for query in ({"unit": "S2"}, {"district": "D1"}, {"light": "S2:1"}):
        assert "sc-message" in shown(chased, monkeypatch, **query)
    html = shown(chased, monkeypatch)
    assert "Unit S2" not in html and 'name="unit"' not in html and 'name="district"' not in html


def test_a_row_tells_figures_weeks_step_and_explanation(chased: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = shown(chased, monkeypatch).partition("<tbody")[2].split("</tr>")
    first, third = rows[0], rows[2]
    for part in ("sc-red", "Indicator I1: 30% (xanh từ 90%)", "5 tuần", "Bậc 3 · Họp", "đơn vị đã trả lời",
                 "cam kết đạt 20/10/2023, chưa đạt", "why=S2:1"):  # fmt: skip
        assert part in first, part
    for part in ("Unit D1-1 (D1)", "mới tuần này", "mở lại", "CHƯA CÓ GIẢI TRÌNH", "hạn 19/10/2023"):
        assert part in third, part


def test_an_open_light_stands_in_place_of_the_list_with_ways_back_and_on(
    chased: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    html = shown(chased, monkeypatch, light="S1:2", step="3")
    ways = html.partition("sc-work-ways")[2].partition("</nav>")[0]
    assert rows_of(html) == [] and [unescape(way) for way in re.findall(r'href="([^"]+)"', ways)] == [
        "?step=3",
        "?step=3&light=S2:1",
    ]


def test_a_long_list_shows_its_beginning_and_how_much_is_left(chased: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scorecard.ui.follow_up.work_panel.MOST", 2)
    html = shown(chased, monkeypatch, task="1")
    assert rows_of(html) == [("S2", 1), ("S1", 1)] and "Còn 2 dòng nữa." in html
    assert "?rows=all&amp;task=1" in html
    assert len(rows_of(shown(chased, monkeypatch, task="1", rows="all"))) == 4


def test_a_revision_that_changed_steps_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home, catalog = chase_home(tmp_path)
    assert "sc-work-changes" not in shown(home, monkeypatch)
    publish_week(home, catalog, "2023-W42", [seen("D2", "2023-10-19", 1, 100)], reason="a slip", synthetic=True)
    told = "Unit D2, nhiệm vụ 1: từ không đôn đốc thành bậc 3 (Họp), vì bản sửa của tuần 42/2023."
    assert told in shown(home, monkeypatch)
    assert told not in shown(home, monkeypatch, week="2023-W42", revision="1")
    read_as(monkeypatch, of_unit("S1"))
    assert "sc-work-changes" not in shown(home, monkeypatch)


def test_a_week_whose_catalogue_has_no_ladder_says_so(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    html = shown(home, monkeypatch)
    assert work_list_words.NO_LADDER in html and rows_of(html) and work_list_words.NOT_YET in html


def test_the_decisions_have_a_place_of_their_own(chased: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    html = shown(chased, monkeypatch, listed="decisions")
    assert re.search(r'aria-current="page">' + work_list_words.DECISIONS, html) and rows_of(html) == []
    assert "sc-work-filters" not in html


def test_only_who_may_write_is_led_to_the_forms(chased: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scorecard.ui.follow_up.work_panel._SHORT", 2)
    assert work_list_words.DOWN in shown(chased, monkeypatch)
    assert work_list_words.DOWN not in shown(chased, monkeypatch, week="2023-W41")
    read_as(monkeypatch, LEADER)
    assert work_list_words.DOWN not in shown(chased, monkeypatch)
