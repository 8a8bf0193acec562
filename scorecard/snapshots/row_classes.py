"""Which frozen class the rows of a query are; the warehouse fills it, and mypy sees its columns everywhere."""

from __future__ import annotations

import types
import typing
from collections.abc import Callable, Iterable
from enum import Enum
from typing import Any, TypeVar

T = TypeVar("T")

_Words = list[tuple[int, dict[str | None, Enum | None]]]  # the places of such columns, with the members by their word

QUERY_OF: dict[type[Any], str] = {}
_WORDS: dict[type[Any], _Words] = {}


def row_of(query: str) -> Callable[[type[T]], type[T]]:
    """Says that a NamedTuple is a row of `queries/<query>.sql`, its fields being the columns in their order."""

    def register(row: type[T]) -> type[T]:
        QUERY_OF[row] = query
        _WORDS[row] = _words_of(row)
        return row

    return register


def filled(row: type[T], found: Iterable[tuple[Any, ...]]) -> list[T]:
    """The rows as instances of their class; words of an enumeration become its members, everything else stays."""
    make = row._make  # type: ignore[attr-defined]
    words = _WORDS[row]
    if not words:
        return [make(values) for values in found]
    rows = []
    for values in found:
        cells = list(values)
        for place, members in words:
            cells[place] = members[cells[place]]
        rows.append(make(cells))
    return rows


def _words_of(row: type[Any]) -> _Words:
    """The places of columns that hold words of an enumeration, each with its members by their word."""
    found: _Words = []
    for place, kind in enumerate(typing.get_type_hints(row).values()):
        kinds = typing.get_args(kind) if isinstance(kind, types.UnionType) else (kind,)
        words = [one for one in kinds if isinstance(one, type) and issubclass(one, Enum)]
        found += [(place, {member.value: member for member in one} | {None: None}) for one in words]
    return found
