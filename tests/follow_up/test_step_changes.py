"""What revisions changed on the ladder: against a walk week by week, and on published weeks."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from scorecard.catalog import Catalog, load_catalog
from scorecard.follow_up.work_list.ladder import Stretch
from scorecard.follow_up.work_list.step_changes import StepChange, compare_steps, first_revisions, read_step_changes
from scorecard.snapshots.index import list_snapshots
from scorecard.snapshots.warehouse import Warehouse
from scorecard.weeks import ReportWeek
from tests.catalogs.catalogue_rows import catalogue, seen, write_catalogue
from tests.homes.chase_home import LADDER, RUNGS, chase_home, figures_of
from tests.homes.small_home import publish_week
from tests.plain.plain_ladder import NOTHING_TO_CHASE, runs_of, stand

Line = Sequence[str | None]
STATUSES = st.sampled_from(["red", "red", "amber", "missing", "green", "none_arising", None])
REOPEN = 4  # what a catalogue without the setting has


def runs(line: Line) -> list[Stretch]:
    return [Stretch(*run) for run in runs_of(line)]


def counted_from(line: Line, since: int) -> int:
    """The first week that counts for a case that began at a place."""
    while since > 1 and line[since - 2] not in NOTHING_TO_CHASE:
        since -= 1
    return since


def small(folder: Path) -> Catalog:
    return load_catalog(write_catalogue(catalogue(ladder=LADDER), folder))


@given(st.lists(st.tuples(STATUSES, STATUSES), min_size=1, max_size=14))
def test_steps_that_differ_are_found_with_the_weeks_that_did_it(
    tmp_path_factory: object, pairs: list[tuple[str | None, str | None]]
) -> None:
    ladder = _catalog(tmp_path_factory)
    was, now = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    weeks = [ReportWeek(2023, 1).plus(number) for number in range(len(pairs))]
    found = compare_steps({("S1", 1): runs(was)}, {("S1", 1): runs(now)}, ladder, weeks)
    old, new = (stand(line, [rung[:3] for rung in RUNGS], REOPEN) for line in (was, now))
    steps = (old["step"], new["step"])
    assert [(change.before.step, change.after.step) for change in found] == [steps] * (steps[0] != steps[1])
    for change in found:
        since = min(counted_from(line, case["since"]) for line, case in ((was, old), (now, new)) if case["step"])
        differing = [place for place in range(1, len(pairs) + 1) if was[place - 1] != now[place - 1]]
        assert change.weeks == tuple(weeks[place - 1] for place in differing if place >= since) and change.weeks


_KEPT: list[Catalog] = []


def _catalog(factory: object) -> Catalog:
    if not _KEPT:
        _KEPT.append(small(factory.mktemp("ladder")))  # type: ignore[attr-defined]
    return _KEPT[0]


def changes_of(home: Path, catalog: Catalog, week: str = "2023-W42") -> list[tuple[str, int, int, int, list[str]]]:
    index = list_snapshots(home)
    history = index.history(index.current(ReportWeek.parse(week)))
    found: tuple[StepChange, ...] = read_step_changes(Warehouse(home).run, index, history, catalog)
    return [
        (one.unit_id, one.task_no, one.before.step, one.after.step, [str(week) for week in one.weeks]) for one in found
    ]


def test_a_revision_says_whose_step_it_changed(tmp_path: Path) -> None:
    home, catalog = chase_home(tmp_path)
    assert changes_of(home, catalog) == []
    # S2 was green in week 40 after all: reopened on its second step, it stands on the third again two weeks later.
    publish_week(home, catalog, "2023-W40", [seen("S2", "2023-10-05", 95, 100)], reason="found late", synthetic=True)
    assert changes_of(home, catalog) == []
    # S1 was red in week 41 already: it stands on the second step now.
    rows = [row for row in figures_of(3) if (row.unit_id, row.indicator_id) != ("S1", "I1")]
    again = [*rows, seen("S1", "2023-10-12", 5, 100)]
    publish_week(home, catalog, "2023-W41", again, reason="a slip", synthetic=True)
    assert changes_of(home, catalog) == [("S1", 1, 1, 2, ["2023-W41"])]
    assert changes_of(home, catalog, "2023-W41") == [
        ("S1", 1, 0, 1, ["2023-W41"]),
        ("S2", 1, 3, 2, ["2023-W40"]),
    ]
    # The shown week itself: D2 was red all the time.
    publish_week(home, catalog, "2023-W42", [seen("D2", "2023-10-19", 1, 100)], reason="a slip", synthetic=True)
    assert changes_of(home, catalog) == [
        ("D2", 1, 0, 3, ["2023-W42"]),
        ("S1", 1, 1, 2, ["2023-W41"]),
    ]


def test_the_first_revisions_are_those_of_the_same_weeks(tmp_path: Path) -> None:
    home, catalog = chase_home(tmp_path)
    publish_week(home, catalog, "2023-W40", [], reason="again", synthetic=True)
    index = list_snapshots(home)
    first = first_revisions(index, index.weeks())
    assert [snapshot.week for snapshot in first] == [snapshot.week for snapshot in index.weeks()]
    assert {snapshot.revision for snapshot in first} == {1}
