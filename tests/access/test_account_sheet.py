"""Accounts from a spreadsheet: all rows, or every mistake with its cell."""

from __future__ import annotations

import datetime as dt
import io
from typing import Any

import openpyxl
import pytest
from sqlalchemy import Engine

from scorecard.access.accounts.accounts import list_accounts
from scorecard.access.accounts.invitations import accept, invited_account
from scorecard.access.accounts.sheet import import_account_sheet
from scorecard.access.lives import units_today
from scorecard.catalog import Alias, Unit, load_catalog
from scorecard.errors import AccessError
from scorecard.settings import ROOT
from tests.access.people import ACTOR, NOW, PASSWORD, added, told

DAY = dt.date(2020, 1, 1)
UNITS = [
    Unit(unit_id="SO-TP", name="Sở Tư pháp", level="department", valid_from=DAY),
    Unit(unit_id="D1", name="Huyện Đông", level="district", valid_from=DAY),
    Unit(unit_id="D2", name="Huyện Tây", level="district", valid_from=DAY),
    Unit(unit_id="X1", name="Phường 1", level="commune", parent_id="D1", valid_from=DAY),
    Unit(unit_id="X2", name="Phường 1", level="commune", parent_id="D2", valid_from=DAY),
]
ALIASES = [Alias(unit_id="SO-TP", alias="STP")]
HEAD = ["Tên đăng nhập", "Họ tên", "Vai trò", "Đơn vị"]
GOOD = [
    ["Hoa", "Trần Thị Hòa", "Lãnh đạo", None],
    ["tp", "Văn thư Sở Tư pháp", "Đơn vị", "SO-TP"],
    ["tp2", "Nguyễn Văn A", "ĐƠN VỊ", "sở tư pháp"],
    ["tp3", "Nguyễn Văn B", "unit", "stp"],
    ["p1", "Phường 1", "Đơn vị", "Phường 1, Huyện Tây"],
    [2023.0, "Số", "Quản trị", ""],
]


def book(rows: list[list[Any]], title: str = "Danh sách") -> bytes:
    made = openpyxl.Workbook()
    assert made.active
    made.active.title = title
    for row in rows:
        made.active.append(row)
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def csv(rows: list[list[Any]], delimiter: str) -> bytes:
    return ("\ufeff" + "\r\n".join(delimiter.join(f'"{c or ""}"' for c in row) for row in rows)).encode()


def take(engine: Engine, content: bytes, name: str = "t.xlsx") -> list[Any]:
    return import_account_sheet(engine, ACTOR, NOW, name, content, UNITS, ALIASES)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("t.xlsx", book([["DANH SÁCH TÀI KHOẢN"], [], HEAD, *GOOD, [], [None, " "]])),
        ("t.csv", csv([HEAD, *[[str(c).removesuffix(".0") if c else c for c in row] for row in GOOD]], ",")),
        ("t.csv", csv([HEAD, *[[str(c).removesuffix(".0") if c else c for c in row] for row in GOOD]], ";")),
    ],
    ids=["xlsx", "comma", "semicolon"],
)
def test_every_row_becomes_an_account_with_an_invitation(engine: Engine, name: str, content: bytes) -> None:
    made = take(engine, content, name)
    assert [(m.account.user_name, m.account.role.value, m.account.unit_id) for m in made] == [
        ("hoa", "leader", None),
        ("tp", "unit", "SO-TP"),
        ("tp2", "unit", "SO-TP"),
        ("tp3", "unit", "SO-TP"),
        ("p1", "unit", "X2"),
        ("2023", "admin", None),
    ]
    assert len({m.token for m in made}) == 6
    for item in made:
        assert invited_account(engine, NOW, item.token) == item.account
    assert accept(engine, ACTOR, NOW, made[1].token, PASSWORD).has_password
    assert told(engine)[6] == ("boss", "account.import", "", "6")


@pytest.mark.parametrize(
    ("row", "cell", "words"),
    [
        (["a b", "A", "Lãnh đạo", ""], "A3", "không dùng được"),
        (["", "A", "Lãnh đạo", ""], "A3", "không dùng được"),
        (["HOA", "A", "Lãnh đạo", ""], "A3", "A2"),
        (["x", "", "Lãnh đạo", ""], "B3", "Họ tên"),
        (["x", "A", "Giám đốc", ""], "C3", "Hãy ghi một trong"),
        (["x", "A", "Đơn vị", ""], "D3", "cần mã đơn vị"),
        (["x", "A", "Lãnh đạo", "SO-TP"], "D3", "không gắn với đơn vị"),
        (["x", "A", "Đơn vị", "Phường 1"], "D3", "X1"),
        (["x", "A", "Đơn vị", "Sở Khác"], "D3", ""),
        (["boss", "A", "Lãnh đạo", ""], "A3", "đã có"),
        (["=1+1", "A", "Lãnh đạo", ""], "A3", ""),
    ],
)
def test_a_mistake_is_told_with_its_cell_and_nothing_comes_in(
    engine: Engine, row: list[str], cell: str, words: str
) -> None:
    added(engine, "boss")
    with pytest.raises(AccessError) as refused:
        take(engine, book([HEAD, GOOD[0], row, GOOD[1]]))
    said = str(refused.value)
    assert cell in said and words in said and "Danh sách" in said
    assert len(said.splitlines()) == 2 and len(list_accounts(engine)) == 1 == len(told(engine))


def test_all_mistakes_are_told_at_once(engine: Engine) -> None:
    bad = [[f"a {n}", "", "?", ""] for n in range(60)]
    with pytest.raises(AccessError) as refused:
        take(engine, book([HEAD, *bad]))
    assert "180" in str(refused.value) and "80 chỗ nữa" in str(refused.value)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("t.xlsx", b""),
        ("t.xlsx", b"PK\x03\x04junk"),
        ("t.csv", b""),
        ("t.csv", b"a,b\n1,2"),
        ("t.csv", b"\xff\xfe\x00"),
        ("t.csv", "Tên đăng nhập,Họ tên\nx,y".encode()),
        ("t.xlsx", book([["a"]])),
        ("t.xlsx", book([HEAD])),
        ("t.csv", b"x" * (20 * 1024 * 1024 + 1)),
    ],
)
def test_what_is_no_list_of_accounts_is_refused(engine: Engine, name: str, content: bytes) -> None:
    with pytest.raises(AccessError, match=r"t\.(xlsx|csv)"):
        take(engine, content, name)


def test_a_list_of_every_unit_of_the_province_comes_in_by_name_and_by_code(engine: Engine) -> None:
    catalog = load_catalog(ROOT / "data" / "catalog")
    units = units_today(catalog, NOW.date())
    rows = [[f"u{number}", unit.name, "Đơn vị", unit.unit_id] for number, unit in enumerate(units)]
    made = import_account_sheet(engine, ACTOR, NOW, "all.xlsx", book([HEAD, *rows]), units, catalog.aliases)
    assert len(made) == len(units) >= 155
