"""What README promises: its files are there, its example passes, `make` and `.ci/run` do what they say."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path

import pytest

from scorecard.settings import ROOT
from tests.cli.command_line import run

README = (ROOT / "README.md").read_text(encoding="utf-8")
needs_make = pytest.mark.skipif(not shutil.which("make"), reason="make is not installed")


def planned(*arguments: str) -> str:
    """What make would run, without running it."""
    command = ["make", "--no-print-directory", "--dry-run", "--always-make", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=True).stdout


def test_every_place_the_readme_names_is_there() -> None:
    places = re.findall(r"`((?:[\w.-]+/)+(?:[\w-]+\.(?:py|csv|md))?|[\w-]+\.(?:py|txt|md)|LICENSE)`", README)
    assert len(places) > 12
    assert [place for place in places if not (ROOT / place).exists() and not (ROOT / "docs" / place).exists()] == []
    assert len(README.splitlines()) <= 150


def test_every_decision_has_one_number_and_stands_in_the_index() -> None:
    folder = ROOT / "docs" / "decisions"
    found = {
        int(number): file.stem
        for file in folder.glob("[a-z]*.md")
        for number in re.findall(r"^- \*\*(\d+)\.", file.read_text(encoding="utf-8"), re.MULTILINE)
    }
    index = (folder / "README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (\d+) \| .* \| \[([\w-]+)\]", index, re.MULTILINE)
    assert [(int(number), file) for number, file in rows] == sorted(found.items())
    assert sorted(found) == list(range(1, len(found) + 1))


def test_every_version_of_the_change_log_has_its_day_newest_first() -> None:
    log = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    found = re.findall(r"^## (\d+)\.(\d+)\.(\d+) \((\d{4}-\d{2}-\d{2})\)(?:: .+)?$", log, re.MULTILINE)
    versions = [tuple(map(int, version[:3])) for version in found]
    assert versions == sorted(versions, reverse=True)
    assert [day for *_, day in found] == sorted((day for *_, day in found), reverse=True)
    assert len(found) == len(re.findall(r"^## ", log, re.MULTILINE)) - 1  # and what is not released
    assert f'version = "{".".join(map(str, versions[0]))}"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize("page", ["README.md", "docs/operations.md"])
def test_the_example_can_be_published(page: str, tmp_path: Path) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    lines = [line.strip() for line in text.splitlines() if line.startswith("    ") and line.count(",") == 6]
    file = tmp_path / "week42.csv"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    ran = run("--home", tmp_path / "home", "ingest", file, "--week", "2023-W42")
    assert (ran.code, len(lines)) == (0, 3), ran.said


@needs_make
def test_make_run_installs_fills_an_empty_home_and_serves_on_the_given_port() -> None:
    steps = planned("run", "PORT=9123")
    assert steps.index("requirements.lock") < steps.index("scorecard demo") < steps.index('serve --port "9123"')
    assert 'serve --port "8501"' in planned("run")


@needs_make
def test_make_test_runs_style_types_and_tests_with_the_tests_last() -> None:
    steps = planned("test")
    wanted = ["requirements-dev.lock", "ruff check", "ruff format --check", "bandit", "/mypy", ".ci/machine", "pytest"]
    assert [steps.rindex(step) for step in wanted] == sorted(steps.rindex(step) for step in wanted)


@needs_make
def test_make_quick_runs_style_types_and_the_tests_of_what_changed() -> None:
    steps = planned("quick")
    assert all(step in steps for step in ("lint types", ".ci/changed", "pytest"))
    assert "machine" not in steps


@pytest.mark.parametrize(
    ("changed", "chosen", "left"),
    [
        (["README.md", "scorecard/format.py"], [], []),
        (["scorecard/lights/status.py"], ["tests/lights"], []),
        (["scorecard/intake/cells/problems.py"], ["tests/intake"], []),
        (["scorecard/ui/task/task_page.py", "pages/task.py"], ["tests/ui/task"], []),
        (["pages/unit.py", "queries/gaps.sql"], ["tests/queries", "tests/ui/unit"], []),
        (["queries/judge/sums.sql"], ["tests/publishing"], []),
        (["tests/lights/test_status.py", "tests/lights/gone.py"], ["tests/lights/test_status.py"], []),
        (
            [f"scorecard/{room}/x.py" for room in ("access", "briefing", "catalog", "demo", "files")],
            ["tests/access", "tests/briefing", "tests/catalog"],
            ["tests/demo", "tests/files"],
        ),
    ],
)
def test_what_changed_stands_for_the_tests_of_its_room(changed: list[str], chosen: list[str], left: list[str]) -> None:
    script = ROOT / ".ci" / "changed"
    loader = SourceFileLoader("changed", str(script))
    spec = spec_from_loader("changed", loader)
    assert spec
    module = module_from_spec(spec)
    loader.exec_module(module)
    exists = [file.relative_to(ROOT).as_posix() for file in (ROOT / "tests").rglob("*.py")]
    found, told = module.tests_of(changed, exists)
    assert set(found) == {*chosen, *module.ALWAYS} and told == left
    assert all((ROOT / test).exists() for test in module.ALWAYS)


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps no such mark")
def test_the_scripts_can_be_run_and_are_sound() -> None:
    for script in sorted((ROOT / ".ci").iterdir()):
        assert os.access(script, os.X_OK), script.name
        shell = b"bash" in script.read_bytes().splitlines()[0]
        subprocess.run(["bash", "-n", script] if shell else [sys.executable, script], check=True, timeout=20)
    assert " test " in (ROOT / ".ci" / "run").read_text(encoding="utf-8")
