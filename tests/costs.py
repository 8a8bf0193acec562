"""What the files of the suite cost: dear ones go first, so that no worker is left with one at the end."""

from __future__ import annotations

import gc
from collections import Counter

import pytest

# A machine that has not run the suite yet begins with these.
_DEAR = ("browser", "test_publish_kill.py", "test_rule_properties.py", "test_ingest_kill.py")
KEPT = "suite/seconds"  # in .pytest_cache/v: seconds by file, as of the last run of each

_seconds: Counter[str] = Counter()


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Files by what they cost in the last run; where another order is asked for, that one."""
    if not config.pluginmanager.hasplugin("randomly"):
        known = read_costs(config)
        items.sort(key=lambda item: _rank(item, known))


def read_costs(config: pytest.Config) -> dict[str, float]:
    """Seconds by file, of files that are there."""
    cache = getattr(config, "cache", None)
    known: dict[str, float] = cache.get(KEPT, {}) if cache else {}
    return {file: cost for file, cost in known.items() if (config.rootpath / file).exists()}


def _rank(item: pytest.Item, known: dict[str, float]) -> tuple[float, str]:
    file = item.nodeid.split("::")[0]
    return -known.get(file, 10.0 if any(part in file for part in _DEAR) else 1.0), file


def pytest_collection_finish() -> None:
    """Modules and collected tests stay until the end: no need to look through them for what can go."""
    gc.collect()
    gc.freeze()


def pytest_unconfigure() -> None:
    """At the end everything goes, or libraries speak of what they take for leaks."""
    gc.unfreeze()


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Sums up what the controller hears from its workers."""
    _seconds[report.nodeid.split("::")[0]] += report.duration


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Keeps the sums for the order of the next run and for `make bench`."""
    cache = getattr(session.config, "cache", None)
    if cache and not hasattr(session.config, "workerinput"):
        cache.set(KEPT, read_costs(session.config) | {file: round(cost, 1) for file, cost in _seconds.items()})
