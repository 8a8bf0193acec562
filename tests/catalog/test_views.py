"""Saved views: read with the catalogue, every address that cannot be shown named with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from scorecard.address.page_names import PAGES
from scorecard.address.queries import DistrictQuery, TaskQuery
from scorecard.catalog import archive_catalog, archived_catalog, load_catalog
from scorecard.errors import CatalogError
from scorecard.settings import ROOT
from tests.catalogs.catalogue_rows import Rows, catalogue, district, task, unit, write_catalogue

UNITS = [unit("S1"), *district("D1", 1), unit("OLD", valid_to="2022-12-31"), unit("NEW", valid_from="2023-01-01")]
GOOD = [
    "/",
    "/?only=red_amber",
    "/overview?block=district:D1",
    "/task?task=1&indicator=I1&chosen=S1,OLD",
    "/unit?unit=NEW",
    "/district?district=D1&order=catalog",
    "/?block=department",
    "/?unit=S1&task=1",
    "/task?task=1&why=area:D1:1",
    "/follow_up?news=unanswered&district=D1",
    "/follow_up?listed=figures&unit=S1",
    "/briefing",
    "/task?why=level:commune:1",
]
BAD = [
    "district",
    "https://elsewhere/",
    "//elsewhere",
    "/nowhere",
    "/?week=2023-W42",
    "/unit?unit=S1&against=2023-W40",
    "/?revision=1",
    "/?colour=red",
    "/follow_up?news=old",
    "/follow_up?listed=all",
    "/follow_up?light=S1:1",
    "/?only=red",
    "/task?task=9",
    "/task?task=2",
    "/task?task=3&indicator=I1",
    "/task?indicator=I9",
    "/unit?unit=S9",
    "/district?district=S1",
    "/?block=district:S1",
    "/?block=village",
    "/task?chosen=OLD,NEW",
    "/task?why=S9:1",
    "/task?why=area:S1:1",
    "/task?why=x",
    "",
]


def tables(*views: tuple[str, str]) -> Rows:
    tasks = [task(1), task(2, in_letter="false"), task(3)]
    return catalogue(tasks=tasks, units=UNITS, views=[{"name": name, "address": address} for name, address in views])


def test_views_keep_their_order_and_their_addresses(tmp_path: Path) -> None:
    views = [(f"View {number}", address) for number, address in enumerate(GOOD)]
    found = load_catalog(write_catalogue(tables(*views), tmp_path)).views
    assert [view.name for view in found] == [name for name, _ in views]
    assert [view.address.page for view in found[:5]] == ["overview", "overview", "overview", "task", "unit"]
    assert (
        found[3].address.of(TaskQuery).chosen == ("S1", "OLD") and found[5].address.of(DistrictQuery).order == "catalog"
    )


@pytest.mark.parametrize("address", BAD)
def test_an_address_that_cannot_be_shown_is_a_problem_with_its_place(tmp_path: Path, address: str) -> None:
    with pytest.raises(CatalogError) as refused:
        load_catalog(write_catalogue(tables(("One", "/"), ("Two", address)), tmp_path))
    lines = str(refused.value).splitlines()[1:]
    assert ("mở đúng tuần đang xem" in lines[0]) == any(name in address for name in ("week=", "against=", "revision="))
    assert len(lines) == 1 and lines[0].startswith(f"views.csv, dòng 3, cột address: tìm thấy “{address}”.")


@pytest.mark.parametrize("name", ["One", "", "n" * 41])
def test_a_name_is_short_there_and_used_once(tmp_path: Path, name: str) -> None:
    with pytest.raises(CatalogError, match=r"views\.csv, dòng 3, cột name"):
        load_catalog(write_catalogue(tables(("One", "/"), (name, "/")), tmp_path))


def test_every_page_can_be_saved(tmp_path: Path) -> None:
    views = [(name, f"/{name}") for name, _ in PAGES]
    assert len(load_catalog(write_catalogue(tables(*views), tmp_path)).views) == len(PAGES)


def test_views_are_no_part_of_the_rules_and_not_kept_with_old_weeks(tmp_path: Path) -> None:
    plain = load_catalog(write_catalogue(tables(), tmp_path / "plain"))
    saved = load_catalog(write_catalogue(tables(("One", "/")), tmp_path / "saved"))
    assert plain.rules_version == saved.rules_version
    archive_catalog(tmp_path / "home", saved)
    assert archived_catalog(tmp_path / "home", saved.rules_version).views == ()


def test_the_tracked_views_are_those_the_office_asked_for() -> None:
    names = [view.name for view in load_catalog(ROOT / "data" / "catalog").views]
    assert names == ["Giao ban thứ Hai", "Hướng Hóa"]
