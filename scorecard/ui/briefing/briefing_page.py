"""What the page of the briefing shows; the drawing and every file are made by scorecard.briefing, here only kept."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from scorecard.address.address import ALL, Address
from scorecard.briefing.bundle import MAKERS, Drawn, draw, formats_of
from scorecard.briefing.content.week_reading import read_edition
from scorecard.catalog import Task
from scorecard.errors import ScorecardError
from scorecard.follow_up.matters.week_end import Followed
from scorecard.lights.edition import Edition
from scorecard.lights.overview import LOOK_BACK
from scorecard.lights.unit_blocks import build_blocks
from scorecard.text import briefing_words
from scorecard.ui.reader import session
from scorecard.ui.reader.matters_shown import matters_key, matters_of
from scorecard.ui.shell.audited import download
from scorecard.ui.shell.file_offers import OFFICE, XLSX, Offer
from scorecard.ui.shell.frame import refuse
from scorecard.ui.shell.render import render

# (format, end of the file's name, name of the button, MIME type)
_FILES = (
    ("png", "-1920x1080.png", briefing_words.FILE_PNG, "image/png"),
    ("png", "-3840x2160.png", briefing_words.FILE_PNG_LARGE, "image/png"),
    ("pdf", ".pdf", briefing_words.FILE_PDF, "application/pdf"),
    ("docx", ".docx", briefing_words.FILE_DOCX, f"{OFFICE}wordprocessingml.document"),
    ("xlsx", ".xlsx", briefing_words.FILE_XLSX, XLSX),
    ("pptx", ".pptx", briefing_words.FILE_PPTX, f"{OFFICE}presentationml.presentation"),
    ("csv", ".csv", briefing_words.FILE_CSV, "text/csv"),
)


@dataclass(frozen=True)
class Shown:
    """The frame and what it says in words, as HTML; and what the files are made from."""

    drawn: Drawn
    key: tuple[str, ...]
    frame: str
    said: str


@dataclass(frozen=True)
class Frame:
    """A frame to choose: the parameter of the address that names it, its value, and its name."""

    parameter: str
    value: str
    name: str
    shown: bool


@dataclass(frozen=True)
class FrameGroup:
    """Frames under one heading of the list."""

    title: str
    frames: tuple[Frame, ...]


def read_briefing(edition: Edition) -> Shown:
    """The briefing of the week, of the task or district the address names; stops with a message where there is none.

    What the address says of other pages' filters is left alone: a frame has none.
    """
    hashes = (snapshot.hash for snapshot in edition.history[-LOOK_BACK:])
    about = edition.address.district or "", str(edition.address.task or "")
    try:
        key = ("briefing", *about, *hashes, str(len(edition.history)), matters_key())
        followed = Followed(matters_of(edition))
        run = session.warehouse().run
        drawn = session.shared(key, lambda: draw(read_edition(_of_frame(edition), run, followed)))
    except ScorecardError as error:
        refuse(error, edition.index)
    kept = {name: text for name, text in edition.anchored.filters().items() if name in ("week", "revision")}
    return Shown(
        drawn=drawn,
        key=key,
        frame=render("briefing/briefing", svg=drawn.svg, frames=_frames(edition), kept=kept, link=_link(edition)),
        said=render("briefing/said", briefing=drawn.content),
    )


def _frames(edition: Edition) -> tuple[FrameGroup, ...]:
    """Every frame of the week in the order the arrow keys go through them."""
    task, district = edition.address.task, edition.address.district
    tasks = [Frame("task", str(item.task_no), _task_name(item), item.task_no == task) for item in edition.tasks]
    areas = [Frame("district", unit.unit_id, unit.name, unit.unit_id == district) for unit in edition.districts]
    return (
        FrameGroup("", (Frame("", "", briefing_words.OVERVIEW, not task and not district),)),
        FrameGroup(briefing_words.TASK_FRAMES, tuple(tasks)),
        FrameGroup(briefing_words.DISTRICT_FRAMES, tuple(areas)),
    )


def _task_name(task: Task) -> str:
    return briefing_words.TASK_SCOPE.format(task=task.task_no, title=task.title)


def _link(edition: Edition) -> str:
    address = edition.anchored
    return Address("briefing", address.week, address.revision, task=address.task, district=address.district).link()


def offers(shown: Shown) -> Iterator[Offer]:
    """The buttons below the frame."""
    made = formats_of(shown.drawn.read.edition.address.task)
    for form, end, label, mime in _FILES:
        if form not in made:
            continue
        name = f"{shown.drawn.name}{end}"
        yield Offer(label, name, mime, download(name, partial(_file, shown, form, name)))


def _file(shown: Shown, form: str, name: str) -> bytes:
    return session.kept((*shown.key, form), lambda: MAKERS[form](shown.drawn))[name]


def _of_frame(edition: Edition) -> Edition:
    """The edition with the units of its district, as the overview shows them for `block`, else with all."""
    district = edition.address.district
    address = dataclasses.replace(edition.address, block=f"district:{district}" if district else ALL, only=False)
    return dataclasses.replace(edition, address=address, blocks=build_blocks(edition.units, address))
