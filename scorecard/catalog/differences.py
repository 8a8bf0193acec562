"""What differs between two catalogues, counted by file."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from typing import Any

from pydantic import BaseModel

from scorecard.catalog.catalog import Catalog

FILE_COLUMNS = ("file", "added", "removed", "changed")
# The file of each table, and what makes a row of it the same row with other cells.
_KEYS: dict[str, tuple[str, tuple[str, ...]]] = {
    "tasks": ("tasks.csv", ("task_no",)),
    "indicators": ("indicators.csv", ("indicator_id", "valid_from")),
    "targets": ("targets.csv", ("indicator_id", "scope", "effective_from")),
    "units": ("units.csv", ("unit_id", "valid_from")),
    "aliases": ("unit_aliases.csv", ("unit_id", "alias")),
    "columns": ("columns.csv", ("mapping", "path", "part", "indicator_id")),
    "computed": ("computed.csv", ("indicator_id", "unit_id")),
    "cut_offs": ("cut_offs.csv", ("week",)),
    "pairs": ("pairs.csv", ("in_time",)),
    "ladder": ("ladder.csv", ("status", "step")),
}


def compare_catalogs(before: Catalog, after: Catalog) -> list[dict[str, Any]]:
    """One row for every file, with FILE_COLUMNS: how many of its rows are new, gone, or have another cell."""
    counted = [
        _counts(file, _by_key(getattr(before, table), key), _by_key(getattr(after, table), key))
        for table, (file, key) in _KEYS.items()
    ]
    settings = [{**catalog.rules.model_dump(exclude_unset=True)} for catalog in (before, after)]
    return [*counted, _counts("settings.csv", *settings)]


def _by_key(rows: Iterable[BaseModel], key: tuple[str, ...]) -> dict[Hashable, BaseModel]:
    return {tuple(getattr(row, name) for name in key): row for row in rows}


def _counts(file: str, old: Mapping[Any, Any], new: Mapping[Any, Any]) -> dict[str, Any]:
    both = old.keys() & new.keys()
    changed = sum(old[key] != new[key] for key in both)
    return dict(zip(FILE_COLUMNS, (file, len(new) - len(both), len(old) - len(both), changed), strict=True))
