"""Small catalogues of their own for the tests: rows with sensible defaults, written as the six CSV files.

Every cell is text, as in the files; a test names only the cells it is about.
"""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Iterable, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from scorecard.snapshots.observation import Observation

Row = dict[str, str]
Rows = dict[str, list[Row]]

HEADERS = {
    "tasks": "task_no,in_letter,title,summary,applies_to,lead_unit",
    "indicators": "indicator_id,task_no,name,measure,unit,numerator,denominator,direction,applies_to,only_unit,"
    "cadence,max_age_days,additive,core,source_system,period",
    "targets": "indicator_id,scope,effective_from,green,amber,legal_basis,evidence",
    "units": "unit_id,name,short_name,level,parent_id,kind,lon,lat,valid_from,valid_to",
    "unit_aliases": "unit_id,alias,note",
    "settings": "key,value,note",
}
OPTIONAL_HEADERS = {
    "views": "name,address",
    "columns": "mapping,heading,part,indicator_id,operation,note",
    "computed": "indicator_id,unit_id,kind,note",
    "cut_offs": "week,cut_off,reason",
    "pairs": "in_time,done,note",
    "ladder": "status,weeks,step,name",
    "causes": "code,name",
    "letters": "letter,part,text,note",
    "successors": "old_unit_id,old_valid_from,new_unit_id,new_valid_from,share,note",
}
DATES = ("valid_from", "valid_to")  # columns indicators.csv may have, written where a row has one
LEVELS = "department;district;commune"
SETTINGS = {
    "coverage_floor_percent": "90",
    "small_n_bound": "10",
    "cut_off_weekday": "5",
    "cut_off_time": "17:00",
    "timezone": "Asia/Ho_Chi_Minh",
}


def task(task_no: int = 1, **cells: str) -> Row:
    """A task of the letter, for every level."""
    fixed = {"task_no": str(task_no), "in_letter": "true", "title": f"Task {task_no}", "summary": "In our words"}
    return fixed | {"applies_to": LEVELS, "lead_unit": ""} | cells


def indicator(indicator_id: str = "I1", **cells: str) -> Row:
    """A core ratio of task 1 for every level, higher is better, current for 40 days."""
    ratio = cells.get("measure", "ratio") == "ratio"
    fixed = {"indicator_id": indicator_id, "task_no": "1", "name": f"Indicator {indicator_id}", "measure": "ratio"}
    parts = {"unit": "%" if ratio else "point", "numerator": "Done", "denominator": "Due" if ratio else ""}
    scope = {"direction": "higher", "applies_to": LEVELS, "only_unit": "", "cadence": "weekly", "max_age_days": "40"}
    kind = {"additive": "true", "core": "true", "source_system": "Somewhere", "period": "state"}
    return fixed | parts | scope | kind | cells


def target(scope: str = "*", green: str = "90", amber: str = "80", **cells: str) -> Row:
    """Thresholds for indicator I1, in force from 2023-01-01."""
    fixed = {"indicator_id": "I1", "scope": scope, "effective_from": "2023-01-01", "green": green, "amber": amber}
    return fixed | {"legal_basis": f"Basis {scope} {green}".strip(), "evidence": "proposed"} | cells


def unit(unit_id: str = "S1", level: str = "department", parent_id: str = "", **cells: str) -> Row:
    """A unit that lives since 2020; communes and districts have a point."""
    point = {"lon": "", "lat": ""} if level == "department" else {"lon": "106.95", "lat": "16.75"}
    fixed = {"unit_id": unit_id, "name": f"Unit {unit_id}", "short_name": unit_id, "level": level}
    dates = {"valid_from": "2020-01-01", "valid_to": ""}
    return fixed | {"parent_id": parent_id, "kind": "office"} | point | dates | cells


def mapped(heading: str, part: str, indicator_id: str = "", **cells: str) -> Row:
    """A column of the export called Export."""
    fixed = {"mapping": "Export", "heading": heading, "part": part, "indicator_id": indicator_id}
    return fixed | {"operation": "", "note": ""} | cells


def moved(week: str = "2023-W42", cut_off: str = "2023-10-19T11:30", reason: str = "A holiday") -> Row:
    """A cut-off moved by a holiday."""
    return {"week": week, "cut_off": cut_off, "reason": reason}


def paired(in_time: str = "I1", done: str = "I9") -> Row:
    """Two indicators that tell of lateness together."""
    return {"in_time": in_time, "done": done, "note": ""}


def computed(indicator_id: str = "SENT", unit_id: str = "S1", kind: str = "sent_in_time") -> Row:
    """A figure that is computed."""
    return {"indicator_id": indicator_id, "unit_id": unit_id, "kind": kind, "note": ""}


def rung(status: str = "red", weeks: int | str = 1, step: int | str = 1, name: str = "Remind") -> Row:
    """From so many weeks in a status on, a step of the ladder."""
    return {"status": status, "weeks": str(weeks), "step": str(step), "name": name}


def district(unit_id: str, communes: int) -> list[Row]:
    """A district's own office and so many communes, named `<district>-1` and so on."""
    below = [unit(f"{unit_id}-{number}", "commune", unit_id) for number in range(1, communes + 1)]
    return [unit(unit_id, "district"), *below]


def catalogue(**tables: Iterable[Row]) -> Rows:
    """A whole catalogue: one task, one indicator with one target, one department, unless a table is given."""
    settings = [{"key": key, "value": value, "note": ""} for key, value in SETTINGS.items()]
    default = {"tasks": [task()], "indicators": [indicator()], "targets": [target()], "units": [unit()]}
    given = {name: list(rows) for name, rows in tables.items()}
    return default | {"unit_aliases": [], "settings": settings} | given


def write_catalogue(tables: Mapping[str, Iterable[Row]], folder: Path) -> Path:
    """Write the six files and the optional ones given; the folder, made if it is missing, is returned."""
    folder.mkdir(parents=True, exist_ok=True)
    given = {name: header for name, header in OPTIONAL_HEADERS.items() if name in tables}
    if any({*DATES} & row.keys() for row in tables["indicators"]):
        given["indicators"] = ",".join((HEADERS["indicators"], *DATES))
    for name, header in (HEADERS | given).items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, header.split(","), lineterminator="\n")
            writer.writeheader()
            writer.writerows(tables[name])
    return folder


def read_rows(file: Path) -> list[Row]:
    """The rows of a CSV file of a catalogue, all text."""
    with file.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def seen(unit_id: str, as_of: str, numerator: Any, denominator: Any = None, indicator_id: str = "I1") -> Observation:
    """An observation; figures may be given as text or whole numbers."""
    below = None if denominator is None else Decimal(str(denominator))
    day = dt.date.fromisoformat(as_of)
    return Observation(unit_id, indicator_id, day, Decimal(str(numerator)), below, "test.csv", "")


def write_observations(rows: Iterable[Observation], file: Path) -> Path:
    """Write a long CSV as `ingest` reads it."""
    with file.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow("unit_id,indicator_id,as_of,numerator,denominator,source,note".split(","))
        for row in rows:
            below = "" if row.denominator is None else row.denominator
            writer.writerow([row.unit_id, row.indicator_id, row.as_of, row.numerator, below, row.source, row.note])
    return file
