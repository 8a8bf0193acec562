"""In which formats a briefing is made: one table, read by the command line, by the page and by the bundle."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from scorecard.briefing.drawn import Drawn
from scorecard.briefing.frame.frame import render_images
from scorecard.briefing.pdf import render_pdf
from scorecard.briefing.report.report import build_report
from scorecard.briefing.report.word_file import render_word
from scorecard.briefing.slides.slides import render_slides
from scorecard.briefing.workbook.sheet_rows import build_figures
from scorecard.briefing.workbook.week_workbook import render_csv, render_sheets
from scorecard.documents import media_types
from scorecard.text import briefing_words


@dataclass(frozen=True)
class OfferedFile:
    """A file of a format that the page offers: the end of its name, the name of its button, its media type."""

    end: str
    label: str
    media_type: str


@dataclass(frozen=True)
class Format:
    """A row of the table: its name on the command line, the files that are offered, and who makes them all by name.

    `of_task` is whether it can be made of one task: the report and the slides are about all of them.
    """

    name: str
    files: tuple[OfferedFile, ...]
    of_task: bool
    make: Callable[[Drawn], dict[str, bytes]]


def make_png(drawn: Drawn) -> dict[str, bytes]:
    """The pictures by their file name, and the frame they are drawn from."""
    pictures = {f"{drawn.name}-{size}.png": content for size, content in render_images(drawn.svg).items()}
    return pictures | {f"{drawn.name}.svg": drawn.svg.encode()}


def make_pdf(drawn: Drawn) -> dict[str, bytes]:
    """The three pages."""
    cut_off = drawn.read.edition.snapshot.manifest.cut_off
    return {f"{drawn.name}.pdf": render_pdf(drawn.content, drawn.svg, cut_off)}


def make_docx(drawn: Drawn) -> dict[str, bytes]:
    """The draft of the report to the Chairman."""
    edition = drawn.read.edition
    report = build_report(drawn.content, edition.catalog.rules, edition.snapshot.cut_off_day)
    return {f"{drawn.name}.docx": render_word(report, edition.snapshot.manifest.cut_off)}


def make_xlsx(drawn: Drawn) -> dict[str, bytes]:
    """The whole week, or the part the frame is about, as a workbook."""
    return {f"{drawn.name}.xlsx": render_sheets(drawn.read, drawn.content)}


def make_csv(drawn: Drawn) -> dict[str, bytes]:
    """Every figure of the week."""
    figures = build_figures(drawn.read)
    return {f"{drawn.name}.csv": render_csv(figures, synthetic=drawn.content.origin.synthetic)}


def make_pptx(drawn: Drawn) -> dict[str, bytes]:
    """The three slides."""
    return {f"{drawn.name}.pptx": render_slides(drawn.content, drawn.read.edition.snapshot.manifest.cut_off)}


FORMATS = (
    Format(
        "png",
        (
            OfferedFile("-1920x1080.png", briefing_words.FILE_PNG, media_types.PNG),
            OfferedFile("-3840x2160.png", briefing_words.FILE_PNG_LARGE, media_types.PNG),
        ),
        of_task=True,
        make=make_png,
    ),
    Format("pdf", (OfferedFile(".pdf", briefing_words.FILE_PDF, media_types.PDF),), of_task=True, make=make_pdf),
    Format("docx", (OfferedFile(".docx", briefing_words.FILE_DOCX, media_types.DOCX),), of_task=False, make=make_docx),
    Format("xlsx", (OfferedFile(".xlsx", briefing_words.FILE_XLSX, media_types.XLSX),), of_task=True, make=make_xlsx),
    Format("pptx", (OfferedFile(".pptx", briefing_words.FILE_PPTX, media_types.PPTX),), of_task=False, make=make_pptx),
    Format("csv", (OfferedFile(".csv", briefing_words.FILE_CSV, media_types.CSV),), of_task=True, make=make_csv),
)


def formats_of(task: int | None = None) -> dict[str, Format]:
    """What can be made, by name: of everything, or of one task."""
    return {one.name: one for one in FORMATS if one.of_task or not task}
