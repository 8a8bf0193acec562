"""What changed since the week before, and what is red or amber, for how long and by which figure."""

from __future__ import annotations

from dataclasses import dataclass

from scorecard.briefing.content.week_reading import WeekRead
from scorecard.catalog import Unit
from scorecard.lights.attention_figures import Figures
from scorecard.lights.gap_to_green import Lack
from scorecard.lights.matrix import compare
from scorecard.lights.rows import TaskLight
from scorecard.lights.status import RED, WANTING, Status
from scorecard.text import briefing_words


@dataclass(frozen=True)
class Change:
    """A light that is another than in the week before; `direction` is better, worse or other."""

    unit: str
    task_no: int
    task: str
    before: Status
    now: Status
    direction: str
    figure: str


@dataclass(frozen=True)
class Standing:
    """A red or amber light of a unit; `least` if more weeks were not looked at, `lack` is of its figure."""

    task_no: int
    task: str
    status: Status
    weeks: int
    least: bool
    figure: str
    lack: Lack

    @property
    def duration(self) -> str:
        """The weeks in words; from so many weeks on where no more were looked at."""
        return (briefing_words.WEEKS_LEAST if self.least else briefing_words.WEEKS).format(weeks=self.weeks)


@dataclass(frozen=True)
class UnitStanding:
    """The red and amber lights of one unit, red and longest first."""

    unit: str
    lights: tuple[Standing, ...]

    @property
    def reds(self) -> tuple[Standing, ...]:
        """The red ones."""
        return tuple(light for light in self.lights if light.status == RED)


def changes_of(read: WeekRead) -> tuple[Change, ...]:
    """Every changed light of the units shown, the gravest changes first."""
    place = _Places(read)
    found = [
        Change(
            unit=place.units[row.unit_id].name,
            task_no=row.task_no,
            task=place.tasks[row.task_no],
            before=row.previous_status,
            now=row.status,
            direction=direction,
            figure=place.figures.of_light(row),
        )
        for row in place.ordered(read)
        if row.previous_status and (direction := compare(row.previous_status, row.status))
    ]
    return tuple(sorted(found, key=_gravest_first))


def standing_of(read: WeekRead) -> tuple[UnitStanding, ...]:
    """The units that have a red or amber light, in the catalogue's order."""
    place = _Places(read)
    by_unit: dict[str, list[Standing]] = {}
    for row in place.ordered(read):
        if row.status in WANTING:
            by_unit.setdefault(row.unit_id, []).append(place.standing(row, read.situation.uncertain_from))
    return tuple(
        UnitStanding(place.units[unit_id].name, tuple(sorted(lights, key=_worst_first)))
        for unit_id, lights in by_unit.items()
    )


def _gravest_first(change: Change) -> int:
    """What got worse, what turned out red or amber once it was known, what got better, what is not known any more."""
    if change.direction == "other":
        return 1 if change.now in WANTING else 3
    return 0 if change.direction == "worse" else 2


def _worst_first(light: Standing) -> tuple[int, int, int]:
    return light.status.severity, -light.weeks, light.task_no


class _Places:
    """Names of units and tasks, and the catalogue's order of them."""

    def __init__(self, read: WeekRead) -> None:
        self.units: dict[str, Unit] = {unit.unit_id: unit for unit in read.situation.units}
        self.tasks = {task.task_no: task.title for task in read.edition.tasks}
        self.figures = Figures(read.edition.catalog, read.figures, self.units, read.edition.snapshot.cut_off_day)
        self._place = {unit_id: place for place, unit_id in enumerate(self.units)}

    def ordered(self, read: WeekRead) -> list[TaskLight]:
        return sorted(read.lights, key=lambda row: (self._place[row.unit_id], row.task_no))

    def standing(self, row: TaskLight, uncertain_from: int) -> Standing:
        weeks = row.weeks_in_status
        title = self.tasks[row.task_no]
        figure, lack = self.figures.of_light(row), self.figures.lack_of(row)
        return Standing(row.task_no, title, row.status, weeks, weeks >= uncertain_from, figure, lack)
