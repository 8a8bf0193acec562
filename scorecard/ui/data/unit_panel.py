"""One unit on the page of figures: its template, figures typed for it, figures of it taken back."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from scorecard.address.address import Address
from scorecard.catalog import Unit
from scorecard.documents.media_types import XLSX
from scorecard.errors import UsageError
from scorecard.format import date_vi, week_label
from scorecard.intake.long_form.template import load_template, render_template
from scorecard.intake.long_form.typed_figures import FIRST_ROW, TYPED, typed_rows, typed_workbook
from scorecard.lights.figure_words import plain_figure_of
from scorecard.lights.unit_blocks import Option, OptionGroup
from scorecard.publishing.carried_forward import base_of, carried_forward
from scorecard.snapshots.observation import Observation
from scorecard.text import data_page, interface_words
from scorecard.ui.data.desk import FiguresDesk
from scorecard.ui.data.load_panel import keep_files
from scorecard.ui.data.publish_panel import doing
from scorecard.ui.reader import session
from scorecard.ui.shell.audited import download
from scorecard.ui.shell.panel import Sent, show_panel
from scorecard.ui.shell.render import plain, render


@dataclass(frozen=True)
class TypedRow:
    """One line of the form: an indicator, what is known of it, and whether it has a denominator."""

    row: int
    indicator_id: str
    name: str
    known: str
    numerator: str
    denominator: str


def show_unit(desk: FiguresDesk) -> None:
    """The choice of a unit and, once one is chosen, its template and its form."""
    unit = desk.unit
    kept = {name: value for name, value in desk.address.filters().items() if name in ("week", "revision", "load")}
    show_panel("unit", render("data/unit", groups=_units(desk), chosen=unit.unit_id if unit else "", kept=kept))
    if unit is None:
        return
    week, name = week_label(desk.week), f"{unit.unit_id}-{desk.week}.xlsx"
    st.download_button(
        plain(data_page.TEMPLATE.format(unit=unit.name, week=week)),
        download(name, lambda: render_template(load_template(desk.home, desk.catalog, unit.unit_id, desk.week))),
        name,
        XLSX,
        on_click="ignore",
        key="template",
    )
    title = data_page.TYPING.format(unit=unit.name, week=week)
    sent = show_panel("typing", render("data/typing", title=title, rows=_rows(desk, unit)))
    if sent.is_form("typed"):
        doing("type", f"{desk.week} {unit.unit_id}", lambda: _take(desk, unit, sent))


def _units(desk: FiguresDesk) -> list[OptionGroup]:
    groups = []
    for level, title in interface_words.LEVELS.items():
        options = tuple(Option(unit.unit_id, unit.name) for unit in desk.units if unit.level == level)
        groups += [OptionGroup(title, options)] if options else []
    return groups


def _rows(desk: FiguresDesk, unit: Unit) -> list[TypedRow]:
    known = _known(desk, unit)
    rows = []
    for number, indicator in enumerate(typed_rows(desk.catalog, unit), start=FIRST_ROW):
        figure = known.get(indicator.indicator_id)
        said = ""
        if figure:
            value = plain_figure_of(figure.numerator, figure.denominator, indicator)
            said = data_page.KNOWN_FIGURE.format(figure=value, date=date_vi(figure.as_of))
        below = indicator.denominator if indicator.measure.divides else ""
        rows.append(TypedRow(number, indicator.indicator_id, indicator.name, said, indicator.numerator, below))
    return rows


def _known(desk: FiguresDesk, unit: Unit) -> dict[str, Observation]:
    """What is known of a unit before the week, by indicator."""

    def read() -> dict[str, Observation]:
        known = carried_forward(desk.index, base_of(desk.index, desk.week), desk.judged_by, desk.day)
        own = [row for row in known.values() if row.unit_id == unit.unit_id]
        return {row.indicator_id: row for row in own if desk.judged_by.counts_on(desk.day, row.indicator_id, row.as_of)}

    return session.kept(("known", *desk.key, str(desk.week), unit.unit_id), read)


def _take(desk: FiguresDesk, unit: Unit, sent: Sent) -> Address:
    typed = {
        indicator.indicator_id: {name: sent.text(f"{name}:{indicator.indicator_id}") for name in TYPED}
        for indicator in typed_rows(desk.catalog, unit)
    }
    if not any(text for row in typed.values() for text in row.values()):
        raise UsageError(data_page.NOTHING_TYPED)
    content = typed_workbook(desk.catalog, unit, desk.week, typed, data_page.TYPED_SOURCE)
    return keep_files(desk, [(data_page.TYPED_FILE.format(unit=unit.unit_id, week=desk.week), content)])
