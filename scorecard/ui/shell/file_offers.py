"""Files a page offers: made when their button is pressed, never before."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass

from scorecard.address.queries import BriefingQuery
from scorecard.briefing.folder import shown_name
from scorecard.documents.media_types import XLSX
from scorecard.follow_up.matters.reading import Followed
from scorecard.lights.edition import Edition
from scorecard.lights.overview import LOOK_BACK
from scorecard.text import briefing_words
from scorecard.ui.reader import session
from scorecard.ui.reader.matters_shown import matters_key, matters_of
from scorecard.ui.shell.audited import download


@dataclass(frozen=True)
class Offer:
    """A button: the file is made when it is pressed."""

    label: str
    file: str
    mime: str
    make: Callable[[], bytes]


def offer_shown(edition: Edition) -> Offer:
    """The matrix of the overview with its filters, as a workbook."""
    name = shown_name(edition)
    return Offer(briefing_words.SHOWN_XLSX, name, XLSX, download(name, lambda: _shown(edition)))


def _shown(edition: Edition) -> bytes:
    # Loaded when the file is wanted: the page does not wait for the library that writes it.
    from scorecard.briefing.workbook.week_workbook import render_shown  # noqa: PLC0415

    # The overview's task, unit and group are the reason that is open, no filter.
    shown = edition.anchored
    query = BriefingQuery(block=shown.query.block, only=shown.query.only)
    address = dataclasses.replace(shown.without_reason(), query=query)
    asked = dataclasses.replace(edition, address=address)
    hashes = (snapshot.hash for snapshot in edition.history[-LOOK_BACK:])
    key = ("shown", address.link(), *hashes, str(len(edition.history)), matters_key())
    followed = Followed(matters_of(edition))
    return session.kept(key, lambda: render_shown(asked, session.warehouse().run, followed))
