"""Every file that leaves the house, made of hostile texts: opened again, they are texts; no formula, link or markup."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pptx
import pypdf
import pytest

from scorecard.briefing.bundle import make_bundle
from scorecard.briefing.content.week_reading import Asked, read_week
from scorecard.weeks import ReportWeek
from tests.cli.command_line import Scorecard
from tests.homes.hostile_home import ELSEWHERE, TEXTS, hostile_draft, hostile_home

FORMULA = ("=", "+", "-", "@", "\t", "\r")


@pytest.fixture(scope="module")
def scorecard(tmp_path_factory: pytest.TempPathFactory) -> Scorecard:
    folder = tmp_path_factory.mktemp("exports")
    return Scorecard(hostile_home(folder), folder / "catalog")


@pytest.fixture(scope="module")
def files(scorecard: Scorecard) -> dict[str, bytes]:
    """The briefing of the week by the ending of each file."""
    made = make_bundle(read_week(scorecard.home, Asked(ReportWeek(2023, 42))), ("pdf", "docx", "xlsx", "pptx", "csv"))
    return {Path(name).suffix: content for name, content in made.items()}


def one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def parts(content: bytes, folder: str) -> str:
    """The XML of an office file below a folder."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return "".join(packed.read(name).decode() for name in packed.namelist() if name.startswith(folder))


def assert_cells_are_texts(content: bytes) -> list[Any]:
    """Nothing in a workbook is a formula, a link or leads out; the values of its cells."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n", "d", "b"}
    assert not [cell for cell in cells if cell.hyperlink]
    sheets = parts(content, "xl/")
    assert "<f>" not in sheets and "<hyperlink" not in sheets and "externalLink" not in sheets
    assert f'Target="{ELSEWHERE}' not in sheets and "ddeLink" not in sheets
    return [cell.value for cell in cells]


def test_the_workbook_of_the_briefing_has_texts(files: dict[str, bytes]) -> None:
    values = assert_cells_are_texts(files[".xlsx"])
    assert {TEXTS[0], TEXTS[10], TEXTS[11], TEXTS[15]} <= set(values)


def test_the_template_and_the_coloured_copy_have_texts(scorecard: Scorecard, tmp_path: Path) -> None:
    for unit in ("S1", "D1"):
        ran = scorecard("template", "--unit", unit, "--week", "2023-W43", "--out", tmp_path / f"{unit}.xlsx")
        assert ran.code == 0, ran.said
        # A template may compute its hints itself; what it was given is text.
        book = openpyxl.load_workbook(tmp_path / f"{unit}.xlsx")
        formulas = [cell.value for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
        assert not [value for value in formulas if value in TEXTS or ELSEWHERE in value or "cmd" in value]
    draft = hostile_draft(scorecard.home)
    for number, given in enumerate(draft.files):
        (tmp_path / f"{number}.csv").write_bytes(given.path.read_bytes())
    ran = scorecard("ingest", tmp_path / "0.csv", "--week", "2023-W43", "--marked", tmp_path / "marked")
    assert ran.code == 1 and "Traceback" not in ran.said
    (copy,) = (tmp_path / "marked").iterdir()
    assert_cells_are_texts(copy.read_bytes())


def test_word_has_texts_only(files: dict[str, bytes]) -> None:
    document = docx.Document(io.BytesIO(files[".docx"]))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    text = one_line("\n".join([*cells, *(paragraph.text for paragraph in document.paragraphs)]))
    assert TEXTS[0].upper() in text and "{{7*7}}" in text  # the name of an authority stands in capitals
    xml = parts(files[".docx"], "word/")
    # Fields and links in a Word file: only its own page number.
    assert {code.strip() for code in re.findall(r"<w:instrText[^>]*>([^<]*)<", xml)} <= {"PAGE", "NUMPAGES"}
    assert "<w:hyperlink" not in xml and f'Target="{ELSEWHERE}' not in xml and "<script" not in xml


def test_slides_have_texts_only(files: dict[str, bytes]) -> None:
    slides = pptx.Presentation(io.BytesIO(files[".pptx"])).slides
    assert len(slides) == 3
    xml = parts(files[".pptx"], "ppt/slides/")
    assert "hlinkClick" not in xml and f'Target="{ELSEWHERE}' not in xml and "<script" not in xml


def test_the_pdf_runs_nothing_and_links_nowhere(files: dict[str, bytes]) -> None:
    document = pypdf.PdfReader(io.BytesIO(files[".pdf"]))
    text = one_line(" ".join(page.extract_text() for page in document.pages))
    assert "<script>" in text and "root:x:" not in text
    raw = files[".pdf"]
    assert not [word for word in (b"/JavaScript", b"/JS ", b"/Launch", b"/EmbeddedFile", b"/OpenAction") if word in raw]
    links = [item.get_object().get("/A", {}) for page in document.pages for item in page.get("/Annots", [])]
    assert not [link for link in links if "/URI" in link]


def assert_no_formula(text: str) -> None:
    """No cell of a CSV begins as a formula does, but for numbers."""
    for row in csv.reader(io.StringIO(text.removeprefix("\ufeff"))):
        for cell in row:
            assert not cell.startswith(FORMULA) or re.fullmatch(r"-?[0-9.,]+%?", cell), cell


def test_csv_of_the_briefing_and_of_the_commands_begins_no_formula(
    scorecard: Scorecard, files: dict[str, bytes]
) -> None:
    text = files[".csv"].decode("utf-8-sig")
    assert TEXTS[0] in text
    assert_no_formula(text)
    commands = [("lights", "--level", level, "--week", "2023-W42") for level in ("indicator", "task", "group")]
    for command in [*commands, ("changes", "--week", "2023-W42"), ("weeks",)]:
        ran = scorecard(*command, "--format", "csv")
        assert ran.code == 0, ran.said
        assert_no_formula(ran.out)


def test_the_frame_of_the_briefing_is_a_drawing_of_texts(scorecard: Scorecard) -> None:
    made = make_bundle(read_week(scorecard.home, Asked(ReportWeek(2023, 42), None, "D1")), ("png",))
    (svg,) = [content.decode() for name, content in made.items() if name.endswith(".svg")]
    assert "&lt;" in svg and not re.search(r"<(script|image|foreignObject|iframe|a)\b|\son\w+=|href=[\"']http", svg)
