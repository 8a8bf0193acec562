"""Who has sent figures and who is late, and how fresh the figures of each source are; as of the week shown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from scorecard.catalog import Indicator, Unit
from scorecard.format import date_vi, moment_vi, number, week_label
from scorecard.text import data_page as say
from scorecard.ui import session
from scorecard.ui.blocks import row_name
from scorecard.ui.edition import Edition
from scorecard.ui.render import render
from scorecard.warehouse import files_of
from scorecard.weeks import ReportWeek

LOOK_BACK = 26
Row = dict[str, Any]


@dataclass(frozen=True)
class Sender:
    """One unit: when it last sent, and what is missing of it."""

    name: str
    href: str
    last: str
    weeks: str
    newest: str
    gaps: str


@dataclass(frozen=True)
class Freshness:
    """One indicator: where its figures come from, and how many of them are current."""

    name: str
    current: str
    missing: str
    stale: str
    newest: str
    oldest: str


def read_senders(edition: Edition) -> str:
    """Both tables for the week shown; kept as long as nothing they read is published anew."""
    read = (snapshot.hash for snapshot in edition.history[-LOOK_BACK - 1 :])
    key = ("senders", edition.anchored.link_to("unit"), *read)
    return session.kept(key, lambda: _make(edition))


def _make(edition: Edition) -> str:
    run = session.warehouse().run
    shown = edition.history[-LOOK_BACK - 1 :]
    baseline = str(shown[0].week) if len(edition.history) > LOOK_BACK else ""
    lights = files_of([edition.snapshot], "lights")
    sent = {row["unit_id"]: row for row in run("senders", files=files_of(shown, "observations"), baseline=baseline)}
    gaps = {row["unit_id"]: row for row in run("gaps", files=lights)}
    weeks = len(shown) - bool(baseline)
    late: list[Sender] = []
    done: list[Sender] = []
    for unit in sorted(edition.units, key=lambda unit: -_weeks_without(sent.get(unit.unit_id), weeks)):
        if unit.unit_id in gaps:
            row = sent.get(unit.unit_id)
            (late if _weeks_without(row, weeks) else done).append(
                _sender(edition, unit, row, gaps[unit.unit_id], weeks)
            )
    note = say.SENDERS_NOTE.format(moment=moment_vi(edition.snapshot.manifest.cut_off), weeks=number(weeks))
    sources = _sources(edition.catalog.indicators, {row["indicator_id"]: row for row in run("freshness", files=lights)})
    return render("data_senders", late=late, done=done, note=note, sources=sources)


def _weeks_without(row: Row | None, weeks: int) -> int:
    return row["weeks_without"] if row else weeks


def _sender(edition: Edition, unit: Unit, row: Row | None, gap: Row, weeks: int) -> Sender:
    last = row["last_sent"] if row else None
    without = _weeks_without(row, weeks)
    pattern = say.WEEKS if last else say.WEEKS_LEAST
    parent = edition.unit(unit.parent_id) if unit.parent_id and unit.level == "commune" else None
    return Sender(
        f"{row_name(unit)} ({parent.label})" if parent else row_name(unit),
        edition.anchored.link_to("unit", unit=unit.unit_id),
        week_label(ReportWeek.parse(last)) if last else say.NEVER,
        pattern.format(weeks=number(without)) if without else "",
        date_vi(row["newest_as_of"]) if row else say.NEVER,
        say.GAPS_OF.format(missing=gap["missing"], stale=gap["stale"], total=gap["indicators"]),
    )


def _sources(indicators: Iterable[Indicator], rows: dict[str, Row]) -> list[tuple[str, list[Freshness]]]:
    """The indicators by the system their figures come from, in the order the sources first occur."""
    sources: dict[str, list[Freshness]] = {}
    for indicator in indicators:
        if row := rows.get(indicator.indicator_id):
            sources.setdefault(indicator.source_system or say.NO_SOURCE, []).append(
                Freshness(
                    indicator.name,
                    f"{number(row['current'])}/{number(row['units'])}",
                    number(row["missing"]),
                    number(row["stale"]),
                    date_vi(row["newest_as_of"]),
                    date_vi(row["oldest_as_of"]),
                )
            )
    return list(sources.items())
