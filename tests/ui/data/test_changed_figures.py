"""What differs between two publications, in words."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from scorecard.catalog import Catalog, load_catalog
from scorecard.publishing.light_differences import compare_lights, read_lights
from scorecard.snapshots.index import list_snapshots
from scorecard.ui.data import changed_figures as data_changes
from scorecard.ui.data.changed_figures import Changed, ChangedLight, Publications, Side, changed_lights
from tests.catalogs.catalogue_rows import catalogue, unit, write_catalogue
from tests.homes.lives_home import lives_catalog, lives_home
from tests.homes.small_home import publish_week

DAY = dt.date(2023, 10, 19)


@pytest.fixture
def catalog(tmp_path: Path) -> Catalog:
    return load_catalog(write_catalogue(catalogue(units=[unit("S1", name="Sở Một")]), tmp_path / "catalog"))


def row(indicator: str | None, before: str | None, now: str | None, numerator: int | None = None) -> dict[str, Any]:
    values = {"unit_id": "S1", "valid_from": None, "life": None, "task_no": 1, "indicator_id": indicator}
    for end, status, top in (("_before", before, None), ("", now, numerator)):
        values |= {f"status{end}": status, f"numerator{end}": top}
        values |= {f"denominator{end}": top and 100, f"as_of{end}": top and DAY}
        values |= {f"green{end}": 90, f"amber{end}": 80}
    return values


def told(rows: list[dict[str, Any]], catalog: Catalog) -> Changed:
    return changed_lights(rows, catalog, catalog.units, Publications(None))


def test_lights_on_tasks_and_figures_are_listed_apart(catalog: Catalog) -> None:
    name = catalog.indicators[0].name
    key = catalog.indicators[0].indicator_id
    found = told([row(None, "green", "red"), row(key, None, "red", 70), row(key, "red", None)], catalog)
    assert found.lights == (ChangedLight("Sở Một", "Nhiệm vụ 1", Side("green", "đạt"), Side("red", "không đạt")),)
    assert [light.what for light in found.figures] == [name, name]
    assert found.figures[0].after.figure.startswith("70") and found.figures[0].after.figure.endswith("19/10/2023")
    assert found.figures[0].before == Side("", "không có")
    assert "1 đèn nhiệm vụ" in found.sentence and "2 " in found.sentence


def test_a_figure_beside_its_light_is_never_printed_on_the_other_side_of_a_threshold(catalog: Catalog) -> None:
    key = catalog.indicators[0].indicator_id
    found = told([row(key, "amber", "red", 7996) | {"denominator": 10000}], catalog)
    assert found.figures[0].after.figure.startswith("79,9% · 7.996/10.000")


def test_thresholds_stand_beside_a_figure_that_differs_and_are_no_difference_by_themselves() -> None:
    def lights(green: int, numerator: int) -> dict[str, pa.Table]:
        light = {"unit_id": "S1", "task_no": 1, "status": "red", "as_of": DAY, "denominator": 100, "amber": 80}
        still = light | {"indicator_id": "I1", "numerator": 1, "green": green}
        return {"lights": pa.Table.from_pylist([still, still | {"indicator_id": "I2", "numerator": numerator}])}

    rows = compare_lights(lights(90, 70), lights(95, 71))
    assert [(row["indicator_id"], row["green_before"], row["green"], row["amber"]) for row in rows] == [
        ("I2", 90, 95, 80)
    ]


def test_a_list_is_cut_and_says_how_much_more_there_is(catalog: Catalog, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(data_changes, "MOST_LIGHTS", 2)
    found = told([row(None, "green", "red")] * 5, catalog)
    assert len(found.lights) == 2 and "3" in found.more_lights and found.more_figures == ""


WHY = [
    # before, after -> where the lights lead to, of what is published
    (
        "green",
        "red",
        "./unit?week=2023-W42&revision=1&unit=S1&why=S1:1",
        "./unit?week=2023-W43&revision=1&unit=S1&why=S1:1",
    ),
    (None, "red", "", "./unit?week=2023-W43&revision=1&unit=S1&why=S1:1"),
    ("green", None, "./unit?week=2023-W42&revision=1&unit=S1&why=S1:1", ""),
]


@pytest.mark.parametrize("key", [None, "I1"])
@pytest.mark.parametrize(("before", "after", "why_before", "why_after"), WHY)
def test_published_lights_lead_to_their_reasons_as_they_were_published(
    catalog: Catalog, tmp_path: Path, key: str | None, before: str, after: str, why_before: str, why_after: str
) -> None:
    for week in ("2023-W42", "2023-W43"):
        publish_week(tmp_path / "home", catalog, week, [])
    first, second = list_snapshots(tmp_path / "home").all
    rows = [row(key, before, after)]
    both = changed_lights(rows, catalog, catalog.units, Publications(first, second))
    (light,) = (*both.lights, *both.figures)
    assert (light.before.why, light.after.why) == (why_before, why_after)
    draft = changed_lights(rows, catalog, catalog.units, Publications(first))
    (light,) = (*draft.lights, *draft.figures)
    assert (light.before.why, light.after.why) == (why_before, "")


def test_nothing_changed_is_said(catalog: Catalog) -> None:
    assert told([], catalog).sentence and told([], catalog).lights == ()


def test_communes_of_the_same_name_are_told_apart_by_their_districts(tmp_path: Path) -> None:
    wards = [unit(name, level="commune", parent_id=name[:2], name="Phường 1") for name in ("D1-1", "D2-1")]
    districts = [unit(name, level="district", name=f"Huyện {name}") for name in ("D1", "D2")]
    catalog = load_catalog(write_catalogue(catalogue(units=[*districts, *wards]), tmp_path / "catalog"))
    found = told([row(None, "green", "red") | {"unit_id": name} for name in ("D1-1", "D2-1")], catalog)
    assert [light.unit for light in found.lights] == ["Phường 1 (D1)", "Phường 1 (D2)"]


def test_a_unit_that_is_gone_keeps_its_code(catalog: Catalog) -> None:
    assert told([row(None, None, "red") | {"unit_id": "S9"}], catalog).lights[0].unit == "S9"


def test_units_that_ended_or_are_new_are_counted_apart_and_called_by_their_own_names(tmp_path: Path) -> None:
    home = lives_home(tmp_path)
    catalog, (first, second) = lives_catalog(home), list_snapshots(home).all
    rows = compare_lights(read_lights(first), read_lights(second))
    found = changed_lights(rows, catalog, catalog.units_on(second.cut_off_day), Publications(first, second))
    assert found.sentence == (
        "2 đèn nhiệm vụ đổi màu, 10 chỉ số có số liệu hoặc đèn khác. 3 đơn vị đã kết thúc, 2 đơn vị mới: "
        "không so với đơn vị nào."
    )
    units = [light.unit for light in found.lights]
    assert units[:2] == ["Unit 461-1 (461)"] * 2 and {"Phường 1 (đã kết thúc)", "Huyện Cũ (đã kết thúc)"} <= set(units)
    assert "Phường Đông Hà (465) (đơn vị mới)" in units
