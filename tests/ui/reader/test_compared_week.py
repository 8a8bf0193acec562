"""The week a page is compared with, and which revision of a week it says it shows."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from scorecard.catalog import Catalog, load_catalog
from tests.catalogs.catalogue_rows import catalogue, district, indicator, seen, target, task, unit, write_catalogue
from tests.homes.made_once import made_once
from tests.homes.small_home import publish_week
from tests.ui.conftest import html_of

UNITS = ["S1", "S2", "D1", "D1-1"]
VALUES = {"2023-W40": 95, "2023-W41": 70, "2023-W42": 85}
TABLES = catalogue(
    units=[unit("S1"), *district("D1", 1), unit("S2", valid_to="2023-10-09"), unit("S2", valid_from="2023-10-10")]
)


@pytest.fixture
def three_weeks(tmp_path: Path) -> tuple[Path, Catalog]:
    """Green, then red, now amber; and an office whose code belonged to another one in the first week."""
    publish_three_weeks(tmp_path)
    return tmp_path / "home", load_catalog(tmp_path / "catalog")


@made_once
def publish_three_weeks(folder: Path) -> None:
    catalog = load_catalog(write_catalogue(TABLES, folder / "catalog"))
    for day, (week, value) in zip((5, 12, 19), VALUES.items(), strict=True):
        publish_week(folder / "home", catalog, week, [seen(name, f"2023-10-{day:02}", value, 100) for name in UNITS])


PAGES = [("task", {"task": "1"}), ("unit", {"unit": "S1"})]


@pytest.mark.parametrize(("page", "query"), PAGES)
def test_without_a_choice_a_page_is_compared_with_the_published_week_before(
    three_weeks: tuple[Path, Catalog], monkeypatch: pytest.MonkeyPatch, page: str, query: dict[str, str]
) -> None:
    html = html_of(three_weeks[0], monkeypatch, page=page, **query)
    assert "Tuần này đổi gì" in html and "So với Tuần 41/2023 (09/10–15/10)." in html
    assert "không đạt → cận ngưỡng" in html and "Tuần trước đó: 41/2023" in html


@pytest.mark.parametrize(("page", "query"), PAGES)
def test_a_chosen_week_is_compared_with_and_named(
    three_weeks: tuple[Path, Catalog], monkeypatch: pytest.MonkeyPatch, page: str, query: dict[str, str]
) -> None:
    html = html_of(three_weeks[0], monkeypatch, page=page, against="2023-W40", **query)
    assert "Đổi gì so với tuần 40/2023" in html and "So với Tuần 40/2023 (02/10–08/10)." in html
    assert "đạt → cận ngưỡng" in html and "không đạt →" not in html
    assert '<option value="2023-W40" selected>' in html
    # The province and its levels, and three units: not the office that was another one.
    assert html.count("đạt → cận ngưỡng") == {"task": 4 + 3, "unit": 1}[page]


def test_the_circle_of_the_ranking_is_the_chosen_week_and_an_office_that_was_not_there_has_none(
    three_weeks: tuple[Path, Catalog], monkeypatch: pytest.MonkeyPatch
) -> None:
    def circles(**query: str) -> list[str]:
        html = html_of(three_weeks[0], monkeypatch, page="task", block="department", task="1", **query)
        return re.findall(r'sc-before" style="left: ([0-9.]+)%', html)

    assert circles() == ["70.0", "70.0"]
    assert circles(against="2023-W40") == ["95.0"]
    html = html_of(three_weeks[0], monkeypatch, page="task", task="1", against="2023-W40")
    assert "vòng tròn: tuần 40/2023" in html


def test_the_overview_counts_no_change_where_an_office_was_not_there_the_week_before(
    three_weeks: tuple[Path, Catalog], monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = html_of(three_weeks[0], monkeypatch, week="2023-W41")
    assert "Không so số đèn với Tuần 40/2023: 1 đơn vị tuần đó chưa có." in shown and '<em class="sc-' not in shown
    shown = html_of(three_weeks[0], monkeypatch, week="2023-W42")
    assert "So với Tuần 41/2023" in shown and '<em class="sc-down">' in shown
    shown = html_of(three_weeks[0], monkeypatch, week="2023-W41", block="district:D1")  # all of it was there
    assert "So với Tuần 40/2023" in shown and '<em class="sc-up">' in shown


def test_the_arrows_of_a_district_are_those_since_the_chosen_week(
    three_weeks: tuple[Path, Catalog], monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = html_of(three_weeks[0], monkeypatch, page="district", district="D1")
    assert plain.count("tốt hơn tuần công bố trước") == 3 and "xấu hơn" not in plain
    chosen = html_of(three_weeks[0], monkeypatch, page="district", district="D1", against="2023-W40")
    assert chosen.count("xấu hơn tuần 40/2023") == 3 and "tốt hơn" not in chosen
    assert "(tuần 40/2023: đạt)" in chosen


def test_a_correction_of_the_compared_week_shows_at_once_and_is_called_one(
    three_weeks: tuple[Path, Catalog], monkeypatch: pytest.MonkeyPatch
) -> None:
    home, catalog = three_weeks
    pages = [*PAGES, ("district", {"district": "D1"})]
    for page, query in pages:
        html_of(home, monkeypatch, page=page, against="2023-W40", **query)
    rows = [seen(name, "2023-10-05", 85, 100) for name in UNITS]
    publish_week(home, catalog, "2023-W40", rows, reason="typed wrongly")
    for page, query in PAGES:
        html = html_of(home, monkeypatch, page=page, against="2023-W40", **query)
        assert "Không có đèn nào đổi mức" in html
        assert "So với Tuần 40/2023 (02/10–08/10; bản 2, số sửa lại)." in html
        assert "Số sửa lại ở tuần: 40/2023." in html
    html = html_of(home, monkeypatch, page="district", district="D1", against="2023-W40")
    assert "hơn tuần 40" not in html
    html = html_of(home, monkeypatch, week="2023-W41", block="district:D1")
    assert "So với Tuần 40/2023 (02/10–08/10; bản 2, số sửa lại)." in html


@pytest.mark.parametrize(
    ("page", "query", "told"),
    [
        ("unit", {"unit": "S1"}, ["40"]),
        ("unit", {"unit": "D1"}, []),
        ("unit", {"unit": "D1-1"}, ["41"]),
        ("unit", {"unit": "S1", "week": "2023-W40", "revision": "1"}, []),
        ("task", {"task": "1"}, ["40", "41"]),
        ("task", {"task": "1", "block": "department"}, ["40"]),
        ("task", {"task": "1", "block": "department", "chosen": "D1-1"}, ["40", "41"]),
        ("task", {"task": "1", "block": "district:D1"}, ["41"]),
        ("task", {"task": "2"}, []),
    ],
)
def test_only_weeks_in_which_something_drawn_was_corrected_are_said_to_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, page: str, query: dict[str, str], told: list[str]
) -> None:
    both = [indicator("I1"), indicator("I2", task_no="2")]
    tables = TABLES | {"tasks": [task(1), task(2)], "indicators": both}
    tables["targets"] = [target(), target(indicator_id="I2")]
    catalog, home = load_catalog(write_catalogue(tables, tmp_path / "catalog")), tmp_path / "home"
    for day, (week, value) in zip((5, 12, 19), VALUES.items(), strict=True):
        publish_week(home, catalog, week, [seen(name, f"2023-10-{day:02}", value, 100) for name in UNITS])
    publish_week(home, catalog, "2023-W40", [seen("S1", "2023-10-05", 85, 100)], reason="typed wrongly")
    publish_week(home, catalog, "2023-W41", [seen("D1-1", "2023-10-12", 1, 100)], reason="typed wrongly")
    publish_week(home, catalog, "2023-W42", [seen("D1", "2023-10-19", VALUES["2023-W42"], 100)], reason="the same")
    html = html_of(home, monkeypatch, page=page, **query)
    weeks = "".join(re.findall(r"Số sửa lại ở tuần: ([^.]*)\.", html))
    assert weeks == ", ".join(f"{week}/2023" for week in told)


@pytest.mark.parametrize("against", ["2023-W42", "2023-W43", "2023-W39", "soon"])
@pytest.mark.parametrize("page", ["task", "district", "unit"])
def test_a_week_that_cannot_be_compared_with_is_refused(
    three_weeks: tuple[Path, Catalog], monkeypatch: pytest.MonkeyPatch, page: str, against: str
) -> None:
    html = html_of(three_weeks[0], monkeypatch, page=page, unit="S1", against=against)
    assert "sc-message" in html and "sc-task-page" not in html and "sc-unit-page" not in html


def test_stepping_to_another_week_keeps_the_comparison_as_long_as_it_makes_sense(
    three_weeks: tuple[Path, Catalog], monkeypatch: pytest.MonkeyPatch
) -> None:
    html = html_of(three_weeks[0], monkeypatch, page="task", task="1", against="2023-W40")
    assert 'href="?week=2023-W41&amp;against=2023-W40&amp;task=1"' in html
    html = html_of(three_weeks[0], monkeypatch, page="task", task="1", week="2023-W41", against="2023-W40")
    assert 'href="?week=2023-W40&amp;task=1"' in html
    assert 'href="./unit?week=2023-W41&amp;against=2023-W40"' in html  # the other pages that compare
    assert 'href="./?week=2023-W41"' in html


def test_a_revision_says_whether_it_is_as_published_or_corrected(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    html = html_of(home, monkeypatch)
    assert "bản 2, số sửa lại (mới nhất)" in html and "bản 1, như đã công bố" in html
    assert "Đang xem" not in html
    old = html_of(home, monkeypatch, week="2023-W42", revision="1", page="unit", unit="S1")
    assert "Đang xem bản 1, như đã công bố. Tuần này đã có bản 2, số sửa lại; lý do: a mistake in S2." in old
    assert 'href="?week=2023-W42&amp;unit=S1">Xem bản mới nhất' in old
    assert "số sửa lại" not in html_of(home, monkeypatch, week="2023-W40")


def test_where_lower_is_better_the_threshold_is_named_that_changed_the_light(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for week, figure, green in (("2023-W41", ("2023-10-12", 9), "10"), ("2023-W42", ("2023-10-19", 8), "5")):
        tables = catalogue(
            indicators=[indicator("I1", measure="count", direction="lower")], targets=[target(green=green, amber="20")]
        )
        catalog = load_catalog(write_catalogue(tables, tmp_path / week))
        publish_week(tmp_path / "home", catalog, week, [seen("S1", *figure)])
    html = html_of(tmp_path / "home", monkeypatch, page="unit", unit="S1")
    assert "thành “xanh đến 5 point, vàng đến 20 point”; kết quả từ 9 point thành 8 point." in html
