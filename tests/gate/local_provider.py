"""An identity provider of this machine, and what it can be made to lie about."""

from __future__ import annotations

import base64
import hashlib
import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from joserfc import jwk, jwt

CLIENT, SECRET = "scorecard", "a shared secret"


@dataclass
class LocalProvider:
    """Signs in whoever `claims` name; `lie` names what is wrong with the next token."""

    url: str = ""
    claims: dict[str, Any] = field(default_factory=dict)
    lie: str = ""
    asked: dict[str, list[str]] = field(default_factory=dict)
    key: jwk.RSAKey = field(default_factory=lambda: jwk.RSAKey.generate_key(2048, {"kid": "k1"}))

    def token(self) -> str:
        """The ID token for the last question, with the lie in it."""
        now = int(time.time())
        claims = {"iss": self.url, "aud": CLIENT, "sub": "1", "iat": now, "exp": now + 300} | self.claims
        claims["nonce"] = self.asked["nonce"][0]
        claims |= {
            "issuer": {"iss": "http://127.0.0.1:1"},
            "audience": {"aud": "somebody else"},
            "nonce": {"nonce": "x"},
            "expired": {"exp": now - 3600},
        }.get(self.lie, {})
        if self.lie == "no signature":
            parts = [json.dumps(part).encode() for part in ({"alg": "none"}, claims)]
            return ".".join([*(base64.urlsafe_b64encode(part).rstrip(b"=").decode() for part in parts), ""])
        key = jwk.RSAKey.generate_key(2048, {"kid": "k1"}) if self.lie == "another key" else self.key
        return jwt.encode({"alg": "RS256", "kid": "k1"}, claims, key)


class Doors(BaseHTTPRequestHandler):
    """Where a client goes: what there is, the sign-in (which asks nothing), the exchange of the code, the keys."""

    provider: LocalProvider

    def log_message(self, *_: object) -> None:
        """Nothing is said."""

    def answer(self, status: int, content: object = None, location: str = "") -> None:
        body = json.dumps(content).encode()
        self.send_response(status)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(body)))
        if location:
            self.send_header("location", location)
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self) -> None:
        parts, provider = urlsplit(self.path), self.provider
        if parts.path == "/.well-known/openid-configuration":
            doors = {"authorization_endpoint": "/authorize", "token_endpoint": "/token", "jwks_uri": "/keys"}
            self.answer(200, {"issuer": provider.url} | {name: provider.url + path for name, path in doors.items()})
        elif parts.path == "/keys":
            self.answer(200, {"keys": [provider.key.as_dict(private=False)]})
        else:
            provider.asked = parse_qs(parts.query)
            back = {"code": "c0de", "state": provider.asked["state"][0]}
            self.answer(302, location=f"{provider.asked['redirect_uri'][0]}?{urlencode(back)}")

    def do_POST(self) -> None:
        sent, provider = parse_qs(self.rfile.read(int(self.headers["content-length"])).decode()), self.provider
        challenge = hashlib.sha256(sent["code_verifier"][0].encode()).digest()
        basic = base64.b64encode(f"{CLIENT}:{SECRET}".encode()).decode()
        proved = base64.urlsafe_b64encode(challenge).rstrip(b"=").decode() == provider.asked["code_challenge"][0]
        known = self.headers["authorization"] == f"Basic {basic}" and sent["code"] == ["c0de"]
        if not proved or not known or provider.lie == "code":
            self.answer(400, {"error": "invalid_grant"})
        else:
            self.answer(200, {"access_token": "a", "token_type": "Bearer", "id_token": provider.token()})


@contextmanager
def local_provider() -> Iterator[LocalProvider]:
    """Runs one on loopback until the block ends."""
    provider = LocalProvider()
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Doors", (Doors,), {"provider": provider}))
    provider.url = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield provider
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
