"""Which moves there are: of what kind of matter, from which states to which, and who may make them. One table."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from scorecard.access.roles import Act


class Kind(StrEnum):
    """What a matter is."""

    explanation = "explanation"
    correction = "correction"
    decision = "decision"
    note = "note"
    letter = "letter"


NEW = "new"  # before the first move


@dataclass(frozen=True)
class Move:
    """A row of the table; `needs` are the fields of `Told` that have to be filled."""

    kind: Kind
    name: str
    before: frozenset[str]
    after: str
    act: Act
    needs: tuple[str, ...] = ()


def _row(kind: Kind, name: str, before: str, after: str, act: Act, needs: str = "") -> Move:
    return Move(kind, name, frozenset(before.split()), after, act, tuple(needs.split()))


_ANSWER = "cause text action responsible promised"
MOVES: tuple[Move, ...] = (
    _row(Kind.explanation, "ask", NEW, "asked", Act.chase, "due"),
    _row(Kind.explanation, "prolong", "asked returned", "asked", Act.chase, "due text"),
    _row(Kind.explanation, "answer", "asked returned", "answered", Act.explain, _ANSWER),
    _row(Kind.explanation, "return", "answered", "returned", Act.chase, "text due"),
    _row(Kind.explanation, "accept", "answered", "accepted", Act.chase),
    _row(Kind.explanation, "cancel", "asked returned answered", "cancelled", Act.chase, "text"),
    _row(Kind.correction, "propose", NEW, "proposed", Act.explain, "text numerator as_of"),
    _row(Kind.correction, "withdraw", "proposed", "withdrawn", Act.explain),
    _row(Kind.correction, "accept", "proposed", "accepted", Act.publish, "revision"),
    _row(Kind.correction, "decline", "proposed", "declined", Act.publish, "text"),
    _row(Kind.decision, "decide", NEW, "open", Act.chase, "text owner due"),
    _row(Kind.decision, "amend", "open", "open", Act.chase, "text owner due"),
    _row(Kind.decision, "close", "open", "closed", Act.chase, "text"),
    _row(Kind.decision, "reopen", "closed", "open", Act.chase, "text due"),
    _row(Kind.note, "write", NEW, "kept", Act.chase, "text"),
    _row(Kind.letter, "draft", NEW, "drafted", Act.chase, "letter"),
    _row(Kind.letter, "send", "drafted", "sent", Act.chase, "number sent_on"),
)
# States in which a matter still waits for somebody.
OPEN: dict[Kind, frozenset[str]] = {
    Kind.explanation: frozenset({"asked", "answered", "returned"}),
    Kind.correction: frozenset({"proposed"}),
    Kind.decision: frozenset({"open"}),
    Kind.note: frozenset(),
    Kind.letter: frozenset(),
}
# States in which the unit has to answer.
UNANSWERED = frozenset({"asked", "returned"})


def find_move(kind: Kind, name: str) -> Move | None:
    """The row of a move; None where there is none of this name."""
    return next((row for row in MOVES if row.kind == kind and row.name == name), None)


def moves_from(kind: Kind, state: str) -> tuple[Move, ...]:
    """The moves a state allows, whoever makes them."""
    return tuple(row for row in MOVES if row.kind == kind and state in row.before)
