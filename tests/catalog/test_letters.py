"""Texts of letters: every mistake in letters.csv is named with its place, and nothing but known fields is filled in."""

from __future__ import annotations

from pathlib import Path

import pytest

from scorecard.catalog import archive_catalog, archived_catalog, load_catalog
from scorecard.catalog.letters import FIELDS, OPTIONAL_PARTS, fill
from scorecard.errors import CatalogError
from scorecard.settings import ROOT
from tests.catalogs.catalogue_rows import Rows, catalogue, write_catalogue
from tests.letters.texts import letter_rows


def with_changed(part: str, text: str) -> Rows:
    rows = [row | {"text": text} if row["part"] == part else row for row in letter_rows("low")]
    return catalogue(letters=rows)


def problems(tables: Rows, folder: Path) -> list[str]:
    with pytest.raises(CatalogError) as refused:
        load_catalog(write_catalogue(tables, folder))
    return str(refused.value).splitlines()[1:]


WRONG = [
    ("subject", "{unit}", "không có trường {unit}", "{week}, {range}, {cut_off}, {by}, {due}"),
    ("opening", "{weeks} of {unit}", "không có trường {weeks}", "{tasks}"),
    ("item", "{task} {unknown}", "không có trường {unknown}", "{figures}"),
    ("closing", "to {to", "Dấu ngoặc nhọn", "{due}"),
    ("closing", "to}", "Dấu ngoặc nhọn", "{due}"),
    ("closing", "{}", "Dấu ngoặc nhọn", "{due}"),
    ("closing", "{0}", "Dấu ngoặc nhọn", "{due}"),
    ("closing", "{{to}}", "Dấu ngoặc nhọn", "{due}"),
    ("closing", "{to.__class__}", "Dấu ngoặc nhọn", "{due}"),
    ("closing", "{to[0]}", "Dấu ngoặc nhọn", "{due}"),
    ("closing", "{to:>1000000}", "Dấu ngoặc nhọn", "{due}"),
    ("closing", "{to!r}", "Dấu ngoặc nhọn", "{due}"),
    ("closing", "{To}", "Dấu ngoặc nhọn", "{due}"),
    ("reply", "soon", "phải có trường {due}", ""),
    ("item", "a task", "phải có trường {task}", ""),
    ("chat_item", "a task", "phải có trường {task}", ""),
    ("closing", "two\nlines", "xuống dòng", ""),
    ("closing", "bell\x07", "không in được", ""),
    ("closing", "", "Không được để trống", ""),
]


@pytest.mark.parametrize(("part", "text", "said", "known"), WRONG)
def test_a_text_that_cannot_be_filled_in_is_a_problem_with_its_place(
    tmp_path: Path, part: str, text: str, said: str, known: str
) -> None:
    line = 2 + list(FIELDS).index(part) + text.count("\n")
    lines = "\n".join(problems(with_changed(part, text), tmp_path))
    assert f"letters.csv, dòng {line}, cột text" in lines
    assert said in lines and known in lines


@pytest.mark.parametrize("part", [part for part in FIELDS if part not in OPTIONAL_PARTS])
def test_a_letter_without_a_part_is_a_problem(tmp_path: Path, part: str) -> None:
    rows = [row for row in letter_rows("explain") if row["part"] != part]
    (line,) = problems(catalogue(letters=[*letter_rows("low"), *rows]), tmp_path)
    assert line.startswith("letters.csv, dòng 16, cột letter: tìm thấy “explain”.") and f"part={part}" in line


@pytest.mark.parametrize("part", ["subject", "item", "chat_item"])
def test_what_stands_once_stands_once(tmp_path: Path, part: str) -> None:
    rows = letter_rows("low")
    again = next(row for row in rows if row["part"] == part)
    (line,) = problems(catalogue(letters=[*rows, again]), tmp_path)
    assert line.startswith("letters.csv, dòng 10, cột part")


@pytest.mark.parametrize(("column", "value"), [("letter", "threat"), ("part", "greeting")])
def test_kinds_and_parts_are_those_of_the_list(tmp_path: Path, column: str, value: str) -> None:
    rows = letter_rows("low")
    assert (
        f"letters.csv, dòng 2, cột {column}"
        in problems(catalogue(letters=[rows[0] | {column: value}, *rows]), tmp_path)[0]
    )


def test_what_is_filled_in_is_not_read_again() -> None:
    assert fill("{unit} by {due}", {"unit": "{due} {0} {unit.x}", "due": "D"}) == "{due} {0} {unit.x} by D"


def test_letters_are_no_part_of_the_rules_and_not_kept_with_old_weeks(tmp_path: Path) -> None:
    plain = load_catalog(write_catalogue(catalogue(), tmp_path / "plain"))
    written = load_catalog(write_catalogue(catalogue(letters=letter_rows("low")), tmp_path / "written"))
    assert (plain.letters, plain.rules_version) == ((), written.rules_version)
    archive_catalog(tmp_path / "home", written)
    assert archived_catalog(tmp_path / "home", written.rules_version).letters == ()


def test_the_tracked_texts_are_whole_and_cite_no_article() -> None:
    texts = load_catalog(ROOT / "data" / "catalog").letters
    assert {text.letter for text in texts} == {"figures", "low", "explain"}
    assert not [
        text for text in texts if any(word in text.text.casefold() for word in ("điều ", "khoản ", "nghị định"))
    ]
