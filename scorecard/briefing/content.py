"""Everything a briefing says, from published lights; pure, computes no colour and knows no format."""

from __future__ import annotations

from dataclasses import dataclass

from scorecard.address import ALL
from scorecard.briefing.narrative import say_headline, spoken_moment
from scorecard.briefing.reading import WeekRead
from scorecard.briefing.standing import Change, UnitStanding, changes_of, standing_of
from scorecard.format import number, week_label, week_range
from scorecard.text import briefing as say
from scorecard.text import ui as words
from scorecard.ui.attention import build_calls
from scorecard.ui.overview_numbers import code_line, compared_with, counts_of, weeks_of
from scorecard.ui.overview_view import Call, Count, Matrix, WeekCounts
from scorecard.ui.printed import inside


@dataclass(frozen=True)
class Origin:
    """Where the figures come from: printed in every footer and kept in every file."""

    week: str
    week_range: str
    cut_off: str
    revision: int
    rules_version: str
    snapshot_hash: str
    code_line: str
    synthetic: bool
    corrected: str


@dataclass(frozen=True)
class Briefing:
    """One week in words and numbers, ready to be drawn; `owners` are the rows of the matrix by their ids."""

    title: str
    scope: str
    origin: Origin
    headline: str
    counts: tuple[Count, ...]
    compared: str
    matrix: Matrix
    owners: tuple[str, ...]
    calls: tuple[Call, ...]
    weeks: tuple[WeekCounts, ...]
    changes: tuple[Change, ...]
    standing: tuple[UnitStanding, ...]


def build_briefing(read: WeekRead) -> Briefing:
    """What is said of a week that was read; the same for the same lights."""
    edition, situation = read.edition, read.situation
    counts = counts_of(edition, read.counts)
    return Briefing(
        title=edition.catalog.rules.title or words.TITLE,
        scope=situation.group_name if edition.address.block != ALL else "",
        origin=_origin(read),
        headline=say_headline(edition.snapshot.manifest.cut_off, _scope(read), counts),
        counts=counts,
        compared=compared_with(edition),
        matrix=read.matrix,
        owners=_owners(read),
        calls=build_calls(situation),
        weeks=weeks_of(edition, read.counts),
        changes=changes_of(read),
        standing=standing_of(read),
    )


def _scope(read: WeekRead) -> str:
    """The units the sentence is about; the province's own light is of more units than the matrix shows."""
    units = number(len(read.situation.units))
    if read.edition.address.block == ALL:
        return say.SCOPE_ALL.format(units=units)
    return say.SCOPE_AREA.format(units=units, name=inside(read.edition.blocks[0].title))


def _origin(read: WeekRead) -> Origin:
    snapshot = read.edition.snapshot
    manifest = snapshot.manifest
    corrected = say.CORRECTED.format(revision=snapshot.revision, reason=manifest.reason)
    return Origin(
        week=week_label(snapshot.week),
        week_range=week_range(snapshot.week),
        cut_off=spoken_moment(manifest.cut_off),
        revision=snapshot.revision,
        rules_version=manifest.rules_version,
        snapshot_hash=snapshot.hash,
        code_line=code_line(snapshot),
        synthetic=manifest.synthetic,
        corrected=corrected if snapshot.revision > 1 else "",
    )


def _owners(read: WeekRead) -> tuple[str, ...]:
    found: list[str] = []
    for block in read.edition.blocks:
        found += [block.group_id] if block.group_id else []
        found += [unit.unit_id for unit in block.units]
    return tuple(found)
