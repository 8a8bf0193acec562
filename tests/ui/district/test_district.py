"""The page of a district: what it shows equals what is published, and who lacks what equals a plain sum."""

from __future__ import annotations

import json
import re
import shutil
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from scorecard.address.address import Address
from scorecard.address.queries import DistrictQuery
from scorecard.catalog import load_catalog
from scorecard.lights.district_area import worst_first
from scorecard.lights.listing import light_rows
from scorecard.lights.rows import Shortfall, TaskLight
from scorecard.lights.status import RED
from scorecard.maps.boundaries import install_boundaries
from scorecard.settings import PAGES, ROOT
from scorecard.snapshots.index import list_snapshots
from scorecard.snapshots.warehouse import Warehouse, files_of
from scorecard.ui.district import map_panel as map_read
from scorecard.ui.district.cell_map import chart_cells
from scorecard.ui.district.map_cells import MapCell
from scorecard.ui.district.shortfall import build_shortfall, main_part
from tests.catalogs.catalogue_rows import catalogue, district, indicator, seen, target, task, unit, write_catalogue
from tests.homes.small_home import publish_week
from tests.ui.conftest import html_of
from tests.ui.light_rows import row_of

TABLES = catalogue(
    tasks=[task(1), task(2), task(3)],
    units=[unit("S1"), *district("D1", 4), *district("D2", 0)],
    indicators=[
        indicator("I1"),
        indicator("I2", task_no="2", direction="lower"),
        indicator("I3", task_no="3", applies_to="department"),
    ],
    targets=[target(), target("D1-2", "50", "40"), target(indicator_id="I2", green="10", amber="20")],
)
FIGURES = [
    seen("D1", "2023-10-19", 95, 100),
    seen("D1-1", "2023-10-19", 10, 100),
    seen("D1-2", "2023-10-19", "49.5", 100),
    seen("D1-3", "2023-10-19", 500, 1001),
    seen("D1-1", "2023-10-19", 30, 100, "I2"),
    seen("D1-2", "2023-10-19", 5, 100, "I2"),
]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("district")
    catalog = load_catalog(write_catalogue(TABLES, folder / "catalog"))
    publish_week(folder / "home", catalog, "2023-W41", [seen("D1-1", "2023-10-12", 95, 100)])
    publish_week(folder / "home", catalog, "2023-W42", FIGURES)
    return folder / "home"


@pytest.fixture
def shown(home: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """The HTML of every part of the page for an address."""
    monkeypatch.setenv("SCORECARD_HOME", str(home))

    def run(**parameters: str) -> str:
        test = AppTest.from_file(str(PAGES / "district.py"), default_timeout=60)
        for name, value in parameters.items():
            test.query_params[name] = value
        test.run()
        assert not test.exception, test.exception
        return "".join(json.loads(block.proto.json)["html"] for block in test.get("bidi_component"))

    return run


def plain_shortfalls() -> dict[str, Fraction]:
    """I1 by hand: the green threshold is 90, but 50 for D1-2; who has no figure lacks nothing that is known."""
    lacking = {}
    for row in FIGURES:
        if row.indicator_id == "I1" and row.denominator is not None:
            green = Fraction(50 if row.unit_id == "D1-2" else 90, 100)
            lacking[row.unit_id] = max(green * Fraction(row.denominator) - Fraction(row.numerator), Fraction(0))
    return lacking


def test_shortfalls_are_exact_and_by_the_threshold_each_unit_was_judged_by(home: Path) -> None:
    snapshot = list_snapshots(home).weeks()[-1]
    lights = files_of([snapshot], "lights")
    units = ["D1", "D1-1", "D1-2", "D1-3", "D1-4"]
    rows = Warehouse(home).run(Shortfall, files=lights, units=units, indicator_id="I1", higher=True)
    assert {row.unit_id: Fraction(row.shortfall) for row in rows} == plain_shortfalls()
    assert Fraction(rows[0].shortfall) == Fraction(4009, 10)
    rows = Warehouse(home).run(Shortfall, files=lights, units=units, indicator_id="I2", higher=False)
    assert {row.unit_id: row.shortfall for row in rows} == {"D1-1": 20, "D1-2": 0}


@pytest.mark.parametrize(
    ("lacking", "taken", "share"),
    [
        ({"a": 7, "b": 2, "c": 1}, ["a"], Fraction(7, 10)),
        ({"a": 5, "b": 2, "c": 3}, ["a", "c"], Fraction(8, 10)),
        ({"b": 1, "a": 1}, ["a", "b"], Fraction(1)),
        ({"a": 0}, [], Fraction(0)),
        ({}, [], Fraction(0)),
    ],
)
def test_the_fewest_units_that_make_up_most(lacking: dict[str, int], taken: list[str], share: Fraction) -> None:
    assert main_part({name: Fraction(value) for name, value in lacking.items()}) == (taken, share)


def test_the_total_is_what_its_units_have_to_bring_in_whole_pieces() -> None:
    catalog = load_catalog(ROOT / "data" / "catalog")
    units = {unit.unit_id: unit for unit in catalog.units if unit.level == "commune"}
    one, two = list(units)[:2]
    rows = [row_of(Shortfall, unit_id=name, shortfall=Decimal(lacks)) for name, lacks in ((one, "12.4"), (two, "11.4"))]
    found = build_shortfall(catalog.indicators[0], rows, units, Address(DistrictQuery()), [RED])
    assert [part.text.split()[-1] for part in found.parts] == ["13", "12"] and "tổng 25 ở 2 đơn vị" in found.note


def test_the_page_names_who_makes_up_the_shortfall(shown: Any) -> None:
    whole, lacking = sum(plain_shortfalls().values()), plain_shortfalls()
    html = shown(district="D1", task="1")
    share = int((lacking["D1-3"]) * 100 / whole)
    assert f"Unit D1-3 chiếm {share}% số còn thiếu" in html
    assert "3/4 đơn vị cấp xã có báo cáo · phủ 80% (4/5 đơn vị)" in html
    assert "tổng 482 ở 3 đơn vị chưa đạt" in html


SEVERAL = catalogue(
    units=[*district("D1", 2)],
    indicators=[
        indicator("I1", numerator="Tasks done"),
        indicator("I2", numerator="Late files", direction="lower"),
        indicator("I3", task_no="2"),
        indicator("I4", task_no="3"),
        indicator("I5", task_no="4"),
        indicator("I6", task_no="5"),
        indicator("I7", task_no="6"),
        indicator("I8", task_no="6"),
        indicator("I9", task_no="6", measure="count"),
    ],
    tasks=[task(number) for number in range(1, 7)],
    targets=[target(), target(indicator_id="I2", green="10", amber="20"), target(indicator_id="I4"),
             target(indicator_id="I5"), target(indicator_id="I6"), target(indicator_id="I7"),
             target(indicator_id="I8")],
)  # fmt: skip
OF_SEVERAL = [
    *[seen(name, "2023-10-19", 83, 100) for name in ("D1", "D1-1", "D1-2")],
    *[seen(name, "2023-10-19", late, 100, "I2") for name, late in (("D1", 57), ("D1-1", 0), ("D1-2", 0))],
    *[seen(name, "2023-10-19", 50, 100, "I3") for name in ("D1", "D1-1", "D1-2")],
    *[seen(name, "2023-10-19", 0, 0, "I5") for name in ("D1", "D1-1", "D1-2")],
    *[seen(name, "2023-10-19", 95, 100, "I6") for name in ("D1", "D1-1", "D1-2")],
    *[seen(name, "2023-10-19", 50, 100, "I7") for name in ("D1", "D1-1", "D1-2")],
    *[seen(name, "2023-10-19", done, 100, "I8") for name, done in (("D1", 99), ("D1-1", 99), ("D1-2", 85))],
]


@pytest.fixture(scope="module")
def several(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("several")
    catalog = load_catalog(write_catalogue(SEVERAL, folder / "catalog"))
    publish_week(folder / "home", catalog, "2023-W42", OF_SEVERAL)
    return folder / "home"


@pytest.mark.parametrize(
    ("task_no", "said", "unsaid"),
    [
        ("1", ["<h3>Indicator I1: 3 đơn vị chiếm 100% số còn thiếu</h3>", "Từng đơn vị còn thiếu (tasks done):",
               "<h3>Indicator I2: Unit D1 chiếm 100% số vượt</h3>", "Từng đơn vị phải giảm (late files):",
               ">Unit D1: 47<"], []),
        ("2", ["Indicator I3: chưa có ngưỡng."], ["đều đạt", "Từng đơn vị"]),
        ("3", ["Indicator I4: chưa có số liệu để tính."], ["đều đạt"]),
        ("4", ["Indicator I5: không phát sinh trong kỳ."], ["đều đạt"]),
        ("5", ["Indicator I6: các đơn vị có số liệu và ngưỡng đều đạt ngưỡng xanh của mình."], []),
    ],
)  # fmt: skip
def test_every_ratio_that_decided_has_its_sentence_and_nothing_is_claimed_where_nobody_is_judged(
    several: Path, monkeypatch: pytest.MonkeyPatch, shown: Any, task_no: str, said: list[str], unsaid: list[str]
) -> None:
    monkeypatch.setenv("SCORECARD_HOME", str(several))
    html = shown(district="D1", task=task_no)
    assert [part for part in said if part not in html] == [] and [part for part in unsaid if part in html] == []


@pytest.mark.parametrize(
    ("chosen", "said", "unsaid"),
    [
        ("I8", ["sc-why-green", "Vì sao xanh?", "Indicator I8: Unit D1-2 chiếm 100% số còn thiếu",
                "<strong>Indicator I8</strong>: 94,3% = 283/300, đạt ngưỡng xanh 90%"],
         ["Vì sao đỏ?", "<strong>Indicator I7"]),
        ("I7", ["sc-why-red", "Vì sao đỏ?", "<strong>Indicator I7</strong>: 50% = 150/300", "Indicator I7: 3 đơn vị"],
         ["<strong>Indicator I8"]),
        ("I9", ["Số chung của chỉ số", "Không cộng được thành số chung"], ["Vì sao", "<strong>Indicator"]),
    ],
)  # fmt: skip
def test_a_chosen_indicator_is_explained_itself_and_the_light_of_the_task_only_named(
    several: Path, monkeypatch: pytest.MonkeyPatch, shown: Any, chosen: str, said: list[str], unsaid: list[str]
) -> None:
    monkeypatch.setenv("SCORECARD_HOME", str(several))
    html = shown(district="D1", task="6", indicator=chosen)
    why = html[html.index('<section class="sc-why') :].partition("</section>")[0]
    assert [part for part in said if part not in why] == [] and [part for part in unsaid if part in why] == []
    assert f"Toàn địa bàn unit D1, Indicator {chosen} (nhiệm vụ 6)" in why
    assert "Đèn chung của nhiệm vụ 6: đỏ" in why and "why=area" in why


def test_the_lights_of_the_matrix_are_the_published_ones(home: Path, shown: Any) -> None:
    index = list_snapshots(home)
    rows = light_rows(home, index, index.weeks()[-1], "task", None, None)
    published = {(row["unit_id"], row["task_no"]): row["status"] for row in rows}
    html = shown(district="D1", task="1")
    found = {
        (owner, int(number)): status
        for status, owner, number in re.findall(r'class="sc-light sc-(\w+)[^"]*" href="[^"]*why=([\w-]+):(\d+)"', html)
    }
    assert found == {key: status for key, status in published.items() if key[0].startswith("D1")}


@pytest.mark.parametrize(
    ("name", "row", "spoken"),
    [
        ("Huyện Một", "UBND huyện", "UBND huyện Một"),
        ("Thị xã Hai", "UBND thị xã", "UBND thị xã Hai"),
        ("Area Three", "UBND area Three", "UBND area Three"),
    ],
)
def test_the_own_office_is_short_in_its_row_and_named_in_full_in_its_tooltips(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, row: str, spoken: str
) -> None:
    own, *communes = district("D1", 1)
    catalog = load_catalog(write_catalogue(catalogue(units=[own | {"name": name}, *communes]), tmp_path / "catalog"))
    publish_week(tmp_path / "home", catalog, "2023-W42", [seen("D1", "2023-10-19", 95, 100)])
    html = html_of(tmp_path / "home", monkeypatch, page="district", district="D1")
    assert f">{row}</a>" in html and f'data-tip="{spoken} · Nhiệm vụ 1' in html


def test_communes_stand_worst_first_or_in_the_order_of_the_catalogue(shown: Any) -> None:
    def order(html: str) -> list[str]:
        matrix = html[html.index("<table role") : html.index("</table>")]
        return re.findall(r'scope="row">(?:<a [^>]*>)?Unit ([\w-]+)', matrix)

    assert order(shown(district="D1")) == ["D1-1", "D1-3", "D1-2", "D1-4"]
    assert order(shown(district="D1", order="catalog")) == ["D1-1", "D1-2", "D1-3", "D1-4"]


def test_worst_is_most_red_then_amber_then_missing(tmp_path: Path) -> None:
    catalog = load_catalog(write_catalogue(TABLES, tmp_path))
    units = [one for one in catalog.units if one.level == "commune"]
    rows = [
        row_of(TaskLight, unit_id=unit_id, status=status)
        for unit_id, statuses in {
            "D1-1": ["green", "missing"],
            "D1-2": ["amber", "green"],
            "D1-3": ["red", "green"],
            "D1-4": ["red", "amber"],
        }.items()
        for status in statuses
    ]
    assert [one.unit_id for one in worst_first(units, rows)] == ["D1-4", "D1-3", "D1-2", "D1-1"]


def test_the_reason_of_the_area_names_clause_basis_and_weeks(shown: Any) -> None:
    html = shown(district="D1", task="1")
    assert "Toàn địa bàn unit D1, nhiệm vụ 1" in html
    assert "Vì sao thiếu số liệu?" in html and "phủ 80%" in html and "Ở mức này 2 tuần" in html


def test_the_list_says_what_the_map_shows_for_every_commune_and_the_island(shown: Any) -> None:
    html = shown(district="D1", task="2")
    listed = re.findall(
        r'<th scope="row"><a href="[^"]*why=([\w-]+):2">[^<]*</a></th><td><b[^>]*>(.)</b> ([^<]*)', html
    )
    assert {unit_id: sign for unit_id, sign, _ in listed} == {
        "D1-1": "✕",
        "D1-2": "✓",
        "D1-3": "?",
        "D1-4": "?",
        "D2": "?",
    }
    assert "30% (xanh đến 10%) · số liệu 19/10/2023" in listed[0][2]


@pytest.mark.parametrize(
    ("query", "tips"),
    [
        ({"task": "2"}, ["Unit D1-1 (D1) · Nhiệm vụ 2", "Unit D2 · Nhiệm vụ 2"]),
        ({"task": "3"}, ["Unit D1-1 (D1)", "Unit D2"]),
        ({"indicator": "I1"}, ["Unit D1-1 (D1)", "Unit D2"]),
    ],
)
def test_a_commune_is_named_with_its_district_on_the_map(
    shown: Any, monkeypatch: pytest.MonkeyPatch, query: dict[str, str], tips: list[str]
) -> None:
    drawn: list[MapCell] = []
    monkeypatch.setattr(map_read, "chart_cells", lambda cells: drawn.extend(cells) or chart_cells(cells))
    shown(district="D1", **query)
    found = {one.unit_id: one.tip.split("\n")[0] for one in drawn}
    assert [found[unit_id] for unit_id in ("D1-1", "D2")] == tips


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ({"why": "D1-1:1"}, "Unit D1-1 (D1) · Nhiệm vụ 1"),
        ({"why": "D1-1:3"}, "Unit D1-1 (D1) · Nhiệm vụ 3"),
        ({"why": "D1:1"}, "Unit D1 · Nhiệm vụ 1"),
        ({"unit": "D1-1"}, "Unit D1-1 (D1)"),
    ],
)
def test_the_reason_of_a_commune_names_its_district(
    home: Path, monkeypatch: pytest.MonkeyPatch, query: dict[str, str], title: str
) -> None:
    assert f'id="sc-dialog-title">{title}</h2>' in html_of(home, monkeypatch, **query)


def test_the_map_may_be_coloured_by_an_indicator(shown: Any) -> None:
    html = shown(district="D1", indicator="I1")
    assert "Indicator I1 theo xã, phường, thị trấn" in html
    assert "49,5% (xanh từ 50%) · số liệu 19/10/2023 · cận ngưỡng" in html


@pytest.mark.parametrize(
    ("parameters", "said"),
    [
        ({"district": "D9"}, "Không có địa bàn “D9”"),
        ({"district": "S1"}, "Không có địa bàn “S1”"),
        ({"order": "best"}, "“best” không phải là cách sắp xếp"),
        ({"task": "99"}, "Không có nhiệm vụ số 99"),
        ({"indicator": "I9"}, "Không có chỉ số “I9”"),
        ({"task": "2", "indicator": "I1"}, "Chỉ số “I1” thuộc nhiệm vụ 1, không thuộc nhiệm vụ 2"),
    ],
)
def test_what_is_not_there_is_said_and_nothing_wider_is_shown(
    shown: Any, parameters: dict[str, str], said: str
) -> None:
    html = shown(**parameters)
    assert said in html and "sc-table" not in html


def test_a_district_without_communes_and_an_address_without_anything_are_shown(shown: Any) -> None:
    assert "Unit D2" in shown(district="D2")
    html = shown()
    assert re.search(r'<option value="D1" selected', html)


def test_an_area_without_a_light_on_the_task_says_why(shown: Any) -> None:
    assert "<p>Nhiệm vụ này không áp dụng cho đơn vị nào của nhóm, nên không có đèn.</p>" in shown(task="3")


def test_boundaries_are_offered_where_they_are_installed_and_missed_in_words_where_not(
    home: Path, tmp_path: Path, shown: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "Chưa cài ranh giới" in shown(district="D1", shape="boundaries")
    assert 'class="sc-shapes"' not in shown(district="D1")
    own = Path(shutil.copytree(home, tmp_path / "home"))
    install_boundaries(own, squares("D1-1", "D1-2", "D1-3", "D1-4", "D2"))
    monkeypatch.setenv("SCORECARD_HOME", str(own))
    assert 'class="sc-shapes"' in shown(district="D1")
    html = shown(district="D1", shape="boundaries")
    assert "Ranh giới theo tệp" in html and "không thể hiện địa giới" not in html
    assert "“circles”" in shown(shape="circles")


def squares(*codes: str) -> bytes:
    rings = {code: [[x, 16], [x + 1, 16], [x + 1, 17], [x, 16]] for x, code in enumerate(codes, start=100)}
    features = [
        {"type": "Feature", "properties": {"unit_id": code}, "geometry": {"type": "Polygon", "coordinates": [ring]}}
        for code, ring in rings.items()
    ]
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()
