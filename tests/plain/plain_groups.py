"""The rule for groups a second time, in plain Python, beside plain_rule.py."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Any

from tests.plain.plain_rule import (
    FIGURES,
    NOT_CURRENT,
    Catalogue,
    Row,
    applies,
    judged,
    lights,
    task_lights,
    valid_indicators,
    valid_units,
    worst,
)

COUNTED = ("green", "amber", "red", "missing", "none_arising", "no_rule")


def groups(catalogue: Catalogue, day: dt.date) -> Iterator[tuple[str, list[dict[str, str]], list[str]]]:
    """Every group with its members and the scopes of its targets, in order."""
    units = valid_units(catalogue, day)
    for district in [unit for unit in units if unit["level"] == "district"]:
        communes = [u for u in units if u["level"] == "commune" and u["parent_id"] == district["unit_id"]]
        yield f"area:{district['unit_id']}", [district, *communes], ["area", "*"]
        yield f"communes:{district['unit_id']}", communes, ["commune", "*"]
    for level in ("department", "district", "commune"):
        yield f"level:{level}", [unit for unit in units if unit["level"] == level], [level, "*"]
    yield "province", units, ["province", "*"]


def summable(indicator: dict[str, str]) -> bool:
    return indicator["measure"] == "ratio" and indicator["additive"] == "true"


def tally(statuses: list[str]) -> Row:
    together = ["missing" if status == "stale" else status for status in statuses]
    return {f"n_{status}": together.count(status) for status in COUNTED}


def floor_of(catalogue: Catalogue) -> Fraction:
    return next(Fraction(s["value"]) for s in catalogue["settings"] if s["key"] == "coverage_floor_percent")


def of_one_year(catalogue: Catalogue, indicator: dict[str, str], members: list[Row]) -> list[Row]:
    """The members whose figures are summed: current, and where they count from New Year, of one and the same year."""
    current = [row for row in members if row["status"] not in NOT_CURRENT]
    if indicator["period"] != "year_to_date" or not current:
        return current
    years = sorted({row["as_of"].year for row in current}, reverse=True)
    by_year = {year: [row for row in current if row["as_of"].year == year] for year in years}
    enough = [year for year in years if 100 * len(by_year[year]) >= floor_of(catalogue) * len(members)]
    return by_year[(enough or years)[0]]


def indicator_light(catalogue: Catalogue, indicator: dict[str, str], members: list[Row], scopes: list[str]) -> Row:
    """A group's light on one indicator, from the lights of the members it applies to."""
    current = of_one_year(catalogue, indicator, members)
    coverage = Fraction(len(current), len(members))
    row: Row = dict.fromkeys(FIGURES) | {"status": "missing", "small_n": False}
    if current:
        figure = {"as_of": max(r["as_of"] for r in current), "numerator": sum(r["numerator"] for r in current),
                  "denominator": sum(r["denominator"] for r in current)}  # fmt: skip
        row = judged(catalogue, indicator, scopes, figure)
    if 100 * coverage < floor_of(catalogue):
        row["status"] = "missing"
    row |= {"members": len(members), "current": len(current), "coverage": coverage, "not_included": []}
    return row | tally([member["status"] for member in members])


def group_lights(catalogue: Catalogue, observations: Iterable[Any], day: dt.date) -> Iterator[Row]:
    """Every group's lights: one for each indicator that can be summed, one for each task that has such."""
    observations = list(observations)
    core = [row for row in lights(catalogue, observations, day) if row["core"]]
    tasks = list(task_lights(catalogue, observations, day))
    for group, members, scopes in groups(catalogue, day):
        ids = {unit["unit_id"] for unit in members}
        for task_no in sorted({int(task["task_no"]) for task in catalogue["tasks"]}):
            rows, left_out, behind = [], [], set()
            for indicator in valid_indicators(catalogue, day):
                if int(indicator["task_no"]) != task_no or indicator["core"] != "true":
                    continue
                if not any(applies(indicator, unit) for unit in members):
                    continue
                name = indicator["indicator_id"]
                if not summable(indicator):
                    left_out.append(name)
                    continue
                seen = [row for row in core if row["indicator_id"] == name and row["unit_id"] in ids]
                light = indicator_light(catalogue, indicator, seen, scopes)
                summed = of_one_year(catalogue, indicator, seen)
                behind |= {r["unit_id"] for r in seen if r not in summed and r["status"] not in NOT_CURRENT}
                rows.append(light | {"group_id": group, "task_no": task_no, "indicator_id": name})
            yield from rows
            if rows:
                own = [row for row in tasks if row["task_no"] == task_no and row["unit_id"] in ids]
                other = sum(row["status"] != "missing" and row["unit_id"] in behind for row in own)
                yield task_row(rows, [row["status"] for row in own], other) | {
                    "group_id": group,
                    "task_no": task_no,
                    "not_included": left_out,
                }


def task_row(rows: list[Row], statuses: list[str], other_year: int) -> Row:
    """The group's light on the task itself: the worst of its indicators, beside its members' statuses."""
    current = [status for status in statuses if status != "missing"]
    empty = dict.fromkeys((*FIGURES, "indicator_id", "coverage")) | {"small_n": False}
    counts = {"members": len(statuses), "current": len(current) - other_year}
    return empty | counts | {"status": worst(row["status"] for row in rows)} | tally(statuses)
