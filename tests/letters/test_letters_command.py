"""`letters`: which units, one each or one for all, into a folder or an archive, and for whom."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest

from benchmarks.visitors import let_in
from scorecard.access.roles import Role
from scorecard.catalog.scope import ALL
from scorecard.database.engine import open_database, reading
from scorecard.follow_up.matters.reading import read_matters
from tests.cli.command_line import Ran, run
from tests.letters.written_home import written_home

USERS = {
    "leader-all-visitor": (Role.leader, None),
    "steward-all-visitor": (Role.steward, None),
    "unit-sa-visitor": (Role.unit, "SA"),
}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = written_home(tmp_path_factory.mktemp("command"), synthetic=True)
    for name, (role, unit_id) in USERS.items():
        let_in(home, role, unit_id, token=name)
    return home


def command(home: Path, out: Path, *arguments: object, user: str = "", due: str = "2023-10-27") -> Ran:
    acting = ("--user", user) if user else ()
    fixed = ("letters", "--week", "2023-W42", "--due", due, "--out", out)
    return run("--home", home, "--catalog", home.parent / "catalog", *acting, *fixed, *arguments)


def names(out: Path) -> list[str]:
    return sorted(file.name.removeprefix("cong-van-").replace("2023-W42-", "") for file in out.iterdir())


ASKED = [
    (["--kind", "figures"], ["gui-so-lieu-d1-huyen-mot.docx", "gui-so-lieu-d2-huyen-hai.docx"]),
    (["--kind", "low", "--unit", "SA", "--unit", "SB"], ["dat-thap-sa-so-alpha.docx", "dat-thap-sb-so-beta.docx"]),
    (["--kind", "low", "--district", "D1"], ["dat-thap-d1-huyen-mot-cac-xa.docx", "dat-thap-d1-huyen-mot.docx"]),
    (["--kind", "explain", "--task", "2"], ["giai-trinh-sa-so-alpha.docx"]),
    (["--kind", "low", "--together"], ["dat-thap-nhieu-don-vi.docx"]),
]


@pytest.mark.parametrize(("arguments", "files"), ASKED)
def test_the_letters_asked_for_are_written(home: Path, tmp_path: Path, arguments: list[str], files: list[str]) -> None:
    ran = command(home, tmp_path / "out", *arguments, user="steward-all-visitor")
    assert ran.code == 0, ran.said
    assert names(tmp_path / "out") == [*files, "tin-nhan.txt"]
    assert ran.out.splitlines() == [str(path) for path in sorted((tmp_path / "out").iterdir())]
    assert "SỐ LIỆU MÔ PHỎNG" in ran.err and f"{len(files)} công văn" in ran.err


def test_only_the_task_asked_for_stands_in_the_letter(home: Path, tmp_path: Path) -> None:
    assert command(home, tmp_path / "out", "--kind", "explain", "--task", "2").code == 0
    (file,) = (tmp_path / "out").glob("*.docx")
    text = "\n".join(line.text for line in docx.Document(str(file)).paragraphs)
    assert "Files" in text and "Roads" not in text


def test_an_archive_is_written_whole(home: Path, tmp_path: Path) -> None:
    ran = command(home, tmp_path / "letters.zip", "--kind", "low")
    assert ran.code == 0 and ran.out.strip() == str(tmp_path / "letters.zip"), ran.said
    with zipfile.ZipFile(io.BytesIO((tmp_path / "letters.zip").read_bytes())) as packed:
        assert len(packed.namelist()) == 6 and packed.testzip() is None
    assert list(tmp_path.iterdir()) == [tmp_path / "letters.zip"]


def test_nothing_is_written_over_and_nothing_recorded(home: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert command(home, out, "--kind", "low").code == 0
    (out / "cong-van-dat-thap-2023-W42-sb-so-beta.docx").write_bytes(b"worked on")
    again = command(home, out, "--kind", "low")
    assert (again.code, again.out) == (2, "") and "đã có" in again.err
    assert (out / "cong-van-dat-thap-2023-W42-sb-so-beta.docx").read_bytes() == b"worked on"
    with reading(open_database(home)) as connection:
        assert read_matters(connection, ALL) == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--unit", "NOWHERE"], "NOWHERE"),
        (["--district", "SA"], "SA"),
        (["--task", "9"], "9"),
        (["--unit", "D2"], "Không có nhiệm vụ nào"),
        (["--unit", "OFFICE"], "Không có nhiệm vụ nào"),
    ],
)
def test_what_is_not_there_is_refused(home: Path, tmp_path: Path, arguments: list[str], said: str) -> None:
    ran = command(home, tmp_path / "out", "--kind", "low", *arguments)
    assert (ran.code, ran.out) == (2, "") and said in ran.err and not (tmp_path / "out").exists()


@pytest.mark.parametrize("due", ["2023-10-19", "27/10/2023", "soon"])
def test_a_day_that_cannot_be_met_is_refused(home: Path, tmp_path: Path, due: str) -> None:
    ran = command(home, tmp_path / "out", "--kind", "low", due=due)
    assert ran.code == 2 and due in ran.err and "2023-10-20" in ran.err


@pytest.mark.parametrize("user", ["leader-all-visitor", "unit-sa-visitor"])
def test_only_a_steward_drafts_letters(home: Path, tmp_path: Path, user: str) -> None:
    ran = command(home, tmp_path / "out", "--kind", "low", user=user)
    assert ran.code == 1 and user in ran.err and not (tmp_path / "out").exists()
