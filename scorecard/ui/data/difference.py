"""One light that differs between two publications: a row of `compare_lights` with its types."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, NamedTuple

from scorecard.lights.status import Status


class End(NamedTuple):
    """A light before or after, with its figure and the thresholds it was judged by; all None where there is none."""

    status: Status | None
    as_of: dt.date | None
    numerator: Decimal | None
    denominator: Decimal | None
    green: Decimal | None
    amber: Decimal | None


class Difference(NamedTuple):
    """A light that differs between two publications; `indicator_id` None is the task itself.

    `life` says of a unit that only one of the two has whether it ended or is new.
    """

    unit_id: str
    valid_from: dt.date | None
    life: str | None
    task_no: int
    indicator_id: str | None
    before: End
    after: End


def difference_of(row: Mapping[str, Any]) -> Difference:
    """The row in its types."""
    before, after = (_end(row, end) for end in ("_before", ""))
    owner = row["unit_id"], row["valid_from"], row["life"]
    return Difference(*owner, row["task_no"], row["indicator_id"], before, after)


def _end(row: Mapping[str, Any], end: str) -> End:
    status, *figure = (row[f"{name}{end}"] for name in End._fields)
    return End(Status(status) if status else None, *figure)
