"""All files of a briefing: made and checked in memory, then written together or not at all."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from scorecard.briefing.content.content import Briefing, build_briefing
from scorecard.briefing.content.week_reading import WeekRead
from scorecard.briefing.file_names import briefing_name, district_of
from scorecard.briefing.frame.drawing_check import check_frame
from scorecard.briefing.frame.frame import render_frame
from scorecard.briefing.frame.images import render_images
from scorecard.briefing.pdf import render_pdf
from scorecard.briefing.report.report import build_report
from scorecard.briefing.report.word_file import render_word
from scorecard.briefing.slides.slides import render_slides
from scorecard.briefing.workbook.csv_file import render_csv
from scorecard.briefing.workbook.sheet_rows import build_figures
from scorecard.briefing.workbook.week_workbook import render_sheets
from scorecard.errors import UsageError
from scorecard.snapshots.index import TABLES
from scorecard.text import briefing_words


@dataclass(frozen=True)
class Drawn:
    """A briefing whose frame is drawn and checked: what every format is made from."""

    read: WeekRead
    content: Briefing
    svg: str

    @property
    def name(self) -> str:
        """The name of every file without its ending."""
        return briefing_name(self.read.edition)


def draw(read: WeekRead) -> Drawn:
    """Raises a ScorecardError where anything is missing or a drawn number is not that of the lights."""
    content = build_briefing(read)
    svg = render_frame(content)
    check_frame(svg, read)
    return Drawn(read, content, svg)


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


MAKERS: dict[str, Callable[[Drawn], dict[str, bytes]]] = {
    "png": make_png,
    "pdf": make_pdf,
    "docx": make_docx,
    "xlsx": make_xlsx,
    "pptx": make_pptx,
    "csv": make_csv,
}
_OF_ALL_TASKS = ("docx", "pptx")


def formats_of(task: int | None) -> tuple[str, ...]:
    """What can be made: of one task everything but the report and the slides, which are about all of them."""
    return tuple(name for name in MAKERS if not task or name not in _OF_ALL_TASKS)


def parse_formats(text: str, task: int | None = None) -> tuple[str, ...]:
    """`png,pdf`; empty means all; raises UsageError for one that is not known or not made of one task."""
    known = formats_of(task)
    wanted = tuple(dict.fromkeys(part.strip() for part in text.split(",") if part.strip())) or known
    for name in wanted:
        if name not in known:
            pattern = briefing_words.NOT_OF_TASK if name in MAKERS else briefing_words.UNKNOWN_FORMAT
            raise UsageError(pattern.format(found=name, known=", ".join(known)))
    return wanted


def make_bundle(read: WeekRead, formats: Sequence[str], *, with_tables: bool = False) -> dict[str, bytes]:
    """Every file by its name, with a manifest of their hashes; the same snapshot gives the same bytes.

    `with_tables` adds the week's parquet, so that the folder holds what it was made from.
    """
    drawn = draw(read)
    files: dict[str, bytes] = {}
    for name in formats:
        files |= MAKERS[name](drawn)
    if with_tables:
        files |= {f"{table}.parquet": read.edition.snapshot.file(table).read_bytes() for table in TABLES}
    return files | {f"{drawn.name}.json": _manifest(drawn, files)}


def _manifest(drawn: Drawn, files: Mapping[str, bytes]) -> bytes:
    origin, snapshot = drawn.content.origin, drawn.read.edition.snapshot
    content = {
        "week": str(snapshot.week),
        "revision": snapshot.revision,
        "district": district_of(drawn.read.edition) or None,
        "task": drawn.read.edition.address.task,
        "snapshot": origin.snapshot_hash,
        "rules_version": origin.rules_version,
        "synthetic": origin.synthetic,
        "files": {name: hashlib.sha256(files[name]).hexdigest() for name in sorted(files)},
    }
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()
