"""The audit: append-only lines, each holding the hash of the one before, so that a removed or changed line is found."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from dataclasses import dataclass

from sqlalchemy import Connection, select

from scorecard.access.tables import AUDIT

START = "0" * 64


@dataclass(frozen=True)
class Actor:
    """Who did something and from where; `who` empty is nobody who signed in, `address` empty the command line."""

    who: str
    address: str = ""


def record(
    connection: Connection, now: dt.datetime, actor: Actor, act: str, subject: str = "", result: str = "ok"
) -> None:
    """Append one line, within the transaction (`writing`) of what it tells of: neither is without the other.

    `act`, `subject` and `result` hold names, codes and counts; never a password, a token or a figure.
    """
    last = connection.execute(select(AUDIT.c.number, AUDIT.c.hash).order_by(AUDIT.c.number.desc()).limit(1)).first()
    number, previous = (last.number + 1, last.hash) if last else (1, START)
    line = {
        "number": number,
        "at": now,
        "who": actor.who,
        "address": actor.address,
        "act": act,
        "subject": subject,
        "result": result,
        "previous_hash": previous,
    }
    connection.execute(AUDIT.insert().values(line | {"hash": hash_of(line)}))


def hash_of(line: dict[str, object]) -> str:
    """The SHA-256 of a line without its own hash; the same text for the same line everywhere."""
    at = line["at"]
    assert isinstance(at, dt.datetime)
    told = {name: value for name, value in line.items() if name != "hash"}
    told["at"] = at.astimezone(dt.UTC).isoformat(timespec="microseconds")
    return hashlib.sha256(json.dumps(told, sort_keys=True, ensure_ascii=True).encode()).hexdigest()
