"""A whole week from workbooks, as offices send them: checked and published by the command, in a process of its own."""

from __future__ import annotations

import datetime as dt
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from scorecard.catalog import Catalog, load_catalog
from scorecard.intake.long_form.template import Figures, build_template, render_template
from scorecard.intake.long_form.template_rows import Template, TemplateRow
from scorecard.settings import ROOT
from scorecard.snapshots.observation import Observation
from scorecard.weeks import ReportWeek

WEEK = ReportWeek.parse("2023-W43")
COPIES = "the same with coloured copies"
MOST_SECONDS, MOST_MEGABYTES = 20, 500
CATALOG = ROOT / "data" / "catalog"


@dataclass(frozen=True)
class Taken:
    """What one call took."""

    files: int
    rows: int
    units: int
    seconds: float
    processor: float
    megabytes: float
    warnings: int


def weekly_intake() -> list[tuple[str, Taken]]:
    """The week checked alone, then published, then published with a coloured copy of every file with warnings.

    A week with other figures lies before it, so that everything is compared and warned of.
    """
    catalog = load_catalog(CATALOG)
    with tempfile.TemporaryDirectory() as folder:
        before = write_workbooks(catalog, WEEK.plus(-1), Path(folder) / "before", seed=1)
        files = write_workbooks(catalog, WEEK, Path(folder) / "now", seed=2)
        others = write_workbooks(catalog, WEEK, Path(folder) / "others", seed=3)
        home = Path(folder) / "home"
        ingest(home, before, WEEK.plus(-1))
        marked = ["--marked", str(Path(folder) / "marked"), "--reason", "benchmark", "--cut-off", "2023-10-28T17:00"]
        # One after the other: the second publication is a correction of the first.
        return [
            ("checking a week of workbooks", ingest(home, files, WEEK, "--dry-run")),
            ("checking and publishing it", ingest(home, files, WEEK)),
            (COPIES, ingest(home, others, WEEK, *marked)),
        ]


def write_workbooks(catalog: Catalog, week: ReportWeek, folder: Path, seed: int) -> list[Path]:
    """A filled template of every department and of every district with its communes."""
    folder.mkdir()
    dice, day, files = random.Random(seed), catalog.day_of(catalog.cut_off(week)), []
    for unit in catalog.units_on(day):
        if unit.level != "commune":
            blank = build_template(catalog, unit.unit_id, week, Figures())
            filled = {item.key: item for item in (_figure(row, day, dice) for row in blank.rows)}
            made: Template = build_template(catalog, unit.unit_id, week, Figures(filled=filled))
            files.append(folder / f"{unit.unit_id}.xlsx")
            files[-1].write_bytes(render_template(made))
    return files


def _figure(row: TemplateRow, day: dt.date, dice: random.Random) -> Observation:
    below = Decimal(dice.randrange(20, 2000)) if row.indicator.measure == "ratio" else None
    above = Decimal(dice.randrange(0, int(below or 6) + 1))
    return Observation(row.unit.unit_id, row.indicator.indicator_id, day - dt.timedelta(1), above, below, "bench", "")


def ingest(home: Path, files: list[Path], week: ReportWeek, *options: str) -> Taken:
    """One call of the command; fails if it does."""
    command = [sys.executable, "-m", "scorecard", "--home", str(home), "--catalog", str(CATALOG), "ingest"]
    command += [*map(str, files), "--week", str(week), "--synthetic", "--format", "json", *options]
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        start = time.perf_counter()
        child = subprocess.Popen(command, cwd=ROOT, stdout=out, stderr=err)
        # wait4 and not getrusage(RUSAGE_CHILDREN): the peak of this child alone.
        _, status, usage = os.wait4(child.pid, 0)
        seconds = time.perf_counter() - start
        child.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        err.seek(0)
        assert child.returncode == 0, out.read().decode()[:2000] + err.read().decode()[:2000]
        said = json.loads(out.read())
    catalog = load_catalog(CATALOG)
    units = len(catalog.units_on(catalog.day_of(catalog.cut_off(week))))
    rows = sum(item["rows"] for item in said["receipts"])
    processor = usage.ru_utime + usage.ru_stime
    return Taken(len(files), rows, units, seconds, processor, usage.ru_maxrss / 1000, len(said["warnings"]))


def main() -> None:
    """Measures and prints."""
    for name, taken in weekly_intake():
        met = "met" if taken.seconds <= MOST_SECONDS and taken.megabytes < MOST_MEGABYTES else "MISSED"
        cost = f"{taken.seconds:6.1f} s, {taken.processor:.1f} s of processor, {taken.megabytes:.0f} MB"
        goal = "" if name == COPIES else f"   goal ≤ {MOST_SECONDS} s, < {MOST_MEGABYTES} MB: {met}"
        print(f"{name:<32}{cost}{goal}")
        of = f"{taken.rows} rows, {taken.units} units, {taken.warnings} warnings"
        print(f"  {taken.files} workbooks, {of}", flush=True)


if __name__ == "__main__":
    main()
