"""A command given a user does what that user may, and shows what that user may see."""

from __future__ import annotations

import datetime as dt

import typer

from scorecard.access.accounts.rows import find_account
from scorecard.access.lives import bind
from scorecard.access.roles import Act, Person
from scorecard.access.scope import build_scope
from scorecard.catalog import Catalog, load_catalog
from scorecard.catalog.scope import ALL, Scope
from scorecard.database.engine import open_database, reading
from scorecard.errors import AccessError
from scorecard.settings import Settings
from scorecard.text import command_words

_PERSON = "person"
# One of the acts is enough; a command that stands in no row is for nobody but who may open the files themselves.
ACTS: dict[str, frozenset[Act]] = {
    "lights": frozenset({Act.see_all, Act.see_own}),
    "chase": frozenset({Act.see_all, Act.see_own}),
    "weeks": frozenset({Act.see_all}),
    "changes": frozenset({Act.see_all}),
    "rehearse": frozenset({Act.see_all}),
    "briefing": frozenset({Act.see_all}),
    "letters": frozenset({Act.chase}),
    "verify": frozenset({Act.publish, Act.audit}),
    "template": frozenset({Act.publish}),
    "samples": frozenset({Act.publish}),
    "ingest": frozenset({Act.publish}),
    "withdraw": frozenset({Act.publish}),
    "retract": frozenset({Act.publish}),
    "republish": frozenset({Act.publish}),
    "original": frozenset({Act.publish}),
    "catalog": frozenset({Act.publish}),
    "user": frozenset({Act.accounts}),
    "audit": frozenset({Act.audit}),
}


def act_as(context: typer.Context, settings: Settings, user_name: str) -> None:
    """From here on the command is this user's; raises AccessError for a user or a command that cannot be."""
    with reading(open_database(settings.home)) as connection:
        account = find_account(connection, user_name)
    if account is None or account.disabled:
        raise AccessError(command_words.NO_SUCH_USER.format(found=user_name[:100]))
    own = account.unit_id, account.must_change, account.unit_from, account.created_at
    found = Person(account.account_id, account.user_name, account.full_name, account.role, *own)
    command = context.invoked_subcommand or ""
    if not any(found.may(act) for act in ACTS.get(command, frozenset())):
        raise AccessError(command_words.NOT_FOR_USER.format(user=found.user_name, command=command))
    if found.unit_id and found.unit_from is None:
        found = bind(found, load_catalog(settings.catalog))
    context.meta[_PERSON] = found


def scope_of(context: typer.Context, catalog: Catalog, day: dt.date) -> Scope:
    """What of the units a catalogue has on a day this command may show; everything where it is given no user."""
    found: Person | None = context.meta.get(_PERSON)
    return build_scope(found, catalog, day) if found else ALL
