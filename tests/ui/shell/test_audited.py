"""What a reader does between two lines of the audit, and files that are made outside of any run."""

from __future__ import annotations

from pathlib import Path

import pytest

from scorecard.access.audit.record import Actor
from scorecard.catalog.scope import NOTHING, Scope
from scorecard.errors import AccessError, DatabaseError, UsageError
from scorecard.ui.reader import session
from scorecard.ui.shell import audited
from scorecard.ui.shell.audited import download

LAN = Actor("lan", "10.0.0.1")
OWN = Scope(frozenset({"S1"}), frozenset())


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[tuple[str, ...]]:
    lines: list[tuple[str, ...]] = []

    def tell(act: str, subject: str, result: str = "ok", who: Actor = LAN) -> None:
        lines.append((act, subject, result, who.who))

    monkeypatch.setenv("SCORECARD_HOME", str(tmp_path))
    monkeypatch.setattr(audited, "tell_audit", tell)
    monkeypatch.setattr(audited, "actor", lambda: LAN)
    monkeypatch.setattr(audited, "still_signed_in", lambda: lambda: True)
    return lines


def test_what_is_done_stands_between_two_lines(told: list[tuple[str, ...]]) -> None:
    assert audited.audited("publish", "2023-W42", lambda: 7) == 7
    assert [line[2] for line in told] == ["begun", "ok"]


@pytest.mark.parametrize("error", [UsageError("x"), OSError(28, "x"), RuntimeError("x")])
def test_what_failed_is_told_as_refused(told: list[tuple[str, ...]], error: Exception) -> None:
    def fail() -> None:
        raise error

    with pytest.raises(type(error)):
        audited.audited("publish", "2023-W42", fail)
    assert [line[2] for line in told] == ["begun", "refused"]


@pytest.mark.parametrize(("broken", "done"), [("begun", False), ("ok", True)])
def test_nothing_is_begun_unwritten_and_what_was_done_is_no_failure(
    monkeypatch: pytest.MonkeyPatch, broken: str, done: bool
) -> None:
    def tell(_act: str, _subject: str, result: str = "ok", _who: Actor = LAN) -> None:
        if result == broken:
            raise DatabaseError("full")

    monkeypatch.setattr(audited, "tell_audit", tell)
    monkeypatch.setattr(audited, "actor", lambda: LAN)
    did: list[int] = []
    if done:
        audited.audited("publish", "x", lambda: did.append(1))
    else:
        with pytest.raises(DatabaseError):
            audited.audited("publish", "x", lambda: did.append(1))
    assert bool(did) is done


def test_a_file_is_made_for_who_asked_with_what_that_one_may_see(
    told: list[tuple[str, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(session.st, "session_state", {"scope": OWN})

    def seen() -> bytes:
        return session.scope().key.encode()

    make = download("a.xlsx", seen)
    monkeypatch.setattr(session.st, "session_state", {})  # as in the thread the button is answered from
    assert session.scope() == NOTHING and make() == OWN.key.encode() and session.scope() == NOTHING
    assert told == [("download", "a.xlsx", "ok", "lan")]


def test_a_page_that_was_left_open_gives_no_file(told: list[tuple[str, ...]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(audited, "still_signed_in", lambda: lambda: False)
    with pytest.raises(AccessError, match="kết thúc"):
        download("a.xlsx", lambda: b"secret")()
    assert told == []


def test_a_refused_read_stays_refused_where_it_cannot_be_written(monkeypatch: pytest.MonkeyPatch) -> None:
    def tell(*_: str) -> None:
        raise DatabaseError("full")

    monkeypatch.setattr(audited, "tell_audit", tell)
    audited.tell_refusal("overview")
