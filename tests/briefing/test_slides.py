"""The slides, opened again: three of them, native tables, the numbers of the briefing, the mark."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pptx
import pytest

from scorecard.briefing.bundle import make_bundle
from scorecard.briefing.content.week_reading import Asked, read_week
from scorecard.briefing.drawn import Drawn, draw
from scorecard.briefing.slides.slides import render_slides
from scorecard.catalog import load_catalog
from scorecard.errors import SnapshotError
from scorecard.text import report_words
from scorecard.weeks import ReportWeek
from tests.catalogs.catalogue_rows import unit, write_catalogue
from tests.homes.small_home import FIGURES, TABLES, publish_week


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Drawn, Any]:
    folder = tmp_path_factory.mktemp("slides")
    catalog = load_catalog(write_catalogue(TABLES, folder / "catalog"))
    publish_week(folder / "home", catalog, "2023-W42", FIGURES, synthetic=True)
    read = read_week(folder / "home", Asked(ReportWeek(2023, 42)))
    files = make_bundle(read, ("pptx",))
    return draw(read), pptx.Presentation(io.BytesIO(next(c for name, c in files.items() if name.endswith(".pptx"))))


def texts(slide: Any) -> str:
    return "\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)


def tables(slide: Any) -> list[list[list[str]]]:
    found = [shape.table for shape in slide.shapes if shape.has_table]
    return [[[cell.text.strip() for cell in row.cells] for row in table.rows] for table in found]


def test_three_slides_carry_words_and_tables_and_no_picture(made: tuple[Drawn, Any]) -> None:
    slides = list(made[1].slides)
    assert [len(tables(slide)) for slide in slides] == [0, 1, 1]
    assert not [shape for slide in slides for shape in slide.shapes if shape.shape_type == 13]


def test_counts_and_sentences_are_those_of_the_briefing(made: tuple[Drawn, Any]) -> None:
    said = texts(made[1].slides[0])
    content = made[0].content
    assert content.headline in said
    assert all(call.lead + call.headline in said for call in content.calls)
    assert [line for line in said.splitlines() if line.isdigit()] == [str(count.number) for count in content.counts]


def test_the_matrix_has_the_light_of_every_unit_and_task(made: tuple[Drawn, Any]) -> None:
    head, *rows = tables(made[1].slides[1])[0]
    drawn = {(row[0], int(no)): sign for row in rows for no, sign in zip(head[1:-2], row[1:-2], strict=True) if sign}
    lights = made[0].read.lights
    assert drawn == {(f"Unit {row.unit_id}", row.task_no): report_words.SIGNS[row.status] for row in lights}


def test_every_slide_of_invented_figures_is_marked(made: tuple[Drawn, Any]) -> None:
    assert all("SỐ LIỆU MÔ PHỎNG" in texts(slide) for slide in made[1].slides)


def test_a_table_that_no_slide_can_hold_is_refused(tmp_path: Path) -> None:
    many = {**TABLES, "units": [unit(f"S{number}") for number in range(1, 63)]}
    catalog = load_catalog(write_catalogue(many, tmp_path / "catalog"))
    snapshot = publish_week(tmp_path / "home", catalog, "2023-W42", [])
    drawn = draw(read_week(tmp_path / "home", Asked(ReportWeek(2023, 42))))
    with pytest.raises(SnapshotError, match="63 dòng"):
        render_slides(drawn.content, snapshot.manifest.cut_off)
