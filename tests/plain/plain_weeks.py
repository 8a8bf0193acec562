"""What was true when, a second time in plain Python: which catalogue, which day and which figures a revision has."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from tests.catalogs.catalogue_rows import Rows
from tests.plain import plain_groups, plain_rule

Known = dict[tuple[str, str], Any]


@dataclass
class Revision:
    """One publication: what judged it and what it knew; `gone` once its week was taken back."""

    number: int
    tables: Rows
    day: dt.date
    known: Known
    gone: bool = False

    def lights(self) -> dict[str, list[Any]]:
        rows = list(self.known.values())
        return {
            "lights": list(plain_rule.lights(self.tables, rows, self.day)),
            "task_lights": list(plain_rule.task_lights(self.tables, rows, self.day)),
            "group_lights": list(plain_groups.group_lights(self.tables, rows, self.day)),
        }


@dataclass
class Weeks:
    """All that was published, week by week, in the order of numbers that stand for weeks."""

    weeks: dict[int, list[Revision]] = field(default_factory=dict)
    numbers: dict[int, int] = field(default_factory=dict)  # the last number a week gave away, retractions too

    def in_use(self, week: int) -> Revision | None:
        standing = [one for one in self.weeks.get(week, []) if not one.gone]
        return standing[-1] if standing else None

    def publish(self, week: int, day: dt.date, in_force: Rows, rows: list[Any]) -> Revision:
        """A correction is judged as the revision before it; a first revision by what is in force."""
        before = self.in_use(week)
        tables = before.tables if before else in_force
        day = before.day if before else day
        earlier = [self.in_use(other) for other in sorted(self.weeks) if other < week]
        base = before or next((one for one in reversed(earlier) if one), None)
        lives = {row["unit_id"]: plain_rule.day_of(row["valid_from"]) for row in plain_rule.valid_units(tables, day)}
        known = {
            key: row
            for key, row in (base.known if base else {}).items()
            if key[0] in lives and lives[key[0]] <= row.as_of <= day
        }
        for row in sorted(rows, key=lambda row: (row.as_of, row.numerator)):
            if row.key not in known or known[row.key].as_of <= row.as_of:
                known[row.key] = row
        self.numbers[week] = self.numbers.get(week, 0) + 1
        made = Revision(self.numbers[week], tables, day, known)
        self.weeks.setdefault(week, []).append(made)
        return made

    def retract(self, week: int) -> None:
        for one in self.weeks[week]:
            one.gone = True
        self.numbers[week] += 1
