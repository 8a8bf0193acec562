"""A folder of CSV files -> one checked Catalog with its content hash."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from pydantic import BaseModel

from scorecard.catalog.catalog import Catalog
from scorecard.catalog.checks import Tables, check_tables
from scorecard.catalog.ladder import Cause, check_causes
from scorecard.catalog.letters import LetterText, check_letters
from scorecard.catalog.model import Alias, Indicator, Target, Task, Unit
from scorecard.catalog.optional import OPTIONAL, OptionalTables, check_optional
from scorecard.catalog.reading import RawRow, read_table
from scorecard.catalog.rows import parse_rows, required_columns
from scorecard.catalog.rules import Setting, parse_rules
from scorecard.catalog.successors import Successor, check_successors
from scorecard.catalog.views import SavedView, check_views
from scorecard.errors import CatalogError
from scorecard.text import catalog_words

MODELS: dict[str, type[BaseModel]] = {
    "tasks": Task,
    "indicators": Indicator,
    "targets": Target,
    "units": Unit,
    "unit_aliases": Alias,
    "settings": Setting,
}
# What is of today alone: no light of any week depends on it, so an old week is not kept with it.
OF_TODAY: dict[str, type[BaseModel]] = {
    "views": SavedView,
    "causes": Cause,
    "letters": LetterText,
    "successors": Successor,
}
_MAY_BE_EMPTY = {"unit_aliases", "targets"}


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
    found += check_successors(placed["successors"], tables)  # type: ignore[arg-type]
    _refuse(folder, [*check_tables(tables), *check_optional(optional, tables, rules), *found])
    return Catalog(
        folder=folder,
        rules_version=_content_hash(raws),
        tasks=tuple(sorted((item.row for item in tables.tasks), key=lambda task: task.task_no)),
        indicators=tuple(item.row for item in tables.indicators),
        lives=tuple(item.row for item in tables.indicators),
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
        successors=tuple(item.row for item in placed["successors"]),  # type: ignore[misc]
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
