"""Every light that differs between two publications has one cause of four, and the four add up."""

from __future__ import annotations

import csv
import io
from collections import Counter
from pathlib import Path

from scorecard.catalog import load_catalog
from tests.catalogs.catalogue_rows import catalogue, indicator, seen, target, task, unit, write_catalogue
from tests.cli.command_line import Scorecard
from tests.homes.small_home import publish_week

INDICATORS = [indicator("I1", max_age_days="10"), indicator("I2", task_no="2")]
UNITS = [unit("S1"), unit("S2"), unit("S3"), unit("S4", valid_to="2023-10-15")]
FIRST = catalogue(tasks=[task(1), task(2)], units=UNITS, indicators=INDICATORS,
                  targets=[target(), target(indicator_id="I2")])  # fmt: skip
SECOND = FIRST | {"targets": [target(), target(indicator_id="I2", green="85")],
                  "units": [*UNITS, unit("S4", name="Another", valid_from="2023-10-16")]}  # fmt: skip


def test_the_four_causes_of_a_week_add_up_to_what_differs(tmp_path: Path) -> None:
    home = tmp_path / "home"
    before = [seen(name, "2023-10-09", 95, 100) for name in ("S1", "S2", "S3", "S4")]
    before += [seen(name, "2023-10-09", 86, 100, "I2") for name in ("S1", "S2", "S3", "S4")]
    now = [seen("S2", "2023-10-19", 10, 100), seen("S3", "2023-10-19", 96, 100), seen("S3", "2023-10-19", 1, 9, "I2")]
    for week, tables, rows in (("2023-W41", FIRST, before), ("2023-W42", SECOND, now)):
        publish_week(home, load_catalog(write_catalogue(tables, tmp_path / week)), week, rows)
    ran = Scorecard(home, tmp_path / "2023-W42")("changes", "--week", "2023-W42", "--format", "csv")
    assert ran.code == 0, ran.said
    rows_said = list(csv.DictReader(io.StringIO(ran.out)))
    tasks = {
        (row["unit_id"], row["life"], row["task_no"]): row["cause"] for row in rows_said if not row["indicator_id"]
    }
    assert tasks == {
        ("S1", "", "1"): "ageing",  # nothing new, and 11 days old
        ("S2", "", "1"): "result",
        ("S1", "", "2"): "rule",  # 86 %: amber under 90, green under 85
        ("S2", "", "2"): "rule",
        ("S3", "", "2"): "result",
        ("S4", "ended", "1"): "structure",
        ("S4", "ended", "2"): "structure",
        ("S4", "new", "1"): "structure",
        ("S4", "new", "2"): "structure",
    }
    counted = Counter(tasks.values())
    assert "hết hiệu lực 4, cách tính 2, số liệu quá hạn 1, kết quả 2" in ran.err
    assert sum(counted.values()) == len(tasks)
    same = [row for row in rows_said if row["status"] == row["status_before"]]
    assert same and all(row["cause"] == "" for row in same)
