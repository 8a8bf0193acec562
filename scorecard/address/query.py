"""What a page can be asked for beside the week: every page has a frozen query of its own, in `queries.py`."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import ClassVar, TypeVar

ALL = "all"
ONLY = "red_amber"

T = TypeVar("T")


@dataclass(frozen=True)
class Named:
    """What an address names of a catalogue, and what has to be there for the page to be shown."""

    units: tuple[str, ...] = ()
    tasks: tuple[int, ...] = ()
    district: str | None = None
    indicator: str | None = None
    group: str | None = None


@dataclass(frozen=True)
class Query:
    """The filters of a page, as typed fields; a field at its default stands in no address."""

    page: ClassVar[str] = ""

    @property
    def block(self) -> str:
        """The part of the units that is shown: `all`, a level, or `district:<unit_id>`."""
        return ALL

    @property
    def only(self) -> bool:
        """Whether lights that are not red or amber are left out."""
        return False

    @property
    def named(self) -> Named:
        """Everything of a catalogue that is named."""
        return Named()

    def parameters(self) -> dict[str, str]:
        """The fields that are not at their default, as they stand in an address."""
        given = {
            field.name: getattr(self, field.name)
            for field in dataclasses.fields(self)
            if getattr(self, field.name) != field.default
        }
        return {name: text for name, value in given.items() if (text := _text_of(value))}


def _text_of(value: object) -> str:
    if value is None or value is False:
        return ""
    if value is True:
        return ONLY
    return ",".join(value) if isinstance(value, tuple) else str(value)


def some_of(value: T | None) -> tuple[T, ...]:
    """The value where there is one."""
    return (value,) if value else ()
