"""One published revision on the page of figures: who published what and why, its files, and how it is corrected."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import streamlit as st

from scorecard.address import Address
from scorecard.comparison import compare_lights, read_lights
from scorecard.corrections import find_carried, republish
from scorecard.format import date_vi, moment_vi, number, week_label
from scorecard.originals import read_original
from scorecard.snapshots import Input, Manifest, Snapshot
from scorecard.text import data_page as say
from scorecard.ui import session
from scorecard.ui.audited import download
from scorecard.ui.data_changes import Changed, Publications, changed_lights
from scorecard.ui.data_check import against_of
from scorecard.ui.data_desk import Desk, may_publish, overview_of, telling
from scorecard.ui.data_publish import doing, signed
from scorecard.ui.data_withdrawal import show_withdrawal
from scorecard.ui.edition import Edition
from scorecard.ui.panel import Sent, show_panel
from scorecard.ui.plain_text import plain
from scorecard.ui.render import render
from scorecard.ui.signed_in import person


@dataclass(frozen=True)
class Line:
    """A line of the description: what, and one or more texts."""

    name: str
    texts: tuple[str, ...]


def show_published(edition: Edition, desk: Desk) -> None:
    """The revision in the header, its originals to be had again, later weeks to be published again."""
    show_panel("published", _read(edition))
    with st.container(key="originals", horizontal=True):
        for item in edition.snapshot.manifest.inputs:
            _offer_original(desk, item)
    if may_publish() and edition.snapshot == edition.index.current(edition.snapshot.week):
        _offer_republication(edition, desk)
        show_withdrawal(edition, desk)


def _read(edition: Edition) -> str:
    snapshot = edition.snapshot
    newest = edition.index.current(snapshot.week)
    key = ("published", snapshot.hash, newest.hash, edition.anchored.link())
    return session.kept(key, lambda: _make(edition, newest))


def _make(edition: Edition, newest: Snapshot) -> str:
    snapshot, manifest = edition.snapshot, edition.snapshot.manifest
    base = edition.index.named(manifest.built_on) if manifest.built_on else None
    standing = say.CURRENT if snapshot == newest else say.REPLACED.format(revision=newest.revision)
    return render(
        "data_published",
        title=say.PUBLISHED_TITLE.format(week=week_label(snapshot.week), revision=snapshot.revision),
        standing=standing,
        lines=list(_lines(edition, manifest)),
        against=against_of(base, snapshot.week),
        changed=_changed(edition, base),
        overview=overview_of(snapshot),
    )


def _lines(edition: Edition, manifest: Manifest) -> Iterator[Line]:
    yield Line(say.WHEN, (moment_vi(manifest.published_at),))
    yield Line(say.BY, (manifest.published_by or say.NOT_NAMED,))
    yield Line(say.WHY, (manifest.reason or say.NO_REASON,))
    yield Line(say.BUILT_ON, (manifest.built_on or say.BUILT_ON_NOTHING,))
    inputs = tuple(f"{item.name} · {say.HASH} {item.sha256[:12]}…" for item in manifest.inputs)
    yield Line(say.INPUTS, inputs or (say.NO_INPUTS,))
    if manifest.left_out:
        yield Line(say.LEFT_OUT_ROWS, tuple(item.name for item in manifest.left_out))
    if manifest.withdrawn:
        named = {unit.unit_id: unit.name for unit in edition.units}
        yield Line(
            say.WITHDRAWN_ROWS,
            tuple(
                say.WITHDRAWN_ROW.format(
                    unit=named.get(item.unit_id, item.unit_id), indicator=item.indicator_id, date=date_vi(item.as_of)
                )
                for item in manifest.withdrawn
            ),
        )


def _changed(edition: Edition, base: Snapshot | None) -> Changed | None:
    if base is None:
        return None
    rows = compare_lights(read_lights(base), read_lights(edition.snapshot))
    return changed_lights(rows, edition.catalog, edition.units, Publications(base, edition.snapshot))


def _offer_original(desk: Desk, item: Input) -> None:
    def read() -> bytes:
        return read_original(desk.home, item.sha256)

    if (desk.home / "inputs" / item.sha256).is_dir():
        label = plain(say.DOWNLOAD.format(name=item.name))
        st.download_button(
            label, download(item.name, read), item.name, on_click="ignore", key=f"original-{item.sha256}-{item.name}"
        )


def _offer_republication(edition: Edition, desk: Desk) -> None:
    snapshot = edition.snapshot
    carried = session.kept(
        ("carried", snapshot.hash, *desk.key),
        lambda: [item.snapshot.week for item in find_carried(desk.home, edition.index, snapshot)],
    )
    weeks = ", ".join(week_label(week) for week in carried)
    sent = show_panel(
        "republish",
        render(
            "data_republish",
            count=number(len(carried)),
            sentence=say.CARRIED.format(count=number(len(carried)), weeks=weeks) if carried else "",
            reason=snapshot.manifest.reason,
            name=person().full_name,
        ),
    )
    if sent.is_form("republish") and carried:
        with st.spinner(say.PUBLISHING):
            doing("republish", snapshot.name, lambda: _republish(edition, desk, sent))


def _republish(edition: Edition, desk: Desk, sent: Sent) -> Address:
    name, reason = signed(sent, needs_reason=True)
    told = telling()
    done = [snapshot.week for snapshot in republish(desk.home, edition.snapshot, reason, name)]
    told.lines.append(say.PUBLISHED_AGAIN.format(weeks=", ".join(map(week_label, done))))
    return desk.address
