"""What a reader does goes into the audit, under the reader's name; nothing is done that could not be written down."""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Callable
from typing import TypeVar

from scorecard.access.audit.record import Actor, record
from scorecard.database.engine import open_database, writing
from scorecard.errors import AccessError, DatabaseError
from scorecard.text import sign_in_words
from scorecard.ui.reader import session
from scorecard.ui.reader.signed_in import actor, still_signed_in
from scorecard.ui.shell.own_downloads import for_this_session

T = TypeVar("T")
BEGUN, DONE, REFUSED = "begun", "ok", "refused"


def tell_audit(act: str, subject: str, result: str = DONE, who: Actor | None = None) -> None:
    """One line of `who`, else of the reader of this run; raises DatabaseError where it cannot be written."""
    with writing(open_database(session.home())) as connection:
        record(connection, dt.datetime.now(dt.UTC), who or actor(), act, subject, result)


def tell_refusal(subject: str) -> None:
    """A read that was refused; it stays so where that cannot be written down."""
    with contextlib.suppress(DatabaseError):
        tell_audit("read", subject, REFUSED)


def audited(act: str, subject: str, do: Callable[[], T]) -> T:
    """Does it between two lines: that it was begun, and what became of it.

    Nothing is begun that cannot be written down; what was done stays done where the second line cannot be.
    """
    who = actor()  # now: Streamlit may end a run that asks for its session once it is done
    tell_audit(act, subject, BEGUN, who)
    result = REFUSED
    try:
        done = do()
        result = DONE
    finally:
        with contextlib.suppress(DatabaseError):
            tell_audit(act, subject, result, who)
    return done


def download(name: str, make: Callable[[], bytes]) -> Callable[[], bytes]:
    """What a download button calls: the file, with a line in the audit once somebody really asks for it."""
    who = actor()

    def told() -> bytes:
        tell_audit("download", name, who=who)
        return make()

    return while_signed_in(told)


def while_signed_in(make: Callable[[], bytes]) -> Callable[[], bytes]:
    """The same, refused once the session of this run has ended, and given to that session alone.

    A download button calls it in a thread of its own, outside of the run: what its reader may see is taken along.
    """
    scope, still_in, noted = session.scope(), still_signed_in(), for_this_session()

    def made() -> bytes:
        if not still_in():
            raise AccessError(sign_in_words.ENDED)
        with session.seeing(scope):
            return noted(make())

    return made
