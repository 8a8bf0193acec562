"""A week in which everything changes, under long names: three pages stay three, and nothing runs off."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pptx
import pytest
from pypdf import PdfReader

from scorecard.briefing.content.week_reading import Asked, read_week
from scorecard.briefing.drawn import Drawn, draw
from scorecard.briefing.formats import make_pdf, make_pptx
from scorecard.briefing.slides.row_heights import find_rows, fit_rows
from scorecard.catalog import load_catalog
from scorecard.errors import SnapshotError
from scorecard.snapshots.observation import Observation
from scorecard.weeks import ReportWeek
from tests.catalogs.catalogue_rows import catalogue, indicator, seen, target, task, unit, write_catalogue
from tests.homes.small_home import publish_week

UNITS, TASKS = 30, 12
REASON = "đính chính số liệu theo văn bản của cơ quan chủ trì sau khi đối chiếu với hệ thống của tỉnh " * 3


def rows(week: int, done: int, units: int = UNITS) -> Iterator[Observation]:
    for number in range(1, units + 1):
        for no in range(1, TASKS + 1):
            yield seen(f"S{number}", f"2023-10-{week}", done, 100, f"I{no}")


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Drawn:
    folder = tmp_path_factory.mktemp("busy")
    names = [f"Sở Quản lý công việc có tên dài thứ {number}" for number in range(1, UNITS + 1)]
    tables = catalogue(
        tasks=[task(no, title=f"Nhiệm vụ có tên dài hơn thường lệ {no}") for no in range(1, TASKS + 1)],
        units=[unit(f"S{place}", name=name, short_name=name) for place, name in enumerate(names, start=1)],
        indicators=[
            indicator(f"I{no}", task_no=str(no), name=f"Chỉ số có tên rất dài của nhiệm vụ thứ {no} trong văn bản")
            for no in range(1, TASKS + 1)
        ],
        targets=[target(indicator_id=f"I{no}") for no in range(1, TASKS + 1)],
    )
    catalog, home = load_catalog(write_catalogue(tables, folder / "catalog")), folder / "home"
    publish_week(home, catalog, "2023-W41", rows(12, 95))
    publish_week(home, catalog, "2023-W42", rows(19, 95, 2))
    for done in (85, 10):
        publish_week(home, catalog, "2023-W42", rows(19, done), reason=REASON)
    return draw(read_week(home, Asked(ReportWeek(2023, 42))))


@pytest.fixture(scope="module")
def pages(drawn: Drawn) -> list[str]:
    pdf = PdfReader(io.BytesIO(next(iter(make_pdf(drawn).values()))))
    assert len([entry for entry in pdf.outline if not isinstance(entry, list)]) == 3
    return [re.sub(r"\s+", " ", page.extract_text()) for page in pdf.pages]


def test_there_are_three_pages(pages: list[str]) -> None:
    assert [re.findall(r"Trang (\d)/(\d)", page) for page in pages] == [[("1", "3")], [("2", "3")], [("3", "3")]]


def test_what_changed_is_shown_as_far_as_it_fits_and_the_rest_is_counted(drawn: Drawn, pages: list[str]) -> None:
    shown, every = pages[1].count("Xấu đi"), len(drawn.content.changes)
    more = re.search(r"và (\d+) thay đổi khác", pages[1])
    assert every == UNITS * TASKS
    assert more and shown + int(more[1]) == every
    assert shown >= 10


def test_every_unit_stands_on_the_third_page_or_is_counted(pages: list[str]) -> None:
    shown = len(re.findall(r"tên dài thứ \d+", pages[2]))
    more = re.search(r"và (\d+) đơn vị khác", pages[2])
    assert shown + (int(more[1]) if more else 0) == UNITS
    assert shown >= 20


def test_the_first_page_says_what_each_revision_corrected(drawn: Drawn, pages: list[str]) -> None:
    said = [one.sentence for one in drawn.content.origin.corrected]
    assert [line[:18] for line in said] == ["Bản 3 thay bản 2: ", "Bản 2 thay bản 1: "]
    assert "360 đèn đổi (Sở Quản lý" in said[0]
    for line in said:
        assert line in pages[0]


def slides(drawn: Drawn) -> list[Any]:
    return list(pptx.Presentation(io.BytesIO(next(iter(make_pptx(drawn).values())))).slides)


def test_no_shape_of_a_slide_reaches_over_its_edge(drawn: Drawn) -> None:
    for slide in slides(drawn):
        for shape in slide.shapes:
            assert shape.left >= 0 and shape.left + shape.width <= pptx.util.Mm(338.8)
            assert shape.top >= 0 and shape.top + shape.height <= pptx.util.Mm(190.6)


def test_rows_of_a_slide_are_as_high_as_their_lines(drawn: Drawn) -> None:
    table = next(shape.table for shape in slides(drawn)[2].shapes if shape.has_table)
    named = [row.cells[0].text for row in table.rows]
    more = re.search(r"và (\d+) đơn vị khác", named[-1])
    assert len(named) - 1 - bool(more) + (int(more[1]) if more else 0) == UNITS
    heights = [row.height.mm for row in table.rows]
    size = table.rows[1].cells[1].text_frame.paragraphs[0].runs[0].font.size.pt
    assert min(heights[1:-1]) >= 2 * size * 0.35 and sum(heights) <= 148.1


def test_a_table_of_too_many_rows_is_refused_or_shown_in_parts() -> None:
    many = [["x"]] * 200
    assert find_rows(many, [50.0], 148.0) is None
    with pytest.raises(SnapshotError, match="200 dòng"):
        fit_rows(many, [50.0], 148.0)


def test_the_frame_of_a_busy_week_keeps_its_lowest_line_clear_of_the_hash(drawn: Drawn) -> None:
    from tests.briefing.test_task_frame import outside

    assert outside(drawn.svg) == []
    assert "…" in drawn.svg.partition('id="legend"')[2]


def test_the_home_is_left_alone(drawn: Drawn, tmp_path: Path) -> None:
    assert draw(drawn.read).svg == drawn.svg and list(tmp_path.iterdir()) == []
