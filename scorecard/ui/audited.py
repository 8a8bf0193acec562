"""What a reader does goes into the audit, under the reader's name; nothing is done that could not be written down."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TypeVar

from scorecard.access.audit import Actor, record
from scorecard.access.database import open_database, writing
from scorecard.errors import ScorecardError
from scorecard.ui import session
from scorecard.ui.signed_in import actor

T = TypeVar("T")
BEGUN, DONE, REFUSED = "begun", "ok", "refused"


def tell_audit(act: str, subject: str, result: str = DONE, who: Actor | None = None) -> None:
    """One line of `who`, else of the reader of this run; raises DatabaseError where it cannot be written."""
    with writing(open_database(session.home())) as connection:
        record(connection, dt.datetime.now(dt.UTC), who or actor(), act, subject, result)


def audited(act: str, subject: str, do: Callable[[], T]) -> T:
    """Does it between two lines: that it was begun, and what became of it."""
    tell_audit(act, subject, BEGUN)
    try:
        done = do()
    except ScorecardError:
        tell_audit(act, subject, REFUSED)
        raise
    tell_audit(act, subject)
    return done


def download(name: str, make: Callable[[], bytes]) -> Callable[[], bytes]:
    """What a download button calls: the file, once somebody really asks for it.

    It is called in a thread of its own, outside of the run: who asks and what that one may see is taken along.
    """
    who, scope = actor(), session.scope()

    def made() -> bytes:
        tell_audit("download", name, who=who)
        with session.seeing(scope):
            return make()

    return made
