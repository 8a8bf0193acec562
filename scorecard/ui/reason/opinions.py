"""What was asked and answered, as it stands beside the reason of a light: opinion beside measurement."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from scorecard.access.pages import may_open
from scorecard.address.queries import FollowUpQuery
from scorecard.catalog import Unit
from scorecard.follow_up.matters.matter import Matter, Told
from scorecard.follow_up.matters.missing_answers import ASKING, lacking_words, lacks_answer, state_words
from scorecard.follow_up.matters.moves import Kind
from scorecard.follow_up.matters.unit_lives import Lives
from scorecard.follow_up.outstanding.outstanding import find_lacking
from scorecard.follow_up.outstanding.outstanding_words import listed_capped, say_decision
from scorecard.follow_up.work_list.case_starts import read_since
from scorecard.follow_up.work_list.explanation_cases import is_of_case, newest_explanations
from scorecard.format import date_vi, number
from scorecard.lights.edition import Edition
from scorecard.lights.reason_view import Opinion
from scorecard.lights.rows import TaskLight
from scorecard.lights.status import Status
from scorecard.lights.unit_blocks import full_names, row_name
from scorecard.text import follow_up_words, outstanding_words
from scorecard.ui.reader import session
from scorecard.ui.reader.matters_shown import cause_names, counted_to, lives_of, matters_of
from scorecard.ui.reader.signed_in import person
from scorecard.ui.reader.week_lights import task_rows

_NAMED = 8
_MOST_TEXT = 300


def follow_key(edition: Edition) -> tuple[str, ...]:
    """What an opinion depends on besides the matters: the day, the names of causes, and what the reader opens."""
    return str(counted_to(edition)), str(cause_names()), str(may_open(person(), "follow_up"))


def opinion_of_light(edition: Edition, unit: Unit, task_no: int, status: Status) -> Opinion | None:
    """Of a unit on a task; None where nothing was asked or decided, or the light asks for nothing."""
    matters, day = matters_of(edition), counted_to(edition)
    asked, lives = _asked(edition, matters, unit, task_no, status), lives_of(edition)
    decisions = [
        outstanding_words.DECISION.format(sentence=_sentence(matter, lives, day, task_no))
        for matter in matters
        if matter.about.kind == Kind.decision and matter.is_open and _is_about(matter, unit, task_no)
    ]
    lines = [*(_lines(asked, status, cause_names(), day) if asked else ()), *decisions]
    lacks = lacking_words(asked) if asked and lacks_answer(asked, status, day) else ""
    opens = may_open(person(), "follow_up")
    if not lines and not lacks and not (opens and status in ASKING):
        return None
    href = edition.anchored.link_to(FollowUpQuery(light=f"{unit.unit_id}:{task_no}")) if opens else ""
    return Opinion(lacks, tuple(lines), href)


def _asked(edition: Edition, matters: Sequence[Matter], unit: Unit, task_no: int, status: Status) -> Matter | None:
    """The explanation of the case the light is in, as the work list has it."""
    asked = newest_explanations(matters).get((unit.unit_id, task_no, str(unit.valid_from)))
    if asked is None or asked.is_open:
        return asked
    if status not in ASKING:
        return None
    key, run = (unit.unit_id, task_no), session.warehouse().run
    since = read_since(run, edition.history, edition.catalog, unit_id=unit.unit_id, task_no=task_no)
    return asked if is_of_case(asked, since.get(key)) else None


def lacking_tasks(edition: Edition, unit: Unit, rows: Sequence[TaskLight]) -> dict[int, str]:
    """The tasks on which a unit has not explained itself by the date, each with the words for it."""
    day = counted_to(edition)
    lacking = find_lacking(matters_of(edition), rows, [unit], day)
    return {matter.about.task_no or 0: lacking_words(matter) for matter in lacking}


def opinion_of_group(edition: Edition, group_id: str, task_no: int) -> Opinion | None:
    """The members of a group that have not explained themselves by the date; None where there are none."""
    members = list(_members(edition.units, group_id))
    day = counted_to(edition)
    rows = [row for row in task_rows(edition) if row.task_no == task_no]
    lacking = find_lacking(matters_of(edition), rows, members, day)
    if not lacking:
        return None
    of_district = group_id.startswith(("area:", "communes:"))
    named = {unit.unit_id: row_name(unit) for unit in members} if of_district else full_names(edition.units)
    units = listed_capped([named[matter.about.unit_id or ""] for matter in lacking], _NAMED)
    said = outstanding_words.GROUP_LACKING.format(
        count=number(len(lacking)), words=follow_up_words.NO_ANSWER, units=units
    )
    return Opinion(said, (), "")


def _is_about(matter: Matter, unit: Unit, task_no: int) -> bool:
    """A decision about this light, about the unit on all tasks, or about the task in the whole province."""
    about = matter.about
    of_unit = about.unit_id == unit.unit_id and about.unit_from in (None, unit.valid_from)
    if about.task_no is None:
        return of_unit
    return about.task_no == task_no and (about.unit_id is None or of_unit)


def _sentence(matter: Matter, lives: Lives, day: dt.date, task_no: int) -> str:
    """A decision; what it is about is said where that is more than this light."""
    said = say_decision(matter, lives, day)
    exact = matter.about.unit_id is not None and matter.about.task_no == task_no
    return (dataclasses.replace(said, about="") if exact else said).sentence(_MOST_TEXT)


def _lines(matter: Matter, status: Status, causes: Mapping[str, str], day: dt.date) -> Iterable[str]:
    if not lacks_answer(matter, status, day):
        pattern = outstanding_words.EXPLANATION_DUE if matter.awaited and matter.due else outstanding_words.EXPLANATION
        yield pattern.format(state=state_words(matter, status), due=date_vi(matter.due))
    answer = _answer(matter)
    if answer is None:
        return
    pattern = outstanding_words.CAUSE_ACCEPTED if matter.state == "accepted" else outstanding_words.CAUSE
    yield pattern.format(cause=causes.get(answer.cause, answer.cause))
    if answer.promised:
        passed = answer.promised < day
        yield (outstanding_words.PROMISE_PASSED if passed else outstanding_words.PROMISED).format(
            day=date_vi(answer.promised)
        )


def _answer(matter: Matter) -> Told | None:
    """What the unit answered last."""
    return next((move.told for move in reversed(matter.moves) if move.name == "answer"), None)


def _members(units: Iterable[Unit], group_id: str) -> Iterable[Unit]:
    kind, _, member = group_id.partition(":")
    for unit in units:
        inside = {
            "province": True,
            "level": unit.level == member,
            "area": member in (unit.unit_id, unit.parent_id),
            "communes": unit.parent_id == member and unit.level == "commune",
        }
        if inside.get(kind, False):
            yield unit
