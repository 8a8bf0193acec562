"""Matters in the words the pages use: what one is about, who has to act, and every move that was made."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from scorecard.catalog import Cause, Unit
from scorecard.follow_up.matters.matter import About, Matter, MoveMade
from scorecard.follow_up.matters.missing_answers import lacking_words, lacks_answer, state_words
from scorecard.follow_up.matters.moves import Kind
from scorecard.format import date_vi, moment_vi, number, week_label
from scorecard.lights.edition import Edition
from scorecard.lights.unit_blocks import full_names, labelled
from scorecard.text import follow_up_form_words, follow_up_words
from scorecard.text.letter_words import KINDS
from scorecard.ui.reader.matters_shown import lives_of
from scorecard.weeks import ReportWeek

# Said in another place, or of no use to a reader.
_NOT_SAID = frozenset({"file_sha256"})


@dataclass(frozen=True)
class MoveRow:
    """One move: what was done, by whom, when, in which week, and what was said."""

    name: str
    who: str
    at: str
    week: str
    lines: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class MatterRow:
    """One matter with all its moves; `alarm` is said loudly, `due` softly."""

    number: int
    kind: str
    state: str
    is_open: bool
    alarm: str
    due: str
    about: str
    moves: tuple[MoveRow, ...]


def unit_label(edition: Edition, about: About, week: ReportWeek | None = None) -> str:
    """The name of the unit a matter of a week is about, with its district where two could be meant."""
    unit = lives_of(edition).unit_of(about, week or edition.snapshot.week)
    return _label_of(edition, unit) if unit else about.unit_id or ""


def owner_label(edition: Edition, owner: str, week: ReportWeek) -> str:
    """Who has to act, as said in a week: a unit as it is called elsewhere, else as written."""
    unit = lives_of(edition).living(owner, week)
    return _label_of(edition, unit) if unit else owner


def _label_of(edition: Edition, unit: Unit) -> str:
    day = unit.valid_to or edition.snapshot.cut_off_day
    parents = (one for one in edition.catalog.units if one.unit_id == unit.parent_id and one.lives_on(day))
    return lives_of(edition).named(unit, labelled(unit, next(parents, None)))


def unit_options(edition: Edition) -> dict[str, str]:
    """The units the reader can choose from, by code."""
    return full_names(edition.units)


def about_in_words(edition: Edition, about: About, week: ReportWeek | None = None) -> str:
    """A unit, a task, both, or the whole week."""
    parts = [unit_label(edition, about, week)] if about.unit_id else []
    parts += [follow_up_form_words.ABOUT_TASK.format(task=about.task_no)] if about.task_no else []
    return " · ".join(parts) or follow_up_form_words.WHOLE_WEEK.format(week=week_label(week or edition.snapshot.week))


def button_of(title: str) -> str:
    """What the button of a form says: that something is written down, and what."""
    return (
        title
        if title.lower().startswith(follow_up_form_words.WRITE)
        else follow_up_form_words.BUTTON.format(move=title.lower())
    )


def matter_row(
    edition: Edition, matter: Matter, causes: Iterable[Cause], day: dt.date, status: str | None = None
) -> MatterRow:
    """A matter ready to print, as it stands on a day; `status` is that of the light it is shown beside."""
    due = date_vi(matter.due) if matter.due and matter.awaited else ""
    alarm = follow_up_form_words.OVERDUE.format(due=due) if matter.is_overdue(day) else ""
    state = follow_up_words.STATES[matter.state]
    if matter.about.kind == Kind.explanation and status is not None:
        alarm = lacking_words(matter) if lacks_answer(matter, status, day) else ""
        state = state_words(matter, status)
    return MatterRow(
        number=matter.matter_id,
        kind=follow_up_words.KINDS[matter.about.kind],
        state=state,
        is_open=matter.is_open,
        alarm=alarm,
        due=follow_up_form_words.DUE.format(due=due)
        if due and not alarm and matter.about.kind != Kind.correction
        else "",
        about=about_in_words(edition, matter.about, matter.week),
        moves=tuple(_move_row(edition, move, {cause.code: cause.name for cause in causes}) for move in matter.moves),
    )


def _move_row(edition: Edition, move: MoveMade, causes: dict[str, str]) -> MoveRow:
    at = moment_vi(move.at.astimezone(edition.catalog.zone))
    lines = tuple(_lines(edition, move, causes))
    return MoveRow(follow_up_words.MOVES.get(move.name, move.name), move.who_name, at, week_label(move.week), lines)


def _lines(edition: Edition, move: MoveMade, causes: dict[str, str]) -> Iterable[tuple[str, str]]:
    for field, value in move.told:
        if value in (None, "") or field in _NOT_SAID:
            continue
        label = follow_up_form_words.LABELS.get(f"{move.name} {field}", follow_up_words.FIELDS[field]).removesuffix(
            follow_up_form_words.OPTIONAL
        )
        if field == "cause":
            yield label, causes.get(str(value), str(value))
        elif field == "letter":
            yield label, KINDS.get(str(value), str(value))
        elif field == "owner":
            yield label, owner_label(edition, str(value), move.week)
        elif isinstance(value, dt.date):
            yield label, date_vi(value)
        else:
            yield label, value if isinstance(value, str) else number(value)
