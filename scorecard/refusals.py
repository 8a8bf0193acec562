"""What no publication may do to a home, whatever it holds."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from scorecard.errors import SnapshotError
from scorecard.observations import Observation
from scorecard.snapshots import SnapshotIndex
from scorecard.text import snapshots as say


def refuse_mixing(home: Path, index: SnapshotIndex, synthetic: bool) -> None:
    """Raises SnapshotError where real and synthetic figures would stand beside each other."""
    if any(snapshot.manifest.synthetic != synthetic for snapshot in index.all):
        message = say.SYNTHETIC_ONTO_REAL if synthetic else say.REAL_ONTO_SYNTHETIC
        raise SnapshotError(message.format(home=home))


def refuse_tomorrow(observations: Sequence[Observation], day: dt.date) -> None:
    """Raises SnapshotError for a figure of a day to come: it would push out the usable one it replaces."""
    for row in observations:
        if row.as_of > day:
            raise SnapshotError(
                say.AFTER_CUT_OFF.format(unit=row.unit_id, indicator=row.indicator_id, found=row.as_of, day=day)
            )
