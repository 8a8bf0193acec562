"""A figure that is computed from who sent in time: never typed, the same in every later revision."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from scorecard.catalog import Catalog, load_catalog
from scorecard.intake.long_form.template import load_template
from scorecard.publishing.carried_forward import read_observations
from scorecard.snapshots.index import Snapshot
from scorecard.snapshots.observation import Observation, Withdrawal
from scorecard.weeks import ReportWeek
from tests.catalogs.catalogue_rows import (
    catalogue,
    computed,
    district,
    indicator,
    seen,
    target,
    unit,
    write_catalogue,
    write_observations,
)
from tests.cli.command_line import Scorecard
from tests.homes.folders import contents
from tests.homes.small_home import publish_week

WEEK, BEFORE = "2023-W42", "2023-W41"
IN_WEEK, OLD = "2023-10-19", "2023-10-05"
EARLY, LATE = (dt.datetime(2023, 10, day, 9, tzinfo=dt.UTC) for day in (20, 21))
# Five units have to send; S2 has ended.
TABLES = catalogue(
    units=[
        unit("S1"),
        unit("S2", valid_to="2023-06-30"),
        unit("S3"),
        *district("D1", 2),
    ],
    indicators=[
        indicator("I1"),
        indicator("I2", measure="count", applies_to="department"),
        indicator("SENT", applies_to="department", only_unit="S1", max_age_days="6"),
    ],
    targets=[target(), target(indicator_id="SENT")],
    computed=[computed()],
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_catalogue(TABLES, tmp_path / "catalog")


@pytest.fixture
def catalog(folder: Path) -> Catalog:
    return load_catalog(folder)


def figure(snapshot: Snapshot) -> tuple[int, int]:
    row = next(item for item in read_observations(snapshot) if item.key == ("S1", "SENT"))
    assert row.as_of == snapshot.cut_off_day and row.denominator is not None
    return int(row.numerator), int(row.denominator)


def late_names(snapshot: Snapshot) -> str:
    return next(item.note for item in read_observations(snapshot) if item.key == ("S1", "SENT"))


FIRST: list[tuple[str, list[Observation], int]] = [
    ("nobody", [], 0),
    ("one", [seen("S3", IN_WEEK, 1, 2)], 1),
    ("an old date counts: it was sent", [seen("S3", OLD, 1, 2)], 1),
    ("two rows of a unit count once", [seen("S3", IN_WEEK, 1, 2), seen("S3", IN_WEEK, 1, None, "I2")], 1),
    ("all", [seen(code, IN_WEEK, 1, 2) for code in ("S1", "S3", "D1", "D1-1", "D1-2")], 5),
]


@pytest.mark.parametrize(("_", "given", "sent"), FIRST, ids=[case[0] for case in FIRST])
def test_who_sent_is_counted_among_the_units_due(
    tmp_path: Path, catalog: Catalog, _: str, given: Any, sent: int
) -> None:
    published = publish_week(tmp_path / "home", catalog, WEEK, given, published_at=LATE)
    assert figure(published) == (sent, 5)
    assert published.manifest.sent_in_time == tuple(sorted({row.unit_id for row in given}))
    missing = {"S1", "S3", "D1", "D1-1", "D1-2"} - {row.unit_id for row in given}
    assert all(name in late_names(published) for name in missing)


def test_a_figure_of_the_week_that_was_known_before_counts_and_an_older_one_does_not(
    tmp_path: Path, catalog: Catalog
) -> None:
    home = tmp_path / "home"
    given = [seen("S3", "2023-10-16", 1, 2), seen("D1", "2023-10-15", 1, 2)]
    monday = dt.datetime(2023, 10, 16, 17, tzinfo=dt.UTC)
    publish_week(home, catalog, BEFORE, given, cut_off=monday)
    assert figure(publish_week(home, catalog, WEEK, [])) == (1, 5)


@pytest.mark.parametrize(("moment", "sent"), [(EARLY, 2), (LATE, 1), (None, 1)])
def test_a_later_revision_counts_only_by_the_cut_off(tmp_path: Path, catalog: Catalog, moment: Any, sent: int) -> None:
    home = tmp_path / "home"
    publish_week(home, catalog, WEEK, [seen("S3", IN_WEEK, 1, 2)], published_at=LATE)
    later = publish_week(home, catalog, WEEK, [seen("D1", IN_WEEK, 1, 2)], reason="late", published_at=moment)
    assert figure(later) == (sent, 5)


def test_a_withdrawal_does_not_unsend(tmp_path: Path, catalog: Catalog) -> None:
    home = tmp_path / "home"
    publish_week(home, catalog, WEEK, [seen("S3", IN_WEEK, 1, 2)])
    gone = (Withdrawal("S3", "I1", dt.date(2023, 10, 19)),)
    assert figure(publish_week(home, catalog, WEEK, [], reason="wrong", withdrawn=gone)) == (1, 5)


def test_a_computed_figure_cannot_be_taken_back(tmp_path: Path, folder: Path) -> None:
    scorecard = Scorecard(tmp_path / "home", folder)
    publish_week(scorecard.home, load_catalog(folder), WEEK, [seen("S3", IN_WEEK, 1, 2)])
    before, file = contents(scorecard.home / "snapshots"), tmp_path / "back.csv"
    file.write_text("unit_id,indicator_id,as_of\nS1,SENT,2023-10-20\n", encoding="utf-8")
    ran = scorecard("withdraw", file, "--week", WEEK, "--reason", "wrong")
    assert ran.code == 1 and "SENT" in ran.said and contents(scorecard.home / "snapshots") == before


def test_next_week_is_counted_anew(tmp_path: Path, catalog: Catalog) -> None:
    home = tmp_path / "home"
    publish_week(home, catalog, BEFORE, [seen(code, "2023-10-12", 1, 2) for code in ("S1", "S3")])
    assert figure(publish_week(home, catalog, WEEK, [seen("D1", IN_WEEK, 1, 2)])) == (1, 5)


def test_a_week_published_before_this_was_recorded_is_judged_by_the_days_of_its_figures(
    tmp_path: Path, catalog: Catalog
) -> None:
    home = tmp_path / "home"
    given = [seen("S3", IN_WEEK, 1, 2), seen("D1", OLD, 1, 2)]
    first = publish_week(home, catalog, WEEK, given)
    manifest = first.folder / "manifest.json"
    said = json.loads(manifest.read_text(encoding="utf-8"))
    manifest.write_text(json.dumps({key: said[key] for key in said if key != "sent_in_time"}), encoding="utf-8")
    assert figure(publish_week(home, catalog, WEEK, [], reason="again")) == (1, 5)


def test_a_unit_with_only_computed_indicators_is_not_due(tmp_path: Path) -> None:
    tables = TABLES | {
        "indicators": [TABLES["indicators"][0] | {"applies_to": "district;commune"}, TABLES["indicators"][2]]
    }
    catalog = load_catalog(write_catalogue(tables, tmp_path / "other"))
    assert figure(publish_week(tmp_path / "home", catalog, WEEK, [seen("D1", IN_WEEK, 1, 2)])) == (1, 3)


def test_a_computed_figure_is_judged_and_cannot_be_typed(tmp_path: Path, folder: Path) -> None:
    scorecard = Scorecard(tmp_path / "home", folder)
    typed = write_observations([seen("S1", IN_WEEK, 5, 5, "SENT")], tmp_path / "typed.csv")
    ran = scorecard("ingest", typed, "--week", WEEK)
    assert ran.code == 1 and "typed.csv, dòng 2, cột indicator_id" in ran.said and "không nhập" in ran.said
    good = write_observations([seen(code, IN_WEEK, 1, 2) for code in ("S1", "S3", "D1", "D1-1")], tmp_path / "good.csv")
    assert scorecard("ingest", good, "--week", WEEK).code == 0
    lights = scorecard("lights", "--week", WEEK, "--level", "indicator", "--unit", "S1", "--format", "json").json()
    found = next(row for row in lights if row["indicator_id"] == "SENT")
    assert (found["status"], found["numerator"], found["denominator"]) == ("amber", 4, 5)


def test_a_template_does_not_ask_for_it(tmp_path: Path, catalog: Catalog) -> None:
    template = load_template(tmp_path / "home", catalog, "S1", ReportWeek.parse(WEEK))
    assert [row.indicator.indicator_id for row in template.rows] == ["I1", "I2"]
