"""A table of typed cells, for whatever file it is written to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

Cell = str | int | Decimal | dt.date | None


@dataclass(frozen=True)
class Sheet:
    """A table: heads with their widths, rows, and for columns of lights the status of each row."""

    name: str
    heads: tuple[tuple[str, int], ...]
    rows: tuple[tuple[Cell, ...], ...]
    statuses: Mapping[int, tuple[str, ...]]
