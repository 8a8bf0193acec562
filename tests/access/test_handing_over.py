"""Accounts of ended units go to the units that follow, in bulk; until then they see their own past and nothing new."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from sqlalchemy import Engine

from scorecard.access.accounts.accounts import add_account, list_accounts, set_disabled
from scorecard.access.accounts.hand_over_file import read_hand_over
from scorecard.access.accounts.handing_over import find_ended, find_successor, hand_over
from scorecard.access.roles import Role
from scorecard.catalog import Catalog, load_catalog
from scorecard.database.engine import open_database
from scorecard.errors import AccessError, CatalogError
from tests.access.people import ACTOR, told
from tests.catalogs.catalogue_rows import Row, write_catalogue
from tests.cli.command_line import Ran, run
from tests.homes.lives_home import NEW, OLD, TABLES, lives_home

MADE = dt.datetime(2024, 1, 10, 9, tzinfo=dt.UTC)
LATER = dt.datetime(2024, 3, 10, 9, tzinfo=dt.UTC)


def follows(old: str, new: str, share: str = "whole", since: dt.date = NEW) -> Row:
    """A row of successors.csv: a unit of before 16 February 2024, and who follows it."""
    ends = {"old_unit_id": old, "old_valid_from": str(OLD), "new_unit_id": new, "new_valid_from": str(since)}
    return ends | {"share": share, "note": ""}


def with_successors(folder: Path, *rows: Row) -> Catalog:
    return load_catalog(write_catalogue(TABLES | {"successors": list(rows)}, folder))


WHO = {"p1": ("19330", OLD), "dh": ("19330", NEW), "cu": ("466", OLD), "xa": ("19400", OLD), "cam": ("461", OLD)}


@pytest.fixture
def engine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Engine:
    monkeypatch.delenv("SCORECARD_DATABASE_URL", raising=False)
    engine = open_database(lives_home(tmp_path))
    for name, (code, since) in WHO.items():
        add_account(engine, ACTOR, MADE, name, f"Người {name}", Role.unit, code, known_units={code: since})
    add_account(engine, ACTOR, MADE, "lan", "Lan", Role.leader)
    return engine


# rows of successors.csv -> to whom the accounts of the three ended units are offered
OFFERED: list[tuple[list[Row], dict[str, str | None]]] = [
    ([], {"p1": None, "cu": None, "xa": None}),
    ([follows("19330", "19330")], {"p1": "19330", "cu": None, "xa": None}),
    ([follows("466", "465", since=OLD), follows("19400", "461", since=OLD)], {"p1": None, "cu": "465", "xa": "461"}),
    ([follows("466", "465", since=OLD), follows("466", "461", since=OLD)], {"p1": None, "cu": None, "xa": None}),
    ([follows("466", "465", since=OLD), follows("466", "461", "0.4", OLD)], {"p1": None, "cu": "465", "xa": None}),
    ([follows("466", "461", "0.4", OLD)], {"p1": None, "cu": None, "xa": None}),
    ([follows("19400", "466", since=OLD), follows("466", "465", since=OLD)], {"p1": None, "cu": "465", "xa": "465"}),
    ([follows("19400", "466", since=OLD), follows("466", "19400", since=OLD)], {"p1": None, "cu": None, "xa": None}),
]


@pytest.mark.parametrize(("rows", "offered"), OFFERED)
def test_a_successor_is_offered_where_exactly_one_follows_as_a_whole(
    engine: Engine, tmp_path: Path, rows: list[Row], offered: dict[str, str | None]
) -> None:
    catalog = with_successors(tmp_path / "with", *rows)
    found = find_ended(list_accounts(engine), catalog, NEW)
    assert {one.account.user_name: one.successor and one.successor.unit_id for one in found} == offered
    assert find_ended(list_accounts(engine), catalog, NEW - dt.timedelta(days=1)) == []
    living = next(unit for unit in catalog.units_on(NEW) if unit.unit_id == "465")
    assert find_successor(catalog, living, NEW) == living


BAD: list[tuple[Row, str]] = [
    (follows("466", "465"), "new_valid_from"),  # 465 lives since 2020
    (follows("999", "465", since=OLD), "old_valid_from"),
    (follows("466", "465", "all", OLD), "share"),
    (follows("466", "466", since=OLD), "new_unit_id"),
]


@pytest.mark.parametrize(("row", "column"), BAD)
def test_a_successor_that_cannot_be_is_named_with_its_cell(tmp_path: Path, row: Row, column: str) -> None:
    with pytest.raises(CatalogError, match=f"successors.csv.*{column}"):
        with_successors(tmp_path, row)


def test_successors_are_of_today_and_no_part_of_a_rule(tmp_path: Path) -> None:
    one, other = (with_successors(tmp_path / name, *rows) for name, rows in (("a", []), ("b", OFFERED[1][0])))
    assert one.rules_version == other.rules_version and not one.successors and other.successors


def test_an_account_that_was_given_away_sees_the_new_unit_and_the_audit_tells_it(
    engine: Engine, tmp_path: Path
) -> None:
    catalog = with_successors(tmp_path / "with", follows("19330", "19330"))
    set_disabled(engine, ACTOR, MADE, next(a.account_id for a in list_accounts(engine) if a.user_name == "xa"), True)
    ended = find_ended(list_accounts(engine), catalog, NEW)
    given = [(one, one.successor) for one in ended if one.successor]
    assert [one.account.user_name for one, _ in given] == ["p1"]
    ((account, unit),) = hand_over(engine, ACTOR, LATER, given)
    assert (account.unit_id, account.unit_from, unit.name) == ("19330", NEW, "Phường Đông Hà")
    assert told(engine)[-1][1:3] == ("account.hand_over", "p1") or "account.hand_over" in str(told(engine)[-1])
    assert "19330 (2020-01-01) -> 19330 (2024-02-16)" in str(told(engine)[-1])
    with pytest.raises(AccessError, match="vừa được người khác sửa"):
        hand_over(engine, ACTOR, LATER, given)


FILES = [
    ("user_name,unit_id\ncu,465\nP1,19330\n", {"cu": "465", "p1": "19330"}, ""),
    ("\ufeffuser_name,unit_id\r\n\r\nxa,461\r\n", {"xa": "461"}, ""),
    ("user,unit\n", {}, "dòng tiêu đề phải là user_name,unit_id"),
    ("user_name,unit_id\ncam,465\n", {}, "dòng 2: “cam” không phải tài khoản đang dùng của một đơn vị đã kết thúc"),
    ("user_name,unit_id\ncu,466\n", {}, "dòng 2: Hôm nay không có đơn vị nào mang mã “466”"),
    ("user_name,unit_id\ncu,465\ncu,461\n", {}, "dòng 3: “cu” đã ghi"),
    ("user_name,unit_id\ncu\n", {}, "dòng 2: phải có đúng 2 ô"),
    ('user_name,unit_id\n"cu\n', {}, "phải có đúng 2 ô"),
]


@pytest.mark.parametrize(("text", "given", "problem"), FILES)
def test_a_file_says_to_whom_or_is_refused_whole(
    engine: Engine, tmp_path: Path, text: str, given: dict[str, str], problem: str
) -> None:
    catalog = load_catalog(tmp_path / "catalog")
    units = {unit.unit_id: unit for unit in catalog.units_on(NEW)}
    ended = find_ended(list_accounts(engine), catalog, NEW)
    if problem:
        with pytest.raises(AccessError, match=problem):
            read_hand_over("to.csv", text.encode(), ended, units)
        return
    found = read_hand_over("to.csv", text.encode(), ended, units)
    assert {one.account.user_name: unit.unit_id for one, unit in found} == given


def test_the_command_only_says_what_it_would_do_until_it_is_told_to(engine: Engine, tmp_path: Path) -> None:
    home = tmp_path / "home"
    with_successors(tmp_path / "catalog", follows("19330", "19330"))

    def called(*arguments: object) -> Ran:
        return run("--home", home, "--catalog", tmp_path / "catalog", "user", "hand-over", *arguments)

    before = list_accounts(engine)
    tried = called("--format", "json")
    assert {row["user_name"]: row["new_unit"] for row in tried.json()} == {
        "p1": "Phường Đông Hà", "cu": None, "xa": None,
    }  # fmt: skip
    assert "Sẽ bàn giao 1 trên 3" in tried.err and list_accounts(engine) == before
    assert "Đã bàn giao 1 trên 3" in called("--yes").err
    file = tmp_path / "to.csv"
    file.write_text("user_name,unit_id\ncu,465\nxa,461\n", encoding="utf-8")
    assert "Đã bàn giao 2 trên 2" in called("--file", file, "--yes").err
    now = {account.user_name: (account.unit_id, account.unit_from) for account in list_accounts(engine)}
    assert now == {**WHO, "lan": (None, None), "p1": ("19330", NEW), "cu": ("465", OLD), "xa": ("461", OLD)}
    assert "Không có tài khoản" in called().err
