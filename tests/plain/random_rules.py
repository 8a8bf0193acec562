"""Hypothesis strategies: small random catalogues, and observations that crowd around their thresholds."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from tests.catalogs.catalogue_rows import Row, Rows, catalogue, indicator, seen, target, task, unit
from tests.plain import plain_rule

DAY = dt.date(2023, 10, 20)
LEVELS = ("department", "district", "commune")
LIMITS = {"higher": [("90", "80"), ("50", "50"), ("100", "0"), ("33.334", "33.333")],
          "lower": [("5", "10"), ("50", "50"), ("0", "100"), ("33.333", "33.334")]}  # fmt: skip
POINTS = [Decimal(text) for text in ("0", "5", "10", "33.333", "33.334", "50", "80", "90", "100")]
DENOMINATORS = [Decimal(text) for text in ("0", "0.001", "3", "9.999", "10", "100", "1000", "12345.678", "99999999")]
STEP = Decimal("0.001")
STARTS = ["2023-01-01", "2023-09-10", "2023-10-10", "2023-10-19", "2023-10-21"]
CHANGED_ON = ("2023-10-09", "2023-10-10")  # the last day of one life and the first of the next
DAYS_BACK = [0, 1, 2, 9, 10, 11, 39, 40, 41, 300]


def mostly(usual: Any, *others: Any) -> st.SearchStrategy[Any]:
    """The usual value about every second time; shrinks towards it."""
    return st.one_of(st.just(usual), st.sampled_from([usual, *others]))


@st.composite
def unit_rows(draw: st.DrawFn) -> list[Row]:
    """Departments, two districts, communes; some not living on the day, one perhaps in its second life."""
    rows = [unit(f"S{number}") for number in range(draw(st.integers(0, 2)))]
    rows += [unit("D1", "district"), unit("D2", "district")]
    for number in range(draw(st.integers(0, 5))):
        life = draw(mostly({}, {"valid_to": "2023-10-19"}, {"valid_to": "2023-10-20"}, {"valid_from": "2023-10-20"},
                           {"valid_from": "2023-10-21"}))  # fmt: skip
        rows.append(unit(f"C{number}", "commune", draw(mostly("D1", "D2")), **life))
    if draw(st.booleans()):
        rows.append(unit("C9", "commune", "D1", valid_to="2023-09-30"))
        rows.append(unit("C9", "commune", "D2", valid_from="2023-10-01"))
    return rows


@st.composite
def indicator_row(draw: st.DrawFn, number: int, units: list[Row], *, over_years: bool) -> Row:
    """An indicator of task 1 or 2, most often a core ratio that can be summed; `over_years` counts from New Year."""
    levels = draw(mostly(LEVELS, ("department",), ("district", "commune"), ("commune",), ("department", "commune")))
    there = sorted({row["unit_id"] for row in units if row["level"] in levels})
    return indicator(
        f"I{number}",
        task_no=draw(mostly("1", "2")),
        measure=draw(mostly("ratio", "count", "score", "stage")),
        direction=draw(mostly("higher", "lower")),
        applies_to=";".join(levels),
        only_unit=draw(mostly("", *there[:1])),
        max_age_days=draw(mostly("400", "40") if over_years else mostly("40", "10", "0")),
        period=draw(mostly("year_to_date", "state")) if over_years else "state",
        additive=draw(mostly("true", "false")),
        core=draw(mostly("true", "false")),
    )


@st.composite
def lives_of(draw: st.DrawFn, row: Row) -> list[Row]:
    """An indicator for ever, only until or since a day, or in two lives that differ in what may or may not matter."""
    kind = draw(mostly("always", "always", "ended", "begun", "two"))
    if kind == "always":
        return [row]
    before = row | {"valid_from": "", "valid_to": CHANGED_ON[0]}
    other = draw(mostly({}, {"numerator": "Other"}, {"period": "period"}, {"name": "Other"}, {"applies_to": "commune"}))
    after = row | other | {"valid_from": CHANGED_ON[1], "valid_to": ""}
    return {"ended": [before], "begun": [after], "two": [after, before]}[kind]


@st.composite
def target_rows(draw: st.DrawFn, indicators: list[Row], units: list[Row]) -> list[Row]:
    """Targets of any scope and date, some of them blank, at most one per indicator, scope and date."""
    found: dict[tuple[str, str, str], Row] = {}
    for row in indicators:
        levels = row["applies_to"].split(";")
        there = sorted({row["only_unit"]} - {""} or {u["unit_id"] for u in units if u["level"] in levels})
        for _ in range(draw(mostly(1, 0, 3, 6))):
            scope = draw(mostly("*", "area", "province", *levels, *there))
            green, amber = draw(mostly(LIMITS[row["direction"]][0], *LIMITS[row["direction"]][1:], ("", "")))
            start = draw(mostly(*STARTS))
            name = row["indicator_id"]
            found[name, scope, start] = target(scope, green, amber, indicator_id=name, effective_from=start)
    return list(found.values())


@st.composite
def figures(draw: st.DrawFn, tables: Rows, *, over_years: bool) -> list[Any]:
    """At most one observation a key, within the unit's life, on a threshold or a thousandth beside it."""
    rows = []
    for row in {row["indicator_id"]: row for row in tables["indicators"]}.values():
        limits = [Decimal(t[k]) for t in tables["targets"] for k in ("green", "amber") if t[k]]
        usual = draw(st.sampled_from([*limits, *POINTS]))
        for living in plain_rule.valid_units(tables, DAY):
            if not plain_rule.applies(row, living) or not draw(mostly(True, True, True, False)):
                continue
            days_back = (0, 300, 300, 292, 293) if over_years else (0, 0, *DAYS_BACK)  # 1 January is 292 days back
            as_of = DAY - dt.timedelta(days=draw(mostly(*days_back)))
            as_of = max(as_of, plain_rule.day_of(living["valid_from"]))
            step = draw(mostly(Decimal(0), STEP, -STEP))
            near = draw(mostly(usual, *POINTS))
            below = None
            if row["measure"] == "ratio":
                below = draw(mostly(Decimal(100), *DENOMINATORS))
                near = min((below * near / 100).quantize(STEP), below - max(step, Decimal(0)))
            value = max(near + step, Decimal(0))
            rows.append(seen(living["unit_id"], as_of.isoformat(), value, below, row["indicator_id"]))
    return rows


@st.composite
def situations(draw: st.DrawFn, *, over_years: bool = False) -> tuple[Rows, list[Any]]:
    """A catalogue and what a snapshot of DAY holds; `over_years` has figures of last year that are still current."""
    units = draw(unit_rows())
    count = draw(st.integers(1, 4))
    indicators = [draw(indicator_row(number, units, over_years=over_years)) for number in range(1, count + 1)]
    indicators = [life for row in indicators for life in draw(lives_of(row))]
    targets = draw(target_rows(indicators, units))
    tables = catalogue(units=units, indicators=indicators, targets=targets, tasks=[task(1), task(2)])
    tables["settings"][0]["value"] = draw(mostly("90", "50", "0", "100"))
    return tables, draw(figures(tables, over_years=over_years))
