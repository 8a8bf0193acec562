"""Reads what the page of one task shows and prints it into its parts; made once per snapshot and address."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from scorecard.address.address import MOST_CHOSEN
from scorecard.address.queries import TaskQuery
from scorecard.address.query import ALL
from scorecard.catalog import Indicator
from scorecard.lights.edition import Edition, group_name
from scorecard.lights.figure_years import summed_rows
from scorecard.lights.group_lives import regrouped
from scorecard.lights.overview import LOOK_BACK, code_line, with_history
from scorecard.lights.ranking import Ranking
from scorecard.lights.rows import GroupLight
from scorecard.lights.task_view import Card, RankBlock
from scorecard.lights.unit_blocks import TASK, block_options
from scorecard.snapshots.index import Snapshot
from scorecard.text import interface_words, revision_words, task_page
from scorecard.ui.drawing.choices import Changes, Filters
from scorecard.ui.reader import session
from scorecard.ui.reader.compared_week import compared_pair, lived, read_changes, since, week_choices
from scorecard.ui.reader.week_lights import indicator_rows
from scorecard.ui.reader.year_notes import year_of_row
from scorecard.ui.shell.render import render
from scorecard.ui.task.group_changes import build_group_changes
from scorecard.ui.task.indicator_cards import LEVEL_GROUPS, build_card, build_chips
from scorecard.ui.task.page import Choosing, TaskPage
from scorecard.ui.task.subject import subject_of
from scorecard.ui.task.threshold_history import build_thresholds
from scorecard.ui.task.to_green import ToGreen, build_to_green
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
        self._subject = subject_of(edition)
        self._groups = self._group_rows(compared_pair(edition))
        indicator = self._subject.indicator
        self._now = indicator_rows(edition.snapshot, indicator) if indicator else {}

    def parts(self) -> TaskParts:
        edition, subject = self._edition, self._subject
        choices = Filters(
            blocks=block_options(edition.units, TASK, subject.of_all),
            block=subject.address.query.block,
            default_block=ALL,
            only=None,
            compared=week_choices(edition),
        )
        kept = {name: value for name, value in subject.address.filters().items() if name not in ("block", "against")}
        main = render("task/task", page=self._page(), choices=choices, kept=kept)
        foot = render("drawing/foot", rule_line=interface_words.RULE_LINE, code_line=code_line(edition.snapshot))
        return TaskParts(main, foot, subject.task.task_no)

    def _page(self) -> TaskPage:
        edition, subject = self._edition, self._subject
        return TaskPage(
            task=subject.task,
            heading=task_page.HEADING.format(task=subject.task.task_no, title=subject.task.title),
            chips=build_chips(edition.catalog, subject.address, subject.task),
            cards=[self._card(item) for item in subject.indicators],
            indicator=subject.indicator,
            ranking=self._ranking(subject.indicator) if subject.indicator else (),
            ranking_how=task_page.RANKING_HOW.format(week=since(edition) or revision_words.SINCE_PREVIOUS),
            choosing=self._choosing(),
            to_green=self._to_green(),
            trend=read_trend(edition, subject.indicator, subject.group, subject.called),
            changes=self._changes(),
        )

    def _group_rows(self, snapshots: Sequence[Snapshot]) -> list[GroupLight]:
        two = with_history(snapshots, "group_lights")
        return session.warehouse().run(GroupLight, **two, group_id=None, task_no=self._subject.task.task_no)

    def _changes(self) -> Changes:
        """What changed: first of the group the page is about, and of the province's levels with the province."""
        edition, subject = self._edition, self._subject
        groups = (subject.group, *LEVEL_GROUPS) if subject.group == "province" else (subject.group,)
        names = {group: name for group in groups if (name := group_name(edition, group))}
        before = self._group_rows([edition.compared]) if edition.compared else ()
        two = compared_pair(edition)
        others = {group for group in names if regrouped(two, group, session.catalog_of)}
        of_groups = build_group_changes(edition, subject.address, self._groups, before, names, others)
        number = subject.task.task_no
        return read_changes(
            edition, subject.address, subject.names, task_no=number, most=_MOST_CHANGES, groups=of_groups
        )

    def _card(self, indicator: Indicator) -> Card:
        edition, group = self._edition, self._subject.group
        rows = {row.group_id: row for row in self._groups if row.indicator_id == indicator.indicator_id}
        own, day = (group, rows.get(group)), edition.snapshot.cut_off_day
        thresholds = build_thresholds(indicator, edition.catalog.targets, own, self._subject.members, day)
        named = (group, group_name(edition, group) or group)
        own_row = rows.get(group)
        years = year_of_row(edition, own_row, indicator) if own_row else ""
        return build_card(indicator, self._subject.address, rows, thresholds, named, years)

    def _ranking(self, indicator: Indicator) -> Sequence[RankBlock]:
        edition, subject = self._edition, self._subject
        compared = edition.compared
        comparable = compared is not None and indicator.indicator_id not in edition.ground_compared.redefined
        before = indicator_rows(compared, indicator) if compared and comparable else {}
        if compared:
            before = {name: row for name, row in before.items() if lived(edition, name, compared.cut_off_day)}
        gaps = read_gaps(edition, indicator, self._now, subject.units, subject.names)
        ranking = Ranking(
            subject.address, indicator, self._now, before, gaps, subject.names, day=edition.snapshot.cut_off_day
        )
        return ranking.build(subject.blocks)

    def _choosing(self) -> Choosing:
        address = self._subject.address
        say_how = task_page.CHOSEN_FULL if len(address.of(TaskQuery).chosen) >= MOST_CHOSEN else task_page.CHOOSE
        text = say_how.format(weeks=LOOK_BACK, most=MOST_CHOSEN)
        return Choosing(text, address.link(chosen=()) if address.of(TaskQuery).chosen else "")

    def _to_green(self) -> ToGreen | None:
        subject, indicator = self._subject, self._subject.indicator
        if not indicator or not any(unit.unit_id in self._now for unit in subject.members):
            return None
        rows = [row for row in self._groups if row.indicator_id == indicator.indicator_id]
        own = next((row for row in rows if row.group_id == subject.group), None)
        name = group_name(self._edition, subject.group) or subject.group
        summed = summed_rows(self._now, own, indicator)  # a figure of another year moves no sum of this one
        return build_to_green(indicator, (name, own), summed, subject.names, subject.address)
