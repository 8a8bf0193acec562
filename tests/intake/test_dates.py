"""Days a figure can hardly be of: days to come, and days so old that the figure arrives stale."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

import pytest

from scorecard.catalog import Catalog, load_catalog
from scorecard.intake.checks import Checked
from scorecard.intake.ingest import check_files
from scorecard.snapshots.observation import Observation
from scorecard.text import doubt_words, intake_words
from scorecard.weeks import ReportWeek
from tests.catalogs.catalogue_rows import catalogue, indicator, seen, target, unit, write_catalogue, write_observations
from tests.cli.command_line import Scorecard
from tests.homes.small_home import publish_week

WEEK = ReportWeek.parse("2023-W42")  # its cut-off is on 20 October
UNITS = [f"S{number}" for number in range(1, 6)]


@pytest.fixture
def catalog(tmp_path: Path) -> Catalog:
    tables = catalogue(
        units=[unit(name) for name in UNITS],
        indicators=[indicator("I1", max_age_days="40"), indicator("I2", max_age_days="100")],
        targets=[target()],
    )
    return load_catalog(write_catalogue(tables, tmp_path / "catalog"))


def checked(catalog: Catalog, home: Path, rows: Sequence[Observation], today: str, **others: bool) -> Checked:
    file = write_observations(rows, home.parent / "sent.csv")
    day = dt.date.fromisoformat(today)
    return check_files(home, catalog, [file], WEEK, None, today=day, **others).checked


REAL, INVENTED, EMPTY = False, True, None
FUTURE: list[tuple[bool | None, str, str, bool, str]] = [
    # what the home holds, the day of loading, the day of the figure, said to be invented, the problem
    (REAL, "2023-10-18", "2023-10-18", False, ""),
    (REAL, "2023-10-18", "2023-10-19", False, "AFTER_TODAY"),
    (REAL, "2023-10-18", "2023-10-20", False, "AFTER_TODAY"),
    (REAL, "2023-10-18", "2023-10-21", False, "AFTER_CUT_OFF"),
    (REAL, "2023-11-01", "2023-10-20", False, ""),
    (REAL, "2023-11-01", "2023-10-21", False, "AFTER_CUT_OFF"),
    (EMPTY, "2023-10-18", "2023-10-19", False, "AFTER_TODAY"),
    (EMPTY, "2023-10-18", "2023-10-20", True, ""),
    (EMPTY, "2023-10-18", "2023-10-21", True, "AFTER_CUT_OFF"),
    (INVENTED, "2023-10-18", "2023-10-20", False, ""),
    (INVENTED, "2023-10-18", "2023-10-21", False, "AFTER_CUT_OFF"),
]


@pytest.mark.parametrize(("holds", "today", "as_of", "said", "problem"), FUTURE)
def test_no_real_figure_is_of_a_day_to_come(
    tmp_path: Path, catalog: Catalog, holds: bool | None, today: str, as_of: str, said: bool, problem: str
) -> None:
    home = tmp_path / "home"
    if holds is not None:
        publish_week(home, catalog, "2023-W40", [seen("S1", "2023-10-05", 9, 10)], synthetic=holds)
    found = checked(catalog, home, [seen("S1", as_of, 9, 10)], today, synthetic=said)
    wanted = [getattr(intake_words, problem).split("{")[0]] if problem else []
    assert [item.advice[: len(start)] for item, start in zip(found.problems, wanted, strict=True)] == wanted
    assert {(item.file, item.line, item.column, item.found) for item in found.problems} <= {
        ("sent.csv", 2, "as_of", as_of)
    }


def test_a_file_that_says_it_is_invented_may_name_days_to_come_where_nothing_is_real(
    tmp_path: Path, catalog: Catalog
) -> None:
    invented = Observation(**vars(seen("S1", "2023-10-20", 9, 10)) | {"note": "SỐ LIỆU MÔ PHỎNG"})
    assert not checked(catalog, tmp_path / "home", [invented], "2023-10-18").problems


def test_the_command_takes_the_day_of_today(tmp_path: Path, catalog: Catalog) -> None:
    today = dt.datetime.now(catalog.zone).date()
    week, tomorrow = ReportWeek.of(today), today + dt.timedelta(days=1)
    file = write_observations([seen("S1", tomorrow.isoformat(), 9, 10)], tmp_path / "a.csv")
    moment = f"{week.next().sunday}T17:00"
    ran = Scorecard(tmp_path / "home", catalog.folder)("ingest", file, "--week", week, "--cut-off", moment, "--dry-run")
    assert ran.code == 1 and f"a.csv, dòng 2, cột as_of: tìm thấy “{tomorrow}”. Ngày số liệu sau ngày nạp" in ran.said


OLD: list[tuple[str, str, str]] = [
    # the indicator, the day of the figure, the day it may have been meant to be; "-" is no doubt
    ("I1", "2023-09-10", "-"),  # 40 days
    ("I1", "2023-09-09", ""),  # exchanged it is the same day
    ("I1", "2023-05-10", "05/10/2023"),  # 10 May for 5 October
    ("I1", "2023-08-10", "08/10/2023"),
    ("I1", "2023-09-08", ""),  # exchanged it is 9 August, older still
    ("I1", "2022-05-10", ""),  # exchanged it is a year ago
    ("I1", "2023-08-12", ""),  # exchanged it is 8 December, still to come
    ("I1", "2023-05-13", ""),  # there is no thirteenth month
    ("I2", "2023-07-12", "-"),  # 100 days
    ("I2", "2023-07-11", ""),  # exchanged it is 7 November
    ("I2", "2023-05-10", "05/10/2023"),
]


@pytest.mark.parametrize(("which", "as_of", "meant"), OLD)
def test_a_figure_that_would_arrive_stale_is_doubted(
    tmp_path: Path, catalog: Catalog, which: str, as_of: str, meant: str
) -> None:
    found = checked(catalog, tmp_path / "home", [seen("S1", as_of, 9, 10, which)], "2023-10-20")
    advice = [item.advice for item in found.warnings if item.column == "as_of"]
    most = {"I1": 40, "I2": 100}[which]
    said = doubt_words.TOO_OLD.format(most=most, day="20/10/2023")
    wanted = f"{said} {doubt_words.EXCHANGED.format(day=meant)}" if meant else said
    assert not found.problems and advice == ([] if meant == "-" else [wanted])


def test_exchanging_to_a_day_after_the_day_of_loading_is_not_proposed(tmp_path: Path, catalog: Catalog) -> None:
    found = checked(catalog, tmp_path / "home", [seen("S1", "2023-05-10", 9, 10)], "2023-10-04")
    assert [item.advice for item in found.warnings if item.column == "as_of"] == [
        doubt_words.TOO_OLD.format(most=40, day="20/10/2023")
    ]


def test_a_whole_column_of_old_days_is_one_warning_for_each_indicator(tmp_path: Path, catalog: Catalog) -> None:
    rows = [seen(name, "2023-05-10", 9, 10, which) for name in UNITS for which in ("I1", "I2")]
    found = checked(catalog, tmp_path / "home", [*rows, seen("S1", "2023-10-19", 9, 10)], "2023-10-20")
    old = [item for item in found.warnings if item.column == "as_of"]
    assert [(item.line, item.found) for item in old] == [(2, "2023-05-10"), (3, "2023-05-10")]
    assert all(
        item.advice.endswith(doubt_words.TOO_OLD_TOO.format(count=4, indicator=which))
        for item, which in zip(old, ("I1", "I2"), strict=True)
    )
