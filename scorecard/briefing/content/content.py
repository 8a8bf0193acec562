"""Everything a briefing says, from published lights; pure, computes no colour and knows no format."""

from __future__ import annotations

from dataclasses import dataclass

from scorecard.address.query import ALL
from scorecard.briefing.content.corrected_weeks import Correction, say_corrections
from scorecard.briefing.content.narrative import say_headline
from scorecard.briefing.content.standing import Change, UnitStanding, changes_of, standing_of
from scorecard.briefing.content.task_matrix import say_targets
from scorecard.briefing.content.timeliness import TimelyPair, timeliness_of
from scorecard.briefing.content.week_reading import WeekRead
from scorecard.documents.document_parts import spoken_moment
from scorecard.follow_up.outstanding.outstanding_words import NOTHING_OUTSTANDING, OutstandingSaid
from scorecard.format import number, week_label, week_range
from scorecard.lights.attention import build_calls
from scorecard.lights.figure_words import inside
from scorecard.lights.ground_lines import GroundSaid
from scorecard.lights.matrix_view import Call, Count, Matrix, WeekCounts
from scorecard.lights.overview import code_line, compared_with, counts_of, weeks_of
from scorecard.text import briefing_words, interface_words

_MOST_SENTENCES = 7  # on a page: the headline, what needs a decision, the pairs


@dataclass(frozen=True)
class Origin:
    """Where the figures come from: printed in every footer and kept in every file.

    `ground` is what is counted otherwise than in the week before; empty where nothing is.
    """

    week: str
    week_range: str
    cut_off: str
    revision: int
    rules_version: str
    snapshot_hash: str
    code_line: str
    synthetic: bool
    corrected: tuple[Correction, ...]
    ground: GroundSaid


@dataclass(frozen=True)
class Briefing:
    """One week in words and numbers, ready to be drawn; `targets` are those of the one task it is about.

    `outstanding` is what people said and still have to do: it stands beside the lights and changes none.
    """

    title: str
    scope: str
    origin: Origin
    headline: str
    counts: tuple[Count, ...]
    compared: str
    matrix: Matrix
    calls: tuple[Call, ...]
    weeks: tuple[WeekCounts, ...]
    changes: tuple[Change, ...]
    standing: tuple[UnitStanding, ...]
    targets: tuple[str, ...] = ()
    timeliness: tuple[TimelyPair, ...] = ()
    outstanding: OutstandingSaid = NOTHING_OUTSTANDING


def build_briefing(read: WeekRead) -> Briefing:
    """What is said of a week that was read; the same for the same lights."""
    edition, situation = read.edition, read.situation
    counts = counts_of(edition, read.counts)
    calls = build_calls(situation)
    return Briefing(
        title=edition.catalog.rules.title or interface_words.TITLE,
        scope=_scope(read),
        origin=_origin(read),
        headline=say_headline(edition.snapshot.manifest.cut_off, _units(read), counts, compared_with(edition)),
        counts=counts,
        compared=compared_with(edition),
        matrix=read.matrix,
        calls=calls,
        weeks=weeks_of(edition, read.counts),
        changes=changes_of(read),
        standing=standing_of(read),
        targets=say_targets(read.of_task) if read.of_task else (),
        timeliness=timeliness_of(read)[: _MOST_SENTENCES - 1 - len(calls)],
        outstanding=read.outstanding,
    )


def _scope(read: WeekRead) -> str:
    """What the briefing is about, where not about everything."""
    if read.of_task:
        return briefing_words.TASK_SCOPE.format(task=read.of_task.task.task_no, title=read.of_task.task.title)
    return read.situation.group_name if read.edition.address.query.block != ALL else ""


def _units(read: WeekRead) -> str:
    """The units the sentence is about; the province's own light is of more units than the matrix shows."""
    units = number(len(read.situation.units))
    if read.of_task:
        with_light = len({row.unit_id for row in read.lights})
        return briefing_words.SCOPE_TASK.format(task=read.of_task.task.task_no, units=number(with_light))
    if read.edition.address.query.block == ALL:
        return briefing_words.SCOPE_ALL.format(units=units)
    return briefing_words.SCOPE_AREA.format(units=units, name=inside(read.edition.blocks[0].title))


def _origin(read: WeekRead) -> Origin:
    snapshot = read.edition.snapshot
    manifest = snapshot.manifest
    return Origin(
        week=week_label(snapshot.week),
        week_range=week_range(snapshot.week),
        cut_off=spoken_moment(manifest.cut_off),
        revision=snapshot.revision,
        rules_version=manifest.rules_version,
        snapshot_hash=snapshot.hash,
        code_line=code_line(snapshot),
        synthetic=manifest.synthetic,
        corrected=say_corrections(read.edition, read.revisions),
        ground=read.edition.ground_said(read.edition.shown_ids, [task.task_no for task in read.tasks]),
    )
