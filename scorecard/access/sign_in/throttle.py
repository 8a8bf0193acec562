"""Slows wrong tries down; never locks, and a stranger's tries cost the owner of a known browser nothing."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import Connection, delete, func, select

from scorecard.access.accounts.tokens import hash_of
from scorecard.access.tables import ATTEMPTS, DEVICES

_WINDOW = dt.timedelta(hours=1)
_LONGEST = 900  # seconds
# Wrong tries within the window that cost nothing yet; after them every further one doubles the wait.
_FREE = {"pair": 5, "address": 30, "name": 50, "device": 5}


@dataclass(frozen=True)
class Origin:
    """Where a try comes from: its address, its browser, and the token a browser got when somebody signed in with it."""

    address: str
    agent: str = ""
    device: str = ""
    local: bool = False


def subjects(user_name: str, origin: Origin, *, known: bool) -> dict[str, str]:
    """What a try is counted under; a known browser is counted for itself alone."""
    if known:
        return {"device": hash_of(f"device:{origin.device}:{user_name}")}
    return {
        "pair": hash_of(f"pair:{user_name}:{origin.address}"),
        "address": hash_of(f"address:{origin.address}"),
        "name": hash_of(f"name:{user_name}"),
    }


def is_known(connection: Connection, account_id: int | None, device: str) -> bool:
    """Whether this account was signed in to with this browser before."""
    if account_id is None or not device:
        return False
    mine = (DEVICES.c.token_hash == hash_of(device)) & (DEVICES.c.account_id == account_id)
    return connection.execute(select(DEVICES.c.account_id).where(mine)).first() is not None


def seconds_to_wait(connection: Connection, now: dt.datetime, counted: dict[str, str]) -> int:
    """How long nothing is looked at yet; 0 is no wait."""
    waits = [0.0]
    for kind, subject in counted.items():
        recent = (ATTEMPTS.c.subject == subject) & (ATTEMPTS.c.at > now - _WINDOW) & (ATTEMPTS.c.at <= now)
        count, last = connection.execute(select(func.count(), func.max(ATTEMPTS.c.at)).where(recent)).one()
        if count >= _FREE[kind]:
            pause = min(2 ** min(count - _FREE[kind], 20), _LONGEST)
            waits.append(pause - (now - last).total_seconds())
    return max(0, -int(-max(waits) // 1))


def note_try(connection: Connection, now: dt.datetime, counted: dict[str, str]) -> None:
    """Counts a try; tries nobody counts any more are removed."""
    connection.execute(delete(ATTEMPTS).where(ATTEMPTS.c.at < now - 2 * _WINDOW))
    connection.execute(ATTEMPTS.insert(), [{"subject": subject, "at": now} for subject in counted.values()])


def forget(connection: Connection, now: dt.datetime, counted: dict[str, str]) -> None:
    """The try of this moment was right: who made it starts afresh; what others tried still counts."""
    own = [subject for kind, subject in counted.items() if kind in ("pair", "device")]
    this = ATTEMPTS.c.subject.in_(counted.values()) & (ATTEMPTS.c.at == now)
    connection.execute(delete(ATTEMPTS).where(ATTEMPTS.c.subject.in_(own) | this))
