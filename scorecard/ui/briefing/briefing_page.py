"""What the page of the briefing shows; the drawing and every file are made by scorecard.briefing, here only kept."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from scorecard.address.address import Address
from scorecard.address.queries import BriefingQuery
from scorecard.address.query import ALL
from scorecard.briefing.content.week_reading import read_edition
from scorecard.briefing.drawn import Drawn, draw
from scorecard.briefing.formats import Format, formats_of
from scorecard.catalog import Task
from scorecard.errors import ScorecardError
from scorecard.follow_up.matters.reading import Followed
from scorecard.lights.edition import Edition
from scorecard.lights.overview import LOOK_BACK
from scorecard.lights.unit_blocks import build_blocks
from scorecard.text import briefing_words
from scorecard.ui.reader import session
from scorecard.ui.reader.matters_shown import matters_key, matters_of
from scorecard.ui.shell.audited import download
from scorecard.ui.shell.file_offers import Offer
from scorecard.ui.shell.frame import refuse
from scorecard.ui.shell.render import render


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
    about = edition.address.of(BriefingQuery).district or "", str(edition.address.of(BriefingQuery).task or "")
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
    task, district = edition.address.of(BriefingQuery).task, edition.address.of(BriefingQuery).district
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
    asked = address.of(BriefingQuery)
    return Address(BriefingQuery(task=asked.task, district=asked.district), address.week, address.revision).link()


def offers(shown: Shown) -> Iterator[Offer]:
    """The buttons below the frame."""
    for form in formats_of(shown.drawn.read.edition.address.of(BriefingQuery).task).values():
        for file in form.files:
            name = f"{shown.drawn.name}{file.end}"
            yield Offer(file.label, name, file.media_type, download(name, partial(_file, shown, form, name)))


def _file(shown: Shown, form: Format, name: str) -> bytes:
    return session.kept((*shown.key, form.name), lambda: form.make(shown.drawn))[name]


def _of_frame(edition: Edition) -> Edition:
    """The edition with the units of its district, as the overview shows them for `block`, else with all."""
    district = edition.address.of(BriefingQuery).district
    address = edition.address.having(block=f"district:{district}" if district else ALL, only=False)
    return dataclasses.replace(edition, address=address, blocks=build_blocks(edition.units, address))
