"""The demo: synthetic weeks for any catalogue, the same every time, never beside other figures."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from scorecard.catalog import Catalog, load_catalog
from scorecard.demo import publish_demo
from scorecard.demo.figures import build_reports
from scorecard.demo.pace import Limits, build_pace
from scorecard.demo.placing import Ruler, chances_among
from scorecard.errors import SnapshotError, UsageError
from scorecard.publishing.carried_forward import read_observations, with_reports
from scorecard.publishing.judge import judge
from scorecard.settings import ROOT
from scorecard.snapshots.index import list_snapshots
from scorecard.snapshots.observation import Observation
from scorecard.weeks import ReportWeek
from tests.catalogs.catalogue_rows import catalogue, district, indicator, seen, target, task, unit, write_catalogue
from tests.homes.folders import contents
from tests.homes.small_home import publish_week

END = ReportWeek.parse("2024-W08")
TABLES = catalogue(
    tasks=[task(1), task(2), task(3)],
    units=[unit("S1"), *district("D1", 3), unit("S2", valid_to="2023-12-31"), unit("S3", valid_from="2024-01-10")],
    indicators=[
        indicator("I1", period="year_to_date", cadence="weekly"),
        indicator("I2", task_no="2", measure="count", direction="lower"),
        indicator("I3", task_no="2", direction="lower", period="period", cadence="monthly"),
        indicator("I4", task_no="3", measure="score", cadence="whenever"),
        indicator("I5", task_no="3", measure="stage", period="year_to_date", cadence="quarterly"),
    ],
    targets=[
        target(),
        target(indicator_id="I2", green="0", amber="2"),
        target(indicator_id="I3", green="5", amber="8"),
    ],
)


@pytest.fixture
def catalog(tmp_path: Path) -> Catalog:
    return load_catalog(write_catalogue(TABLES, tmp_path / "catalog"))


@pytest.fixture(scope="module")
def tracked() -> Catalog:
    return load_catalog(ROOT / "data" / "catalog")


@pytest.fixture(scope="module")
def reports(tracked: Catalog) -> list[list[Observation]]:
    """What arrives in each of the 60 weeks of the tracked catalogue."""
    return build_reports(tracked, weeks(60), seed=7)


def weeks(count: int) -> list[ReportWeek]:
    return [END.plus(place - count + 1) for place in range(count)]


def test_two_homes_get_the_same_snapshots_down_to_the_byte(catalog: Catalog, tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    published = [publish_demo(home, catalog, weeks=5, end=END, seed=3) for home in (one, two)]
    assert [item.hash for item in published[0]] == [item.hash for item in published[1]]
    assert contents(one / "snapshots") == contents(two / "snapshots")


def test_every_snapshot_is_marked_and_one_week_is_corrected_with_a_reason(catalog: Catalog, tmp_path: Path) -> None:
    publish_demo(tmp_path / "home", catalog, weeks=5, end=END, seed=3)
    index = list_snapshots(tmp_path / "home")
    assert {snapshot.manifest.synthetic for snapshot in index.all} == {True}
    assert [str(snapshot.week) for snapshot in index.weeks()] == [str(week) for week in weeks(5)]
    (corrected,) = (snapshot for snapshot in index.all if snapshot.revision == 2)
    assert corrected.manifest.reason and corrected.week == END.plus(-3)
    first = {row.key: row for row in read_observations(index.get(corrected.week, 1))}
    changed = [row for row in read_observations(corrected) if first[row.key] != row]
    assert len({row.unit_id for row in changed}) == 1
    assert all(row.as_of == first[row.key].as_of and row.numerator > first[row.key].numerator for row in changed)


def test_running_it_again_says_so_and_changes_nothing(catalog: Catalog, tmp_path: Path) -> None:
    publish_demo(tmp_path, catalog, weeks=3, end=END)
    before, said = contents(tmp_path / "snapshots"), []
    assert publish_demo(tmp_path, catalog, weeks=3, end=END, progress=said.append) == []
    assert contents(tmp_path / "snapshots") == before and len(said) == 1


def test_an_interrupted_run_is_completed_by_the_next(catalog: Catalog, tmp_path: Path) -> None:
    def interrupt(_: str) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        publish_demo(tmp_path / "home", catalog, weeks=12, end=END, progress=interrupt)
    assert 0 < len(list_snapshots(tmp_path / "home").all) < 13
    publish_demo(tmp_path / "home", catalog, weeks=12, end=END)
    publish_demo(tmp_path / "whole", catalog, weeks=12, end=END)
    assert contents(tmp_path / "home" / "snapshots") == contents(tmp_path / "whole" / "snapshots")


def test_a_home_with_real_figures_is_refused(catalog: Catalog, tmp_path: Path) -> None:
    publish_week(tmp_path, catalog, "2024-W08", [seen("S1", "2024-02-20", 1, 2)])
    before = contents(tmp_path)
    with pytest.raises(SnapshotError):
        publish_demo(tmp_path, catalog, weeks=1, end=END)
    assert contents(tmp_path) == before


@pytest.mark.parametrize("other", [{"seed": 8}, {"weeks": 4}, {"end": END.next()}], ids=str)
def test_another_demo_into_the_same_home_is_refused(catalog: Catalog, tmp_path: Path, other: dict[str, object]) -> None:
    publish_demo(tmp_path, catalog, weeks=3, end=END, seed=7)
    before = contents(tmp_path)
    with pytest.raises(UsageError, match="SCORECARD_HOME"):
        publish_demo(tmp_path, catalog, **({"weeks": 3, "end": END, "seed": 7} | other))  # type: ignore[arg-type]
    assert contents(tmp_path) == before


def test_a_week_in_which_no_unit_is_valid_is_refused_before_anything_is_written(
    catalog: Catalog, tmp_path: Path
) -> None:
    with pytest.raises(UsageError, match="2019-W52"):
        publish_demo(tmp_path / "home", catalog, weeks=3, end=ReportWeek.parse("2020-W02"))
    assert contents(tmp_path / "home") == {}


def test_units_report_while_they_are_valid_and_only_what_applies_to_them(catalog: Catalog) -> None:
    lives = {unit.unit_id: unit for unit in catalog.units}
    for week, rows in zip(weeks(20), build_reports(catalog, weeks(20), seed=1), strict=True):
        day = catalog.day_of(catalog.cut_off(week))
        valid = {unit.unit_id for unit in catalog.units_on(day)}
        assert {row.unit_id for row in rows} <= valid
        assert all(lives[row.unit_id].valid_from <= row.as_of < day for row in rows)


def test_a_week_has_at_most_one_report_of_a_unit_on_an_indicator(reports: list[list[Observation]]) -> None:
    for rows in reports:
        assert max(Counter(row.key for row in rows).values()) == 1


def test_figures_are_whole_counts_within_their_denominator(tracked: Catalog, reports: list[list[Observation]]) -> None:
    measures = {item.indicator_id: item.measure for item in tracked.indicators}
    for row in (row for rows in reports for row in rows):
        assert (row.denominator is not None) == (measures[row.indicator_id] == "ratio")
        assert row.numerator >= 0 and (row.denominator is None or row.numerator <= row.denominator)
        assert measures[row.indicator_id] == "score" or row.numerator % 1 == 0


def test_what_counts_from_january_grows_within_a_year_and_starts_again(
    tracked: Catalog, reports: list[list[Observation]]
) -> None:
    cumulative = {item.indicator_id for item in tracked.indicators if item.period == "year_to_date"}
    series: dict[tuple[str, str], list[Observation]] = {}
    for row in (row for rows in reports for row in rows if row.indicator_id in cumulative):
        series.setdefault(row.key, []).append(row)
    fell = 0
    for one, two in (pair for rows in series.values() for pair in pairwise(rows)):
        if one.as_of.year == two.as_of.year:
            assert one.numerator <= two.numerator and (one.denominator or 0) <= (two.denominator or 0)
        fell += two.as_of.year > one.as_of.year and two.numerator < one.numerator
    assert fell > len(series) / 3


def test_about_one_task_light_in_ten_is_red_one_in_five_amber_and_few_are_missing(
    tracked: Catalog, reports: list[list[Observation]]
) -> None:
    known: dict[tuple[str, str], Observation] = {}
    for rows in reports:
        known = with_reports(known, rows)
    judged = judge(tracked, known.values(), tracked.day_of(tracked.cut_off(END)))
    found = Counter(row["status"] for row in judged.rows("task_lights"))
    shares = {status: count / found.total() for status, count in found.items()}
    assert 0.07 < shares["red"] < 0.14 and 0.15 < shares["amber"] < 0.25 and 0.01 < shares["missing"] < 0.06
    lights = judged.rows("lights")
    assert {row["status"] for row in lights} >= {"stale", "missing", "none_arising", "green"}
    assert any(row["small_n"] for row in lights)


HIGHER, LOWER = Limits(90, 80), Limits(5, 20)
RULERS = [
    (Ruler(HIGHER, True, 0.5, 50), range(40), range(40, 45), range(45, 51)),
    (Ruler(LOWER, False, 0.5, 50), range(11, 51), range(3, 11), range(3)),
    (Ruler(Limits(100, 80), True, 0.4, 40), range(32), range(32, 40), range(40, 41)),
]


@pytest.mark.parametrize(("ruler", "red", "amber", "green"), RULERS)
def test_a_quality_becomes_a_number_in_its_band(ruler: Ruler, red: range, amber: range, green: range) -> None:
    chances = chances_among(3)
    for step in range(101):
        quality = step / 100
        band = red if quality < chances.red else amber if quality < chances.red_or_amber else green
        assert ruler.place(quality, chances) in band


def test_a_better_quality_never_gives_a_worse_number() -> None:
    for top in range(12):
        ruler = Ruler(HIGHER, True, top / 100, top)
        placed = [ruler.place(step / 50, chances_among(2)) for step in range(51)]
        assert placed == sorted(placed) and placed[0] >= 0 and placed[-1] == top


def test_targets_that_rise_within_a_year_pull_the_figures_up_between_the_steps(tmp_path: Path) -> None:
    steps = [("01-01", "", ""), ("04-01", "20", "10"), ("10-01", "60", "40")]
    targets = [target(green=g, amber=a, effective_from=f"2023-{day}") for day, g, a in steps]
    catalog = load_catalog(write_catalogue(catalogue(targets=targets), tmp_path))
    pace = build_pace(catalog, catalog.indicators[0], catalog.units[0])
    green = [pace.limits_on(dt.date(2023, month, 1)).green for month in range(1, 13)]
    assert pace.stepped and green == sorted(green)
    assert (green[0], green[3], green[9]) == (0, 20, 60) and 20 < green[7] < 60


def test_nobody_sends_what_is_computed(tracked: Catalog, reports: list[list[Observation]]) -> None:
    assert tracked.computed
    assert not [row for week in reports for row in week if tracked.is_computed(row.indicator_id, row.unit_id)]
