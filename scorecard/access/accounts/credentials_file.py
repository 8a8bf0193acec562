"""Accounts as the YAML credentials of streamlit-authenticator 0.4.2, in and out."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from typing import Any

import yaml
from sqlalchemy import Engine, select

from scorecard.access.accounts.bulk_import import Entry, Imported, import_accounts, refuse
from scorecard.access.accounts.rows import NewAccount
from scorecard.access.audit.record import Actor, record
from scorecard.access.roles import Role
from scorecard.access.tables import ACCOUNTS
from scorecard.database.engine import writing
from scorecard.errors import AccessError
from scorecard.text import account_words

_MOST_BYTES = 2 * 1024 * 1024
# Another cost than everybody else's would tell by the time it takes which names there are.
_HASH = re.compile(r"\$2[aby]\$12\$[./A-Za-z0-9]{53}")


def export_credentials(engine: Engine, actor: Actor, now: dt.datetime) -> str:
    """Every enabled account with a password; `unit_id`, `unit_from` are keys of ours that the library leaves alone.

    A password of more than 72 bytes opens here only: the library gives bcrypt the password itself, which refuses it.
    """
    usable = ACCOUNTS.c.disabled.is_(False) & ACCOUNTS.c.password_hash.is_not(None)
    with writing(engine) as connection:
        rows = connection.execute(select(ACCOUNTS).where(usable).order_by(ACCOUNTS.c.user_name)).all()
        record(connection, now, actor, "account.export", "", str(len(rows)))
    users = {
        row.user_name: {"email": "", **_names(row.full_name), "password": row.password_hash, "roles": [row.role]}
        | {name: row._mapping[name] for name in ("unit_id", "unit_from") if row._mapping[name]}  # noqa: SLF001 - public
        for row in rows
    }
    return yaml.safe_dump({"credentials": {"usernames": users}}, allow_unicode=True, sort_keys=False)


def import_credentials(
    engine: Engine,
    actor: Actor,
    now: dt.datetime,
    content: bytes,
    *,
    role: Role | None = None,
    known_units: Mapping[str, dt.date] | None = None,
) -> list[Imported]:
    """Makes an account of every entry, with its hash; whole or not at all. Raises AccessError naming every bad entry.

    `role` is for entries whose `roles` name none of ours; without it they are refused.
    """
    entries, problems = [], []
    for key, user in _users(content).items():
        try:
            entries.append(Entry(f"usernames.{key}", _new(key, user, role)))
        except AccessError as error:
            problems.append(f"usernames.{key}: {error}")
    refuse(problems)
    return import_accounts(engine, actor, now, entries, hours=0, known_units=known_units)


def _users(content: bytes) -> dict[Any, Any]:
    if len(content) > _MOST_BYTES:
        raise AccessError(account_words.YAML_TOO_LARGE.format(most=_MOST_BYTES // 1024 // 1024))
    try:
        read = yaml.safe_load(content)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        raise AccessError(account_words.NOT_YAML.format(line=mark.line + 1 if mark else "?")) from None
    credentials = read.get("credentials") if isinstance(read, dict) else None
    users = credentials.get("usernames") if isinstance(credentials, dict) else None
    if not isinstance(users, dict) or not users:
        raise AccessError(account_words.NO_USERNAMES)
    return users


def _new(key: object, user: object, role: Role | None) -> NewAccount:
    if not isinstance(key, str | int) or not isinstance(user, dict):
        raise AccessError(account_words.BAD_ENTRY)
    password = user.get("password")
    if not isinstance(password, str) or not _HASH.fullmatch(password):
        raise AccessError(account_words.NOT_HASHED)
    unit_id = user.get("unit_id")
    role = _role(user.get("roles"), role)
    own = str(unit_id) if unit_id else None
    return NewAccount(
        str(key), _full_name(str(key), user), role, own, password, unit_from=_since(user.get("unit_from"))
    )


def _since(given: object) -> dt.date | None:
    """The first day of a unit's life; none where the file does not say it."""
    try:
        return dt.date.fromisoformat(str(given)) if given else None
    except ValueError:
        raise AccessError(account_words.BAD_SINCE.format(found=str(given)[:60])) from None


def _role(names: object, otherwise: Role | None) -> Role:
    given = [name for name in (names if isinstance(names, list) else [names]) if isinstance(name, str)]
    ours = {Role(name) for name in given if name in set(Role)}
    if len(ours) == 1:
        return ours.pop()
    if otherwise is None or ours:
        found = ", ".join(given)[:60]
        raise AccessError(account_words.NO_ROLE.format(found=found, roles=", ".join(Role)))
    return otherwise


def _full_name(key: str, user: dict[Any, Any]) -> str:
    parts = [user.get("first_name"), user.get("last_name")]
    whole = " ".join(part for part in parts if isinstance(part, str)).strip()
    name = user.get("name")
    return whole or (name.strip() if isinstance(name, str) else "") or key


def _names(full_name: str) -> dict[str, str]:
    """Both halves such that the library, which prints the first before the last, shows the name as it is."""
    first, _, last = full_name.rpartition(" ")
    return {"first_name": first, "last_name": last}
