"""`python -m benchmarks.same_bytes CHECKOUT`: whether this tree makes the bytes that another makes of the same figures.

The other checkout (with a `.venv` of its own) publishes a demo home; both print its lights and make every file of its
briefing from it: the whole week, a district, a task. Ends with 1 where a byte differs, and names the file.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from scorecard.settings import ROOT

WEEK, WEEKS = "2023-W42", "8"
CATALOG = ROOT / "tests" / "catalogs" / "2023"
_SCOPES = {"whole": (), "district": ("--district", "465"), "task": ("--task", "4")}
_LISTS = ("lights", "weeks", "chase")


def run(checkout: Path, home: Path, *arguments: str) -> bytes:
    """What a command of a checkout prints."""
    command = [".venv/bin/python", "-m", "scorecard", "--home", str(home), "--catalog", str(CATALOG), *arguments]
    return subprocess.run(command, cwd=checkout, check=True, capture_output=True).stdout


def made(checkout: Path, home: Path, folder: Path) -> dict[str, str]:
    """The hash of everything a checkout makes of a home, by its name."""
    found: dict[str, bytes] = {}
    for name, scope in _SCOPES.items():
        run(checkout, home, "briefing", "--week", WEEK, "--out", str(folder / name), *scope)
        found |= {f"{name}/{file.name}": file.read_bytes() for file in sorted((folder / name).iterdir())}
    for name in _LISTS:
        week = () if name == "weeks" else ("--week", WEEK)
        found[name] = run(checkout, home, name, *week, "--format", "json")
    return {name: hashlib.sha256(content).hexdigest() for name, content in found.items()}


def main() -> int:
    """One line a file."""
    other = Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory() as place:
        homes = [Path(place) / name for name in ("theirs", "ours")]
        run(other, homes[0], "demo", "--weeks", WEEKS, "--end", WEEK)
        run(ROOT, homes[1], "demo", "--weeks", WEEKS, "--end", WEEK)
        published = [_tables(home) for home in homes]
        theirs, ours = (
            made(checkout, homes[0], Path(place) / f"files-{number}") for number, checkout in enumerate((other, ROOT))
        )
        shutil.rmtree(homes[1])
    different = 0
    for name in sorted(published[0] | published[1] | theirs | ours):
        same = (published[0] | theirs).get(name) == (published[1] | ours).get(name)
        different += not same
        print(f"{'same' if same else 'DIFFERENT':<10}{name}")
    return int(bool(different))


def _tables(home: Path) -> dict[str, str]:
    """The hash of every published table; manifests hold the moment of publication and are left out."""
    files = sorted((home / "snapshots").rglob("*.parquet"))
    return {str(file.relative_to(home)): hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


if __name__ == "__main__":
    sys.exit(main())
