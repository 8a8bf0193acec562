"""The identity provider of the province, where the home names one: who it says somebody is, and which role that is."""

from __future__ import annotations

import datetime as dt
import tomllib
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator
from sqlalchemy import Connection, Engine, select

from scorecard.access.account_names import checked_full_name, checked_name
from scorecard.access.accounts.rows import (
    Account,
    NewAccount,
    change_account,
    find_account,
    insert_account,
)
from scorecard.access.audit.record import Actor, record
from scorecard.access.lives import life_today, unit_columns
from scorecard.access.roles import Role
from scorecard.access.sign_in.sign_in import SignedIn, enter
from scorecard.access.sign_in.throttle import Origin, is_known
from scorecard.access.tables import ACCOUNTS
from scorecard.catalog import Catalog
from scorecard.database.engine import writing
from scorecard.errors import AccessError
from scorecard.text import provider_words

FILE = "oidc.toml"
_OWN_MACHINE = ("127.0.0.1", "localhost", "::1")


class Provider(BaseModel):
    """What `<home>/oidc.toml` says: where the provider is, who we are to it, and what its claims mean here.

    `roles` maps a value of the claim `role_claim` to a role; a person with none of them is not let in.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")
    issuer: str
    client_id: str
    client_secret: str = Field(repr=False)
    address: str  # of this server, as browsers see it
    name_claim: str = "preferred_username"
    full_name_claim: str = "name"
    role_claim: str = "roles"
    unit_claim: str = "unit"
    roles: dict[str, Role]

    @field_validator("issuer", "address")
    @classmethod
    def _encrypted(cls, value: str) -> str:
        parts = urlsplit(value)
        if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in _OWN_MACHINE):
            raise ValueError(provider_words.NEEDS_HTTPS)
        return value.rstrip("/")


def load_provider(home: Path) -> Provider | None:
    """The provider of a home, None where it names none; raises AccessError for a file that cannot be used."""
    file = home / FILE
    try:
        content = tomllib.loads(file.read_text(encoding="utf-8"))
        return Provider.model_validate(content)
    except FileNotFoundError:
        return None
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]  # the input may be the secret
        place = ".".join(map(str, first["loc"]))
        raise AccessError(provider_words.BAD_FILE.format(file=FILE, place=place, detail=first["msg"])) from None
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        raise AccessError(provider_words.UNREADABLE.format(file=FILE)) from None


def admit(
    engine: Engine,
    now: dt.datetime,
    provider: Provider,
    claims: dict[str, Any],
    origin: Origin,
    catalog: Catalog | None = None,
) -> SignedIn:
    """A session for whom the claims name, with the role they map to; the account is made or changed accordingly.

    A unit's code means who bears it on the day of the sign-in, by the catalogue.
    Raises AccessError, told to the visitor, for somebody without a role here, or whose account is disabled.
    """
    role = _role(provider, claims)
    unit_id = _text(claims, provider.unit_claim) or None if role is Role.unit else None
    name = checked_name(_text(claims, provider.name_claim))
    if role is None or (role is Role.unit and unit_id is None):
        raise AccessError(provider_words.NO_ROLE.format(name=name))
    with writing(engine) as connection:
        account = find_account(connection, name)
        if account is None:
            full_name = checked_full_name(_text(claims, provider.full_name_claim) or name)
            since = _since(catalog, now, unit_id, None)
            account = insert_account(connection, now, NewAccount(name, full_name, role, unit_id, unit_from=since))
            record(connection, now, Actor(name, origin.address), "account.provider", name, str(role))
        elif account.disabled or account.demo:
            raise AccessError(provider_words.DISABLED.format(name=name))
        elif (since := _since(catalog, now, unit_id, account), account.role, account.unit_id) != (
            account.unit_from,
            role,
            unit_id,
        ):
            values = {"role": role.value, **unit_columns(unit_id, since)}
            account = change_account(connection, now, account.account_id, values)
            record(connection, now, Actor(name, origin.address), "account.role", name, str(role))
        return _enter(connection, now, account, origin)


def _since(catalog: Catalog | None, now: dt.datetime, unit_id: str | None, account: Account | None) -> dt.date | None:
    """The first day of the life a code means now; where nobody bears it, an account stays bound as it is."""
    kept = account.unit_from if account and account.unit_id == unit_id else None
    if catalog is None or unit_id is None:
        return kept
    day = now.astimezone(catalog.zone).date()
    unit = life_today(catalog, unit_id, day)
    return unit.valid_from if unit and (unit.lives_on(day) or kept is None) else kept


def _enter(connection: Connection, now: dt.datetime, account: Account, origin: Origin) -> SignedIn:
    row = connection.execute(select(ACCOUNTS).where(ACCOUNTS.c.account_id == account.account_id)).one()
    return enter(connection, now, row, origin, known=is_known(connection, account.account_id, origin.device))


def _role(provider: Provider, claims: dict[str, Any]) -> Role | None:
    """The first role of the file's order that one of the claim's values maps to."""
    said = claims.get(provider.role_claim)
    values = said if isinstance(said, list) else [said]
    return next((role for value, role in provider.roles.items() if value in values), None)


def _text(claims: dict[str, Any], name: str) -> str:
    value = claims.get(name)
    return value if isinstance(value, str) else ""
