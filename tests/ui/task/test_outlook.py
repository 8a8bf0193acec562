"""What it takes until the goal date and the forecast: beside the figures, in words, and never another colour."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from scorecard.catalog import Indicator, load_catalog
from scorecard.errors import CatalogError
from scorecard.lights.outlook import Outlook
from scorecard.lights.rows import UnitTrend
from scorecard.weeks import ReportWeek
from tests.catalogs.catalogue_rows import catalogue, indicator, seen, unit, write_catalogue
from tests.homes.small_home import publish_week
from tests.ui.conftest import html_of
from tests.ui.light_rows import row_of

WEEK, TODAY = ReportWeek.parse("2023-W42"), dt.date(2023, 10, 20)
RATIO = Indicator.model_validate(indicator("I1", numerator="Hồ sơ đúng hạn"))
FEWER = Indicator.model_validate(indicator("I1", measure="count", direction="lower", unit="hồ sơ"))
Home = Callable[..., Path]


def row(at: int, numerator: int | None, denominator: int | None = 100, status: str = "red", **others: Any) -> Any:
    day = dt.date(2023, 10, 20) + dt.timedelta(weeks=at - 42)
    numbers = {"numerator": numerator, "denominator": denominator, "green": 90, "amber": 80}
    return row_of(UnitTrend, **{"week": f"2023-W{at}", "as_of": day, "status": status} | numbers | others)


def outlook(goal: str | None = "2023-12-29") -> Outlook:
    return Outlook(WEEK, TODAY, dt.date.fromisoformat(goal) if goal else None)


YEARLY = Indicator.model_validate(indicator("I1", numerator="Vốn đã giải ngân", period="year_to_date"))
RISING = [row(week, 10 * (week - 36)) for week in range(37, 43)]  # 10 % in week 37 to 60 % in week 42


@pytest.mark.parametrize(
    ("goal", "figure", "item", "said"),
    [
        ("2023-12-29", row(42, 60), RATIO, "Mỗi tuần cần thêm 3 hồ sơ đúng hạn để đạt xanh đến ngày 29/12/2023"),
        ("2023-10-27", row(42, 60), RATIO, "cần thêm 30 hồ sơ đúng hạn"),
        ("2023-12-29", row(42, 12, None, green=0, amber=2), FEWER, "Mỗi tuần cần giảm 2 hồ sơ"),
        ("2023-10-21", row(42, 60), RATIO, "Không còn kỳ chốt nào"),
        ("2023-12-29", row(42, 95, status="green"), RATIO, ""),
        ("2023-12-29", row(42, None, None, status="missing"), RATIO, ""),
        ("2023-12-29", row(42, 60, status="stale"), RATIO, ""),
        (None, row(42, 60), RATIO, ""),
    ],
)
def test_the_pace_is_said_only_of_what_lacks_something(goal: str | None, figure: Any, item: Any, said: str) -> None:
    found = outlook(goal).pace(figure, item)
    assert said in found if said else found == ""


def test_a_figure_that_starts_anew_with_the_year_is_followed_within_one_year_only() -> None:
    week, today = ReportWeek.parse("2024-W03"), dt.date(2024, 1, 19)
    days = [dt.date(2023, 12, 15), dt.date(2023, 12, 22), dt.date(2023, 12, 29), dt.date(2024, 1, 5)]
    weeks = ["2023-W50", "2023-W51", "2023-W52", "2024-W01"]
    values = [90, 90, 90, 4]
    rows = [row(42, value, as_of=day, week=name) for value, day, name in zip(values, days, weeks, strict=True)]
    rows += [row(42, 8, as_of=dt.date(2024, 1, 12), week="2024-W02")]
    rows += [row(42, 12, as_of=today, week="2024-W03")]
    here = Outlook(week, today, dt.date(2024, 2, 9))
    assert here.forecast(rows, YEARLY) is None and "chỉ có 3 báo cáo" in here.said(rows, YEARLY)
    assert here.forecast(rows, RATIO) is not None  # what stands at a day goes on across the year
    ahead = [row(42, 16, as_of=dt.date(2024, 1, 26), week="2024-W04")]
    later = Outlook(ReportWeek.parse("2024-W04"), dt.date(2024, 1, 26), dt.date(2024, 2, 9))
    assert later.forecast([*rows, *ahead], YEARLY) == 24
    assert here.pace(row(42, 12), YEARLY)


def test_nothing_is_said_of_a_goal_in_another_year_where_the_figure_starts_anew() -> None:
    found = outlook("2024-01-19")
    assert found.forecast(RISING, YEARLY) is None and found.pace(row(42, 60), YEARLY) == ""
    assert "tính lại từ đầu năm, ngày mục tiêu 19/01/2024 thuộc năm khác" in found.said(RISING, YEARLY)
    assert found.forecast(RISING, RATIO) is not None and found.pace(row(42, 60), RATIO)


@pytest.mark.parametrize(
    ("goal", "rows", "value", "said"),
    [
        ("2023-10-27", RISING, 70, "Dự báo ngày 27/10/2023: 70%"),
        ("2023-12-29", RISING, 100, "100%"),  # a ratio cannot go on beyond the whole
        ("2023-10-27", [row(week, 100 - 18 * (week - 37)) for week in range(37, 43)], 0, ": 0%"),
        ("2023-10-27", RISING[3:], None, "chỉ có 3 báo cáo"),
        ("2023-10-27", [row(w, 10, as_of=TODAY) for w in range(37, 43)], None, "chỉ có 1 báo cáo"),  # carried forward
        ("2023-10-27", [row(w, 10, status="stale") for w in range(37, 43)], None, "chỉ có 0 báo cáo"),
        ("2023-10-27", [row(w, w) for w in range(31, 37)], None, "chỉ có 0 báo cáo"),  # longer ago
        (None, RISING, None, "chưa đặt ngày mục tiêu"),
        ("2023-10-20", RISING, None, "đã qua"),
        ("2025-10-20", RISING, None, "xa hơn 26 tuần"),
    ],
)
def test_a_forecast_is_made_or_refused_in_words(goal: str | None, rows: Any, value: int | None, said: str) -> None:
    found = outlook(goal)
    assert found.forecast(rows, RATIO) == (None if value is None else Fraction(value))
    assert said in found.said(rows, RATIO)
    assert bool(found.ahead) == (goal in ("2023-10-27", "2023-12-29"))


@pytest.mark.parametrize(("numerator", "said"), [(8996, "89,9%"), (9000, "90%"), (7996, "79,9%"), (8500, "85%")])
def test_a_forecast_is_printed_on_its_own_side_of_the_thresholds(numerator: int, said: str) -> None:
    rows = [row(week, numerator, 10000) for week in range(37, 43)]
    assert f"Dự báo ngày 27/10/2023: {said} (" in outlook("2023-10-27").said(rows, RATIO)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """Six weeks of an office whose figure rises by 10 % a week to 60 %."""

    def made(goal: str | None = None, weeks: int = 6) -> Path:
        tables = catalogue(units=[unit("S1"), unit("S2")], indicators=[indicator("I1", numerator="Hồ sơ đúng hạn")])
        tables["settings"] += [{"key": "goal_date", "value": goal, "note": ""}] if goal else []
        catalog = load_catalog(write_catalogue(tables, tmp_path / "catalog"))
        for week in range(43 - weeks, 43):
            day = str(ReportWeek(2023, week).day(4))
            rows = [seen("S1", day, 10 * (week - 36), 100), seen("S2", day, 95, 100)]
            publish_week(tmp_path / "home", catalog, f"2023-W{week}", rows)
        return tmp_path / "home"

    return made


def test_task_unit_and_reason_say_what_it_takes_and_draw_a_hollow_mark(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = home("2023-11-24")
    task = html_of(place, monkeypatch, page="task", task="1", chosen="S1")
    assert "Dự báo ngày 24/11/2023: 100%" in task
    assert task.count('class="sc-ahead sc-line-0"') == task.count('class="sc-ahead sc-line-1"') == 2
    page = html_of(place, monkeypatch, page="unit", unit="S1")
    assert "cần thêm 30 hồ sơ đúng hạn; mỗi tuần cần thêm 6 hồ sơ đúng hạn đến 24/11/2023" in page
    assert "dự báo 100%" in page and 'class="sc-ahead' in page
    for asked in ({"unit": "S1", "task": "1"}, {"group": "province", "task": "1"}):
        reason = html_of(place, monkeypatch, **asked)
        assert "Nếu tiếp tục như 6 tuần qua" in reason and "để đạt xanh đến ngày 24/11/2023 (còn 5 kỳ chốt)" in reason
    assert "Nếu tiếp tục" not in html_of(place, monkeypatch, unit="S2", task="1")  # green lacks nothing


def test_without_a_goal_date_pages_say_so_and_draw_nothing_ahead(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    place = home()
    task = html_of(place, monkeypatch, page="task", task="1")
    assert "Không dự báo: danh mục chưa đặt ngày mục tiêu." in task and "sc-ahead" not in task
    page = html_of(place, monkeypatch, page="unit", unit="S1")
    assert "cần thêm 30 hồ sơ đúng hạn" in page and "mỗi tuần" not in page and "sc-ahead" not in page
    assert "Nếu tiếp tục" not in html_of(place, monkeypatch, unit="S1", task="1")


def test_three_reports_are_too_few(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    task = html_of(home("2023-11-24", weeks=3), monkeypatch, page="task", task="1")
    assert "6 tuần qua chỉ có 3 báo cáo có số liệu, cần ít nhất 4" in task and "sc-ahead" not in task


def test_a_goal_date_changes_no_light(home: Home, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    plain = html_of(home(), monkeypatch, page="task", task="1")
    (tmp_path / "home").rename(tmp_path / "other")
    goal = html_of(home("2023-11-24"), monkeypatch, page="task", task="1")
    lights = [re.findall(r'sc-light (sc-\w+)"></i> ([0-9,]+%)', html) for html in (plain, goal)]
    assert lights[0] == lights[1] and len(lights[0]) == 3


def test_a_goal_date_that_is_no_date_is_a_problem_with_its_place(home: Home) -> None:
    with pytest.raises(CatalogError, match=r"settings.csv, dòng 7, cột value: tìm thấy “soon”.*2023-10-20"):
        home("soon")
