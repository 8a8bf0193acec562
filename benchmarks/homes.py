"""Homes with 60 and 520 synthetic weeks, over a copy of the tracked catalogue whose dates reach back far enough."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

from scorecard.catalog import Catalog, load_catalog
from scorecard.demo import publish_demo
from scorecard.errors import ScorecardError
from scorecard.settings import ROOT
from scorecard.weeks import ReportWeek

FOLDER = ROOT / ".bench"
END = ReportWeek.parse("2024-W08")
_LONG_AGO = "2010-01-01"


def build_catalog() -> Catalog:
    """The tracked catalogue with every unit and the first target of every scope valid since long ago."""
    folder = FOLDER / "catalog"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(ROOT / "data" / "catalog", folder)
    _since_long_ago(folder / "units.csv", "valid_from", ("unit_id",))
    _since_long_ago(folder / "targets.csv", "effective_from", ("indicator_id", "scope"))
    return load_catalog(folder)


def build_home(catalog: Catalog, weeks: int) -> Path:
    """A home with so many weeks; kept for the next run as long as the catalogue and the demo are the same."""
    home = FOLDER / f"home-{weeks}"
    print(f"home with {weeks} weeks; publishing them takes a while where there is none yet", flush=True)
    try:
        publish_demo(home, catalog, weeks=weeks, end=END)
    except ScorecardError:
        shutil.rmtree(home)
        publish_demo(home, catalog, weeks=weeks, end=END)
    return home


def _since_long_ago(file: Path, column: str, key: tuple[str, ...]) -> None:
    with file.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    first: dict[tuple[str, ...], str] = {}
    for row in rows:
        name = tuple(row[part] for part in key)
        first[name] = min(first.get(name, row[column]), row[column])
    for row in rows:
        if row[column] == first[tuple(row[part] for part in key)]:
            row[column] = _LONG_AGO
    with file.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
