"""Which revision of a week is in use, what each was built on, and what was taken back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from scorecard.errors import SnapshotError
from scorecard.snapshots.manifest import Snapshot
from scorecard.text import snapshot_words
from scorecard.weeks import ReportWeek


@dataclass(frozen=True)
class SnapshotIndex:
    """All valid snapshots of a home, oldest week and revision first; what is broken is named in `broken`.

    `all` are those that stand. A week published by mistake was taken back by a manifest without tables, one of the
    `retractions`; the revisions before it are `taken_back`: only their own address still shows them.
    """

    all: tuple[Snapshot, ...]
    broken: tuple[str, ...] = ()
    taken_back: tuple[Snapshot, ...] = ()
    retractions: tuple[Snapshot, ...] = ()

    @property
    def everything(self) -> list[Snapshot]:
        """Whatever was ever published and can be read, retractions too, in the order of weeks and revisions."""
        return sorted([*self.all, *self.taken_back, *self.retractions], key=_place)

    def retraction(self, week: ReportWeek) -> Snapshot | None:
        """The last retraction of a week that has no revision in use; None where it has one, or never had any."""
        return None if self.in_use(week) else next((one for one in self.retractions[::-1] if one.week == week), None)

    @cached_property
    def _current(self) -> dict[ReportWeek, Snapshot]:
        return {snapshot.week: snapshot for snapshot in self.all}

    def weeks(self) -> list[Snapshot]:
        """The current (highest valid) revision of every published week, oldest first."""
        return list(self._current.values())

    def in_use(self, week: ReportWeek) -> Snapshot | None:
        """The current revision of a week; None where nothing was published, or what was published is taken back."""
        return self._current.get(week)

    def of_week(self, week: ReportWeek) -> list[Snapshot]:
        """The revisions of a week that can be looked at, oldest first: those that stand, and those taken back."""
        return sorted((one for one in (*self.all, *self.taken_back) if one.week == week), key=_place)

    def current(self, week: ReportWeek) -> Snapshot:
        """The current revision of a week; raises SnapshotError where there is none in use."""
        found = self.in_use(week)
        if found is None:
            gone = self.retraction(week)
            pattern = snapshot_words.RETRACTED if gone else snapshot_words.UNKNOWN_WEEK
            raise SnapshotError(pattern.format(week=week, reason=gone.manifest.reason if gone else ""))
        return found

    def get(self, week: ReportWeek, revision: int | None = None) -> Snapshot:
        """One revision of a week, the current one if none is named; raises SnapshotError if it is not there."""
        revisions = {one.revision: one for one in self.of_week(week)}
        if revision is None or not revisions:
            return self.current(week)
        if revision not in revisions:
            known = ", ".join(map(str, revisions))
            raise SnapshotError(snapshot_words.UNKNOWN_REVISION.format(week=week, revision=revision, revisions=known))
        return revisions[revision]

    def named(self, name: str) -> Snapshot | None:
        """The snapshot called `2023-W42/001`, if it is there."""
        return next((snapshot for snapshot in (*self.all, *self.taken_back) if snapshot.name == name), None)

    def lineage(self, last: Snapshot | None) -> Iterator[Snapshot]:
        """A snapshot, what it was built on, and so on back, as far as these are there and stand."""
        others = {snapshot.name: snapshot for snapshot in (*self.all, *self.taken_back)}
        gone = {snapshot.name for snapshot in self.taken_back}
        while last:
            if last.name not in gone:
                yield last
            last = others.pop(last.manifest.built_on or "", None)

    def history(self, last: Snapshot) -> list[Snapshot]:
        """The current revisions before a snapshot's week, oldest first, and then the snapshot itself."""
        return [snapshot for snapshot in self.weeks() if snapshot.week < last.week] + [last]


def _place(snapshot: Snapshot) -> tuple[ReportWeek, int]:
    return snapshot.week, snapshot.revision


def tell_apart(snapshots: list[Snapshot], broken: list[str]) -> SnapshotIndex:
    """The index of snapshots in any order: what stands, what was taken back, and what took it back."""
    snapshots.sort(key=_place)
    retractions = tuple(one for one in snapshots if one.manifest.retracted)
    last = {one.week: one.revision for one in retractions}
    with_lights = [one for one in snapshots if not one.manifest.retracted]
    stands = tuple(one for one in with_lights if one.revision > last.get(one.week, 0))
    gone = tuple(one for one in with_lights if one.revision < last.get(one.week, 0))
    return SnapshotIndex(stands, tuple(broken), gone, retractions)
