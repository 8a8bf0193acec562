"""The time of publishing a correction, beside another checkout: `python -m benchmarks.correction CHECKOUT`.

Both publish the same invented weeks into homes of their own and correct one figure of an older week again and again, in
turns; the other checkout has an environment of its own in `.venv`.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROUNDS, WEEKS = 9, 8
_MADE = """
import sys, time
from dataclasses import replace
from pathlib import Path
from scorecard.catalog import load_catalog
from scorecard.demo import publish_demo
try:
    from scorecard.publishing.carried_forward import read_observations
    from scorecard.publishing.publication import Publication
    from scorecard.publishing.publish import publish
except ModuleNotFoundError:  # a checkout from before the rooms
    from scorecard.known import read_observations
    from scorecard.publication import Publication
    from scorecard.publish import publish
try:
    from scorecard.snapshots.index import list_snapshots
except ModuleNotFoundError:
    from scorecard.snapshots import list_snapshots
from scorecard.weeks import ReportWeek
home, catalog, weeks = Path(sys.argv[1]), load_catalog(Path(sys.argv[2])), int(sys.argv[3])
publish_demo(home, catalog, weeks=weeks, end=ReportWeek(2023, 44), seed=7)
older = list_snapshots(home).weeks()[-3]
row = next(row for row in read_observations(older) if row.denominator)
print("ready", flush=True)
for line in sys.stdin:
    current = list_snapshots(home).current(older.week)
    given = Publication(older.week, [replace(row, numerator=int(line))], cut_off=current.manifest.cut_off,
                        reason="again", synthetic=True, clock_checked=True)
    begun = time.perf_counter()
    publish(home, catalog, given)
    print(time.perf_counter() - begun, flush=True)
"""


class _Office:
    """One checkout with its home, asked for one correction at a time."""

    def __init__(self, checkout: Path, folder: Path, catalog: Path) -> None:
        python = checkout / ".venv" / "bin" / "python"
        command = [str(python), "-c", _MADE, str(folder), str(catalog), str(WEEKS)]
        self._process = subprocess.Popen(
            command, cwd=checkout, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        assert self._answer() == "ready"

    def correct(self, number: int) -> float:
        """Seconds of one correction."""
        assert self._process.stdin
        print(number, file=self._process.stdin, flush=True)
        return float(self._answer())

    def _answer(self) -> str:
        assert self._process.stdout
        return self._process.stdout.readline().strip()

    def end(self) -> None:
        """No more corrections."""
        self._process.communicate()


def main(other: Path) -> None:
    """Prints both medians and their ratio."""
    here = Path(__file__).resolve().parent.parent
    with tempfile.TemporaryDirectory() as name:
        offices = [_Office(one, Path(name) / label, here / "tests" / "catalogs" / "2023")
                   for label, one in (("here", here), ("other", other.resolve()))]  # fmt: skip
        for office in offices:
            office.correct(0)  # the first one reads what all later ones find in the disk's memory
        took = [[office.correct(number) for office in offices] for number in range(1, ROUNDS + 1)]
        for office in offices:
            office.end()
    ours, others = (statistics.median(pair[place] for pair in took) for place in (0, 1))
    print(f"a correction: {ours * 1000:.0f} ms here, {others * 1000:.0f} ms there: {ours / others:.2f} ×")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
