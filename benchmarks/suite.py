"""What the tests took when they last ran as a whole: `make test` leaves it in .bench/tests.xml."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

from scorecard.settings import ROOT

FILE = ROOT / ".bench" / "tests.xml"
DEAREST = 10


def dearest(file: Path = FILE) -> list[str]:
    """A line for each of the ten dearest files, after one for the whole; one that says so where none was kept."""
    if not file.is_file():
        return ["tests: nothing kept of a whole run; make test leaves it"]
    seconds: Counter[str] = Counter()
    for case in ElementTree.parse(file).iter("testcase"):
        seconds[case.get("classname", "")] += float(case.get("time", 0))  # type: ignore[assignment]
    lines = [f"{'tests, of all files':<46}{sum(seconds.values()):>8.1f} s"]
    return lines + [f"{name:<46}{taken:>8.1f} s" for name, taken in seconds.most_common(DEAREST)]
