"""`python -m scorecard user …` and `… audit …`, as an administrator calls them."""

from __future__ import annotations

import re
import stat
from pathlib import Path

import pytest
from sqlalchemy import delete

from scorecard.access.tables import AUDIT
from scorecard.database.engine import open_database
from tests.access.test_account_sheet import HEAD, csv
from tests.cli.command_line import Scorecard


@pytest.fixture
def scorecard(tmp_path: Path, small_catalog: Path, monkeypatch: pytest.MonkeyPatch) -> Scorecard:
    monkeypatch.setenv("USER", "root-at-the-office")
    monkeypatch.delenv("SCORECARD_DATABASE_URL", raising=False)
    return Scorecard(tmp_path / "home", small_catalog)


def test_an_account_is_made_changed_and_listed(scorecard: Scorecard) -> None:
    added = scorecard("user", "add", "Hoa", "--full-name", "Trần Hòa", "--role", "admin", "--url", "https://a.vn/")
    assert added.code == 0 and re.search(r"https://a\.vn/invitation/[\w-]{43}\n", added.out)
    second = scorecard("user", "add", "lan", "--full-name", "Lan", "--role", "leader", "--one-time-password")
    assert re.search(r"lan: ([a-z2-9]{4}-){4}[a-z2-9]{4}\n", second.out)
    assert "quản trị cuối cùng" in scorecard("user", "disable", "hoa").err
    for arguments in (
        ("role", "lan", "admin"),
        ("disable", "HOA"),
        ("enable", "hoa"),
        ("invite", "hoa", "--hours", 5),
        ("reset", "hoa"),
    ):
        assert scorecard("user", *arguments).code == 0, arguments
    rows = scorecard("user", "list", "--format", "json").json()
    assert [(row["user_name"], row["role"], row["must_change"]) for row in rows] == [
        ("hoa", "admin", True),
        ("lan", "admin", True),
    ]
    lines = scorecard("audit", "list", "--format", "json").json()
    assert [line["act"] for line in reversed(lines)] == [
        "account.add",
        "account.invite",
        "account.add",
        "account.reset",
        "account.role",
        "account.disable",
        "account.enable",
        "account.invite",
        "account.reset",
    ]
    assert {(line["who"], line["address"]) for line in lines} == {("root-at-the-office", "")}


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("disable", "nobody"), 1, "Không có tài khoản “nobody”"),
        (("add", "a b", "--full-name", "A", "--role", "leader"), 1, "không dùng được"),
        (("add", "a", "--full-name", "A", "--role", "unit"), 1, "cần mã đơn vị"),
        (("add", "a", "--full-name", "A", "--role", "unit", "--unit", "??"), 1, "không có đơn vị"),
        (("add", "a", "--full-name", "A", "--role", "king"), 2, "king"),
        (("add", "a", "--full-name", "A", "--role", "leader", "--password", "x"), 2, "--password"),
    ],
)
def test_wrong_use_says_what_to_write(scorecard: Scorecard, arguments: tuple[str, ...], code: int, words: str) -> None:
    ran = scorecard("user", *arguments)
    assert ran.code == code and words in ran.err and "Traceback" not in ran.said


def test_accounts_come_in_from_a_sheet_and_go_out_as_yaml(scorecard: Scorecard, tmp_path: Path) -> None:
    file, out = tmp_path / "list.csv", tmp_path / "out.yaml"
    file.write_bytes(csv([HEAD, ["hoa", "Hòa", "Lãnh đạo", ""], ["lan", "Lan", "Quản trị", ""]], ";"))
    ran = scorecard("user", "import", file, "--url", "https://a.vn", "--format", "json")
    assert [row["link"][:24] for row in ran.json()] == ["https://a.vn/invitation/"] * 2
    assert scorecard("user", "import", file).code == 1
    assert scorecard("user", "export", "--out", out).code == 0
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    assert scorecard("user", "export", "--out", out).code == 2


def test_the_audit_is_verified_against_its_anchor_and_an_end_kept_elsewhere(scorecard: Scorecard) -> None:
    for name in ("a", "b", "c"):
        scorecard("user", "add", name, "--full-name", "A", "--role", "admin")
    ran = scorecard("audit", "verify")
    assert ran.code == 0 and "nguyên vẹn, 6 dòng" in ran.out
    end = scorecard("audit", "verify", "--format", "json").json()["end"]
    with open_database(scorecard.home).begin() as connection:
        connection.execute(delete(AUDIT).where(AUDIT.c.number > 5))
    assert "dòng 6" in scorecard("audit", "verify").err
    (scorecard.home / "audit.anchor").unlink()
    assert scorecard("audit", "verify").code == 0
    assert scorecard("audit", "verify", "--expect", end).code == 1
    assert scorecard("audit", "verify", "--expect", "x").code == 2
    with open_database(scorecard.home).begin() as connection:
        connection.execute(delete(AUDIT).where(AUDIT.c.number == 2))
    ran = scorecard("audit", "verify", "--format", "json")
    assert ran.code == 1 and "Thiếu dòng 2" in ran.json()["problems"][0]
    assert "Thiếu dòng 2" in scorecard("audit", "rotate", "--days", 1).err


def test_lines_are_filtered_by_day_and_act(scorecard: Scorecard, monkeypatch: pytest.MonkeyPatch) -> None:
    scorecard("user", "add", "a", "--full-name", "A", "--role", "admin")
    count = lambda *filters: len(scorecard("audit", "list", "--format", "json", *filters).json())  # noqa: E731
    assert [count("--act", "account.add"), count("--act", "account"), count("--who", "office")] == [1, 2, 2]
    assert [count("--since", "2001-01-01"), count("--until", "2001-01-01"), count("--limit", 1)] == [2, 0, 1]
    assert scorecard("audit", "list", "--since", "20/10/2023").code == 2
    assert "Không có dòng nào cũ hơn 730 ngày" in scorecard("audit", "rotate").out
    monkeypatch.setenv("SCORECARD_AUDIT_DAYS", "90 ngày")
    assert scorecard("audit", "rotate").code == 2
