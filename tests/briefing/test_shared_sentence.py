"""What most units share comes first in every format of a briefing and fits; a figure of the report names its task."""

from __future__ import annotations

import dataclasses
import datetime as dt
import io
import re
from typing import Any
from xml.etree import ElementTree

import docx
import pptx
import pytest
from pypdf import PdfReader

from scorecard.briefing.content.standing import Standing, UnitStanding
from scorecard.briefing.content.week_reading import Asked, read_week
from scorecard.briefing.drawn import Drawn, draw
from scorecard.briefing.formats import formats_of
from scorecard.briefing.report.report import build_report
from scorecard.lights.gap_to_green import lack_of
from scorecard.lights.rows import IndicatorLight
from scorecard.lights.status import RED
from scorecard.weeks import ReportWeek
from tests.homes.shared_home import FIRST, shared_home
from tests.lights.made_rows import made


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Drawn:
    return draw(read_week(shared_home(tmp_path_factory.mktemp("shared") / "home"), Asked(ReportWeek(2023, 42))))


def one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def said(drawn: Drawn, name: str) -> str:
    content = next(content for file, content in formats_of()[name].make(drawn).items() if file.endswith(name))
    if name == "pdf":
        return " ".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
    if name == "pptx":
        slides = pptx.Presentation(io.BytesIO(content)).slides
        return " ".join(shape.text_frame.text for slide in slides for shape in slide.shapes if shape.has_text_frame)
    tables = docx.Document(io.BytesIO(content)).tables
    return " ".join(cell.text for table in tables for row in table.rows for cell in row.cells)


def test_the_shared_sentence_stands_first_and_a_single_task_after_it(drawn: Drawn) -> None:
    first, task, *_ = drawn.content.calls
    assert (first.lead + first.headline).startswith(FIRST) and "nhiệm vụ 3, 6, 9: từ 90%" not in first.headline
    assert "nhiệm vụ 2, 5, 8, 11: 29/30 đơn vị" in first.headline and "nhiệm vụ 3, 6, 9: 28/30 đơn vị" in first.headline
    assert task.lead.startswith("Nhiệm vụ 12 –") and task.headline.startswith("2/30 đơn vị đỏ")


@pytest.mark.parametrize("name", ["pdf", "pptx", "docx"])
def test_every_format_says_it(drawn: Drawn, name: str) -> None:
    assert FIRST in one_line(said(drawn, name))


def test_it_fits_its_column_of_the_frame(drawn: Drawn) -> None:
    nodes: list[Any] = [
        node
        for group in ElementTree.fromstring(drawn.svg).iter()
        if group.get("id") == "calls"
        for node in group
        if node.tag.endswith("text")
    ]
    assert FIRST in one_line(" ".join(node.text or "" for node in nodes))
    assert max(float(node.get("y", "0")) for node in nodes) <= 775
    assert sum((node.text or "").isdigit() for node in nodes) == len(drawn.content.calls)


def test_the_figure_of_a_unit_with_several_reds_names_its_task_and_lacks_most(drawn: Drawn) -> None:
    (indicator, *_) = drawn.read.edition.catalog.indicators
    lights = [
        Standing(task_no, "Title", RED, weeks, False, f"Figure {task_no}.", lack_of(_row(value), indicator))
        for task_no, weeks, value in ((2, 3, 60), (4, 8, 50), (6, 8, 10), (9, 8, 70))
    ]
    content = dataclasses.replace(drawn.content, standing=(UnitStanding("Office", tuple(lights)),))
    report = build_report(content, drawn.read.edition.catalog.rules, dt.date(2023, 10, 20))
    assert report.units[0] == "Office: 4 nhiệm vụ đỏ (2, 4, 6, 9), lâu nhất 8 tuần. Nhiệm vụ 6: Figure 6."


def _row(value: int) -> IndicatorLight:
    return made(IndicatorLight, numerator=value, denominator=100, green=90, amber=80, status="red")
