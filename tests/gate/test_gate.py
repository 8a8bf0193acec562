"""A real server before strangers: what is refused, what is answered, and what every answer carries."""

from __future__ import annotations

import base64
import http.client
import re
import secrets
import socket
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

import pytest

from benchmarks.servers import Server
from benchmarks.visitors import VISITOR, let_in
from scorecard.access.accounts.accounts import add_account, set_disabled
from scorecard.access.audit.record import Actor
from scorecard.access.roles import Role
from scorecard.access.sign_in.sessions import SESSION_COOKIE
from scorecard.access.tables import ACCOUNTS
from scorecard.address.page_names import PAGES
from scorecard.database.engine import open_database, reading
from tests.access.people import NOW
from tests.forked_servers import serving
from tests.homes.small_home import small_home

WORD = "một câu dài dễ nhớ"
PATHS = [
    "/",
    *(f"/{name}" for name, _ in PAGES),
    "/task?task=1&week=2023-W42",
    "/index.html",
    "/static/js/index.js",
    "/app/static/fonts/../../../app.py",
    "/app/static/other.txt",
    "/media/0123456789abcdef.png",
    "/component/x/index.html",
    "/_stcore/host-config",
    "/_stcore/metrics",
    "/_stcore/script-health-check",
    "/_stcore/allowed-message-origins",
    "/_stcore/upload_file/a/b",
    "/data/snapshots/week=2023-W42/revision=001/lights.parquet",
    "/scorecard.sqlite3",
    "/accounts",
    "/audit",
    "/nowhere",
    "//evil.example/",
    "/%2e%2e/%2e%2e/etc/passwd",
]


@dataclass
class Answer:
    """What came back."""

    status: int
    headers: dict[str, str]
    text: str
    cookies: list[str]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = small_home(tmp_path_factory.mktemp("gate"))
    engine = open_database(home)
    for name, change in (("hung", False), ("moi", True)):
        add_account(engine, Actor("x"), NOW, name, name, Role.leader, password=WORD, must_change=change)
    return home


@pytest.fixture(scope="module")
def server(home: Path) -> Iterator[Server]:
    with serving("app.py", home, home.parent / "catalog") as server:
        yield server


def ask(
    server: Server,
    path: str,
    method: str = "GET",
    body: dict[str, str] | None = None,
    **headers: str,
) -> Answer:
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)
    sent = {name.replace("_", "-"): value for name, value in headers.items()}
    if body is not None:
        sent.setdefault("content-type", "application/x-www-form-urlencoded")
    connection.request(method, path, urlencode(body) if body is not None else None, sent)
    answer = connection.getresponse()
    found = answer.getheaders()
    text = answer.read().decode("utf-8", "replace")
    connection.close()
    given = [value for name, value in found if name.lower() == "set-cookie"]
    return Answer(answer.status, {name.lower(): value for name, value in found}, text, given)


def own(server: Server) -> str:
    return f"http://127.0.0.1:{server.port}"


def form(server: Server, path: str = "/sign-in", cookie: str = "") -> tuple[str, str]:
    """The token of a form and the cookie it belongs to."""
    answer = ask(server, path, cookie=cookie)
    token = re.search(r'name="token" value="([^"]+)"', answer.text)
    assert token, answer.text
    return token[1], answer.cookies[0].split(";")[0] if answer.cookies else cookie


def sign_in(server: Server, name: str, word: str, **headers: str) -> Answer:
    token, cookie = form(server)
    fields = {"token": token, "name": name, "password": word, "next": headers.pop("next", "/")}
    return ask(server, "/sign-in", "POST", fields, cookie=cookie, **{"origin": own(server)} | headers)


def session_of(answer: Answer) -> str:
    return next(cookie.split(";")[0] for cookie in answer.cookies if cookie.startswith(SESSION_COOKIE))


@pytest.mark.parametrize("accept", ["text/html", "*/*"])
@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("method", ["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS"])
def test_a_stranger_gets_nothing_but_the_way_to_sign_in(server: Server, path: str, method: str, accept: str) -> None:
    forged = f"{SESSION_COOKIE}={secrets.token_urlsafe(32)}"
    for cookie in ("", forged, f"{SESSION_COOKIE}=", f'{SESSION_COOKIE}="a\\"; {SESSION_COOKIE}=b'):
        answer = ask(server, path, method, accept=accept, cookie=cookie, origin=own(server))
        assert answer.status in (303, 401, 404, 405), (path, method, answer.status)
        if answer.status == 303:
            assert answer.headers["location"].startswith("/sign-in")
        told = answer.text + str(answer.headers)
        assert "Unit S1" not in told and "streamlit" not in told.lower() and "Traceback" not in told


def test_the_health_of_the_server_is_told_without_any_detail(server: Server) -> None:
    answer = ask(server, "/_stcore/health")
    assert (answer.status, answer.text) == (200, "ok")


@pytest.mark.parametrize("origin", ["", "http://evil.example", "null", "https://127.0.0.1", "http://127.0.0.1:1"])
@pytest.mark.parametrize("token", ["", VISITOR], ids=["nobody", "visitor"])
def test_a_websocket_needs_a_session_and_a_page_of_ours(server: Server, origin: str, token: str) -> None:
    assert upgrade(server, origin, token) == 403


def test_a_websocket_with_both_is_let_through_and_without_a_session_is_not(server: Server) -> None:
    assert upgrade(server, own(server), VISITOR) == 101
    assert upgrade(server, own(server), "") == 403
    assert upgrade(server, own(server), "forged") == 403


def upgrade(server: Server, origin: str, token: str) -> int:
    key = base64.b64encode(secrets.token_bytes(16)).decode()
    lines = [
        "GET /_stcore/stream HTTP/1.1",
        f"Host: 127.0.0.1:{server.port}",
        "Upgrade: websocket",
        "Connection: Upgrade",
        f"Sec-WebSocket-Key: {key}",
        "Sec-WebSocket-Version: 13",
        *([f"Origin: {origin}"] if origin else []),
        *([f"Cookie: {SESSION_COOKIE}={token}"] if token else []),
    ]
    with socket.create_connection(("127.0.0.1", server.port), timeout=20) as connection:
        connection.sendall(("\r\n".join(lines) + "\r\n\r\n").encode())
        return int(connection.recv(200).split()[1])


def test_who_signs_in_gets_a_cookie_no_script_reads_and_goes_on_to_the_page(server: Server) -> None:
    answer = sign_in(server, "HUNG ", WORD, next="/task?task=1")
    assert (answer.status, answer.headers["location"]) == (303, "/task?task=1")
    cookie = next(cookie for cookie in answer.cookies if cookie.startswith(SESSION_COOKIE))
    assert "HttpOnly" in cookie and "SameSite=lax" in cookie and "Path=/" in cookie and "Secure" not in cookie
    assert ask(server, "/task?task=1", accept="text/html", cookie=cookie.split(";")[0]).status == 200


def test_behind_a_proxy_that_speaks_tls_the_cookie_is_for_tls_alone(server: Server) -> None:
    origin = own(server).replace("http:", "https:")
    answer = sign_in(server, "hung", WORD, x_forwarded_proto="https", origin=origin)
    assert answer.status == 303 and all("Secure" in cookie for cookie in answer.cookies if "Max-Age=0" not in cookie)
    assert answer.headers["strict-transport-security"]


@pytest.mark.parametrize(
    "wanted", ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:x", "/a\nb"]
)
def test_nobody_is_led_off_the_server(server: Server, wanted: str) -> None:
    assert sign_in(server, "hung", WORD, next=wanted).headers["location"] == "/"


@pytest.mark.parametrize("name", ["hung", "nobody", "<script>alert(1)</script>"])
def test_what_is_wrong_is_said_in_one_sentence(server: Server, name: str) -> None:
    answer = sign_in(server, name, "sai")
    assert answer.status == 401 and "Tên đăng nhập hoặc mật khẩu không đúng." in answer.text
    assert "<script" not in answer.text and not [cookie for cookie in answer.cookies if SESSION_COOKIE in cookie]


@pytest.mark.parametrize("change", ["token", "cookie", "origin", "no origin", "size"])
def test_a_form_from_elsewhere_is_refused(server: Server, change: str) -> None:
    token, cookie = form(server)
    fields = {"token": token, "name": "hung", "password": WORD}
    headers = {"cookie": cookie, "origin": own(server)}
    if change == "token":
        fields["token"] = "0" * 64
    elif change == "cookie":
        headers["cookie"] = "sc_form=other"
    elif change == "origin":
        headers["origin"] = "http://evil.example"
    elif change == "no origin":
        del headers["origin"]
    else:
        fields["name"] = "a" * 30_000
    answer = ask(server, "/sign-in", "POST", fields, **headers)
    assert answer.status == (413 if change == "size" else 403)
    assert not [cookie for cookie in answer.cookies if SESSION_COOKIE in cookie]


def test_a_copied_cookie_opens_nothing_after_signing_out(server: Server) -> None:
    cookie = session_of(sign_in(server, "hung", WORD))
    token, _ = form(server, "/account", cookie)
    answer = ask(server, "/sign-out", "POST", {"token": token}, cookie=cookie, origin=own(server))
    assert answer.headers["location"] == "/sign-in?out"
    assert ask(server, "/", accept="text/html", cookie=cookie).headers["location"].startswith("/sign-in")


def test_a_password_that_was_given_has_to_be_changed_first(server: Server) -> None:
    cookie = session_of(sign_in(server, "moi", WORD))
    assert ask(server, "/task", accept="text/html", cookie=cookie).headers["location"] == "/password"
    assert upgrade(server, own(server), cookie.split("=", 1)[1]) == 403
    token, _ = form(server, "/password", cookie)
    new = {"token": token, "old": WORD, "new": "câu của riêng tôi thôi", "again": "câu của riêng tôi thôi"}
    for change, said in (
        ({"again": "khác"}, "không giống nhau"),
        ({"old": "sai"}, "hiện nay không đúng"),
        ({"new": "ngắn", "again": "ngắn"}, "quá ngắn"),
    ):
        answer = ask(server, "/password", "POST", new | change, cookie=cookie, origin=own(server))
        assert answer.status == 400 and said in answer.text
    answer = ask(server, "/password", "POST", new, cookie=cookie, origin=own(server))
    assert ask(server, "/task", accept="text/html", cookie=cookie).status == 303  # the old session ended
    assert ask(server, "/task", accept="text/html", cookie=session_of(answer)).status == 200


def test_a_disabled_account_is_out_at_once(server: Server, home: Path) -> None:
    engine = open_database(home)
    add_account(engine, Actor("x"), NOW, "tam", "Tạm", Role.leader, password=WORD, must_change=False)
    cookie = session_of(sign_in(server, "tam", WORD))
    assert ask(server, "/", accept="text/html", cookie=cookie).status == 200
    with reading(engine) as connection:
        number = connection.execute(ACCOUNTS.select().where(ACCOUNTS.c.user_name == "tam")).one().account_id
    set_disabled(engine, Actor("x"), NOW, number, True)
    assert ask(server, "/", accept="text/html", cookie=cookie).status == 303


@pytest.mark.parametrize(
    ("role", "unit_id", "location"),
    [(Role.unit, "S1", "/unit?unit=S1"), (Role.admin, None, "/accounts"), (Role.leader, None, "")],
)
def test_the_first_page_is_one_the_role_opens(
    server: Server, home: Path, role: Role, unit_id: str | None, location: str
) -> None:
    token = let_in(home, role, unit_id, secrets.token_urlsafe(32))
    answer = ask(server, "/", accept="text/html", cookie=f"{SESSION_COOKIE}={token}")
    assert answer.headers.get("location", "") == location and answer.status == (303 if location else 200)


LED = {
    # what is asked of the overview: where somebody of S1 is led instead
    "week=2023-W42&revision=1&unit=S1&task=2": "unit=S1&week=2023-W42&revision=1&why=S1:2",
    "week=2023-W42&only=red_amber&next=//evil.example": "unit=S1&week=2023-W42",
    "unit=S1": "unit=S1",
    "unit=S2&task=2": "unit=S2&why=S2:2",  # the page refuses it in its own words
    "group=area:D1&task=1": "unit=S1&why=area:D1:1",
    "task=1": "unit=S1&why=province:1",
    "why=S1:1": "unit=S1&why=S1:1",
    "unit=%0d%0aSet-Cookie:x&week=//evil.example": "unit=%0D%0ASet-Cookie:x&week=%2F%2Fevil.example",
    "unit=%C4%91%ff&week=a%26b": "unit=%C4%91%EF%BF%BD&week=a%26b",
}


@pytest.mark.parametrize("query", LED)
def test_a_link_to_the_overview_leads_a_unit_to_the_same_week_and_light(server: Server, home: Path, query: str) -> None:
    token = let_in(home, Role.unit, "S1", secrets.token_urlsafe(32))
    answer = ask(server, f"/?{query}", accept="text/html", cookie=f"{SESSION_COOKIE}={token}")
    assert answer.status == 303 and answer.headers["location"] == f"/unit?{LED[query]}"
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize("name", ["X-Streamlit-User", "X-Forwarded-User", "Remote-User", "X-Auth-Request-Email"])
def test_a_header_that_claims_a_user_is_nobody(server: Server, name: str) -> None:
    assert ask(server, "/", accept="text/html", **{name: "admin"}).status == 303


@pytest.mark.parametrize("path", ["/", "/sign-in", "/nowhere", "/_stcore/health", "/task"])
def test_every_answer_carries_the_headers_of_the_house(server: Server, path: str) -> None:
    for cookie in ("", f"{SESSION_COOKIE}={VISITOR}"):
        headers = ask(server, path, accept="text/html", cookie=cookie).headers
        assert headers["x-content-type-options"] == "nosniff" and headers["x-frame-options"] == "DENY"
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        assert headers["referrer-policy"] == "same-origin" and "camera=()" in headers["permissions-policy"]
        assert not re.search(r"\d+\.\d+", headers.get("server", "")) and "x-powered-by" not in headers


@pytest.mark.parametrize("value", ["a b", '"quoted"', "a;b", "\\", "=", "é"])
def test_an_odd_cookie_leads_to_signing_in_and_no_further(server: Server, value: str) -> None:
    cookie = f"{SESSION_COOKIE}={value}".encode().decode("latin-1")
    assert ask(server, "/", accept="text/html", cookie=cookie).status == 303
    assert ask(server, "/sign-in", accept="text/html", cookie=cookie).status == 200
