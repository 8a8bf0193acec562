"""Many accounts at once: all of them, or none and every reason why not."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Engine

from scorecard.access.accounts.invitations import give_token
from scorecard.access.accounts.rows import Account, NewAccount, described, insert_account
from scorecard.access.audit.record import Actor, record
from scorecard.database.engine import writing
from scorecard.errors import AccessError
from scorecard.text import account_words

_MOST_TOLD = 100


@dataclass(frozen=True)
class Entry:
    """An account to be made, and where it stands in its file, for messages."""

    place: str
    new: NewAccount


@dataclass(frozen=True)
class Imported:
    """An account that was made; `token` is the invitation it was given, empty where it brought its password."""

    account: Account
    token: str = ""


def import_accounts(
    engine: Engine,
    actor: Actor,
    now: dt.datetime,
    entries: Sequence[Entry],
    *,
    hours: int,
    known_units: Mapping[str, dt.date] | None,
) -> list[Imported]:
    """Makes all accounts in one transaction; raises AccessError naming every one that cannot be made."""
    made, problems = [], []
    with writing(engine) as connection:
        for entry in entries:
            try:
                account = insert_account(connection, now, entry.new, known_units)
            except AccessError as error:
                problems.append(f"{entry.place}: {error}")
                continue
            record(connection, now, actor, "account.add", account.user_name, described(account))
            token = "" if account.has_password else give_token(connection, now, account, hours)
            made.append(Imported(account, token))
        refuse(problems)
        record(connection, now, actor, "account.import", "", str(len(made)))
    return made


def refuse(problems: Sequence[str]) -> None:
    """Raises AccessError with the problems, if there are any."""
    if problems:
        more = [account_words.AND_MORE.format(count=len(problems) - _MOST_TOLD)] if len(problems) > _MOST_TOLD else []
        raise AccessError(
            "\n".join((account_words.NOT_IMPORTED.format(count=len(problems)), *problems[:_MOST_TOLD], *more))
        )
