"""A folder of CSV files -> one checked Catalog with its content hash."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from zoneinfo import ZoneInfo

from pydantic import BaseModel

from scorecard.catalog.checks import Tables, check_tables
from scorecard.catalog.cut_offs import MovedCutOff, regular_cut_off
from scorecard.catalog.ladder import Cause, Rung, check_causes
from scorecard.catalog.letters import LetterText, check_letters
from scorecard.catalog.model import Alias, Indicator, Rules, Setting, Target, Task, Unit
from scorecard.catalog.optional import OPTIONAL, Computed, MappedColumn, OptionalTables, check_optional
from scorecard.catalog.pairs import Pair
from scorecard.catalog.reading import RawRow, read_table
from scorecard.catalog.rows import parse_rows, required_columns
from scorecard.catalog.rules import parse_rules
from scorecard.catalog.views import SavedView, View, check_views
from scorecard.errors import CatalogError
from scorecard.text import catalog_words
from scorecard.weeks import ReportWeek

MODELS: dict[str, type[BaseModel]] = {
    "tasks": Task,
    "indicators": Indicator,
    "targets": Target,
    "units": Unit,
    "unit_aliases": Alias,
    "settings": Setting,
}
# What is of today alone: no light of any week depends on it, so an old week is not kept with it.
OF_TODAY: dict[str, type[BaseModel]] = {"views": SavedView, "causes": Cause, "letters": LetterText}
_MAY_BE_EMPTY = {"unit_aliases", "targets"}


@dataclass(frozen=True)
class Catalog:
    """One checked catalogue. `rules_version` is equal exactly where the content of the six files and of OPTIONAL is.

    Row order, line ends, a BOM, blank cells and an optional file without rows do not change it; the files OF_TODAY and
    any others beside them are not part of it.
    """

    folder: Path
    rules_version: str
    tasks: tuple[Task, ...]
    indicators: tuple[Indicator, ...]
    targets: tuple[Target, ...]
    units: tuple[Unit, ...]
    aliases: tuple[Alias, ...]
    rules: Rules
    columns: tuple[MappedColumn, ...] = ()
    computed: tuple[Computed, ...] = ()
    cut_offs: tuple[MovedCutOff, ...] = ()
    pairs: tuple[Pair, ...] = ()
    ladder: tuple[Rung, ...] = ()
    views: tuple[View, ...] = ()
    causes: tuple[Cause, ...] = ()
    letters: tuple[LetterText, ...] = ()

    @cached_property
    def zone(self) -> ZoneInfo:
        """The time zone of every cut-off and every date."""
        return ZoneInfo(self.rules.timezone)

    def cut_off(self, week: ReportWeek) -> dt.datetime:
        """The cut-off of a week, with its offset: the one it was moved to, else the regular one."""
        moved = next((row.cut_off for row in self.cut_offs if row.week == week), None)
        return (moved or regular_cut_off(self.rules, week)).replace(tzinfo=self.zone)

    def day_of(self, cut_off: dt.datetime) -> dt.date:
        """The day of a cut-off as the catalogue's time zone counts it."""
        return cut_off.astimezone(self.zone).date()

    def units_on(self, day: dt.date) -> tuple[Unit, ...]:
        """The units valid on a day, in the catalogue's order; at most one life of each code."""
        return tuple(unit for unit in self.units if unit.lives_on(day))

    def applies(self, indicator: Indicator, unit: Unit) -> bool:
        """Whether a unit has to answer for an indicator: its level, and `only_unit` where one is named."""
        return unit.level in indicator.applies_to and indicator.only_unit in (None, unit.unit_id)

    def is_computed(self, indicator_id: str, unit_id: str) -> bool:
        """Whether a unit's figure is found at publication and must not be typed."""
        return any((row.indicator_id, row.unit_id) == (indicator_id, unit_id) for row in self.computed)

    def is_typed(self, indicator: Indicator, unit: Unit) -> bool:
        """Whether a unit has to send the figures of an indicator: it applies, and is not computed."""
        return self.applies(indicator, unit) and not self.is_computed(indicator.indicator_id, unit.unit_id)


def load_catalog(folder: Path) -> Catalog:
    """The catalogue in a folder; raises CatalogError that lists every mistake with file, row, column and value."""
    if not folder.is_dir():
        raise CatalogError(catalog_words.NO_FOLDER.format(folder=folder))
    raws: dict[str, list[RawRow]] = {}
    problems: list[str] = []
    for name, model in MODELS.items():
        raws[name], found = read_table(folder / f"{name}.csv", required_columns(model))
        problems += found
        if not found and not raws[name] and name not in _MAY_BE_EMPTY:
            problems.append(catalog_words.NO_ROWS.format(file=f"{name}.csv"))
    for name, model in (OPTIONAL | OF_TODAY).items():
        path = folder / f"{name}.csv"
        raws[name], found = read_table(path, required_columns(model)) if path.exists() else ([], [])
        problems += found
    _refuse(folder, problems)
    return _checked(folder, raws)


def _checked(folder: Path, raws: dict[str, list[RawRow]]) -> Catalog:
    placed, problems = {}, []
    for name, model in (MODELS | OPTIONAL | OF_TODAY).items():
        placed[name], found = parse_rows(model, raws[name])
        problems += found
    rules, found = parse_rules(placed["settings"])  # type: ignore[arg-type]
    _refuse(folder, problems + found)
    assert rules is not None  # parse_rules gives a problem where it gives no rules
    tables = Tables(**{name: placed[name] for name in MODELS})  # type: ignore[arg-type]
    optional = OptionalTables(**{name: placed[name] for name in OPTIONAL})  # type: ignore[arg-type]
    views, found = check_views(placed["views"], tables)  # type: ignore[arg-type]
    found = [*found, *check_causes(placed["causes"]), *check_letters(placed["letters"])]  # type: ignore[arg-type]
    _refuse(folder, [*check_tables(tables), *check_optional(optional, tables, rules), *found])
    return Catalog(
        folder=folder,
        rules_version=_content_hash(raws),
        tasks=tuple(sorted((item.row for item in tables.tasks), key=lambda task: task.task_no)),
        indicators=tuple(item.row for item in tables.indicators),
        targets=tuple(item.row for item in tables.targets),
        units=tuple(item.row for item in tables.units),
        aliases=tuple(item.row for item in tables.unit_aliases),
        rules=rules,
        columns=tuple(item.row for item in optional.columns),
        computed=tuple(item.row for item in optional.computed),
        cut_offs=tuple(item.row for item in optional.cut_offs),
        pairs=tuple(item.row for item in optional.pairs),
        ladder=tuple(sorted((item.row for item in optional.ladder), key=lambda rung: (rung.step, rung.status))),
        views=views,
        causes=tuple(item.row for item in placed["causes"]),  # type: ignore[misc]
        letters=tuple(item.row for item in placed["letters"]),  # type: ignore[misc]
    )


def _refuse(folder: Path, problems: list[str]) -> None:
    if problems:
        headline = catalog_words.HEADLINE.format(folder=folder, count=len(problems))
        raise CatalogError("\n".join([headline, *problems]))


def _content_hash(raws: dict[str, list[RawRow]]) -> str:
    content = {
        name: sorted(sorted([column, cell] for column, cell in raw.cells.items() if cell) for raw in rows)
        for name, rows in raws.items()
        if name in MODELS or (rows and name in OPTIONAL)
    }
    return hashlib.sha256(json.dumps(content, ensure_ascii=False, sort_keys=True).encode()).hexdigest()[:16]
