"""What is outstanding in words: pages and briefings say the same. Pure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from scorecard.follow_up.matters.matter import Matter
from scorecard.follow_up.matters.unit_lives import Lives
from scorecard.follow_up.outstanding.outstanding import Outstanding
from scorecard.format import date_vi, number
from scorecard.text import outstanding_words

_MOST_OWNER, _MOST_WORD = 80, 40  # letters


@dataclass(frozen=True)
class Decided:
    """An open decision: what it says on one line, what it is about, who has to act and by when."""

    text: str
    about: str
    owner: str
    due: dt.date | None
    overdue: bool

    @property
    def owned(self) -> str:
        """Who has to act and by when, and whether that day has passed."""
        owner = shortened(self.owner, _MOST_OWNER)
        return (outstanding_words.OWNER_OVERDUE if self.overdue else outstanding_words.OWNER).format(
            owner=owner, due=date_vi(self.due)
        )

    def sentence(self, most: int = 10_000) -> str:
        """All of it as one line; what its text has beyond `most` letters is left out, with a sign that it is."""
        pattern = outstanding_words.SENTENCE_ABOUT if self.about else outstanding_words.SENTENCE
        return pattern.format(about=self.about, text=shortened(self.text, most), owner=self.owned)


@dataclass(frozen=True)
class LackingLight:
    """A light whose explanation did not come."""

    unit_id: str
    unit: str
    task_no: int
    due: dt.date | None


@dataclass(frozen=True)
class OutstandingSaid:
    """Decisions and lights without an explanation, ready to print; `unread` says why there may be more."""

    decisions: tuple[Decided, ...] = ()
    lacking: tuple[LackingLight, ...] = ()
    unread: str = ""

    def __bool__(self) -> bool:
        return bool(self.decisions or self.lacking or self.unread)

    @property
    def title(self) -> str:
        """How many decisions are open, and how many of them overdue; empty without any."""
        overdue = sum(one.overdue for one in self.decisions)
        pattern = outstanding_words.DECISIONS_OVERDUE if overdue else outstanding_words.DECISIONS_COUNT
        return pattern.format(count=number(len(self.decisions)), overdue=number(overdue)) if self.decisions else ""

    @property
    def lacking_title(self) -> str:
        """How many lights have no explanation; empty without any."""
        return outstanding_words.LACKING.format(count=number(len(self.lacking))) if self.lacking else ""

    def lacking_sentence(self, most: int) -> str:
        """The same with the units: at most so many are named."""
        if not self.lacking:
            return ""
        return outstanding_words.LACKING_UNITS.format(count=number(len(self.lacking)), units=self.lacking_units(most))

    def lacking_units(self, most: int) -> str:
        """The units without an explanation and their tasks: at most so many are named."""
        units: dict[str, list[LackingLight]] = {}
        for light in self.lacking:
            units.setdefault(light.unit_id, []).append(light)
        named = [
            outstanding_words.LACKING_UNIT.format(
                unit=lights[0].unit, tasks=", ".join(map(str, sorted(map(_task, lights))))
            )
            for lights in units.values()
        ]
        return listed_capped(named, most)


NOTHING_OUTSTANDING = OutstandingSaid()


def say_outstanding(found: Outstanding, lives: Lives, day: dt.date, unread: str = "") -> OutstandingSaid:
    """What is outstanding, with the names its units had."""
    return OutstandingSaid(
        tuple(say_decision(matter, lives, day) for matter in found.decisions),
        tuple(_lacking(matter, lives) for matter in found.lacking),
        unread,
    )


def say_decision(matter: Matter, lives: Lives, day: dt.date) -> Decided:
    """One decision; an owner that is a unit is called by its name."""
    unit, task = lives.about(matter.about, matter.week), matter.about.task_no
    about = outstanding_words.ABOUT_BOTH if unit and task else outstanding_words.ABOUT_TASK if task else "{unit}"
    return Decided(
        text=" ".join(matter.text.split()),
        about=about.format(unit=unit, task=task),
        owner=lives.owner(matter.owner, matter.owner_week),
        due=matter.due,
        overdue=matter.is_overdue(day),
    )


def shortened(text: str, most: int) -> str:
    """At most so many letters, cut between words, with a sign that it was cut; no line is burst by a long word."""
    words = [f"{word[: _MOST_WORD - 1]}…" if len(word) > _MOST_WORD else word for word in text.split()]
    text = " ".join(words)
    if len(text) <= most:
        return text
    cut = text[: most - 1]
    return f"{cut.rpartition(' ')[0] or cut}…"


def listed_capped(texts: Sequence[str], most: int) -> str:
    """The first of some names, and how many more there are."""
    listed = ", ".join(texts[:most])
    if len(texts) <= most:
        return listed
    return outstanding_words.AND_MORE.format(
        units=listed, more=outstanding_words.MORE_UNITS.format(count=number(len(texts) - most))
    )


def _lacking(matter: Matter, lives: Lives) -> LackingLight:
    about = matter.about
    return LackingLight(about.unit_id or "", lives.about(about, matter.week), about.task_no or 0, matter.due)


def _task(light: LackingLight) -> int:
    return light.task_no
