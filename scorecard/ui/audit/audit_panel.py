"""The page of the audit: filters from the address, one page of lines, the lines as a file, the chain looked over."""

from __future__ import annotations

import datetime as dt
from dataclasses import asdict, dataclass
from functools import partial
from urllib.parse import urlencode

import streamlit as st
from sqlalchemy import Engine

from scorecard.access.audit.chain import look_over
from scorecard.access.audit.lines import Line
from scorecard.access.audit.log import AuditFilter, AuditPage, acts, export_lines, midnight, read_audit
from scorecard.access.audit.record import Actor
from scorecard.catalog import Catalog
from scorecard.database.engine import open_database
from scorecard.files.row_formats import csv_file
from scorecard.format import ABSENT, number
from scorecard.lights.unit_blocks import Option
from scorecard.text import audit_page, audit_words, follow_up_words, sign_in_words
from scorecard.ui.reader import session
from scorecard.ui.reader.signed_in import actor
from scorecard.ui.shell.audited import while_signed_in
from scorecard.ui.shell.panel import show_panel
from scorecard.ui.shell.render import render

_FILTERS = ("who", "act", "since", "until")


@dataclass(frozen=True)
class Row:
    """One line as the table prints it."""

    number: str
    at: str
    who: str
    address: str
    act: str
    subject: str
    result: str
    refused: bool


def show_audit() -> None:
    """The whole page; raises a ScorecardError for an address that cannot be read."""
    engine, catalog = open_database(session.home()), session.catalog_in_force()
    asked = st.query_params.to_dict()
    since, until = (asked.get(name, "") for name in ("since", "until"))
    days = midnight(since, catalog.zone), midnight(until, catalog.zone, 1)
    wanted = AuditFilter(asked.get("who", ""), asked.get("act", ""), *days)
    chain = st.container(key="audit-chain-place")
    page = read_audit(engine, wanted, _page_number(asked))
    values = {name: asked.get(name, "") for name in _FILTERS}
    choices = [Option("", audit_page.ALL_ACTS), *(Option(act, _act_name(act)) for act in acts(engine))]
    rows = [_row(catalog, line) for line in page.lines]
    shown = render("audit/audit", rows=rows, page=page, values=values, acts=choices, **_texts(page, values))
    sent = show_panel("audit-lines", shown)
    file = while_signed_in(partial(_file, engine, actor(), catalog, wanted))  # writes a line of its own
    st.download_button(
        audit_page.DOWNLOAD, file, audit_page.DOWNLOAD_NAME, "text/csv", on_click="ignore", key="audit-file"
    )
    if sent.is_form("verify"):
        with chain:
            _say_whether_whole(engine)


def _texts(page: AuditPage, values: dict[str, str]) -> dict[str, str]:
    kept = {name: value for name, value in values.items() if value}
    return {
        "count": audit_page.COUNT.format(total=number(page.total)),
        "place": audit_page.PAGE_OF.format(number=number(page.number), pages=number(page.pages)),
        "newer": "?" + urlencode(kept | {"place": str(page.number - 1)}) if page.number > 1 else "",
        "older": "?" + urlencode(kept | {"place": str(page.number + 1)}) if page.number < page.pages else "",
        "clear": "?" if kept else "",
    }


def _say_whether_whole(engine: Engine) -> None:
    end, problems = look_over(engine, session.home())
    done = "" if problems else audit_page.WHOLE.format(number=number(end.number))
    lines = [audit_page.BROKEN.format(count=number(len(problems))), *problems] if problems else []
    show_panel("audit-chain", render("audit/chain", told=done, problems=lines))


def _row(catalog: Catalog, line: Line) -> Row:
    at = line.at.astimezone(catalog.zone)
    return Row(
        number(line.number),
        f"{at:%d/%m/%Y %H:%M:%S}",
        line.who or (audit_page.NOBODY if line.address else ABSENT),
        line.address or audit_page.COMMAND,
        _act_name(line.act),
        line.subject,
        _result(line.result),
        line.result.startswith("refused"),
    )


def _act_name(act: str) -> str:
    if act.startswith("follow_up."):
        kind, move = act.split(".")[1:]
        return f"{follow_up_words.KINDS.get(kind, kind)}: {follow_up_words.MOVES.get(move, move)}"
    return audit_words.ACTS.get(act, act)


def _result(text: str) -> str:
    """What became of it in words; roles by their names, everything else as it stands."""
    names = {"ok": "", **audit_words.RESULTS, **sign_in_words.ROLE_NAMES}
    return " ".join(names.get(part, part) for part in text.split(" "))


def _page_number(asked: dict[str, str]) -> int:
    text = asked.get("place", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else 1


def _file(engine: Engine, who: Actor, catalog: Catalog, wanted: AuditFilter) -> bytes:
    lines = export_lines(engine, who, dt.datetime.now(dt.UTC), wanted)
    told = (asdict(line) | {"at": line.at.astimezone(catalog.zone).isoformat("T", "seconds")} for line in lines)
    rows = [{heading: line[name] for name, heading in audit_page.COLUMNS.items()} for line in told]
    return csv_file(rows, tuple(audit_page.COLUMNS.values()))
