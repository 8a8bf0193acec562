"""What a reader may do on the page of figures: publish, hand figures in, open a draft."""

from __future__ import annotations

from scorecard.access.lives import life_of
from scorecard.access.roles import Act
from scorecard.intake.inbox import Draft
from scorecard.ui.reader import session
from scorecard.ui.reader.signed_in import person


def may_publish() -> bool:
    """Whether this reader publishes, corrects and withdraws."""
    return person().may(Act.publish)


def may_send() -> bool:
    """Whether this reader hands figures in: a unit its own, which then wait for somebody who publishes."""
    return person().may(Act.send) or may_publish()


def may_open_draft(draft: Draft) -> bool:
    """Whether this reader sees a draft: who publishes every one, a unit those it sent."""
    return may_publish() or (may_send() and draft.sent_by == person().unit_id and _is_own(draft))


def _is_own(draft: Draft) -> bool:
    """Whether it was this reader's unit that sent it, not who bore or bears its code besides."""
    catalog = session.catalog_in_force()
    received = draft.received_at.astimezone(catalog.zone).date()
    return life_of(catalog, draft.sent_by, draft.sent_from, received) == person().unit_from
