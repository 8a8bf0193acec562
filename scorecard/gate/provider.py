"""Signing in through the identity provider: out to it, and back with a code (OpenID Connect, code flow with PKCE)."""

from __future__ import annotations

import base64
import json
from functools import lru_cache
from typing import Any

import requests
from authlib.common.security import generate_token
from authlib.integrations.base_client import OAuthError
from authlib.integrations.requests_client import OAuth2Session
from joserfc import jwk, jwt
from joserfc.errors import JoseError
from starlette.requests import Request
from starlette.responses import Response

from scorecard.access.sign_in.provider import Provider, admit, load_provider
from scorecard.catalog import Catalog, load_catalog
from scorecard.errors import AccessError, CatalogError
from scorecard.gate.forms import set_cookie, signed_in_answer, to
from scorecard.gate.requests import local_path
from scorecard.gate.signing_in import sign_in_page
from scorecard.gate.visits import Visit
from scorecard.settings import load_settings
from scorecard.text import provider_words

BACK = "/sign-in/provider/back"
_COOKIE, _MINUTES = "sc_provider", 10
_PATIENCE = 10  # seconds for the provider to answer
_SIGNED = ["RS256", "RS384", "RS512", "PS256", "ES256", "ES384", "EdDSA"]  # never "none", never a shared secret


def show_out(request: Request, _visit: Visit) -> Response:
    """On to the provider; what has to come back unchanged waits in a cookie only this server reads."""
    try:
        provider = _provider()
        kept = {name: generate_token(48) for name in ("state", "nonce", "verifier")}
        client = _client(provider)
        url, _ = client.create_authorization_url(
            _found(provider.issuer)["authorization_endpoint"],
            state=kept["state"],
            nonce=kept["nonce"],
            code_verifier=kept["verifier"],
        )
    except (AccessError, requests.RequestException, KeyError) as error:
        return sign_in_page(request, 502, problem=_said(error))
    answer = to(url)
    kept["next"] = local_path(request.query_params.get("next", "/"))
    value = base64.urlsafe_b64encode(json.dumps(kept).encode()).decode()
    set_cookie(request, answer, _COOKIE, value, _MINUTES * 60)
    return answer


def show_back(request: Request, visit: Visit) -> Response:
    """A session for whom the provider has named, or the sign-in page with the reason."""
    try:
        kept = json.loads(base64.urlsafe_b64decode(request.cookies.get(_COOKIE, "")))
        state, wanted = kept["state"], local_path(kept["next"])
    except (ValueError, KeyError, TypeError):
        return sign_in_page(request, 400, problem=provider_words.STALE)
    if request.query_params.get("state") != state:
        return sign_in_page(request, 400, problem=provider_words.STALE)
    try:
        provider = _provider()
        claims = _claims(provider, request.query_params.get("code", ""), kept["verifier"], kept["nonce"])
        found = admit(visit.engine, visit.now, provider, claims, visit.origin, _catalog())
    except (AccessError, requests.RequestException, OAuthError, JoseError, KeyError, ValueError) as error:
        return sign_in_page(request, 403, problem=_said(error))
    answer = signed_in_answer(request, wanted, found.token, found.device)
    answer.delete_cookie(_COOKIE, path="/")
    return answer


def _claims(provider: Provider, code: str, verifier: str, nonce: str) -> dict[str, Any]:
    """What the provider says of the person; raises where it is not for us, not of now, or not signed by it."""
    found = _found(provider.issuer)
    with _client(provider) as client:
        tokens = client.fetch_token(found["token_endpoint"], code=code, code_verifier=verifier, timeout=_PATIENCE)
    keys = requests.get(found["jwks_uri"], timeout=_PATIENCE)
    keys.raise_for_status()
    token = jwt.decode(tokens["id_token"], jwk.KeySet.import_key_set(keys.json()), algorithms=_SIGNED)
    rules = jwt.JWTClaimsRegistry(
        leeway=60,
        iss={"essential": True, "value": provider.issuer},
        aud={"essential": True, "value": provider.client_id},
        exp={"essential": True},
        nonce={"essential": True, "value": nonce},
    )
    rules.validate(token.claims)
    claims: dict[str, Any] = token.claims
    return claims


def _client(provider: Provider) -> OAuth2Session:
    return OAuth2Session(
        provider.client_id,
        provider.client_secret,
        scope="openid profile",
        redirect_uri=provider.address + BACK,
        code_challenge_method="S256",
    )


@lru_cache(maxsize=4)
def _found(issuer: str) -> dict[str, str]:
    """Where the provider's doors are, as it says itself; asked once a process."""
    answer = requests.get(f"{issuer}/.well-known/openid-configuration", timeout=_PATIENCE)
    answer.raise_for_status()
    found: dict[str, str] = answer.json()
    if found.get("issuer", "").rstrip("/") != issuer:
        raise AccessError(provider_words.REFUSED)
    return found


def _provider() -> Provider:
    provider = load_provider(load_settings().home)
    if provider is None:
        raise AccessError(provider_words.REFUSED)
    return provider


def _catalog() -> Catalog | None:
    """The catalogue in force; a mistake in it keeps nobody out, accounts then stay bound as they are."""
    try:
        return load_catalog(load_settings().catalog)
    except CatalogError:
        return None


def _said(error: Exception) -> str:
    """What a visitor is told; what a library says may hold a code or an address."""
    if isinstance(error, AccessError):
        return str(error)
    return provider_words.UNREACHABLE if isinstance(error, requests.RequestException) else provider_words.REFUSED
