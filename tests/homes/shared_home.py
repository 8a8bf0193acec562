"""A home in which most units share their reds on twelve tasks, every task by another number of units."""

from __future__ import annotations

from pathlib import Path

from scorecard.catalog import load_catalog
from tests.catalogs.catalogue_rows import catalogue, indicator, seen, target, task, unit, write_catalogue
from tests.homes.small_home import publish_week

TASKS, UNITS = range(1, 13), range(1, 31)
TABLES = catalogue(
    tasks=[task(number, title=f"Một nhiệm vụ có tên dài của văn bản {number}") for number in TASKS],
    units=[unit(f"S{number}", name=f"Đơn vị {number}", short_name=f"ĐV {number}") for number in UNITS],
    indicators=[
        indicator(f"I{number}", task_no=str(number), name=f"Tỷ lệ hoàn thành nhiệm vụ đúng hạn theo kế hoạch {number}")
        for number in TASKS
    ],
    targets=[target(indicator_id=f"I{number}") for number in TASKS],
)
FIRST = "Nhiệm vụ 1, 4, 7, 10: 30/30 đơn vị chưa đạt (đỏ), 2 tuần liên tiếp"


def shared_home(home: Path) -> Path:
    """Two weeks in which 30, 29 or 28 of 30 units are red, or (task 12) two; units differ in task 12 alone."""
    catalog = load_catalog(write_catalogue(TABLES, home.parent / "shared-catalog"))
    for week, day in (("2023-W41", "2023-10-12"), ("2023-W42", "2023-10-19")):
        rows = [
            seen(f"S{place}", day, 95 if _green(number, place) else 20 + place, 100, f"I{number}")
            for number in TASKS
            for place in UNITS
        ]
        publish_week(home, catalog, week, rows)
    return home


def _green(number: int, place: int) -> bool:
    return place > 2 if number == 12 else place <= (number - 1) % 3
