"""What is installed is locked: every version, on every system, with hashes; the lists people read agree with it."""

from __future__ import annotations

import re
from importlib.metadata import distributions

import pytest

from scorecard.settings import ROOT

_HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}")


def lines(name: str) -> list[str]:
    text = (ROOT / name).read_text(encoding="utf-8").replace("\\\n", " ")
    return [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def locked(name: str) -> dict[str, str]:
    """Package and version of a lock file; a line that is anything else fails."""
    found = {}
    for line in lines(name):
        match = re.fullmatch(r"([\w.-]+)==([\w.]+)( ; [^-]+)?((?:\s+--hash=sha256:[0-9a-f]{64})+)", line)
        assert match, line[:80]
        found[plain(match[1])] = match[2]
    return found


def listed(name: str) -> dict[str, str]:
    pairs = [line.split("==") for line in lines(name) if not line.startswith("-r ")]
    return {plain(package.partition("[")[0]): version for package, version in pairs}


@pytest.mark.parametrize("name", ["requirements", "requirements-dev"])
def test_the_lock_holds_what_the_list_asks_for(name: str) -> None:
    found = locked(f"{name}.lock")
    assert {package: found.get(package) for package in listed(f"{name}.txt")} == listed(f"{name}.txt")


def test_tests_run_with_what_is_served() -> None:
    served, tested = locked("requirements.lock"), locked("requirements-dev.lock")
    assert {package: tested.get(package) for package in served} == served


def test_this_environment_is_the_locked_one() -> None:
    """Another version here means that the lock was made anew and nothing was installed from it."""
    found = {plain(item.metadata["Name"]): item.version for item in distributions()}
    tested = locked("requirements-dev.lock")
    assert {name: found[name] for name in tested if name in found} == {
        name: version for name, version in tested.items() if name in found
    }


def test_other_systems_are_locked_too() -> None:
    """Windows needs a package of its own, and each package with machine code has several files."""
    assert "colorama" in locked("requirements.lock")
    assert all(len(_HASH.findall(line)) > 3 for line in lines("requirements.lock") if line.startswith("duckdb=="))


@pytest.mark.parametrize("name", ["requirements", "requirements-dev"])
def test_a_lock_names_packages_and_nothing_else(name: str) -> None:
    """No address of where somebody got them: lines are packages with hashes (`locked`), or say how the file is made."""
    content = (ROOT / f"{name}.lock").read_text(encoding="utf-8")
    told = [line for line in content.splitlines() if line.startswith("#")]
    first = f"# Every package {name}.txt leads to, on every system, with the SHA-256 of every file of that version"
    made = (
        "# Made from it: uv pip compile --universal --python-version 3.11 --generate-hashes --no-annotate --no-header"
    )
    assert told == [f"{first} (pip checks them).", f"{made} {name}.txt -o {name}.lock"]
    assert locked(f"{name}.lock") and "://" not in content


def test_people_are_told_to_install_from_the_lock() -> None:
    for name in ("README.md", "Makefile"):
        assert "--require-hashes -r requirements.lock" in (ROOT / name).read_text(encoding="utf-8")
