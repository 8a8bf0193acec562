"""The audit: what breaks its chain is found, and its old lines move into files without breaking it."""

from __future__ import annotations

import datetime as dt
import json
import stat
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Engine, create_engine, delete, select, update

from scorecard.access.audit import chain as audit_chain
from scorecard.access.audit.chain import End, end_of, look_over, verify_audit, write_anchor
from scorecard.access.audit.lines import Line, file_lines, to_text
from scorecard.access.audit.log import AuditFilter, acts, export_lines, read_audit, rotate
from scorecard.access.audit.record import Actor, record
from scorecard.access.tables import AUDIT, METADATA
from scorecard.database.engine import reading, writing
from scorecard.errors import AccessError
from tests.access.people import ACTOR, NOW


def day(number: int) -> dt.datetime:
    return NOW + dt.timedelta(days=number)


def write(engine: Engine, count: int, first: int = 0) -> None:
    for number in range(first, first + count):
        with writing(engine) as connection:
            record(connection, day(number), Actor(f"u{number % 3}", "10.0.0.1"), "account.add", f"ắ “{number}”")


def problems(engine: Engine, home: Path | None = None, expected: End | None = None) -> list[str]:
    return verify_audit(engine, home, expected)[1]


def lines(engine: Engine) -> list[Line]:
    return list(reversed(read_audit(engine, AuditFilter(), size=1000).lines))


def tamper(engine: Engine, *statements: object) -> None:
    with engine.begin() as connection:
        for statement in statements:
            connection.execute(statement)  # type: ignore[call-overload]


def numbered(number: int) -> object:
    return AUDIT.c.number == number


def put(line: Line, **values: object) -> object:
    from dataclasses import asdict

    return AUDIT.insert().values(asdict(line) | values)


def test_an_empty_and_a_whole_audit_have_no_problem(engine: Engine) -> None:
    assert problems(engine) == []
    write(engine, 5)
    assert problems(engine) == []
    assert [line.number for line in lines(engine)] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("at", NOW),
        ("who", "x"),
        ("address", ""),
        ("act", "account.role"),
        ("subject", ""),
        ("result", "refused"),
        ("previous_hash", "0" * 64),
        ("hash", "f" * 64),
    ],
)
def test_a_changed_line_is_found(engine: Engine, column: str, value: object) -> None:
    write(engine, 5)
    tamper(engine, update(AUDIT).where(numbered(3)).values({column: value}))
    found = problems(engine)
    assert found and "Dòng 3" in found[0]


def test_a_line_changed_with_its_hash_does_not_fit_the_next(engine: Engine) -> None:
    write(engine, 5)
    changed = Line(**{**lines(engine)[2].__dict__, "who": "x"})
    tamper(engine, update(AUDIT).where(numbered(3)).values(who="x", hash=changed.true_hash))
    assert ["Dòng 4: không nối" in item for item in problems(engine)] == [True]


def test_a_removed_line_is_found(engine: Engine) -> None:
    write(engine, 6)
    tamper(engine, delete(AUDIT).where(AUDIT.c.number.in_([2, 3])))
    assert ["Thiếu dòng 2 đến 3" in item for item in problems(engine)] == [True]
    tamper(engine, delete(AUDIT).where(numbered(1)))
    assert "Thiếu dòng 1 đến 3" in problems(engine)[0]


def test_reordered_and_renumbered_lines_are_found(engine: Engine) -> None:
    write(engine, 5)
    two, three = lines(engine)[1:3]
    tamper(engine, delete(AUDIT).where(AUDIT.c.number.in_([2, 3])), put(three, number=2), put(two, number=3))
    assert len(problems(engine)) >= 4
    tamper(engine, delete(AUDIT).where(AUDIT.c.number < 4))
    for number in (4, 5):
        tamper(engine, update(AUDIT).where(numbered(number)).values(number=number - 3))
    assert any("Dòng 1" in item for item in problems(engine))


def test_a_cut_end_is_found_by_the_anchor_and_by_an_end_kept_elsewhere(engine: Engine, tmp_path: Path) -> None:
    write(engine, 5)
    with reading(engine) as connection:
        end = end_of(connection)
    write_anchor(tmp_path, end)
    assert stat.S_IMODE((tmp_path / "audit.anchor").stat().st_mode) == 0o600
    assert End.parse(str(end)) == end
    write(engine, 1, 5)
    assert problems(engine, tmp_path) == [] == problems(engine, None, end)
    tamper(engine, delete(AUDIT).where(AUDIT.c.number >= 5))
    assert problems(engine) == []
    assert "dòng 5" in problems(engine, tmp_path)[0] and "dòng 5" in problems(engine, None, end)[0]
    write(engine, 2, 14)  # another line 5
    assert "dòng 5" in problems(engine, tmp_path)[0]
    tamper(engine, delete(AUDIT))
    assert "dòng 5" in problems(engine, tmp_path)[0]


@pytest.mark.parametrize("text", ["", "x", "5", "5:abc", "{}", "x:" + "0" * 64, "\0"])
def test_an_anchor_that_is_none_is_told(engine: Engine, tmp_path: Path, text: str) -> None:
    (tmp_path / "audit.anchor").write_text(text)
    assert ["audit.anchor" in item for item in problems(engine, tmp_path)] == [True]


def test_old_lines_move_into_files_and_the_chain_goes_on(engine: Engine, tmp_path: Path) -> None:
    write(engine, 10)
    before = lines(engine)
    file = rotate(engine, tmp_path, day(12), 5, ACTOR)
    assert file and file.name == "audit-0000000001-0000000007.jsonl"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600 and stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    assert list(file_lines(file)) == before[:7]
    assert [line.number for line in lines(engine)] == [8, 9, 10, 11]
    assert lines(engine)[-1].act == "audit.rotate" and lines(engine)[-1].subject == file.name
    assert problems(engine, tmp_path) == []
    assert rotate(engine, tmp_path, day(12), 5, ACTOR) is None
    write(engine, 5, 20)
    second = rotate(engine, tmp_path, day(1000), 5, ACTOR)
    assert second and [line.number for line in lines(engine)] == [16, 17]  # the last one always stays
    assert problems(engine, tmp_path) == []
    with pytest.raises(AccessError, match="chưa chuyển"):
        rotate(engine, tmp_path / "elsewhere", day(1000), 5, ACTOR)
    second.unlink()
    assert "Thiếu dòng 8 đến 15" in problems(engine, tmp_path)[0]


def _change(file: Path) -> None:
    file.write_text(file.read_text(encoding="utf-8").replace("u1", "u9", 1), encoding="utf-8")


def _cut(file: Path) -> None:
    file.write_text("\n".join(file.read_text(encoding="utf-8").splitlines()[:-1]) + "\n", encoding="utf-8")


def _swap(file: Path) -> None:
    one, two, *rest = file.read_text(encoding="utf-8").splitlines()
    file.write_text("\n".join((two, one, *rest)) + "\n", encoding="utf-8")


@pytest.mark.parametrize(
    "damage",
    [_change, _cut, _swap, lambda f: f.write_bytes(b"\xff\xfe"), lambda f: f.write_text("[]\n{}\n"), Path.unlink],
)
def test_damage_to_a_file_is_found_and_stops_the_next_rotation(
    engine: Engine, tmp_path: Path, damage: Callable[[Path], object]
) -> None:
    write(engine, 10)
    file = rotate(engine, tmp_path, day(12), 5, ACTOR)
    assert file
    damage(file)
    assert problems(engine, tmp_path)
    count = len(lines(engine))
    with pytest.raises(AccessError):
        rotate(engine, tmp_path, day(100), 5, ACTOR)
    assert len(lines(engine)) == count


def test_a_rotation_that_died_before_its_end_is_done_again(engine: Engine, tmp_path: Path) -> None:
    write(engine, 10)
    folder = tmp_path / "audit"
    folder.mkdir()
    (folder / "audit-0000000001-0000000004.jsonl").write_text(to_text(lines(engine)[:4]), encoding="utf-8")
    (folder / ".audit-0000000001-0000000007.jsonl.new").write_text("half")
    assert problems(engine, tmp_path) == []
    file = rotate(engine, tmp_path, day(12), 5, ACTOR)
    assert file and [item.name for item in folder.iterdir()] == [file.name]
    assert problems(engine, tmp_path) == []


@pytest.mark.parametrize("moment", ["read_anchor", "end_of", "audit_files", "table_lines"])
def test_a_rotation_while_the_chain_is_read_is_no_gap(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    write(engine, 10)
    rotate(engine, tmp_path, day(5), 3, ACTOR)
    really, rotated = getattr(audit_chain, moment), []

    def and_rotate(*given: object) -> object:
        found = really(*given)
        if not rotated:
            rotated.append(1)
            rotated.append(rotate(engine, tmp_path, day(12), 5, ACTOR))
        return found

    monkeypatch.setattr(audit_chain, moment, and_rotate)
    assert problems(engine, tmp_path) == []
    assert rotated[1:] and problems(engine, tmp_path) == []
    monkeypatch.undo()
    assert look_over(engine, tmp_path)[1] == []


def test_a_chain_that_is_written_rotated_and_read_at_once_is_always_whole(engine: Engine, tmp_path: Path) -> None:
    write(engine, 3)
    stop, failed = threading.Event(), []

    def go_on() -> None:
        number = 3
        while not stop.is_set():
            write(engine, 4, number)
            number += 4
            try:
                rotate(engine, tmp_path, day(number), 3, ACTOR)
            except BaseException as error:  # noqa: BLE001 - the test wants to see it
                failed.append(error)
                return

    writer = threading.Thread(target=go_on)
    writer.start()
    found = [look_over(engine, tmp_path)[1] for _ in range(40)]
    stop.set()
    writer.join(60)
    assert (failed, found) == ([], [[]] * 40)
    assert len(list((tmp_path / "audit").iterdir())) > 2


def test_an_end_that_cannot_be_noted_is_told(engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(engine, 2)
    assert look_over(engine, tmp_path) == (audit_chain.read_anchor(tmp_path), [])

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(audit_chain, "write_private", full)
    end, told = look_over(engine, tmp_path)
    assert end.number == 2 and "đến dòng 2" in told[0] and "đĩa đã đầy" in told[0]


def test_pages_and_filters_give_the_lines_newest_first(engine: Engine) -> None:
    write(engine, 7)
    page = read_audit(engine, AuditFilter(), page=2, size=3)
    assert ([line.number for line in page.lines], page.number, page.pages, page.total) == ([4, 3, 2], 2, 3, 7)
    assert read_audit(engine, AuditFilter(), page=99, size=3).number == 3
    for wanted, numbers in [
        (AuditFilter(who="U1"), [5, 2]),
        (AuditFilter(who="u%"), []),
        (AuditFilter(who="' OR 1=1 --"), []),
        (AuditFilter(act="account"), [7, 6, 5, 4, 3, 2, 1]),
        (AuditFilter(act="account.add"), [7, 6, 5, 4, 3, 2, 1]),
        (AuditFilter(act="acc"), []),
        (AuditFilter(since=day(2), until=day(4)), [4, 3]),
    ]:
        assert [line.number for line in read_audit(engine, wanted).lines] == numbers, wanted
    assert acts(engine) == ["account.add"]


def test_an_export_is_the_last_line_of_what_was_exported(engine: Engine) -> None:
    write(engine, 3)
    assert [line.act for line in export_lines(engine, ACTOR, day(3), AuditFilter())] == [
        *["account.add"] * 3,
        "audit.export",
    ]
    assert [line.number for line in export_lines(engine, ACTOR, day(3), AuditFilter(who="u0"))] == [1]
    assert problems(engine) == []


TEXT = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=30)


@given(told=st.lists(st.tuples(TEXT, TEXT, TEXT, TEXT), min_size=1, max_size=6), data=st.data())
def test_any_text_keeps_the_chain_and_any_missing_line_but_the_last_breaks_it(
    told: list[tuple[str, str, str, str]], data: st.DataObject, tmp_path: Path
) -> None:
    engine = create_engine("sqlite://")
    METADATA.create_all(engine)
    with engine.begin() as connection:
        for number, (who, act, subject, result) in enumerate(told):
            record(connection, day(number), Actor(who), act, subject, result)
    assert problems(engine) == []
    kept = lines(engine)
    (tmp_path / "file").write_text(to_text(kept), encoding="utf-8")
    assert list(file_lines(tmp_path / "file")) == kept
    gone = data.draw(st.integers(1, len(told)))
    tamper(engine, delete(AUDIT).where(numbered(gone)))
    assert bool(problems(engine)) == (gone < len(told))
    with engine.connect() as connection:
        assert json.dumps([row.number for row in connection.execute(select(AUDIT))])
    engine.dispose()
