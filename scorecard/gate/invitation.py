"""The page behind a one-time link, where somebody chooses the first password."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from scorecard.access.accounts.invitations import accept, invited_account
from scorecard.access.accounts.rows import Account
from scorecard.access.audit.record import Actor
from scorecard.access.sign_in.sign_in import Refused, sign_in
from scorecard.errors import AccessError
from scorecard.gate.forms import page, signed_in_answer, to
from scorecard.gate.visits import Visit
from scorecard.text import account_words, sign_in_words


def show_invitation(request: Request, visit: Visit) -> Response:
    """The form for the invited account; a link that is used up or has run out says so."""
    return _form(request, _invited(request, visit), "")


def answer_invitation(request: Request, visit: Visit, fields: dict[str, str]) -> Response:
    """The account gets its password and is signed in."""
    account = _invited(request, visit)
    password = fields.get("new", "")
    if password != fields.get("again", ""):
        return _form(request, account, sign_in_words.NOT_THE_SAME)
    try:
        actor = Actor(account.user_name, visit.origin.address)
        accept(visit.engine, actor, visit.now, request.path_params["token"], password)
    except AccessError as error:
        return _form(request, account, str(error))
    found = sign_in(visit.engine, visit.now, account.user_name, password, visit.origin)
    return to("/sign-in") if isinstance(found, Refused) else signed_in_answer(request, "/", found.token, found.device)


def _invited(request: Request, visit: Visit) -> Account:
    account = invited_account(visit.engine, visit.now, request.path_params["token"])
    if account is None:
        raise HTTPException(404, account_words.INVITATION_GONE)
    return account


def _form(request: Request, account: Account, problem: str) -> Response:
    line = sign_in_words.INVITATION_FOR.format(name=account.user_name, full_name=account.full_name)
    return page(
        request, "entry/invitation", 400 if problem else 200, line=line, name=account.user_name, problem=problem
    )
