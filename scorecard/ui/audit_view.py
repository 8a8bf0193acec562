"""The page of the audit: filters from the address, one page of lines, the lines as a file, the chain looked over."""

from __future__ import annotations

import datetime as dt
from dataclasses import asdict, dataclass
from functools import partial
from urllib.parse import urlencode

import streamlit as st
from sqlalchemy import Engine

from scorecard.access.audit import Actor
from scorecard.access.audit_chain import look_over
from scorecard.access.audit_lines import Line
from scorecard.access.audit_log import AuditFilter, AuditPage, acts, export_lines, midnight, read_audit
from scorecard.access.database import open_database
from scorecard.catalog import Catalog
from scorecard.format import ABSENT, number
from scorecard.output import csv_file
from scorecard.text import audit as words
from scorecard.text import audit_page as say
from scorecard.text import follow_up
from scorecard.text import sign_in as entry
from scorecard.ui import session
from scorecard.ui.audited import while_signed_in
from scorecard.ui.blocks import Option
from scorecard.ui.panel import show_panel
from scorecard.ui.render import render
from scorecard.ui.signed_in import actor

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
    choices = [Option("", say.ALL_ACTS), *(Option(act, _act_name(act)) for act in acts(engine))]
    rows = [_row(catalog, line) for line in page.lines]
    shown = render("audit", rows=rows, page=page, values=values, acts=choices, **_texts(page, values))
    sent = show_panel("audit-lines", shown)
    file = while_signed_in(partial(_file, engine, actor(), catalog, wanted))  # writes a line of its own
    st.download_button(say.DOWNLOAD, file, say.DOWNLOAD_NAME, "text/csv", on_click="ignore", key="audit-file")
    if sent.is_form("verify"):
        with chain:
            _say_whether_whole(engine)


def _texts(page: AuditPage, values: dict[str, str]) -> dict[str, str]:
    kept = {name: value for name, value in values.items() if value}
    return {
        "count": say.COUNT.format(total=number(page.total)),
        "place": say.PAGE_OF.format(number=number(page.number), pages=number(page.pages)),
        "newer": "?" + urlencode(kept | {"place": str(page.number - 1)}) if page.number > 1 else "",
        "older": "?" + urlencode(kept | {"place": str(page.number + 1)}) if page.number < page.pages else "",
        "clear": "?" if kept else "",
    }


def _say_whether_whole(engine: Engine) -> None:
    end, problems = look_over(engine, session.home())
    done = "" if problems else say.WHOLE.format(number=number(end.number))
    lines = [say.BROKEN.format(count=number(len(problems))), *problems] if problems else []
    show_panel("audit-chain", render("audit_chain", told=done, problems=lines))


def _row(catalog: Catalog, line: Line) -> Row:
    at = line.at.astimezone(catalog.zone)
    return Row(
        number(line.number),
        f"{at:%d/%m/%Y %H:%M:%S}",
        line.who or (say.NOBODY if line.address else ABSENT),
        line.address or say.COMMAND,
        _act_name(line.act),
        line.subject,
        _result(line.result),
        line.result.startswith("refused"),
    )


def _act_name(act: str) -> str:
    if act.startswith("follow_up."):
        kind, move = act.split(".")[1:]
        return f"{follow_up.KINDS.get(kind, kind)}: {follow_up.MOVES.get(move, move)}"
    return words.ACTS.get(act, act)


def _result(text: str) -> str:
    """What became of it in words; roles by their names, everything else as it stands."""
    names = {"ok": "", **words.RESULTS, **entry.ROLE_NAMES}
    return " ".join(names.get(part, part) for part in text.split(" "))


def _page_number(asked: dict[str, str]) -> int:
    text = asked.get("place", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else 1


def _file(engine: Engine, who: Actor, catalog: Catalog, wanted: AuditFilter) -> bytes:
    lines = export_lines(engine, who, dt.datetime.now(dt.UTC), wanted)
    told = (asdict(line) | {"at": line.at.astimezone(catalog.zone).isoformat("T", "seconds")} for line in lines)
    rows = [{heading: line[name] for name, heading in say.COLUMNS.items()} for line in told]
    return csv_file(rows, tuple(say.COLUMNS.values()))
