"""The last step of loading: publish a draft under a name and a reason, or discard it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

import streamlit as st

from scorecard.address import Address
from scorecard.drafts import discard_draft
from scorecard.errors import ScorecardError, UsageError
from scorecard.format import moment_vi, number, week_label
from scorecard.intake.ingest import Intake, Taken
from scorecard.originals import keep_originals
from scorecard.publish import publish
from scorecard.text import data_page as say
from scorecard.ui.data_check import compare, publication_of
from scorecard.ui.data_desk import Desk, go, tell, tell_receipts
from scorecard.ui.panel import Sent, show_panel
from scorecard.ui.plain_text import plain
from scorecard.ui.render import render

MOST_TEXT = 500
_NAME = "name_of_publisher"


def offer_publication(desk: Desk, intake: Intake, *, publishable: bool) -> None:
    """The form below a checked draft; does what the reader sent with it."""
    revision = compare(desk, intake).revision if publishable else 0
    warnings = len(intake.checked.warnings)
    sent = show_panel(
        "publish",
        render(
            "data_publish",
            publishable=publishable,
            title=say.PUBLISH_TITLE.format(week=week_label(desk.week), revision=revision),
            seen=_state(desk),
            name=remembered_name(),
            again=desk.current is not None,
            confirm=say.CONFIRM.format(count=number(warnings)) if warnings else "",
        ),
    )
    if sent.is_form("discard"):
        _discard(desk)
    elif sent.is_form("publish") and publishable:
        with st.spinner(say.PUBLISHING):
            doing(lambda: _publish(desk, intake, sent))


def _discard(desk: Desk) -> None:
    if desk.draft:
        discard_draft(desk.home, desk.draft.draft_id)
        tell(say.DISCARDED)
    go(desk.without_draft())


def _publish(desk: Desk, intake: Intake, sent: Sent) -> Address:
    name, reason = signed(sent, needs_reason=desk.current is not None)
    if sent.text("seen") != _state(desk):
        raise UsageError(say.CHANGED_MEANWHILE)
    if intake.checked.warnings and not sent.text("confirmed"):
        raise UsageError(say.NEEDS_CONFIRM)
    assert desk.draft
    publication = publication_of(desk, intake, reason, name)
    keep_originals(desk.home, intake.paths, intake.inputs)
    snapshot = publish(desk.home, desk.catalog, publication)
    # A draft that outlives this moment is recognised as published; nothing is lost or done twice.
    discard_draft(desk.home, desk.draft.draft_id)
    tell(
        say.PUBLISHED.format(
            week=week_label(snapshot.week),
            revision=snapshot.revision,
            rows=number(len(publication.observations)),
            files=number(len(intake.files)),
        )
    )
    tell_receipts([_receipt(file, desk) for file in intake.files])
    return Address("data", snapshot.week, unit=desk.address.unit)


def _receipt(file: Taken, desk: Desk) -> str:
    assert desk.draft
    moment, source = moment_vi(desk.draft.received_at), file.source
    return say.RECEIPT.format(name=source.name, rows=number(file.rows), moment=moment, sha256=source.sha256)


def _state(desk: Desk) -> str:
    """What the comparison the reader saw was made of: nobody publishes against what came after it."""
    return hashlib.sha256("|".join(desk.key).encode()).hexdigest()[:16]


def signed(sent: Sent, *, needs_reason: bool) -> tuple[str, str]:
    """Name and reason of a form; raises UsageError where one is missing or too long."""
    name, reason = sent.text("name"), sent.text("reason")
    for text, label in ((name, say.NAME), (reason, say.REASON)):
        if len(text) > MOST_TEXT:
            raise UsageError(say.TOO_LONG.format(field=label, most=MOST_TEXT))
    if not name:
        raise UsageError(say.NEEDS_NAME)
    if needs_reason and not reason:
        raise UsageError(say.NEEDS_REASON)
    st.session_state[_NAME] = name
    return name, reason


def remembered_name() -> str:
    """The name this reader last published under."""
    return str(st.session_state.get(_NAME, ""))


def doing(act: Callable[[], Address]) -> None:
    """Does what was asked and opens the page again where it leads; says why not where it cannot be done."""
    try:
        address = act()
    except ScorecardError as error:
        for line in str(error).splitlines():
            st.error(plain(line))
        return
    go(address)
