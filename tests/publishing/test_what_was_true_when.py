"""Random histories across New Year, two catalogues and lives of a code, against a second, plain implementation."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scorecard.catalog import load_catalog
from scorecard.publishing.retraction import retract
from scorecard.snapshots.index import list_snapshots
from scorecard.snapshots.verify import verify_home
from scorecard.weeks import ReportWeek
from tests.catalogs.catalogue_rows import (
    Rows,
    catalogue,
    district,
    indicator,
    seen,
    target,
    task,
    unit,
    write_catalogue,
)
from tests.homes.small_home import publish_week
from tests.plain.plain_rule import applies, day_of, valid_units
from tests.plain.plain_weeks import Weeks
from tests.publishing.test_rule_properties import assert_same

# Weeks 51 of 2023 to 3 of 2024; "C9" is of D1 until New Year and another commune, of D2, from 3 January on.
WEEKS = [ReportWeek(2023, 51), ReportWeek(2023, 52), ReportWeek(2024, 1), ReportWeek(2024, 2), ReportWeek(2024, 3)]
UNITS = [unit("S1"), *district("D1", 1), unit("D2", "district"), unit("C9", "commune", "D1", valid_to="2023-12-31"),
         unit("C9", "commune", "D2", valid_from="2024-01-03"),
         unit("C8", "commune", "D2", valid_to="2024-01-10")]  # fmt: skip
YEARLY = indicator("I1", period="year_to_date", max_age_days="400")
STATE = indicator("I2", task_no="2")
A = catalogue(tasks=[task(1), task(2)], units=UNITS, indicators=[YEARLY, STATE],
              targets=[target(), target(effective_from="2024-01-01", green="80", amber="60"),
                       target(indicator_id="I2")])  # fmt: skip
B = A | {"indicators": [YEARLY, STATE | {"direction": "lower"}, indicator("I3", task_no="2")],
         "targets": [target(green="99", amber="50"), target(indicator_id="I2", green="10", amber="60"),
                     target(indicator_id="I3")],
         "units": [*UNITS, unit("S9")]}  # fmt: skip
B["settings"] = [row | {"value": "50"} if row["key"] == "coverage_floor_percent" else row for row in A["settings"]]

FIGURE = st.tuples(
    st.sampled_from(["S1", "S9", "D1", "D2", "D1-1", "C8", "C9"]), st.sampled_from(["I1", "I2", "I3"]),
    st.integers(0, 9), st.sampled_from([0, 50, 60, 80, 85, 90, 99, 100]),
)  # fmt: skip
ACT = st.one_of(
    st.tuples(st.just("publish"), st.integers(0, 4), st.lists(FIGURE, max_size=6)),
    st.tuples(st.just("publish"), st.integers(0, 4), st.lists(FIGURE, max_size=6)),
    st.tuples(st.just("catalogue"), st.sampled_from([0, 1]), st.just([])),
    st.tuples(st.just("retract"), st.integers(0, 4), st.just([])),
)


def cut_off(week: ReportWeek) -> dt.date:
    return week.day(5)


def given_rows(tables: Rows, day: dt.date, figures: list[Any]) -> list[Any]:
    """The figures as somebody could send them: of units and indicators the week's catalogue has, within their life."""
    units = {row["unit_id"]: row for row in valid_units(tables, day)}
    indicators = {row["indicator_id"]: row for row in tables["indicators"]}
    rows = []
    for unit_id, code, back, done in figures:
        as_of = day - dt.timedelta(days=back)
        found = units.get(unit_id), indicators.get(code)
        if found[0] and found[1] and applies(found[1], found[0]) and as_of >= day_of(found[0]["valid_from"]):
            rows.append(seen(unit_id, as_of.isoformat(), done, 100, code))
    return rows


@settings(max_examples=12)
@given(acts=st.lists(ACT, min_size=4, max_size=12))
def test_every_revision_stays_what_plain_python_says_it_was(
    tmp_path_factory: pytest.TempPathFactory, acts: list[Any]
) -> None:
    folder = tmp_path_factory.mktemp("weeks")
    home = folder / "home"
    catalogs = [load_catalog(write_catalogue(tables, folder / name)) for name, tables in (("a", A), ("b", B))]
    plain, in_force = Weeks(), 0
    for act, place, figures in acts:
        if act == "catalogue":
            in_force = place
        elif act == "retract" and plain.in_use(place):
            retract(home, WEEKS[place], "by mistake", "")
            plain.retract(place)
        elif act == "publish":
            before = plain.in_use(place)
            tables = before.tables if before else (A, B)[in_force]
            rows = given_rows(tables, cut_off(WEEKS[place]), figures)
            made = plain.publish(place, cut_off(WEEKS[place]), (A, B)[in_force], rows)
            snapshot = publish_week(home, catalogs[in_force], str(WEEKS[place]), rows, reason="again")
            assert snapshot.revision == made.number
    index = list_snapshots(home)
    for place, revisions in plain.weeks.items():
        for one in revisions:
            snapshot = index.get(WEEKS[place], one.number)
            tables = {name: pq.read_table(snapshot.file(name)).to_pylist() for name in one.lights()}
            assert_same(tables, one.lights())
    assert [one.week for one in index.weeks()] == [WEEKS[place] for place in sorted(plain.weeks) if plain.in_use(place)]
    assert verify_home(home) == []
