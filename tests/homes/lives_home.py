"""A home in which codes change hands on 16 February 2024: 19330 and 19400 go to other districts, 466 is dissolved.

W06 is of the old units, W07 and W08 of the new ones; every unit has a figure of its own in every week.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from scorecard.catalog import Catalog, load_catalog
from scorecard.snapshots.observation import Observation
from tests.catalogs.catalogue_rows import Row, catalogue, district, indicator, seen, target, task, unit, write_catalogue
from tests.homes.made_once import made_once
from tests.homes.small_home import publish_week

OLD, NEW = dt.date(2020, 1, 1), dt.date(2024, 2, 16)
LAST = dt.date(2024, 2, 15)
ENDS, BEGINS = {"valid_to": str(LAST)}, {"valid_from": str(NEW)}
UNITS: list[Row] = [
    unit("S1"),
    *district("461", 1),
    *district("465", 1),
    unit("466", "district", name="Huyện Cũ", **ENDS),
    unit("19330", "commune", "461", name="Phường 1", **ENDS),
    unit("19330", "commune", "465", name="Phường Đông Hà", **BEGINS),
    unit("19400", "commune", "466", name="Xã Cũ", **ENDS),
    unit("19400", "commune", "461", name="Xã Mới", **BEGINS),
]
TABLES = catalogue(
    tasks=[task(1), task(2)],
    units=UNITS,
    indicators=[indicator("I1"), indicator("I2", task_no="2")],
    targets=[target(), target(indicator_id="I2")],
)
# unit -> numerator of 100 in each week; a code that changed hands jumps from 10 to 95
OLD_FIGURES = {"S1": 95, "461": 95, "461-1": 95, "465": 95, "465-1": 95, "466": 95, "19330": 10, "19400": 10}
NEW_FIGURES = {"S1": 95, "461": 95, "461-1": 85, "465": 95, "465-1": 95, "19330": 95, "19400": 95}
WEEKS = {"2024-W06": ("2024-02-08", OLD_FIGURES), "2024-W07": ("2024-02-16", NEW_FIGURES),
         "2024-W08": ("2024-02-22", NEW_FIGURES)}  # fmt: skip


def rows_of(week: str) -> list[Observation]:
    """The figures of a week."""
    day, figures = WEEKS[week]
    return [seen(name, day, value, 100, key) for key in ("I1", "I2") for name, value in figures.items()]


def lives_home(folder: Path, weeks: int = 2) -> Path:
    """The first so many weeks, published; the home is returned, its catalogue lies beside it."""
    _publish(folder)
    home = folder / "home"
    for week in list(WEEKS)[2:weeks]:
        publish_week(home, lives_catalog(home), week, rows_of(week))
    return home


def lives_catalog(home: Path) -> Catalog:
    """The catalogue of the home."""
    return load_catalog(home.parent / "catalog")


@made_once
def _publish(folder: Path) -> None:
    catalog = load_catalog(write_catalogue(TABLES, folder / "catalog"))
    for week in list(WEEKS)[:2]:
        publish_week(folder / "home", catalog, week, rows_of(week))
