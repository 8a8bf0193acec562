"""Who has sent figures and who is late, and how fresh the figures of each source are; as of the week shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from scorecard.address.queries import UnitQuery
from scorecard.catalog import Indicator, Unit
from scorecard.format import date_vi, moment_vi, number, week_label
from scorecard.lights.edition import Edition
from scorecard.lights.rows import Freshness, Gap
from scorecard.lights.unit_blocks import labelled
from scorecard.publishing.computed import units_due
from scorecard.snapshots.index import Snapshot
from scorecard.snapshots.warehouse import files_of
from scorecard.text import data_page
from scorecard.ui.reader import session
from scorecard.ui.shell.render import render

LOOK_BACK = 26


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
class SourceFreshness:
    """One indicator: where its figures come from, and how many of them are current."""

    name: str
    current: str
    missing: str
    stale: str
    newest: str
    oldest: str


def read_senders(edition: Edition) -> str:
    """Both tables for the week shown; kept as long as nothing they read is published anew."""
    read = (snapshot.hash for snapshot in edition.history[-LOOK_BACK:])
    key = ("senders", edition.anchored.link_to(UnitQuery()), *read)
    return session.kept(key, lambda: _make(edition))


def _make(edition: Edition) -> str:
    run, lights = session.warehouse().run, files_of([edition.snapshot], "lights")
    shown = [snapshot for snapshot in edition.history[-LOOK_BACK:] if snapshot.manifest.sent_in_time is not None]
    gaps = {row.unit_id: row for row in run(Gap, files=lights)}
    due = units_due(edition.catalog, edition.snapshot.cut_off_day)
    late = {unit.unit_id: weeks_late(shown, unit) for unit in due}
    ordered = sorted(due, key=lambda unit: -late[unit.unit_id])
    senders = [_sender(edition, unit, shown, late[unit.unit_id], gaps[unit.unit_id]) for unit in ordered]
    fresh = {row.indicator_id: row for row in run(Freshness, files=lights)}
    note = data_page.SENDERS_NOTE.format(moment=moment_vi(edition.snapshot.manifest.cut_off), weeks=number(len(shown)))
    return render(
        "data/senders",
        late=[sender for sender in senders if sender.weeks],
        done=[sender for sender in senders if not sender.weeks],
        note=note,
        lacking=_lacking(fresh.values()),
        sources=_sources(edition.catalog.indicators, fresh),
    )


def weeks_late(weeks: Sequence[Snapshot], unit: Unit) -> int:
    """For how many of some published weeks in a row, up to the last, a unit has not sent in time; 0 if it has.

    Weeks before it lived do not count: an earlier life of its code is another unit.
    """
    count = 0
    for snapshot in reversed(_lived(weeks, unit)):
        if unit.unit_id in (snapshot.manifest.sent_in_time or ()):
            break
        count += 1
    return count


def _lived(weeks: Sequence[Snapshot], unit: Unit) -> list[Snapshot]:
    return [snapshot for snapshot in weeks if snapshot.cut_off_day >= unit.valid_from]


def _sender(edition: Edition, unit: Unit, weeks: Sequence[Snapshot], late: int, gap: Gap) -> Sender:
    weeks = _lived(weeks, unit)
    last = weeks[-late - 1].week if late < len(weeks) else None
    pattern = data_page.WEEKS if last else data_page.WEEKS_LEAST
    return Sender(
        labelled(unit, edition.unit(unit.parent_id or "")),
        edition.anchored.link_to(UnitQuery(unit=unit.unit_id)),
        week_label(last) if last else data_page.NEVER,
        pattern.format(weeks=number(late)) if late else "",
        date_vi(gap.newest_as_of) if gap.newest_as_of else data_page.NEVER,
        data_page.GAPS_OF.format(missing=gap.missing, stale=gap.stale, total=gap.indicators),
    )


def _lacking(rows: Iterable[Freshness]) -> str:
    counts = [row.missing + row.stale for row in rows]
    return data_page.LACKING.format(lacking=number(sum(map(bool, counts))), total=number(len(counts)))


def _sources(indicators: Iterable[Indicator], rows: Mapping[str, Freshness]) -> list[tuple[str, list[SourceFreshness]]]:
    """The indicators by the system their figures come from, in the order the sources first occur."""
    sources: dict[str, list[SourceFreshness]] = {}
    for indicator in indicators:
        if row := rows.get(indicator.indicator_id):
            sources.setdefault(indicator.source_system or data_page.NO_SOURCE, []).append(
                SourceFreshness(
                    indicator.name,
                    f"{number(row.current)}/{number(row.units)}",
                    number(row.missing),
                    number(row.stale),
                    date_vi(row.newest_as_of),
                    date_vi(row.oldest_as_of),
                )
            )
    return list(sources.items())
