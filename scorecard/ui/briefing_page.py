"""What the page of the briefing shows; the drawing and every file are made by scorecard.briefing, here only kept."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from scorecard.briefing.bundle import MAKERS, Drawn, draw
from scorecard.briefing.reading import read_edition
from scorecard.errors import ScorecardError
from scorecard.text import briefing as say
from scorecard.ui import session
from scorecard.ui.blocks import Option, build_blocks
from scorecard.ui.edition import Edition
from scorecard.ui.frame import refuse
from scorecard.ui.overview_numbers import LOOK_BACK
from scorecard.ui.render import render

_OFFICE = "application/vnd.openxmlformats-officedocument."
# (format, end of the file's name, name of the button, MIME type)
_FILES = (
    ("png", "-1920x1080.png", say.FILE_PNG, "image/png"),
    ("png", "-3840x2160.png", say.FILE_PNG_LARGE, "image/png"),
    ("pdf", ".pdf", say.FILE_PDF, "application/pdf"),
    ("docx", ".docx", say.FILE_DOCX, f"{_OFFICE}wordprocessingml.document"),
    ("xlsx", ".xlsx", say.FILE_XLSX, f"{_OFFICE}spreadsheetml.sheet"),
    ("pptx", ".pptx", say.FILE_PPTX, f"{_OFFICE}presentationml.presentation"),
    ("csv", ".csv", say.FILE_CSV, "text/csv"),
)


@dataclass(frozen=True)
class Shown:
    """The frame and what it says in words, as HTML; and what the files are made from."""

    drawn: Drawn
    key: tuple[str, ...]
    frame: str
    said: str


@dataclass(frozen=True)
class Offer:
    """A button: the file is made when it is pressed."""

    label: str
    file: str
    mime: str
    make: Callable[[], bytes]


def read_briefing(edition: Edition) -> Shown:
    """The briefing of the week and the district the address names; stops with a message where it cannot be drawn."""
    hashes = (snapshot.hash for snapshot in edition.history[-LOOK_BACK:])
    key = ("briefing", edition.address.district or "", *hashes, str(len(edition.history)))
    try:
        drawn = session.shared(key, lambda: draw(read_edition(_of_district(edition), session.warehouse().run)))
    except ScorecardError as error:
        refuse(error, edition.index)
    kept = {name: text for name, text in edition.anchored.filters().items() if name in ("week", "revision")}
    chosen = edition.address.district or ""
    districts = [Option(unit.unit_id, unit.name) for unit in edition.districts]
    link = edition.anchored.link()
    return Shown(
        drawn=drawn,
        key=key,
        frame=render("briefing", svg=drawn.svg, districts=districts, chosen=chosen, kept=kept, link=link),
        said=render("briefing_said", briefing=drawn.content),
    )


def offers(shown: Shown) -> Iterator[Offer]:
    """The buttons below the frame."""
    for form, end, label, mime in _FILES:
        name = f"{shown.drawn.name}{end}"
        yield Offer(label, name, mime, partial(_file, shown, form, name))


def _file(shown: Shown, form: str, name: str) -> bytes:
    return session.kept((*shown.key, form), lambda: MAKERS[form](shown.drawn))[name]


def _of_district(edition: Edition) -> Edition:
    """The edition with the units of its district, as the overview shows them for `block`."""
    if not edition.address.district:
        return edition
    address = dataclasses.replace(edition.address, block=f"district:{edition.address.district}")
    return dataclasses.replace(edition, address=address, blocks=build_blocks(edition.units, address))
