"""What comes back on the overview every week: open decisions, and how many lights have no explanation."""

from __future__ import annotations

from scorecard.address.queries import FollowUpQuery
from scorecard.address.query import ALL
from scorecard.follow_up.outstanding.outstanding import find_outstanding
from scorecard.follow_up.outstanding.outstanding_words import OutstandingSaid, say_outstanding, shortened
from scorecard.format import number
from scorecard.lights.edition import Edition
from scorecard.text import outstanding_words
from scorecard.ui.reader import session
from scorecard.ui.reader.matters_shown import counted_to, lives_of, matters_key, matters_of
from scorecard.ui.reader.week_lights import task_rows
from scorecard.ui.shell.render import render

_SHOWN = 2  # the twelve weeks below keep their place on one screen
_MOST_TEXT = 140


def read_owed(edition: Edition) -> str:
    """The part of the page as HTML; empty where nothing is owed."""
    address, day = edition.anchored.without_reason(), counted_to(edition)
    key = ("owed", address.link(), edition.snapshot.hash, str(day), matters_key())
    return session.kept(key, lambda: _make(edition))


def _make(edition: Edition) -> str:
    said = _said(edition)
    if not said:
        return ""
    shown = said.decisions[:_SHOWN]
    more = len(said.decisions) - len(shown)
    return render(
        "overview/outstanding",
        said=said,
        shown=[(one.about, shortened(one.text, _MOST_TEXT), one.owned, one.overdue) for one in shown],
        more=outstanding_words.MORE_DECISIONS.format(count=number(more)) if more else "",
        lacking=said.lacking_title,
        decisions_href=edition.anchored.link_to(FollowUpQuery(listed="decisions")),
        lacking_href=edition.anchored.link_to(_shown_part(edition.address.query.block)),
    )


def _shown_part(block: str) -> FollowUpQuery:
    """What of the units of a block, and of no others, was not answered."""
    district = block.partition(":")[2]
    if district:
        return FollowUpQuery(news="unanswered", district=district)
    return FollowUpQuery(news="unanswered", block=block)


def _said(edition: Edition) -> OutstandingSaid:
    day, whole = counted_to(edition), edition.address.query.block == ALL
    units = edition.units if whole else [unit for block in edition.blocks for unit in block.units]
    owed = find_outstanding(matters_of(edition), task_rows(edition), units, day, whole=whole)
    return say_outstanding(owed, lives_of(edition), day)
