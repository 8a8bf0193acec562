"""One request to the pages in front: whose it is, where the accounts are, and what time it is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import Engine
from starlette.requests import Request

from scorecard.access.audit.record import Actor
from scorecard.access.roles import Person
from scorecard.access.sign_in.sessions import SESSION_COOKIE, find_person
from scorecard.access.sign_in.throttle import Origin
from scorecard.database.engine import open_database
from scorecard.gate.requests import origin_of
from scorecard.settings import load_settings


@dataclass(frozen=True)
class Visit:
    """`person` None is nobody who signed in."""

    engine: Engine
    now: dt.datetime
    origin: Origin
    token: str
    person: Person | None

    @property
    def actor(self) -> Actor:
        """Who does it, for the audit."""
        return Actor(self.person.user_name if self.person else "", self.origin.address)


def visit_of(request: Request, local: Callable[[], bool]) -> Visit:
    """The visit a request belongs to; raises DatabaseError where the accounts cannot be read."""
    engine, now = open_database(load_settings().home), dt.datetime.now(dt.UTC)
    origin, token = origin_of(request.scope, local=local()), request.cookies.get(SESSION_COOKIE, "")
    return Visit(engine, now, origin, token, find_person(engine, now, token, local=origin.local))
