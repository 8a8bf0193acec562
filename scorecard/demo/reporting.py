"""When a unit reports: on its day, late, or not at all for some weeks."""

from __future__ import annotations

import random
from dataclasses import dataclass

_WEEKS = {"weekly": 1, "monthly": 4, "quarterly": 13, "half_year": 26, "yearly": 52}


def weeks_between(cadence: str, max_age_days: int) -> int:
    """The weeks from one report to the next; for a cadence without a name what the age limit allows, less a week."""
    return _WEEKS.get(cadence) or max(1, max_age_days // 7 - 1)


@dataclass(frozen=True)
class Habits:
    """How a unit reports: `careless` units fall silent three times as often, `late` ones send a week later."""

    careless: bool
    late: bool
    silent: frozenset[int]


def build_habits(dice: random.Random, weeks: int) -> Habits:
    """The habits of a unit over so many weeks, with the weeks in which it sends nothing at all."""
    careless, late = dice.random() < 0.12, dice.random() < 0.1
    return Habits(careless, late, silences(dice, weeks, 0.012 if careless else 0.003))


def silences(dice: random.Random, weeks: int, chance: float) -> frozenset[int]:
    """Weeks without a report: a silence begins with this chance in any week and lasts three to seven."""
    silent: set[int] = set()
    for week in range(1, weeks):
        if dice.random() < chance:
            silent.update(range(week, week + dice.randint(3, 7)))
    return frozenset(silent)


def build_arrivals(dice: random.Random, habits: Habits, weeks: int, period: int, phase: int) -> dict[int, int]:
    """For every week in which a report arrives, the week it speaks of.

    Everybody reports in the first week, then every `period` weeks. What falls due in a silence is made up for when it
    ends; a pair that begins late, or never, has no report until then.
    """
    # The silences of one figure, beside those of the whole unit.
    silent = habits.silent | silences(dice, weeks, 0.002)
    begins = dice.randint(2, 2 * weeks) if dice.random() < 0.01 else 0
    due = [week for week in range(weeks) if week == 0 or (week - 1 - phase) % period == 0]
    arrivals: dict[int, int] = {}
    for week in due:
        arrival = week + (1 if habits.late and week and dice.random() < 0.5 else 0)
        while arrival in silent:
            arrival += 1
        if begins <= arrival < weeks:
            arrivals[arrival] = week if arrival - week <= 1 else arrival
    return arrivals
