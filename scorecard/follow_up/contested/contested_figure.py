"""A unit's figure contested: checked as any figure that is sent, kept with its file, published once it is accepted."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Engine

from scorecard.catalog import Catalog, Indicator, Unit
from scorecard.database.engine import reading
from scorecard.errors import FollowUpError, ScorecardError
from scorecard.files.home_lock import contesting_alone
from scorecard.follow_up.contested.figure_parsing import check_figure, checked_file, parse_figure, published_for
from scorecard.follow_up.contested.place import Place
from scorecard.follow_up.contested.proof_files import keep_file, refuse_file
from scorecard.follow_up.matters.matter import About, Matter, Told
from scorecard.follow_up.matters.move_checks import refuse_lacking, refuse_person
from scorecard.follow_up.matters.move_parsing import parse_told
from scorecard.follow_up.matters.moves import MOVES, Kind
from scorecard.follow_up.matters.reading import read_matters
from scorecard.follow_up.matters.unit_lives import Lives
from scorecard.follow_up.matters.writing import Writer, begin_matters, check_move, make_move
from scorecard.publishing.publication import Publication
from scorecard.publishing.publish import publish
from scorecard.snapshots.index import Input, Snapshot
from scorecard.snapshots.originals import keep_originals, read_original
from scorecard.text import contest_words, data_page

MOVE = next(move for move in MOVES if move.kind == Kind.correction and move.name == "propose")


@dataclass(frozen=True)
class Given:
    """What a unit proposes, as typed; `file` is the name it came with and its bytes."""

    told: Told
    numerator: str
    denominator: str
    file: tuple[str, bytes] | None


def contestable(catalog: Catalog, unit: Unit, task_no: int) -> list[Indicator]:
    """The indicators of a task whose figures the unit sends itself."""
    return [item for item in catalog.indicators if item.task_no == task_no and catalog.is_typed(item, unit)]


def propose(place: Place, writer: Writer, about: About, given: Given) -> int:
    """Keeps a proposal with its file and returns its number; nothing that is shown changes by it.

    Raises FollowUpError where the unit does not send this figure, where the figure would not pass as one that is
    sent, changes nothing or is older than the one in use, and where a proposal for it already waits.
    """
    refuse_person(writer.person, MOVE)
    unit = place.unit(about) if writer.scope.sees_life(about.unit_id or "", about.unit_from) else None
    offered = contestable(place.judged_by, unit, about.task_no or 0) if unit else []
    if about.indicator_id not in {indicator.indicator_id for indicator in offered}:
        raise FollowUpError(contest_words.NOT_ITS)
    numerator, denominator = parse_figure(given.numerator, given.denominator)
    file = refuse_file(given.file)
    newest = place.newest
    figure = {"numerator": numerator, "denominator": denominator, "revision": newest.name}
    told = parse_told(**given.told.model_dump() | figure | {"file_name": file.name, "file_sha256": file.sha256})
    refuse_lacking(MOVE, told)
    check_figure(place.home, place.catalog, newest, writer.scope, about, told)
    with contesting_alone(place.home):
        _refuse_second(place, writer, about)
        keep_file(place.home, file)
        return begin_matters(place.engine, writer, "propose", [(about, told)])[0]


def accept(place: Place, writer: Writer, matter_id: int, seen: int, text: str = "") -> Snapshot:
    """Publishes what was proposed as a new revision of the newest week, then says so in the matter.

    Raises FollowUpError, the proposal staying open and nothing published, where it cannot be. Stopped between both,
    the revision is recognised the next time: one proposal is never published twice. Nobody else moves a contested
    figure from the first look at the matter to the last word in it.
    """
    said = parse_told(text=text)
    with contesting_alone(place.home):
        matter = check_move(place.engine, writer, matter_id, seen, "accept")
        try:
            snapshot = published_for(place.home, matter) or _publish(place, writer, matter)
        except ScorecardError as error:
            raise FollowUpError(contest_words.NOT_PUBLISHED.format(detail=error)) from error
        made = said.model_copy(update={"revision": snapshot.name})
        try:
            make_move(place.engine, writer, matter_id, seen, "accept", made)
        except ScorecardError as error:
            raise FollowUpError(contest_words.NOT_WRITTEN.format(revision=snapshot.name, detail=error)) from error
    return snapshot


def settle(home: Path, engine: Engine, writer: Writer, matter_id: int, seen: int, name: str, told: Told) -> None:
    """Withdraws or declines a proposal, never while it is being accepted; refused as make_move refuses."""
    with contesting_alone(home):
        make_move(engine, writer, matter_id, seen, name, told)


def _publish(place: Place, writer: Writer, matter: Matter) -> Snapshot:
    about, told, newest = matter.about, matter.moves[0].told, place.newest
    unit = place.unit(about)
    if unit is None:
        gone = Lives(place.judged_by, newest.cut_off_day).about(about, matter.week)
        raise FollowUpError(contest_words.OTHER_LIFE.format(unit=gone))
    if told.file_sha256:
        read_original(place.home, told.file_sha256)  # a manifest names no file that is not there as it came
    with checked_file(matter) as (path, source):
        taken = check_figure(place.home, place.catalog, newest, writer.scope, about, told, path)
        evidence = (Input(name=told.file_name, sha256=told.file_sha256),) if told.file_sha256 else ()
        publication = Publication(
            week=newest.week,
            observations=taken,
            cut_off=newest.manifest.cut_off,
            # What the unit said stays in the matter, for whom the matter is for: a revision is read by everybody.
            reason=contest_words.REASON.format(matter=matter.matter_id, unit=unit.name),
            published_by=data_page.SIGNED.format(name=writer.person.full_name, account=writer.person.user_name),
            synthetic=newest.manifest.synthetic,
            inputs=(source, *evidence),
            seen=newest.name,
        )
        keep_originals(place.home, [path], [source])
        return publish(place.home, place.catalog, publication)


def _refuse_second(place: Place, writer: Writer, about: About) -> None:
    with reading(place.engine) as connection:
        known = read_matters(connection, writer.scope, kinds=[Kind.correction], unit_id=about.unit_id)
    if any(matter.is_open and matter.about == about for matter in known):
        raise FollowUpError(contest_words.PROPOSED_ALREADY)
