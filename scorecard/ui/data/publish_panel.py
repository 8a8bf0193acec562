"""The last step of loading: publish a draft under a name and a reason, or discard it."""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Callable

import streamlit as st

from scorecard.address.address import Address
from scorecard.address.queries import DataQuery
from scorecard.errors import ScorecardError, UsageError
from scorecard.files.disk_errors import reason_of
from scorecard.format import moment_vi, number, week_label
from scorecard.intake.inbox import discard_draft
from scorecard.intake.taken import Intake, Taken
from scorecard.publishing.publish import publish
from scorecard.snapshots.originals import keep_originals
from scorecard.text import data_page
from scorecard.ui.data.desk import FiguresDesk
from scorecard.ui.data.done_once import go, to_tell
from scorecard.ui.data.draft_check import compare, publication_of
from scorecard.ui.data.loading_rights import may_publish
from scorecard.ui.reader.signed_in import person
from scorecard.ui.shell.audited import audited
from scorecard.ui.shell.panel import Sent, show_panel
from scorecard.ui.shell.render import plain, render

MOST_TEXT = 500


def offer_publication(desk: FiguresDesk, intake: Intake, *, publishable: bool, waits: bool) -> None:
    """The form below a checked draft; does what the reader sent with it. `waits`: somebody else publishes it."""
    revision = compare(desk, intake).revision if publishable else 0
    warnings = len(intake.checked.warnings)
    sent = show_panel(
        "publish",
        render(
            "data/publish",
            publishable=publishable,
            waits=waits,
            title=data_page.PUBLISH_TITLE.format(week=week_label(desk.week), revision=revision),
            seen=_state(desk),
            name=person().full_name,
            again=desk.current is not None,
            confirm=data_page.CONFIRM.format(count=number(warnings)) if warnings else "",
        ),
    )
    if sent.is_form("discard"):
        doing("discard", f"{desk.week} {desk.address.of(DataQuery).draft}", lambda: _discard(desk))
    elif sent.is_form("publish") and publishable:
        with st.spinner(data_page.PUBLISHING):
            doing("publish", str(desk.week), lambda: _publish(desk, intake, sent))


def _discard(desk: FiguresDesk) -> Address:
    done = to_tell()
    if desk.draft:
        discard_draft(desk.home, desk.draft.draft_id)
        done.lines.append(data_page.DISCARDED)
    return desk.without_draft()


def _publish(desk: FiguresDesk, intake: Intake, sent: Sent) -> Address:
    name, reason = signed(sent, needs_reason=desk.current is not None)
    if sent.text("seen") != _state(desk):
        raise UsageError(data_page.CHANGED_MEANWHILE)
    if intake.checked.warnings and not sent.text("confirmed"):
        raise UsageError(data_page.NEEDS_CONFIRM)
    assert desk.draft
    assert may_publish()
    publication, done = publication_of(desk, intake, reason, name), to_tell()
    keep_originals(desk.home, intake.paths, intake.inputs)
    snapshot = publish(desk.home, desk.catalog, publication)
    with contextlib.suppress(ScorecardError):
        # A draft that outlives this moment is recognised as published; nothing is lost or done twice.
        discard_draft(desk.home, desk.draft.draft_id)
    done.lines.append(
        data_page.PUBLISHED.format(
            week=week_label(snapshot.week),
            revision=snapshot.revision,
            rows=number(len(publication.observations)),
            files=number(len(intake.files)),
        )
    )
    done.receipts[:] = [_receipt(file, desk) for file in intake.files]
    return Address(DataQuery(unit=desk.address.of(DataQuery).unit), snapshot.week)


def _receipt(file: Taken, desk: FiguresDesk) -> str:
    assert desk.draft
    moment, source = moment_vi(desk.draft.received_at), file.source
    return data_page.RECEIPT.format(name=source.name, rows=number(file.rows), moment=moment, sha256=source.sha256)


def _state(desk: FiguresDesk) -> str:
    """What the comparison the reader saw was made of: nobody publishes against what came after it."""
    return hashlib.sha256("|".join(desk.key).encode()).hexdigest()[:16]


def signed(sent: Sent, *, needs_reason: bool) -> tuple[str, str]:
    """Who signs a form, by the account, and the reason given; raises UsageError where it is missing or too long."""
    reason = sent.text("reason")
    if len(reason) > MOST_TEXT:
        raise UsageError(data_page.TOO_LONG.format(field=data_page.REASON, most=MOST_TEXT))
    if needs_reason and not reason:
        raise UsageError(data_page.NEEDS_REASON)
    return data_page.SIGNED.format(name=person().full_name, account=person().user_name), reason


def doing(act: str, subject: str, do: Callable[[], Address]) -> None:
    """Does what was asked and opens the page again where it leads; says why not where it cannot be done.

    `act` and `subject` are what the audit says of it.
    """
    try:
        address = audited(act, subject, do)
    except ScorecardError as error:
        for line in str(error).splitlines():
            st.error(plain(line))
        return
    except OSError as error:
        st.error(plain(data_page.DISK.format(detail=reason_of(error))))
        return
    go(address)
