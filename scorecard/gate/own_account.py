"""What everybody may do with the own account: change the password, look at the own sessions and end them."""

from __future__ import annotations

import datetime as dt

from starlette.requests import Request
from starlette.responses import Response

from scorecard.access.accounts.accounts import set_password
from scorecard.access.accounts.passwords import is_password
from scorecard.access.accounts.rows import password_hash_of
from scorecard.access.sign_in.sessions import end_own_session, end_session, list_sessions
from scorecard.access.sign_in.sign_in import Refused, sign_in
from scorecard.catalog import load_catalog
from scorecard.database.engine import reading
from scorecard.errors import AccessError, CatalogError
from scorecard.format import moment_vi
from scorecard.gate.forms import page, signed_in_answer, signed_out_answer, to
from scorecard.gate.visits import Visit
from scorecard.settings import load_settings
from scorecard.text import sign_in_words


def show_password(request: Request, visit: Visit) -> Response:
    """The form for another password."""
    return _password_form(request, visit, "") if visit.person else to("/sign-in?next=/password")


def answer_password(request: Request, visit: Visit, fields: dict[str, str]) -> Response:
    """Another password: every session of the account ends, and this browser gets a new one."""
    person = visit.person
    if person is None:
        return to("/sign-in?next=/password")
    new = fields.get("new", "")
    if new != fields.get("again", ""):
        return _password_form(request, visit, sign_in_words.NOT_THE_SAME)
    with reading(visit.engine) as connection:
        hashed = password_hash_of(connection, person.account_id)
    if not is_password(fields.get("old", ""), hashed):
        return _password_form(request, visit, sign_in_words.OLD_WRONG)
    try:
        set_password(visit.engine, visit.actor, visit.now, person.account_id, new)
    except AccessError as error:
        return _password_form(request, visit, str(error))
    found = sign_in(visit.engine, visit.now, person.user_name, new, visit.origin)
    if isinstance(found, Refused):
        return signed_out_answer(request, "/sign-in")
    return signed_in_answer(request, "/account?changed", found.token, found.device)


def show_account(request: Request, visit: Visit) -> Response:
    """Who is signed in, and where else."""
    person = visit.person
    if person is None:
        return to("/sign-in?next=/account")
    zone = _zone()
    sessions = [
        {
            "key": own.key,
            "since": moment_vi(own.created_at.astimezone(zone)),
            "seen": moment_vi(own.seen_at.astimezone(zone)),
            "address": own.address,
            "agent": own.agent,
            "current": own.current,
        }
        for own in list_sessions(visit.engine, visit.now, person.account_id, visit.token)
    ]
    line = sign_in_words.ROLE_LINE.format(role=sign_in_words.ROLE_NAMES[person.role], name=person.user_name)
    said = sign_in_words.CHANGED if "changed" in request.query_params else ""
    return page(request, "entry/account", full_name=person.full_name, line=line, sessions=sessions, said=said)


def answer_sign_out(request: Request, visit: Visit, _fields: dict[str, str]) -> Response:
    """The session opens nothing any more, whoever copied its cookie."""
    end_session(visit.engine, visit.now, visit.actor, visit.token)
    return signed_out_answer(request, "/sign-in?out")


def answer_end(_request: Request, visit: Visit, fields: dict[str, str]) -> Response:
    """One of the own sessions ends."""
    if visit.person is None:
        return to("/sign-in?next=/account")
    end_own_session(visit.engine, visit.now, visit.actor, visit.person.account_id, fields.get("key", ""))
    return to("/account")


def _zone() -> dt.tzinfo | None:
    """The zone of the catalogue in force; None is the server's own, where the catalogue cannot be read."""
    try:
        return load_catalog(load_settings().catalog).zone
    except CatalogError:
        return None


def _password_form(request: Request, visit: Visit, problem: str) -> Response:
    assert visit.person
    must = visit.person.must_change
    return page(
        request, "entry/password", 400 if problem else 200, name=visit.person.user_name, must=must, problem=problem
    )
