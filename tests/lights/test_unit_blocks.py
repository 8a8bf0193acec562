"""Which units a filter shows, under which headings; and what cannot be shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from scorecard.address.address import Address
from scorecard.address.queries import OverviewQuery, TaskQuery
from scorecard.catalog import Catalog, load_catalog
from scorecard.errors import UsageError
from scorecard.lights.unit_blocks import block_options, build_blocks, districts_of, full_names, ranked_of_all, row_name
from tests.catalogs.catalogue_rows import catalogue, district, unit, write_catalogue

UNITS = [unit("S1"), unit("S2", short_name="Two", name="A name that is far too long for a row of it"),
         *district("D1", 2), *district("D2", 0)]  # fmt: skip


@pytest.fixture
def catalog(tmp_path: Path) -> Catalog:
    return load_catalog(write_catalogue(catalogue(units=UNITS), tmp_path))


@pytest.mark.parametrize(
    ("block", "shown"),
    [
        ("all", [["S1", "S2"], ["D1", "D2"]]),
        ("department", [["S1", "S2"]]),
        ("district", [["D1", "D2"]]),
        ("district:D1", [["D1"], ["D1-1", "D1-2"]]),
        ("district:D2", [["D2"]]),
    ],
)
def test_a_block_shows_its_units_in_order(catalog: Catalog, block: str, shown: list[list[str]]) -> None:
    found = build_blocks(catalog.units, Address(OverviewQuery(block=block)))
    assert [[unit.unit_id for unit in part.units] for part in found] == shown
    assert [part.group_id for part in found][:1] == [f"area:{block[9:]}" if ":" in block else None]


@pytest.mark.parametrize("block", ["commune", "village", "district:S1", "district:D9", "district:"])
def test_a_block_that_is_not_there_is_refused(catalog: Catalog, block: str) -> None:
    with pytest.raises(UsageError, match=block):
        build_blocks(catalog.units, Address(OverviewQuery(block=block)))


def test_everything_offered_can_be_shown(catalog: Catalog) -> None:
    offered = [option.value for group in block_options(catalog.units) for option in group.options]
    assert offered == ["all", "department", "district", "district:D1", "district:D2"]
    assert all(build_blocks(catalog.units, Address(OverviewQuery(block=value))) for value in offered)


def test_on_the_page_of_a_task_a_level_is_all_of_it_and_the_first_line_says_what_it_shows(catalog: Catalog) -> None:
    offered = [option for group in block_options(catalog.units, "task") for option in group.options]
    assert [option.value for option in offered] == [
        "all", "department", "district", "commune", "district:D1", "district:D2"
    ]  # fmt: skip
    assert offered[0].name == "Toàn tỉnh, xếp hạng cấp sở và cấp huyện"
    shown = {value: build_blocks(catalog.units, Address(TaskQuery(block=value))) for value in ("all", "commune")}
    assert [[unit.unit_id for unit in part.units] for part in shown["commune"]] == [["D1-1", "D1-2"]]
    assert [part.title for part in shown["all"]] == ["Cơ quan chuyên môn, ban quản lý", "Huyện, thị xã, thành phố"]
    assert block_options(catalog.units)[0].options[0].name == "Tất cả đơn vị"


def test_where_nobody_lies_in_a_district_the_first_line_means_everybody(tmp_path: Path) -> None:
    units = load_catalog(write_catalogue(catalogue(), tmp_path)).units
    assert block_options(units, "task")[0].options[0].name == "Tất cả đơn vị"


@pytest.mark.parametrize(
    ("levels", "shown", "said"),
    [
        (("department", "commune"), [["S1", "S2"], ["D1", "D2"]], "cấp sở và cấp huyện"),
        (("commune",), [["D1-1", "D1-2"]], "cấp xã"),
        ((), [["S1", "S2"], ["D1", "D2"]], "cấp sở và cấp huyện"),
    ],
)
def test_of_all_those_below_are_ranked_only_where_it_concerns_nobody_above(
    catalog: Catalog, levels: tuple[str, ...], shown: list[list[str]], said: str
) -> None:
    found = ranked_of_all(catalog.units, lambda unit: unit.level in levels)
    assert [[unit.unit_id for unit in part.units] for part in found] == shown
    assert block_options(catalog.units, "task", found)[0].options[0].name == f"Toàn tỉnh, xếp hạng {said}"


def test_communes_are_called_with_their_district(catalog: Catalog) -> None:
    assert full_names(catalog.units)["D1-1"] == "Unit D1-1 (D1)"
    assert full_names(catalog.units)["S2"] == "Two"


def test_one_level_alone_is_not_offered_beside_all(tmp_path: Path) -> None:
    units = load_catalog(write_catalogue(catalogue(), tmp_path)).units
    assert [[option.value for option in group.options] for group in block_options(units)] == [["all"]]


def test_districts_and_names(catalog: Catalog) -> None:
    assert [unit.unit_id for unit in districts_of(catalog.units)] == ["D1", "D2"]
    assert [row_name(unit) for unit in catalog.units[:2]] == ["Unit S1", "Two"]
