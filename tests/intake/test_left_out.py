"""Clean files can be published without the bad ones, by explicit choice; the manifest says what was left out."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from scorecard.catalog import load_catalog
from scorecard.intake.ingest import check_files
from scorecard.intake.taken import Intake
from scorecard.publishing.carried_forward import read_observations
from scorecard.snapshots.index import Input, Manifest, list_snapshots
from scorecard.snapshots.verify import verify_home
from scorecard.weeks import ReportWeek
from tests.catalogs.catalogue_rows import catalogue, unit, write_catalogue
from tests.cli.command_line import Scorecard
from tests.homes.folders import contents

WEEK = ReportWeek.parse("2023-W42")
HEADER = "unit_id,indicator_id,as_of,numerator,denominator,source,note\n"


@pytest.fixture
def scorecard(tmp_path: Path) -> Scorecard:
    units = [unit("S1"), unit("S2"), unit("S3"), unit("S4")]
    return Scorecard(tmp_path / "home", write_catalogue(catalogue(units=units), tmp_path / "catalog"))


def csv(file: Path, *rows: str) -> Path:
    file.parent.mkdir(exist_ok=True)
    file.write_text(HEADER + "".join(f"{row}\n" for row in rows), encoding="utf-8")
    return file


def row(code: str, numerator: object = 1) -> str:
    return f"{code},I1,2023-10-19,{numerator},9,{code},"


def sha(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def checked(scorecard: Scorecard, *files: Path) -> Intake:
    return check_files(scorecard.home, load_catalog(scorecard.catalog), files, WEEK, None)


# what each file says, and which of them are bad
BAD: dict[str, tuple[dict[str, list[str]], set[str]]] = {
    "none": ({"a": [row("S1")], "b": [row("S2")]}, set()),
    "one row of one file": ({"a": [row("S1")], "b": [row("S2"), row("S3", "x")]}, {"b"}),
    "the same figure in two files": ({"a": [row("S1")], "b": [row("S1"), row("S2")]}, set()),
    "another figure in two files": ({"a": [row("S1", 1)], "b": [row("S1", 2)], "c": [row("S2")]}, {"a", "b"}),
    "two against one": ({"a": [row("S1", 1)], "b": [row("S1", 2)], "c": [row("S1", 1), row("S3")]}, {"a", "b", "c"}),
    "a conflict within a file": ({"a": [row("S1", 1), row("S1", 2)], "b": [row("S2")]}, {"a"}),
    "all of them": ({"a": ["S9,I1"], "b": [row("S9")]}, {"a", "b"}),
}


@pytest.mark.parametrize(("files", "bad"), BAD.values(), ids=BAD)
def test_a_file_is_bad_if_a_problem_names_it(
    scorecard: Scorecard, tmp_path: Path, files: dict[str, list[str]], bad: set[str]
) -> None:
    paths = {name: csv(tmp_path / f"{name}.csv", *rows) for name, rows in files.items()}
    intake = checked(scorecard, *paths.values())
    assert set(intake.bad) == {Input(name=f"{name}.csv", sha256=sha(paths[name])) for name in bad}
    rest = check_files(scorecard.home, load_catalog(scorecard.catalog), list(paths.values()), WEEK, None, skip_bad=True)
    clean = set(paths) - bad
    if clean:
        assert set(rest.left_out) == set(intake.bad) and rest.bad == () and not rest.checked.problems
        assert {path.stem for path in rest.paths} == clean
        assert {p.sha256 for p in rest.left_out_problems} == {item.sha256 for item in rest.left_out}
        assert rest.checked.observations == checked(scorecard, *rest.paths).checked.observations
    else:
        assert rest == intake and rest.left_out == ()


def test_two_files_of_one_name_are_told_apart_by_their_content(scorecard: Scorecard, tmp_path: Path) -> None:
    good, bad = csv(tmp_path / "a" / "f.csv", row("S1")), csv(tmp_path / "b" / "f.csv", row("S2", "x"))
    assert checked(scorecard, good, bad).bad == (Input(name="f.csv", sha256=sha(bad)),)
    ran = scorecard("ingest", good, bad, "--week", WEEK, "--skip-bad")
    assert ran.code == 0, ran.said
    manifest = list_snapshots(scorecard.home).all[0].manifest
    assert [item.sha256 for item in (*manifest.inputs, *manifest.left_out)] == [sha(good), sha(bad)]


def test_clean_files_are_published_and_the_others_named(scorecard: Scorecard, tmp_path: Path) -> None:
    good, bad = csv(tmp_path / "good.csv", row("S1")), csv(tmp_path / "=bad.csv", row("S2", "x"))
    refused = scorecard("ingest", good, bad, "--week", WEEK)
    assert refused.code == 1 and contents(scorecard.home) == {}
    dry = scorecard("ingest", good, bad, "--week", WEEK, "--skip-bad", "--dry-run")
    assert dry.code == 0 and "=bad.csv" in dry.err and contents(scorecard.home) == {}
    ran = scorecard("ingest", good, bad, "--week", WEEK, "--skip-bad")
    assert ran.code == 0 and f"=bad.csv, SHA-256 {sha(bad)}" in ran.err and "dòng 2, cột numerator" in ran.err
    (snapshot,) = list_snapshots(scorecard.home).all
    assert snapshot.manifest.left_out == (Input(name="=bad.csv", sha256=sha(bad)),)
    assert [item.unit_id for item in read_observations(snapshot)] == ["S1"]
    assert not (scorecard.home / "inputs" / sha(bad)).exists() and verify_home(scorecard.home) == []
    assert scorecard("weeks", "--format", "json").json()[0]["left_out"] == [{"name": "=bad.csv", "sha256": sha(bad)}]
    table, text = scorecard("weeks"), scorecard("weeks", "--format", "csv")
    assert "=bad.csv" in table.out and text.out.endswith(",'=bad.csv\n")


def test_json_says_what_was_left_out_and_why(scorecard: Scorecard, tmp_path: Path) -> None:
    good, bad = csv(tmp_path / "good.csv", row("S1")), csv(tmp_path / "bad.csv", row("S2", "x"))
    found = scorecard("ingest", good, bad, "--week", WEEK, "--skip-bad", "--format", "json").json()
    assert (found["published"], found["problems"]) == (True, [])
    assert found["receipts"] == [{"name": "good.csv", "sha256": sha(good), "rows": 1}]
    (left,) = found["left_out"]
    assert (left["name"], left["sha256"], left["problems"][0]["line"]) == ("bad.csv", sha(bad), 2)


def test_without_a_clean_file_nothing_is_published(scorecard: Scorecard, tmp_path: Path) -> None:
    bad = csv(tmp_path / "bad.csv", row("S2", "x"))
    ran = scorecard("ingest", bad, "--week", WEEK, "--skip-bad")
    assert ran.code == 1 and "bad.csv, dòng 2" in ran.err and contents(scorecard.home) == {}


def test_a_manifest_written_before_there_was_such_a_list_is_still_read(scorecard: Scorecard, tmp_path: Path) -> None:
    scorecard("ingest", csv(tmp_path / "good.csv", row("S1")), "--week", WEEK)
    (file,) = scorecard.home.rglob("manifest.json")
    text = json.loads(file.read_text(encoding="utf-8"))
    del text["left_out"]
    assert Manifest.model_validate_json(json.dumps(text)).left_out == ()
