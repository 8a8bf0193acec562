"""The domain's rule a second time, in the dullest Python there is: what the judge in SQL is compared with.

Written from the domain's README, never from the SQL. A catalogue is a dict of tables whose rows stand as in the
CSV files (all text); an observation has the attributes of a row of observations; every figure is exact.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Any

Row = dict[str, Any]
Catalogue = dict[str, list[dict[str, str]]]

NOT_CURRENT = ("missing", "stale")
WORST_FIRST = ("red", "amber", "missing", "green", "none_arising", "no_rule")
FIGURES = ("as_of", "numerator", "denominator", "value", "green", "amber", "target_from", "legal_basis", "evidence")


def day_of(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def valid_units(catalogue: Catalogue, day: dt.date) -> list[dict[str, str]]:
    """The units that live on a day; a code may live twice, never twice on one day."""
    units = [unit for unit in catalogue["units"] if day_of(unit["valid_from"]) <= day]
    return [unit for unit in units if not unit["valid_to"] or day <= day_of(unit["valid_to"])]


def valid_indicators(catalogue: Catalogue, day: dt.date) -> list[dict[str, str]]:
    """The indicators that live on a day; the dates may be blank or not there at all, which is always."""
    return [
        row
        for row in catalogue["indicators"]
        if (not row.get("valid_from") or day_of(row["valid_from"]) <= day)
        and (not row.get("valid_to") or day <= day_of(row["valid_to"]))
    ]


def means_the_same(catalogue: Catalogue, indicator: dict[str, str], as_of: dt.date) -> bool:
    """Whether the indicator lived on as_of too, and was counted in the same way."""
    said = ("measure", "numerator", "denominator", "direction", "unit", "period")
    return any(
        life["indicator_id"] == indicator["indicator_id"] and all(life[name] == indicator[name] for name in said)
        for life in valid_indicators(catalogue, as_of)
    )


def applies(indicator: dict[str, str], unit: dict[str, str]) -> bool:
    return unit["level"] in indicator["applies_to"].split(";") and indicator["only_unit"] in ("", unit["unit_id"])


def newest_figures(catalogue: Catalogue, observations: Iterable[Any], day: dt.date) -> dict[tuple[str, str], Any]:
    """What a snapshot holds: per key the newest figure not after the day and not from another life of the code.

    Of two figures with one as_of the later given stands.
    """
    lives = {unit["unit_id"]: day_of(unit["valid_from"]) for unit in valid_units(catalogue, day)}
    newest: dict[tuple[str, str], Any] = {}
    for seen in observations:
        key = (seen.unit_id, seen.indicator_id)
        if seen.unit_id not in lives or not lives[seen.unit_id] <= seen.as_of <= day:
            continue
        if key not in newest or newest[key].as_of <= seen.as_of:
            newest[key] = seen
    return newest


def target_in_force(
    catalogue: Catalogue, indicator_id: str, scopes: list[str], as_of: dt.date
) -> dict[str, str] | None:
    """The newest row not after as_of of the first scope that has one; blank thresholds end the search too."""
    for scope in scopes:
        rows = [t for t in catalogue["targets"] if (t["indicator_id"], t["scope"]) == (indicator_id, scope)]
        rows = [t for t in rows if day_of(t["effective_from"]) <= as_of]
        if rows:
            return max(rows, key=lambda row: row["effective_from"])
    return None


def judged(catalogue: Catalogue, indicator: dict[str, str], scopes: list[str], figure: Row) -> Row:
    """A figure (as_of, numerator, denominator) with its value, its target and its status."""
    ratio, higher = indicator["measure"] == "ratio", indicator["direction"] == "higher"
    target = target_in_force(catalogue, indicator["indicator_id"], scopes, figure["as_of"])
    limits = [Fraction(target[k]) if target and target[k] else None for k in ("green", "amber")]
    numerator, denominator = Fraction(figure["numerator"]), figure["denominator"]
    value = None if ratio and denominator == 0 else 100 * numerator / Fraction(denominator) if ratio else numerator

    def reached(limit: Fraction) -> bool:
        return value >= limit if higher else value <= limit  # type: ignore[operator]

    if value is None:
        status = "none_arising"
    elif limits[0] is None or limits[1] is None:
        status = "no_rule"
    else:
        status = "green" if reached(limits[0]) else "amber" if reached(limits[1]) else "red"
    bound = Decimal(next(s["value"] for s in catalogue["settings"] if s["key"] == "small_n_bound"))
    stated = {k: target[k] or None if target else None for k in ("legal_basis", "evidence")}
    since = day_of(target["effective_from"]) if target else None
    return figure | {"value": value, "status": status, "green": limits[0], "amber": limits[1], "target_from": since,
                     "small_n": ratio and 0 < denominator < bound} | stated  # fmt: skip


def lights(catalogue: Catalogue, observations: Iterable[Any], day: dt.date) -> Iterator[Row]:
    """One light for every unit of the day and every indicator that applies to it."""
    figures = newest_figures(catalogue, observations, day)
    for unit in valid_units(catalogue, day):
        for indicator in valid_indicators(catalogue, day):
            if not applies(indicator, unit):
                continue
            row: Row = dict.fromkeys((*FIGURES, "age_days")) | {"status": "missing", "small_n": False}
            seen = figures.get((unit["unit_id"], indicator["indicator_id"]))
            shaped = seen is not None and (seen.denominator is not None) == (indicator["measure"] == "ratio")
            if seen and shaped and means_the_same(catalogue, indicator, seen.as_of):
                figure = {"as_of": seen.as_of, "numerator": seen.numerator, "denominator": seen.denominator}
                row = judged(catalogue, indicator, [unit["unit_id"], unit["level"], "*"], figure)
                row["age_days"] = (day - seen.as_of).days
                if row["age_days"] > int(indicator["max_age_days"]):
                    row["status"] = "stale"
            keys = {"unit_id": unit["unit_id"], "indicator_id": indicator["indicator_id"]}
            yield row | keys | {"task_no": int(indicator["task_no"]), "core": indicator["core"] == "true"}


def worst(statuses: Iterable[str]) -> str:
    together = {"missing" if status == "stale" else status for status in statuses}
    return next(status for status in WORST_FIRST if status in together)


def task_lights(catalogue: Catalogue, observations: Iterable[Any], day: dt.date) -> Iterator[Row]:
    """One light for every unit and task with a core indicator that applies."""
    core = [row for row in lights(catalogue, observations, day) if row["core"]]
    starts = {unit["unit_id"]: day_of(unit["valid_from"]) for unit in valid_units(catalogue, day)}
    for unit_id, task_no in sorted({(row["unit_id"], row["task_no"]) for row in core}):
        rows = [row for row in core if (row["unit_id"], row["task_no"]) == (unit_id, task_no)]
        status = worst(row["status"] for row in rows)
        deciding = sorted(row["indicator_id"] for row in rows if worst([row["status"]]) == status)
        current = [row for row in rows if row["status"] not in NOT_CURRENT]
        yield {"unit_id": unit_id, "task_no": task_no, "status": status, "decided_by": deciding,
               "core_applicable": len(rows), "core_current": len(current), "valid_from": starts[unit_id]}  # fmt: skip


def weeks_in_status(history: list[dict[Any, str]], key: Any) -> tuple[int, str | None]:
    """Weeks in a row with the last status, and the status of the published week before.

    `history` is one dict (key -> status) per published week, oldest first, the week asked for last; a key names
    the life of its unit, so that nothing is counted over two lives.
    """
    weeks = 0
    for statuses in reversed(history):
        if statuses.get(key) != history[-1][key]:
            break
        weeks += 1
    return weeks, history[-2].get(key) if len(history) > 1 else None
