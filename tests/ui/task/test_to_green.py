"""What is lacking until a group is green, who could make it up, and for how long figures have been missing."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.address.address import Address
from scorecard.address.queries import TaskQuery
from scorecard.catalog import Indicator, load_catalog
from scorecard.lights.needed_to_green import count_needed
from scorecard.lights.rows import IndicatorLight
from scorecard.ui.task.to_green import ToGreen, build_to_green
from scorecard.ui.task.weeks_without_figures import weeks_without
from tests.catalogs.catalogue_rows import catalogue, district, indicator, seen, target, unit, write_catalogue
from tests.homes.small_home import publish_week
from tests.ui.conftest import html_of
from tests.ui.light_rows import row_of

RATIO = Indicator.model_validate(indicator("I1", numerator="Hồ sơ"))
COUNT = Indicator.model_validate(indicator("I1", measure="count", direction="lower", unit="hồ sơ"))
NAMES = {f"S{number}": f"S{number}" for number in range(1, 6)}


def row(numerator: int | None, denominator: int | None = 100, green: int = 90, status: str = "red") -> Any:
    figure = {"numerator": numerator, "denominator": denominator, "green": green, "amber": 80}
    return row_of(IndicatorLight, status=status, **figure)


def built(item: Indicator, own: Any, *rows: Any) -> ToGreen:
    by_unit = {f"S{number}": value for number, value in enumerate(rows, start=1)}
    return build_to_green(item, ("Toàn tỉnh", own), by_unit, NAMES, Address(TaskQuery(task=1)))


def test_the_fewest_units_that_are_enough_are_named_largest_first() -> None:
    found = built(RATIO, row(240, 300), row(80), row(50), row(70), row(95, status="green"))
    assert found.title == "Để toàn tỉnh đạt xanh"
    assert found.lines[0] == "Toàn tỉnh cần thêm 30 hồ sơ (với mẫu số giữ nguyên)."
    assert found.lines[1].startswith("Đủ nếu 1 đơn vị")
    assert [part.text for part in found.parts] == ["S2: 40"]
    assert found.parts[0].href == "?task=1&why=S2:1"


def test_where_all_units_are_not_enough_the_rest_is_said() -> None:
    found = built(RATIO, row(200, 300, green=95), row(80), row(70), row(50, green=60))
    assert "vẫn còn thiếu 45 hồ sơ" in found.lines[1]  # 285 - 200 = 85, and 10 + 20 + 10
    assert [part.text for part in found.parts] == ["S2: 20", "S1: 10", "S3: 10"]


@pytest.mark.parametrize(
    ("item", "own", "rows", "lines", "parts"),
    [
        (RATIO, row(290, 300, status="green"), [row(95, status="green")], 1, []),
        (RATIO, row(290, 300, status="green"), [row(89, status="amber")], 2, ["S1: 1"]),
        (RATIO, row(10, 300, status="missing"), [row(80, status="stale"), row(None, status="missing")], 1, []),
        (COUNT, None, [row(3, None, green=0), row(1, None, green=0, status="amber")], 2, ["S1: 3", "S2: 1"]),
    ],
)
def test_a_group_that_lacks_nothing_still_names_the_units_that_do(
    item: Indicator, own: Any, rows: Any, lines: int, parts: list[str]
) -> None:
    found = built(item, own, *rows)
    assert len(found.lines) == lines and [part.text for part in found.parts] == parts


MONEY = Indicator.model_validate(indicator("I1", numerator="Lũy kế vốn đã giải ngân (triệu đồng)"))
ASIDE = Indicator.model_validate(indicator("I1", numerator="Hồ sơ (trừ hồ sơ mật)"))
LATE = Indicator.model_validate(indicator("I1", numerator="Hồ sơ trễ", direction="lower"))
SCORE = Indicator.model_validate(indicator("I1", measure="score", unit="điểm"))
BARE = Indicator.model_validate(indicator("I1", measure="count", unit=""))


@pytest.mark.parametrize(
    ("item", "own", "rows", "said"),
    [
        (RATIO, row(290, 300, status="green"), [row(80)], "đạt ngưỡng xanh của mình; từng đơn vị còn thiếu (hồ sơ):"),
        (COUNT, None, [row(2, None, green=0)], "ngưỡng xanh của mình; từng đơn vị phải giảm (hồ sơ):"),
        (SCORE, None, [row(80, None)], "từng đơn vị còn thiếu (điểm):"),
        (BARE, None, [row(80, None)], "từng đơn vị còn thiếu:"),
        (MONEY, row(240, 300), [row(50)], "cần thêm 30 triệu đồng lũy kế vốn đã giải ngân (với mẫu số giữ nguyên)."),
        (MONEY, row(240, 300), [row(50)], "đơn vị sau đạt ngưỡng xanh của mình; từng đơn vị còn thiếu (triệu đồng):"),
        (MONEY, row(200, 300), [row(80)], "thì vẫn còn thiếu 60 triệu đồng lũy kế vốn đã giải ngân; từng đơn vị còn"),
        (ASIDE, row(240, 300), [row(50)], "Toàn tỉnh cần thêm 30 hồ sơ (trừ hồ sơ mật) (với mẫu số"),
        (LATE, row(100, 100, 5), [row(95, green=90)], "còn phải giảm 90 hồ sơ trễ; từng đơn vị phải giảm (hồ sơ trễ):"),
    ],
)  # fmt: skip
def test_every_number_says_what_it_counts_and_which_way(item: Indicator, own: Any, rows: Any, said: str) -> None:
    assert said in "\n".join(built(item, own, *rows).lines)


@given(st.lists(st.integers(0, 100), min_size=1, max_size=5), st.integers(1, 100))
def test_no_smaller_set_of_units_would_be_enough(values: list[int], green: int) -> None:
    rows = [row(value, status="red" if value < 90 else "green") for value in values]
    own = row(sum(values), 100 * len(values), green)
    whole, found = count_needed(own, RATIO), built(RATIO, own, *rows)
    counts = [count for one in rows if (count := count_needed(one, RATIO))]
    if not whole:
        return
    if sum(counts) < whole:
        assert "vẫn còn thiếu" in found.lines[1] and len(found.parts) == len(counts)
        return
    size = next(n for n in range(1, 6) if any(sum(some) >= whole for some in combinations(counts, n)))
    assert len(found.parts) == size


@pytest.mark.parametrize(
    ("statuses", "weeks"),
    [
        (["missing"], 1),
        (["stale", "missing", "green", "missing"], 2),
        (["missing", None, "missing"], 1),
        (["green"], 0),
        (["stale"] * 26, 26),
        ([], 0),
    ],
)
def test_weeks_without_a_figure_are_counted_back_to_the_last_one(statuses: list[str | None], weeks: int) -> None:
    assert weeks_without(statuses) == weeks


def test_the_page_names_what_the_group_lacks_and_how_long_units_have_been_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    units = [unit("S1"), unit("S2"), *district("D1", 1)]
    tables = catalogue(
        units=units, indicators=[indicator("I1", numerator="Hồ sơ", max_age_days="9")],
        targets=[target(), target("province", "70", "60")],
    )  # fmt: skip
    tables["settings"] = [
        row | {"value": "50"} if row["key"].startswith("cover") else row for row in tables["settings"]
    ]
    catalog, home = load_catalog(write_catalogue(tables, tmp_path / "catalog")), tmp_path / "home"
    publish_week(home, catalog, "2023-W40", [seen("D1", "2023-10-05", 95, 100)])
    publish_week(home, catalog, "2023-W41", [])
    publish_week(home, catalog, "2023-W43", [seen(name, "2023-10-26", 60, 100) for name in ("S1", "S2")])
    html = html_of(home, monkeypatch, page="task", task="1")
    assert "Để toàn tỉnh đạt xanh" in html and "Toàn tỉnh cần thêm 20 hồ sơ (với mẫu số giữ nguyên)." in html
    assert ">Unit S1: 30</a>" in html and "Unit S2: 30" not in html
    assert "Số liệu quá hạn: Unit D1 (1 tuần)." in html
    html = html_of(home, monkeypatch, page="task", task="1", block="district:D1")
    assert "Thiếu số liệu: Unit D1-1 (3 tuần)." in html and "Để toàn địa bàn unit D1 đạt xanh" in html
    html = html_of(home, monkeypatch, page="task", task="1", block="department")
    assert "Để các cơ quan chuyên môn, ban quản lý đạt xanh" in html


PLACES = [
    ({"unit": "S1", "task": "1"}, "", "Mở trang đơn vị", "./unit?week=2023-W42&amp;unit=S1"),
    ({"unit": "S1"}, "", "Mở trang đơn vị", "./unit?week=2023-W42&amp;unit=S1"),
    ({"why": "D1-1:1", "district": "D1"}, "district", "Mở trang đơn vị", "./unit?week=2023-W42&amp;unit=D1-1"),
    ({"group": "area:D1", "task": "1"}, "", "Mở trang địa bàn", "./district?week=2023-W42&amp;task=1&amp;district=D1"),
    ({"group": "province", "task": "1"}, "", "Mở trang nhiệm vụ", "./task?week=2023-W42&amp;task=1"),
]


@pytest.mark.parametrize(("query", "page", "name", "href"), PLACES)
def test_a_reason_leads_to_the_page_of_what_it_is_about(
    home: Path, monkeypatch: pytest.MonkeyPatch, query: dict[str, str], page: str, name: str, href: str
) -> None:
    html = html_of(home, monkeypatch, page=page, **query)
    ends = href.split("?", maxsplit=1)[0], *href.split("?")[1].split("&amp;")
    link = next(part for part in html.split("<a ") if "sc-open-page" in part)
    assert name in link and all(end in link for end in ends)
