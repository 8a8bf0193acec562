"""A matter as it stood at the end of a week: what it is about, its moves, and what they add up to."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from scorecard.follow_up.matters.moves import OPEN, UNANSWERED, Kind
from scorecard.weeks import ReportWeek

MOST_TEXT = 4000
MOST_LINE = 300
_Text = Annotated[str, StringConstraints(strip_whitespace=True, max_length=MOST_TEXT)]
_Line = Annotated[str, StringConstraints(strip_whitespace=True, max_length=MOST_LINE)]
_Figure = Annotated[Decimal, Field(max_digits=20, decimal_places=3, allow_inf_nan=False)]


class Told(BaseModel):
    """What a move says; a field that was not said is blank or None. `numerator` and `denominator` are exact."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: _Text = ""
    due: dt.date | None = None  # answer by, or done by
    cause: _Line = ""  # a code of causes.csv
    action: _Text = ""
    responsible: _Line = ""
    promised: dt.date | None = None
    owner: _Line = ""  # a unit_id, or a name
    numerator: _Figure | None = None
    denominator: _Figure | None = None
    as_of: dt.date | None = None
    file_name: _Line = ""
    file_sha256: _Line = ""
    revision: _Line = ""  # `2023-W42/002`
    letter: _Line = ""  # which template
    number: _Line = ""  # of a letter that was sent
    sent_on: dt.date | None = None


@dataclass(frozen=True)
class About:
    """What a matter is about; None is "not about one". `unit_from` is the first day of the life of the unit's code."""

    kind: Kind
    unit_id: str | None = None
    unit_from: dt.date | None = None
    task_no: int | None = None
    indicator_id: str | None = None


@dataclass(frozen=True)
class MoveMade:
    """One move: who made it, when, in which published week, where it led, and what was said."""

    number: int
    at: dt.datetime
    week: ReportWeek
    who: str
    who_name: str
    name: str
    state: str
    told: Told


@dataclass(frozen=True)
class Matter:
    """A matter with its moves up to some week, at least one; equal where both are equal."""

    matter_id: int
    about: About
    moves: tuple[MoveMade, ...]

    @property
    def state(self) -> str:
        """Where the last move led."""
        return self.moves[-1].state

    @property
    def version(self) -> int:
        """What a writer has to have seen."""
        return self.moves[-1].number

    @property
    def week(self) -> ReportWeek:
        """The week it began in."""
        return self.moves[0].week

    @property
    def is_open(self) -> bool:
        """Whether it still waits for somebody."""
        return self.state in OPEN[self.about.kind]

    @property
    def due(self) -> dt.date | None:
        """By when it is due, as last said."""
        return next((move.told.due for move in reversed(self.moves) if move.told.due), None)

    @property
    def promised(self) -> dt.date | None:
        """The day the unit promised, as last said."""
        return next((move.told.promised for move in reversed(self.moves) if move.told.promised), None)

    @property
    def owner(self) -> str:
        """Who has to act on a decision, as last said."""
        return next((move.told.owner for move in reversed(self.moves) if move.told.owner), "")

    @property
    def owner_week(self) -> ReportWeek:
        """The week in which the owner was last named: a code means who bore it then."""
        return next((move.week for move in reversed(self.moves) if move.told.owner), self.week)

    @property
    def was_answered(self) -> bool:
        """Whether the unit has answered once, also where that was given back."""
        return any(move.name == "answer" for move in self.moves)

    @property
    def awaited(self) -> bool:
        """Whether its date still binds somebody; an answer that came is read by who asked, in no given time."""
        return self.state in UNANSWERED if self.about.kind == Kind.explanation else self.is_open

    @property
    def text(self) -> str:
        """What it says: the last words of a move that states it anew."""
        stating = ("decide", "amend", "write", "ask", "propose")
        return next((move.told.text for move in reversed(self.moves) if move.name in stating), "")

    def lacks_answer(self, day: dt.date) -> bool:
        """Whether no explanation came by the date: the day itself still counts as in time."""
        return self.about.kind == Kind.explanation and self.is_overdue(day)

    def is_overdue(self, day: dt.date) -> bool:
        """Whether it is awaited and its date has passed."""
        return self.awaited and self.due is not None and self.due < day
