"""Random weeks of a small catalogue, judged by the plain rule, as a page would show them."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from scorecard.address.address import Address
from scorecard.catalog import Catalog, load_catalog
from scorecard.lights.attention import Situation
from scorecard.lights.rows import GroupLight, OverviewFigure, TaskLight
from tests.catalogs.catalogue_rows import Rows, catalogue, indicator, paired, seen, target, task, unit, write_catalogue
from tests.lights.made_rows import made
from tests.plain import plain_groups, plain_rule

DAYS = [dt.date(2023, 10, day) for day in (6, 13, 20)]
UNCERTAIN = 3  # so many weeks are looked at
INDICATORS = {
    "I1": indicator("I1"),
    "J1": indicator("J1", measure="count", direction="lower"),
    "K1": indicator("K1"),
    "I2": indicator("I2", task_no="2", direction="lower", max_age_days="10"),
    "I3": indicator("I3", task_no="3", additive="false"),
}
TARGETS = [
    target("*", "90", "80"),
    target("*", "0", "2", indicator_id="J1"),
    target("*", "33.334", "33.333", indicator_id="K1"),
    target("*", "5", "10", indicator_id="I2"),
    target("*", "100", "50", indicator_id="I3"),
    target("department", "50", "40"),
    target("province", "60", "65", indicator_id="I2"),
]


@cache
def tables() -> Rows:
    """Five departments, two districts, five communes: `Office 1` to `Office 12`."""
    heads = [unit(f"S{number}", name=f"Office {number}") for number in range(1, 6)]
    heads += [unit(f"D{number}", "district", name=f"Office {number}") for number in (6, 7)]
    communes = [unit(f"C{number}", "commune", "D6", name=f"Office {number}") for number in range(8, 13)]
    return catalogue(
        units=[*heads, *communes],
        tasks=[task(1), task(2), task(3)],
        indicators=INDICATORS.values(),
        targets=TARGETS,
        pairs=[paired("I1", "K1")],
    )


@cache
def loaded() -> Catalog:
    """The same as the product reads it."""
    with TemporaryDirectory() as folder:
        return load_catalog(write_catalogue(tables(), Path(folder)))


def figures(chance: random.Random) -> list[Any]:
    """What came in until each day; most units have an indicator's usual figure, so that some is shared."""
    rows = []
    for day in DAYS:
        for name, row in INDICATORS.items():
            usual = chance.choice([None, 0, 4, 30, 34, 45, 89, 95, 100])
            mixed = chance.choice([0, 0.1, 0.6])
            for living in tables()["units"]:
                value = chance.choice([None, 0, 2, 33, 60, 94, 100]) if chance.random() < mixed else usual
                if value is not None:
                    below = None if row["measure"] == "count" else chance.choice([100, 100, 300, 777])
                    above = value if below is None else min(below, value * below // 100 + chance.randint(0, 1))
                    rows.append(seen(living["unit_id"], day.isoformat(), above, below, name))
    return rows


@dataclass(frozen=True)
class Seen:
    """What a page is made from, and the same by name: lights by unit and task, figures by unit and indicator."""

    situation: Situation
    lights: dict[tuple[str, int], TaskLight]
    figures: dict[tuple[str, str], OverviewFigure]
    groups: dict[str, GroupLight]


def week_of(seed: int) -> Seen:
    """The last of some published weeks, shown for all units or for those without communes."""
    chance = random.Random(seed)  # nosec B311
    rows, days, every = figures(chance), DAYS[-chance.randint(1, 3) :], chance.random() < 0.5
    shown = [unit for unit in loaded().units if every or unit.level != "commune"]
    history = [
        {(row["unit_id"], row["task_no"]): row["status"] for row in _of_day(plain_rule.task_lights, rows, day)}
        for day in days
    ]
    lights = []
    for row in _of_day(plain_rule.task_lights, rows, days[-1]):
        run, before = plain_rule.weeks_in_status(history, (row["unit_id"], row["task_no"]))
        lights.append(_filled(TaskLight, row | {"weeks_in_status": run, "previous_status": before}))
    found = [_filled(OverviewFigure, row) for row in _of_day(plain_rule.lights, rows, days[-1])]
    groups = [_filled(GroupLight, row) for row in _of_day(plain_groups.group_lights, rows, days[-1])]
    province = [row for row in groups if row.group_id == "province"]
    situation = Situation(
        catalog=loaded(),
        address=Address(),
        units=shown,
        lights=lights,
        figures=found,
        uncertain_from=UNCERTAIN,
        group_id="province",
        group_name="Toàn tỉnh",
        group_rows=lambda number: [row for row in province if row.task_no == number],
    )
    names = {unit.unit_id: unit.name for unit in shown}
    return Seen(
        situation,
        {(names[row.unit_id], row.task_no): row for row in lights if row.unit_id in names},
        {(names[row.unit_id], row.indicator_id): row for row in found if row.unit_id in names},
        {row.indicator_id: row for row in province if row.indicator_id},
    )


def _of_day(judge: Callable[..., Iterable[Any]], rows: list[Any], day: dt.date) -> list[Any]:
    return list(judge(tables(), rows, day))


def _filled(kind: type[Any], row: dict[str, Any]) -> Any:
    """A row of a class from one of the plain rule, whose thresholds are exact quotients."""
    cells = {name: row[name] for name in kind._fields if name in row and name not in ("value", "coverage")}
    return made(kind, **{name: _decimal(cell) for name, cell in cells.items()})


def _decimal(cell: Any) -> Any:
    return f"{cell.numerator / cell.denominator:.3f}" if type(cell).__name__ == "Fraction" else cell
