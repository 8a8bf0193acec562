"""What the values of a sheet do not say: cells in error, hidden rows, percentages, figures out of other files."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Marks:
    """`errors` by address (`C7` -> `#REF!`), addresses shown as percentages, numbers of hidden rows.

    A formula nobody has calculated is an error too, and stands there as it is written (`=A1+A2`): it reads as blank.
    `linked` are cells whose formula takes a value out of another file.
    """

    errors: dict[str, str] = field(default_factory=dict)
    percents: frozenset[str] = frozenset()
    hidden_rows: frozenset[int] = frozenset()
    linked: tuple[str, ...] = ()
