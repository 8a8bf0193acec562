"""`ingest` of the long CSV: every problem is named at once with file and line, and a refusal changes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.catalogs.catalogue_rows import catalogue, district, indicator, target, unit, write_catalogue
from tests.cli.command_line import Ran, Scorecard
from tests.homes.folders import contents

HEADER = "unit_id,indicator_id,as_of,numerator,denominator,source,note\n"
GOOD = "S1,I1,2023-10-19,1,2,a.csv,\n"
TABLES = catalogue(
    units=[unit("S1"), *district("D1", 1), unit("S2", valid_from="2023-10-01"), unit("S3", valid_to="2023-10-01")],
    indicators=[
        indicator("I1"),
        indicator("I2", measure="count", applies_to="district"),
        indicator("I3", only_unit="D1"),
    ],
    targets=[target()],
)
# a row, and what its message must name
PROBLEMS = [
    ("S9,I1,2023-10-19,1,2,a,", "S9"),
    ("s1,I1,2023-10-19,1,2,a,", "s1"),
    (",I1,2023-10-19,1,2,a,", "unit_id"),
    ("S3,I1,2023-10-19,1,2,a,", "S3"),
    ("S2,I1,2023-09-30,1,2,a,", "2023-09-30"),
    ("S1,I9,2023-10-19,1,2,a,", "I9"),
    ("S1,I2,2023-10-19,1,,a,", "I2"),
    ("S1,I3,2023-10-19,1,2,a,", "I3"),
    ("S1,I1,2023-10-21,1,2,a,", "2023-10-21"),
    ("S1,I1,19/10/2023,1,2,a,", "19/10/2023"),
    ("S1,I1,2023-02-30,1,2,a,", "2023-02-30"),
    ("S1,I1,20231019,1,2,a,", "20231019"),
    ("S1,I1,2023-W42-4,1,2,a,", "2023-W42-4"),
    ("S1,I1,,1,2,a,", "as_of"),
    ("S1,I1,2023-10-19,abc,2,a,", "abc"),
    ('S1,I1,2023-10-19,"1,5",2,a,', "1,5"),
    ("S1,I1,2023-10-19,1_0,20,a,", "1_0"),
    ("S1,I1,2023-10-19,１,2,a,", "１"),
    ("S1,I1,2023-10-19,nan,2,a,", "nan"),
    ("S1,I1,2023-10-19,1,inf,a,", "inf"),
    ("S1,I1,2023-10-19,1e0,2,a,", "1e0"),
    ("S1,I1,2023-10-19,1.2345,2,a,", "1.2345"),
    ("S1,I1,2023-10-19,1,100000000000000000,a,", "100000000000000000"),
    ("S1,I1,2023-10-19,-1,2,a,", "-1"),
    ("S1,I1,2023-10-19,1,-2,a,", "-2"),
    ("S1,I1,2023-10-19,,2,a,", "numerator"),
    ("S1,I1,2023-10-19,1,,a,", "denominator"),
    ("S1,I1,2023-10-19,3,2,a,", "3"),
    ("S1,I1,2023-10-19,0.001,0,a,", "0.001"),
    ("D1,I2,2023-10-19,3,4,a,", "denominator"),
    ("S1,I1,2023-10-19,1", "4"),
    ("S1,I1,2023-10-19,1,2,a,b,c", "8"),
]


@pytest.fixture(scope="module")
def scorecard(tmp_path_factory: pytest.TempPathFactory) -> Scorecard:
    folder = tmp_path_factory.mktemp("intake")
    return Scorecard(folder / "home", write_catalogue(TABLES, folder / "catalog"))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "figures.csv"


def ingest(scorecard: Scorecard, file: Path, content: str | bytes, *options: str) -> Ran:
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return scorecard("ingest", file, "--week", "2023-W42", *options)


@pytest.mark.parametrize(("row", "named"), PROBLEMS, ids=[row for row, _ in PROBLEMS])
def test_a_problem_is_named_with_its_file_and_line(scorecard: Scorecard, file: Path, row: str, named: str) -> None:
    ran = ingest(scorecard, file, HEADER + "S1,I1,2023-10-18,1,2,a.csv,\n" + row + "\n")
    assert ran.code == 1
    assert any("figures.csv" in text and "dòng 3" in text and named in text for text in ran.said.splitlines()), ran.said
    assert contents(scorecard.home) == {}


def test_all_problems_of_all_files_are_named_at_once(scorecard: Scorecard, file: Path, tmp_path: Path) -> None:
    second = tmp_path / "more.csv"
    second.write_text(HEADER + "S1,I1,2023-10-17,1,2,a,\nS8,I1,2023-10-19,1,2,a,\n", encoding="utf-8")
    file.write_text(HEADER + "".join(f"{row}\n" for row, _ in PROBLEMS), encoding="utf-8")
    ran = scorecard("ingest", file, second, "--week", "2023-W42")
    lines = [text for text in ran.said.splitlines() if "figures.csv" in text]
    assert all(any(f"dòng {number}," in text or f"dòng {number}:" in text for text in lines)
               for number in range(2, len(PROBLEMS) + 2)), ran.said  # fmt: skip
    assert any("more.csv" in text and "dòng 3" in text and "S8" in text for text in ran.said.splitlines())
    assert contents(scorecard.home) == {}


@pytest.mark.parametrize("apart", [False, True], ids=["one file", "two files"])
def test_a_key_given_twice_with_another_value_is_a_problem(scorecard: Scorecard, file: Path, apart: bool) -> None:
    other = file.with_name("other.csv")
    other.write_text(HEADER + "S1,I1,2023-10-19,2,2,a.csv,\n", encoding="utf-8")
    file.write_text(HEADER + GOOD + ("" if apart else "S1,I1,2023-10-19,2,2,a.csv,\n"), encoding="utf-8")
    ran = scorecard("ingest", file, *[other] * apart, "--week", "2023-W42")
    assert (ran.code, "S1" in ran.said, "I1" in ran.said) == (1, True, True)
    assert contents(scorecard.home) == {}


FILES = [
    (b"", "figures.csv"),
    (b"\xff\xfeu\x00n\x00", "UTF-8"),
    ((HEADER + GOOD).encode() + b"S1,I1,2023-10-18,1,2,\xe9,\n", "UTF-8"),
    (b"unit_id,indicator_id,as_of,numerator,denominator,source\nS1,I1,2023-10-19,1,2,a\n", "note"),
    (b"indicator_id,unit_id,as_of,numerator,denominator,source,note\n", "unit_id"),
    (HEADER.replace(",", ";").encode(), "unit_id"),
    ((HEADER + 'S1,I1,2023-10-19,1,2,"a,\n').encode(), "figures.csv"),
]


@pytest.mark.parametrize(("content", "named"), FILES)
def test_a_file_that_is_no_long_csv_is_refused(scorecard: Scorecard, file: Path, content: bytes, named: str) -> None:
    ran = ingest(scorecard, file, content)
    assert (ran.code, "figures.csv" in ran.said, named in ran.said) == (1, True, True), ran.said
    assert contents(scorecard.home) == {}


ACCEPTED = {
    "a plain file": HEADER + GOOD,
    "a byte order mark": "\ufeff" + HEADER + GOOD,
    "line ends of Windows": (HEADER + GOOD).replace("\n", "\r\n"),
    "no last line end": (HEADER + GOOD).rstrip("\n"),
    "a blank line": HEADER + "\n" + GOOD + "\n",
    "a note over two lines": HEADER + 'S1,I1,2023-10-19,1,2,a.csv,"one\ntwo"\n',
    "the same row twice": HEADER + GOOD + GOOD,
    "decimals with a dot": HEADER + "S1,I1,2023-10-19,1.250,2.5,a.csv,\n",
    "a figure of the day of the cut-off": HEADER + "S1,I1,2023-10-20,0,0,a.csv,\n",
    "a header and nothing else": HEADER,
}


@pytest.mark.parametrize("content", ACCEPTED.values(), ids=ACCEPTED)
def test_what_is_well_formed_passes_a_dry_run_that_changes_nothing(
    scorecard: Scorecard, file: Path, content: str
) -> None:
    ran = ingest(scorecard, file, content, "--dry-run")
    assert ran.code == 0, ran.said
    assert contents(scorecard.home) == {}


def test_an_older_figure_than_the_known_one_is_a_warning_and_does_not_replace_it(tmp_path: Path, file: Path) -> None:
    scorecard = Scorecard(tmp_path / "home", write_catalogue(TABLES, tmp_path / "catalog"))
    assert ingest(scorecard, file, HEADER + GOOD).code == 0
    ran = ingest(scorecard, file, HEADER + "S1,I1,2023-10-18,2,2,a.csv,\n", "--reason", "late")
    assert ran.code == 0 and any("figures.csv" in text and "dòng 2" in text for text in ran.said.splitlines())
    rows = scorecard("lights", "--week", "2023-W42", "--level", "indicator", "--unit", "S1", "--format", "json").json()
    assert [(row["as_of"], row["numerator"]) for row in rows if row["indicator_id"] == "I1"] == [("2023-10-19", 1)]


CELLS = st.sampled_from(
    ["S1", "D1", "D1-1", "I1", "I2", "I3", "2023-10-19", "2023-10-20", "1", "2", "", "-0", "0.5", "a"]
)
ROWS = st.lists(st.lists(CELLS | st.text(max_size=8), min_size=5, max_size=8).map(",".join), max_size=4)
CONTENTS = st.binary(max_size=80) | ROWS.map(lambda rows: (HEADER + "\n".join(rows)).encode("utf-8", "surrogatepass"))


@settings(max_examples=150)
@given(CONTENTS | st.tuples(ROWS, st.binary(max_size=9)).map(lambda parts: (HEADER + GOOD).encode() + parts[1]))
def test_no_file_at_all_ends_in_a_stack_trace_or_changes_a_home_it_is_refused_by(
    scorecard: Scorecard, file: Path, content: bytes
) -> None:
    ran = ingest(scorecard, file, content, "--dry-run")
    assert ran.code in (0, 1) and "Traceback" not in ran.said
    assert ran.code == 0 or "figures.csv" in ran.said
    assert contents(scorecard.home) == {}
