"""The time line of a unit, of a task, or of one on the other: lights that changed, revisions, every move. Pure.

A unit is code and dates: what belongs to an earlier life of a code is never put among what belongs to the present one.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from scorecard.catalog import Unit
from scorecard.follow_up.matters.matter import Matter
from scorecard.follow_up.timeline.entry_words import Words
from scorecard.follow_up.work_list.ladder import Stretch
from scorecard.snapshots.index import Snapshot
from scorecard.weeks import ReportWeek

Place = tuple[str, int]
LIGHT, REVISION = "light", "revision"


@dataclass(frozen=True)
class Life:
    """A life of a unit's code by its first day; `unit` is None where the catalogue knows it no more."""

    unit_id: str
    since: dt.date | None
    unit: Unit | None


@dataclass(frozen=True)
class Entry:
    """One thing that happened. `week` is the newest published week then, `at` the moment in the catalogue's zone.

    `kind` is `light`, `revision`, or that of a matter; `life` is None for what is about no unit. `before` and `now` are
    the statuses of a light that changed ("" is no light).
    """

    at: dt.datetime
    week: ReportWeek
    kind: str
    life: Life | None
    task_no: int | None
    title: str
    text: str = ""
    who: str = ""
    before: str = ""
    now: str = ""

    @property
    def day(self) -> dt.date:
        """The day it happened on."""
        return self.at.date()


@dataclass(frozen=True)
class Revised:
    """A revision of a week: lights on tasks of the revision before, its own, and the newest published week then."""

    snapshot: Snapshot
    before: Mapping[Place, str]
    now: Mapping[Place, str]
    week: ReportWeek


class TimeLine:
    """Puts entries together; `lives` are all units of the catalogue with their dates."""

    def __init__(self, lives: Iterable[Unit], words: Words) -> None:
        self._lives: dict[str, list[Unit]] = {}
        for unit in lives:
            self._lives.setdefault(unit.unit_id, []).append(unit)
        self._words = words
        self._entries: list[Entry] = []

    def add_lights(self, stretches: Mapping[Place, Sequence[Stretch]], history: Sequence[Snapshot]) -> None:
        """Every change of a light; the stretches' places are those of this history."""
        for unit_id, task_no in sorted(stretches, reverse=True):
            ended: Stretch | None = None
            for stretch in stretches[unit_id, task_no]:
                # What was there in the first week is no change.
                if stretch.first > 1:
                    snapshot = history[stretch.first - 1]
                    before = ended.status if ended and ended.last == stretch.first - 1 else ""
                    self._add_light(unit_id, task_no, snapshot, (before, stretch.status))
                ended = stretch

    def _add_light(self, unit_id: str, task_no: int, snapshot: Snapshot, change: tuple[str, str]) -> None:
        life, title = self._life(unit_id, snapshot.cut_off_day), self._words.light(task_no, *change)
        cut_off = snapshot.manifest.cut_off
        self._entries.append(
            Entry(cut_off, snapshot.week, LIGHT, life, task_no, title, before=change[0], now=change[1])
        )

    def add_revision(self, revised: Revised) -> None:
        """Every light that a revision changed, with its reason."""
        manifest = revised.snapshot.manifest
        text = self._words.revision(revised.snapshot)
        for place in sorted({*revised.before, *revised.now}, reverse=True):
            before, now = revised.before.get(place, ""), revised.now.get(place, "")
            if before != now:
                life = self._life(place[0], revised.snapshot.cut_off_day)
                title = self._words.light(place[1], before, now)
                at, who = (
                    manifest.published_at.astimezone(manifest.cut_off.tzinfo),
                    self._words.publisher(revised.snapshot),
                )
                entry = Entry(at, revised.week, REVISION, life, place[1], title, text, who, before, now)
                self._entries.append(entry)

    def add_matter(self, matter: Matter, zone: dt.tzinfo) -> None:
        """Every move of a matter."""
        about = matter.about
        life = self._life_from(about.unit_id, about.unit_from) if about.unit_id else None
        for move in matter.moves:
            title, text = self._words.move(matter, move), self._words.told(move.told, move.week)
            at = move.at.astimezone(zone)
            self._entries.append(
                Entry(at, move.week, about.kind.value, life, about.task_no, title, text, move.who_name)
            )

    def build(self) -> tuple[Entry, ...]:
        """Newest first: by published week, within it by the moment; invented weeks lie far from when somebody wrote."""
        # What happened at one moment stands in the order of units and tasks: it was added the other way round.
        entries = self._entries[::-1]
        return tuple(sorted(entries, key=lambda entry: (entry.week, entry.at), reverse=True))

    def _life(self, unit_id: str, day: dt.date) -> Life:
        unit = next((unit for unit in self._lives.get(unit_id, ()) if unit.lives_on(day)), None)
        return Life(unit_id, unit.valid_from if unit else None, unit)

    def _life_from(self, unit_id: str, since: dt.date | None) -> Life:
        unit = next((unit for unit in self._lives.get(unit_id, ()) if unit.valid_from == since), None)
        return Life(unit_id, since, unit)
