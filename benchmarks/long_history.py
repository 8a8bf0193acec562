"""Ten years of weeks with changing catalogues, corrections and two reorganisations, held against tests/plain.

`python -m benchmarks.long_history [WEEKS]` (520 without a number; minutes, so it is no part of the suite).
"""

from __future__ import annotations

import datetime as dt
import random
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from scorecard.catalog import Catalog, load_catalog
from scorecard.publishing.publication import Publication
from scorecard.publishing.publish import publish
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
from tests.plain.plain_rule import applies, day_of, valid_units
from tests.plain.plain_weeks import Weeks
from tests.publishing.test_rule_properties import assert_same

FIRST, CHANGES, CORRECTIONS = ReportWeek(2014, 1), 40, 200


def rules(number: int, chance: random.Random, first: dt.date, weeks: int) -> Rows:
    """The catalogue after so many changes: other thresholds, sometimes another direction or one indicator more.

    A third and two thirds through the years a district ends and its communes' codes go to another one.
    """
    ends = [first + dt.timedelta(weeks=weeks * part // 3) for part in (1, 2)]
    units = [unit("S1", valid_from="2010-01-01"), unit("S2", valid_from="2010-01-01")]
    for place, (start, end) in enumerate(zip([dt.date(2010, 1, 1), *ends], [*ends, None], strict=True)):
        dates = {"valid_from": start.isoformat(), "valid_to": (end - dt.timedelta(days=1)).isoformat() if end else ""}
        units += [row | dates for row in district(f"D{place}", 2)]
        units.append(unit("C9", "commune", f"D{place}", **dates))
    direction = chance.choice(["higher", "higher", "lower"])
    indicators = [
        indicator("I1", period="year_to_date", max_age_days="400"),
        indicator("I2", task_no="2", direction=direction),
        *([indicator("I3", task_no="2", measure="count")] if number % 3 else []),
    ]
    green, amber = chance.choice([(90, 80), (95, 60), (70, 50)])
    sides = (green, amber) if direction == "higher" else (amber, green)
    limits = [
        target(green=str(green), amber=str(amber), effective_from="2013-01-01"),
        target(green=str(sides[0]), amber=str(sides[1]), indicator_id="I2", effective_from="2013-01-01"),
        target(green="5", amber="2", indicator_id="I3", effective_from="2013-01-01"),
    ]
    known = {row["indicator_id"] for row in indicators}
    return catalogue(
        tasks=[task(1), task(2)], units=units, indicators=indicators,
        targets=[row for row in limits if row["indicator_id"] in known],
    )  # fmt: skip


def figures(tables: Rows, day: dt.date, chance: random.Random, share: float) -> list[Any]:
    """A figure of some units on their indicators, of a day of the last week within their life."""
    rows = []
    for living in valid_units(tables, day):
        for row in tables["indicators"]:
            as_of = max(day - dt.timedelta(days=chance.randrange(7)), day_of(living["valid_from"]))
            if applies(row, living) and chance.random() < share:
                below = 100 if row["measure"] == "ratio" else None
                rows.append(
                    seen(living["unit_id"], as_of.isoformat(), chance.randrange(101), below, row["indicator_id"])
                )
    return rows


def run(weeks: int, folder: Path) -> None:
    """Publishes and corrects; raises AssertionError at the first revision that is not what plain Python says."""
    chance, plain, home = random.Random(7), Weeks(), folder / "home"
    every = max(1, weeks // CHANGES)
    catalogs: list[tuple[Rows, Catalog]] = []
    for number in range(-(-weeks // every)):
        tables = rules(number, chance, FIRST.monday, weeks)
        catalogs.append((tables, load_catalog(write_catalogue(tables, folder / f"c{number}"))))
    took: list[float] = []
    for place in range(weeks):
        tables, in_force = catalogs[place // every]
        _publish(home, plain, place, tables, in_force, figures(tables, FIRST.plus(place).day(5), chance, 0.4), took)
        if chance.random() < CORRECTIONS / weeks:
            old = chance.randrange(place + 1)
            found = plain.in_use(old)
            assert found
            _publish(home, plain, old, tables, in_force, figures(found.tables, found.day, chance, 0.05)[:1], took)
    index, checked = list_snapshots(home), 0
    for place, revisions in plain.weeks.items():
        for one in revisions:
            snapshot = index.get(FIRST.plus(place), one.number)
            expected = one.lights()
            assert_same({name: pq.read_table(snapshot.file(name)).to_pylist() for name in expected}, expected)
            checked += 1
    assert verify_home(home) == []
    took.sort()
    print(f"{weeks} weeks, {len(catalogs)} catalogues, {checked} revisions: every light as in plain Python")
    print(f"publication: median {took[len(took) // 2] * 1000:.0f} ms, slowest {took[-1] * 1000:.0f} ms")


def _publish(
    home: Path, plain: Weeks, place: int, tables: Rows, in_force: Catalog, rows: list[Any], took: list[float]
) -> None:
    week = FIRST.plus(place)
    made = plain.publish(place, week.day(5), tables, rows)
    begun = time.perf_counter()
    snapshot = publish(home, in_force, Publication(week, rows, reason="again", clock_checked=True))
    took.append(time.perf_counter() - begun)
    assert (snapshot.revision, snapshot.cut_off_day) == (made.number, made.day)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        run(int(sys.argv[1]) if len(sys.argv) > 1 else 520, Path(name))
