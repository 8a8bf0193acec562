"""Reads what the page of one task shows and prints it into its parts; made once per snapshot and address."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

from scorecard.address.address import ALL, MOST_CHOSEN
from scorecard.catalog import Indicator, Task, Unit
from scorecard.lights.edition import Edition, group_name
from scorecard.lights.overview import LOOK_BACK, code_line, with_history
from scorecard.lights.ranking import Ranking
from scorecard.lights.task_view import Card
from scorecard.lights.unit_blocks import TASK, block_options, full_names, ranked_of_all, row_name
from scorecard.snapshots.index import Snapshot
from scorecard.snapshots.warehouse import files_of
from scorecard.text import interface_words, revision_words, task_page
from scorecard.ui.reader import session
from scorecard.ui.reader.compared_week import against_choices, compared_pair, lived, read_changes, since
from scorecard.ui.shell.render import render
from scorecard.ui.task.group_changes import build_group_changes
from scorecard.ui.task.indicator_cards import LEVEL_GROUPS, build_card, build_chips
from scorecard.ui.task.threshold_history import build_thresholds
from scorecard.ui.task.to_green import build_to_green
from scorecard.ui.task.trend_panel import read_trend
from scorecard.ui.task.weeks_without_figures import read_gaps

_MOST_CHANGES = 8


@dataclass(frozen=True)
class TaskParts:
    """The page of a task, printed."""

    main: str
    foot: str
    task_no: int


def read_task(edition: Edition) -> TaskParts:
    """The parts for this edition; cached by the snapshots it reads and the address."""
    read = (snapshot.hash for snapshot in (*edition.history[-LOOK_BACK:], *compared_pair(edition)))
    key = ("task", edition.anchored.without_reason().link(), *read, str(len(edition.history)))
    return session.kept(key, lambda: _Reader(edition).parts())


class _Reader:
    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._task: Task = edition.asked_task or edition.tasks[0]
        mine = [item for item in edition.catalog.indicators if item.task_no == self._task.task_no]
        self._indicators = sorted(mine, key=lambda item: not item.core)
        named = next((item for item in mine if item.indicator_id == edition.address.indicator), None)
        self._indicator: Indicator | None = named or next(iter(self._indicators), None)
        self._address = dataclasses.replace(
            edition.anchored.without_reason(),
            task=self._task.task_no,
            indicator=self._indicator.indicator_id if self._indicator else None,
        )
        block = edition.address.block
        area = next((part.group_id for part in edition.blocks if part.group_id), None)
        self._group = area or ("province" if block == ALL else f"level:{block}")
        self._groups = self._group_rows(compared_pair(edition))
        self._now = self._rows_of(edition.snapshot) if self._indicator else {}
        self._of_all = ranked_of_all(edition.units, self._applies)
        self._blocks = self._of_all if block == ALL else edition.blocks
        self._units = {unit.unit_id: unit for part in self._blocks for unit in part.units}
        # Whoever the group consists of: of the province more than the ranking shows.
        self._members: list[Unit] = list(edition.units if block == ALL else self._units.values())
        every = edition.units
        self._called = {unit.unit_id: row_name(unit) for unit in every} if area else full_names(every)
        self._names = {unit.unit_id: self._called[unit.unit_id] for unit in self._members}

    def parts(self) -> TaskParts:
        edition, address = self._edition, self._address
        shown = SimpleNamespace(
            task=self._task,
            heading=task_page.HEADING.format(task=self._task.task_no, title=self._task.title),
            chips=build_chips(edition.catalog, address, self._task),
            cards=self._cards(),
            indicator=self._indicator,
            ranking=self._ranking(),
            choosing=self._choosing(),
            to_green=self._to_green(),
            trend=read_trend(edition, self._indicator, self._group, self._called),
            changes=self._changes(),
            ranking_how=task_page.RANKING_HOW.format(week=since(edition) or revision_words.SINCE_PREVIOUS),
        )
        choices = SimpleNamespace(
            default_block=ALL,
            block=address.block,
            only=None,
            blocks=block_options(edition.units, TASK, self._of_all),
            **against_choices(edition),
        )
        kept = {name: value for name, value in address.filters().items() if name not in ("block", "against")}
        main = render("task/task", page=shown, choices=choices, kept=kept)
        foot = render("drawing/foot", rule_line=interface_words.RULE_LINE, code_line=code_line(edition.snapshot))
        return TaskParts(main, foot, self._task.task_no)

    def _applies(self, unit: Unit) -> bool:
        return self._indicator is not None and self._edition.catalog.applies(self._indicator, unit)

    def _group_rows(self, snapshots: Sequence[Snapshot]) -> list[dict[str, Any]]:
        two = with_history(snapshots, "group_lights")
        return session.warehouse().run("group_lights", **two, group_id=None, task_no=self._task.task_no)

    def _changes(self) -> Any:
        """What changed: first of the group the page is about, and of the province's levels with the province."""
        edition, address = self._edition, self._address
        groups = (self._group, *LEVEL_GROUPS) if self._group == "province" else (self._group,)
        names = {group: name for group in groups if (name := group_name(edition, group))}
        before = self._group_rows([edition.compared]) if edition.compared else ()
        of_groups = build_group_changes(edition.catalog, address, self._groups, before, names)
        return read_changes(
            edition, address, self._names, task_no=self._task.task_no, most=_MOST_CHANGES, groups=of_groups
        )

    def _cards(self) -> list[Card]:
        return [self._card(item) for item in self._indicators]

    def _card(self, indicator: Indicator) -> Card:
        edition, group = self._edition, self._group
        rows = {row["group_id"]: row for row in self._groups if row["indicator_id"] == indicator.indicator_id}
        own, day = (group, rows.get(group)), edition.snapshot.cut_off_day
        thresholds = build_thresholds(indicator, edition.catalog.targets, own, self._members, day)
        return build_card(indicator, self._address, rows, thresholds, (group, group_name(edition, group) or group))

    def _rows_of(self, snapshot: Any) -> dict[str, Any]:
        assert self._indicator
        files = files_of([snapshot], "lights")
        rows = session.warehouse().run("indicator_lights", files=files, unit_id=None, task_no=self._task.task_no)
        return {row["unit_id"]: row for row in rows if row["indicator_id"] == self._indicator.indicator_id}

    def _ranking(self) -> Any:
        if not self._indicator:
            return ()
        compared = self._edition.compared
        before = self._rows_of(compared) if compared else {}
        if compared:
            before = {name: row for name, row in before.items() if lived(self._edition, name, compared.cut_off_day)}
        gaps = read_gaps(self._edition, self._indicator, self._now, self._units, self._names)
        ranking = Ranking(self._address, self._indicator, self._now, before, gaps, self._names)
        return ranking.build(self._blocks)

    def _choosing(self) -> Any:
        """How units are put into the drawing, and the address that takes all of them out again."""
        chosen = self._address.chosen
        say_how = task_page.CHOSEN_FULL if len(chosen) >= MOST_CHOSEN else task_page.CHOOSE
        text = say_how.format(weeks=LOOK_BACK, most=MOST_CHOSEN)
        return SimpleNamespace(text=text, none=self._address.link(chosen=()) if chosen else "")

    def _to_green(self) -> Any:
        if not self._indicator or not any(unit.unit_id in self._now for unit in self._members):
            return None
        rows = [row for row in self._groups if row["indicator_id"] == self._indicator.indicator_id]
        own = next((row for row in rows if row["group_id"] == self._group), None)
        name = group_name(self._edition, self._group) or self._group
        return build_to_green(self._indicator, (name, own), self._now, self._names, self._address)
