"""Done in time among what is due, and done at all: only of two figures the catalogue calls a pair."""

from __future__ import annotations

import io
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.briefing.content.narrative import say_timeliness
from scorecard.briefing.content.week_reading import Asked, read_week
from scorecard.briefing.drawn import Drawn, draw
from scorecard.briefing.formats import make_docx
from scorecard.catalog import load_catalog
from scorecard.lights.rows import IndicatorLight
from scorecard.lights.timeliness import Timeliness, find_timeliness
from scorecard.weeks import ReportWeek
from tests.catalogs.catalogue_rows import catalogue, indicator, paired, seen, target, task, unit, write_catalogue
from tests.homes.small_home import publish_week
from tests.lights.made_rows import made

W42 = ReportWeek(2023, 42)
COUNT = {"measure": "count", "direction": "lower", "unit": "job"}


def drawn(folder: Path, rows: list[Any], task_no: int | None = None, **done: str) -> Drawn:
    """A week of four departments; I2 counts what is due and not done, or is the ratio of what is done at all."""
    tables = catalogue(
        tasks=[task(1), task(2)],
        units=[unit(f"S{number}") for number in range(1, 5)],
        indicators=[
            indicator("I1", name="Done in time"),
            indicator("I2", **(done or COUNT)),
            indicator("I3", task_no="2"),
        ],
        targets=[target(), target(indicator_id="I2", green="0" if not done else "90", amber="2" if not done else "80")],
        pairs=[paired("I1", "I2")],
    )
    publish_week(folder / "home", load_catalog(write_catalogue(tables, folder / "catalog")), "2023-W42", rows)
    return draw(read_week(folder / "home", Asked(W42, task=task_no)))


DAY = "2023-10-19"
ROWS = [
    seen("S1", DAY, 80, 100),
    seen("S1", DAY, 1, None, "I2"),
    seen("S2", DAY, 300, 300),
    seen("S2", DAY, 0, None, "I2"),
    seen("S3", DAY, 100, 100),
    seen("S3", DAY, 1, None, "I2"),  # one open though everything was in time: no pair
    seen("S4", DAY, 10, 20),
    seen("S4", "2023-10-18", 1, None, "I2"),  # of another day: no pair
    seen("S1", DAY, 1, 1, "I3"),
]


def test_the_pair_is_summed_over_the_units_that_have_both(tmp_path: Path) -> None:
    content = drawn(tmp_path, ROWS).content
    assert [pair.figures for pair in content.timeliness] == [Timeliness(Decimal(400), Decimal(380), Decimal(399), 2, 4)]
    assert content.timeliness[0].sentence == (
        "Done in time: 380/400 (95%); kể cả hoàn thành muộn 399/400 (99,8%), còn 1 chưa hoàn thành "
        "(tính 2/4 đơn vị có đủ hai số cùng ngày và khớp nhau)."
    )


def test_a_ratio_of_what_was_done_at_all_is_taken_as_it_is(tmp_path: Path) -> None:
    rows = [
        seen("S1", DAY, 80, 100),
        seen("S1", DAY, 97, 100, "I2"),
        seen("S2", DAY, 5, 10),
        seen("S2", DAY, 9, 11, "I2"),
    ]
    content = drawn(tmp_path, rows, measure="ratio").content
    assert content.timeliness[0].figures == Timeliness(Decimal(100), Decimal(80), Decimal(97), 1, 4)


def test_the_sentence_is_drawn_and_beside_a_unit_s_figure_stands_what_it_did_at_all(tmp_path: Path) -> None:
    of_pair = drawn(tmp_path, ROWS)
    said = " ".join(re.findall(r">([^<>]+)</text>", of_pair.svg))
    assert "kể cả hoàn thành muộn 399/400" in said
    assert "Done in time 80% (xanh từ 90%), kể cả hoàn thành muộn là 99%." in {
        light.figure for unit in of_pair.content.standing for light in unit.lights
    }


def test_what_was_done_at_all_is_printed_on_its_own_side_of_the_target_beside_it(tmp_path: Path) -> None:
    rows = [seen("S1", DAY, 5000, 10000), seen("S1", DAY, 1004, None, "I2"), ROWS[-1]]
    figures = {light.figure for unit in drawn(tmp_path, rows).content.standing for light in unit.lights}
    assert "Done in time 50% (xanh từ 90%), kể cả hoàn thành muộn là 89,9%." in figures


@pytest.mark.parametrize(
    "rows", [[], ROWS[:1], [seen("S1", "2023-01-01", 80, 100), seen("S1", "2023-01-01", 5, None, "I2")]]
)
def test_where_one_of_the_two_is_not_known_nothing_is_said(tmp_path: Path, rows: list[Any]) -> None:
    assert drawn(tmp_path, [*rows, ROWS[-1]]).content.timeliness == ()


def test_a_page_says_at_most_seven_sentences(tmp_path: Path) -> None:
    pairs = [(f"A{number}", f"B{number}") for number in range(8)]
    tables = catalogue(
        indicators=[row for one, other in pairs for row in (indicator(one), indicator(other, **COUNT))],
        targets=[target(indicator_id=one) for one, _ in pairs],
        pairs=[paired(*pair) for pair in pairs],
    )
    rows = [row for one, other in pairs for row in (seen("S1", DAY, 1, 9, one), seen("S1", DAY, 1, None, other))]
    publish_week(tmp_path / "home", load_catalog(write_catalogue(tables, tmp_path / "catalog")), "2023-W42", rows)
    content = draw(read_week(tmp_path / "home", Asked(W42))).content
    assert content.calls and 1 + len(content.calls) + len(content.timeliness) == 7


def test_a_frame_of_another_task_says_nothing_of_it(tmp_path: Path) -> None:
    assert drawn(tmp_path, ROWS, 2).content.timeliness == ()


def test_every_number_of_the_sentence_stands_in_a_table_of_the_report(tmp_path: Path) -> None:
    of_pair = drawn(tmp_path, ROWS)
    report = docx.Document(io.BytesIO(next(iter(make_docx(of_pair).values()))))
    table = next(table for table in report.tables if table.rows[0].cells[0].text == "Chỉ số")
    cells = " ".join(cell.text for cell in table.rows[1].cells)
    numbers = re.compile(r"\d[\d.,/]*\d|\d")
    said = re.sub(r"(\d)/400", r"\1", of_pair.content.timeliness[0].sentence)
    assert set(numbers.findall(said)) <= set(numbers.findall(cells))
    assert [text for text in (line.text for line in report.paragraphs) if text.startswith("Bảng")][2:] == [
        "Bảng 3. Hoàn thành đúng hạn và hoàn thành nói chung",
        "Bảng 4. Việc đề nghị chỉ đạo",
    ]


@given(st.integers(1, 10**6), st.integers(0, 10**6), st.integers(0, 10**6), st.integers(1, 155), st.integers(0, 155))
def test_no_number_is_said_that_was_not_given(due: int, first: int, second: int, units: int, others: int) -> None:
    in_time, done = sorted((first % (due + 1), second % (due + 1)))
    figures = Timeliness(Decimal(due), Decimal(in_time), Decimal(done), units, units + others)
    text = say_timeliness("Việc", figures)
    shares = re.findall(r"\(([\d,]+)%\)", text)
    for share, part in zip(shares, (in_time, done), strict=True):
        printed = Decimal(share.replace(",", "."))
        assert abs(printed - Decimal(100 * part) / due) <= Decimal("0.1") and (printed == 100) == (part == due)
    rest = re.sub(r"\([\d,]+%\)", "", text).replace(".", "")
    assert {int(found) for found in re.findall(r"\d+", rest)} <= {due, in_time, done, due - done, units, units + others}
    assert ("chưa hoàn thành" in text) == (done < due)


@pytest.mark.parametrize(
    ("change", "known"),
    [
        ({}, True),
        ({"status": "stale"}, False),
        ({"status": "missing", "numerator": None}, False),
        ({"numerator": Decimal(21)}, False),
    ],
)
def test_figures_that_contradict_each_other_are_no_pair(change: dict[str, Any], known: bool) -> None:
    in_time = made(IndicatorLight, status="red", numerator=80, denominator=100)
    done = made(IndicatorLight, **{"status": "red", "numerator": 20} | change)
    assert (find_timeliness(in_time, done) is not None) == known
