"""One published revision on the page of figures: who published what and why, its files, and how it is corrected."""

from __future__ import annotations

import streamlit as st

from scorecard.address.address import Address
from scorecard.format import number, week_label
from scorecard.lights.edition import Edition
from scorecard.publishing.light_differences import compare_lights, read_lights
from scorecard.publishing.republishing import find_carried, republish
from scorecard.snapshots.index import Input, Snapshot
from scorecard.snapshots.originals import read_original
from scorecard.text import data_page
from scorecard.ui.data.changed_figures import Changed, Publications, changed_lights
from scorecard.ui.data.desk import FiguresDesk, overview_of
from scorecard.ui.data.done_once import to_tell
from scorecard.ui.data.draft_check import against_of
from scorecard.ui.data.loading_rights import may_publish
from scorecard.ui.data.publish_panel import doing, signed
from scorecard.ui.data.revision_lines import revision_lines
from scorecard.ui.data.withdraw_panel import show_withdrawal
from scorecard.ui.reader import session
from scorecard.ui.reader.signed_in import person
from scorecard.ui.shell.audited import download
from scorecard.ui.shell.panel import Sent, show_panel
from scorecard.ui.shell.render import plain, render


def show_published(edition: Edition, desk: FiguresDesk) -> None:
    """The revision in the header, its originals to be had again, later weeks to be published again."""
    show_panel("published", _read(edition))
    with st.container(key="originals", horizontal=True):
        for item in edition.snapshot.manifest.inputs:
            _offer_original(desk, item)
    if may_publish() and edition.snapshot == edition.index.in_use(edition.snapshot.week):
        _offer_republication(edition, desk)
        show_withdrawal(edition, desk)


def _read(edition: Edition) -> str:
    snapshot = edition.snapshot
    newest = edition.index.of_week(snapshot.week)[-1]
    key = (
        "published",
        snapshot.hash,
        newest.hash,
        str(edition.index.in_use(snapshot.week) is None),
        edition.anchored.link(),
    )
    return session.kept(key, lambda: _make(edition, newest))


def _make(edition: Edition, newest: Snapshot) -> str:
    snapshot, manifest = edition.snapshot, edition.snapshot.manifest
    base = edition.index.named(manifest.built_on) if manifest.built_on else None
    standing = data_page.CURRENT if snapshot == newest else data_page.REPLACED.format(revision=newest.revision)
    if edition.index.in_use(snapshot.week) is None:
        standing = data_page.TAKEN_BACK
    return render(
        "data/revision",
        title=data_page.PUBLISHED_TITLE.format(week=week_label(snapshot.week), revision=snapshot.revision),
        standing=standing,
        lines=list(revision_lines(edition, manifest)),
        against=against_of(base, snapshot.week),
        changed=_changed(edition, base),
        overview=overview_of(snapshot),
    )


def _changed(edition: Edition, base: Snapshot | None) -> Changed | None:
    if base is None:
        return None
    rows = compare_lights(read_lights(base), read_lights(edition.snapshot))
    return changed_lights(rows, edition.catalog, edition.units, Publications(base, edition.snapshot))


def _offer_original(desk: FiguresDesk, item: Input) -> None:
    def read() -> bytes:
        return read_original(desk.home, item.sha256)

    if (desk.home / "inputs" / item.sha256).is_dir():
        label = plain(data_page.DOWNLOAD.format(name=item.name))
        st.download_button(
            label, download(item.name, read), item.name, on_click="ignore", key=f"original-{item.sha256}-{item.name}"
        )


def _offer_republication(edition: Edition, desk: FiguresDesk) -> None:
    snapshot = edition.snapshot
    carried = session.kept(
        ("carried", snapshot.hash, *desk.key),
        lambda: [item.snapshot.week for item in find_carried(desk.home, edition.index, snapshot)],
    )
    weeks = ", ".join(week_label(week) for week in carried)
    sent = show_panel(
        "republish",
        render(
            "data/republish",
            count=number(len(carried)),
            sentence=data_page.CARRIED.format(count=number(len(carried)), weeks=weeks) if carried else "",
            reason=snapshot.manifest.reason,
            name=person().full_name,
        ),
    )
    if sent.is_form("republish") and carried:
        with st.spinner(data_page.PUBLISHING):
            doing("republish", snapshot.name, lambda: _republish(edition, desk, sent))


def _republish(edition: Edition, desk: FiguresDesk, sent: Sent) -> Address:
    name, reason = signed(sent, needs_reason=True)
    done = to_tell()
    again = [snapshot.week for snapshot in republish(desk.home, edition.snapshot, reason, name)]
    done.lines.append(data_page.PUBLISHED_AGAIN.format(weeks=", ".join(map(week_label, again))))
    return desk.address
