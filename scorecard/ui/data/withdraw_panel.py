"""Figures of one unit taken back on the page: marked one by one, under a name and a reason."""

from __future__ import annotations

import csv
import io
import tempfile
from dataclasses import dataclass
from pathlib import Path

from scorecard.address.address import Address
from scorecard.address.queries import DataQuery
from scorecard.catalog import Unit
from scorecard.errors import UsageError
from scorecard.format import date_vi, number, week_label
from scorecard.intake.withdrawals import COLUMNS, read_withdrawals
from scorecard.lights.edition import Edition
from scorecard.lights.figure_words import plain_figure_of
from scorecard.publishing.carried_forward import read_observations
from scorecard.publishing.publication import Publication
from scorecard.publishing.publish import publish
from scorecard.snapshots.index import Snapshot
from scorecard.snapshots.originals import keep_originals
from scorecard.text import data_page
from scorecard.ui.data.desk import FiguresDesk
from scorecard.ui.data.done_once import to_tell
from scorecard.ui.data.publish_panel import doing, signed
from scorecard.ui.reader import session
from scorecard.ui.reader.signed_in import person
from scorecard.ui.shell.panel import Sent, show_panel
from scorecard.ui.shell.render import render


@dataclass(frozen=True)
class Held:
    """A figure the week uses; `key` names it in the form."""

    key: str
    name: str
    figure: str
    date: str
    source: str


def show_withdrawal(edition: Edition, desk: FiguresDesk) -> None:
    """The figures of the chosen unit in the revision shown, which is the one in use."""
    unit = edition.unit(desk.address.of(DataQuery).unit or "")
    current = edition.snapshot
    if unit is None:
        return
    held = session.kept(("held", current.hash, unit.unit_id), lambda: _held(edition, unit))
    title = data_page.WITHDRAW.format(unit=f"{unit.name}, {week_label(current.week)}")
    sent = show_panel("withdraw", render("data/withdraw", title=title, rows=held, name=person().full_name))
    if sent.is_form("withdraw"):
        doing("withdraw", edition.snapshot.name, lambda: _withdraw(edition, desk, sent))


def _held(edition: Edition, unit: Unit) -> list[Held]:
    rows = []
    for item in read_observations(edition.snapshot):
        indicator = edition.indicator(item.indicator_id)
        if item.unit_id == unit.unit_id and indicator:
            figure = plain_figure_of(item.numerator, item.denominator, indicator)
            key = f"{item.unit_id}|{item.indicator_id}|{item.as_of}"
            rows.append(Held(key, indicator.name, figure, date_vi(item.as_of), item.source))
    return rows


def _withdraw(edition: Edition, desk: FiguresDesk, sent: Sent) -> Address:
    keys = [key.split("|") for key in sent.texts("key") if key]
    if not keys:
        raise UsageError(data_page.NOTHING_MARKED)
    name, reason = signed(sent, needs_reason=True)
    current, done = edition.snapshot, to_tell()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / data_page.WITHDRAW_FILE
        file.write_bytes(_list_of(keys))
        snapshot = _publish(desk, current, file, name, reason)
    values = {"count": number(len(keys)), "week": week_label(current.week), "revision": snapshot.revision}
    done.lines.append(data_page.WITHDRAWN.format(**values))
    return Address(DataQuery(unit=desk.address.of(DataQuery).unit), current.week)


def _list_of(keys: list[list[str]]) -> bytes:
    """The very file the command `withdraw` takes, so that both are checked and kept in the same way."""
    stream = io.StringIO(newline="")
    csv.writer(stream).writerows([COLUMNS, *keys])
    return stream.getvalue().encode()


def _publish(desk: FiguresDesk, current: Snapshot, file: Path, name: str, reason: str) -> Snapshot:
    withdrawn, source = read_withdrawals(file, current)
    publication = Publication(
        week=current.week,
        observations=(),
        cut_off=current.manifest.cut_off,
        reason=reason,
        published_by=name,
        synthetic=current.manifest.synthetic,
        inputs=(source,),
        withdrawn=withdrawn,
    )
    keep_originals(desk.home, [file], publication.inputs)
    return publish(desk.home, desk.catalog, publication)
