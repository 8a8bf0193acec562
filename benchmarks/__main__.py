"""`python -m benchmarks`: measures everything in one run and prints ratios with their goals."""

from __future__ import annotations

import os
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser

from benchmarks import intake, measures, suite
from benchmarks.browsing import browsing
from benchmarks.homes import build_catalog, build_home
from benchmarks.servers import Server, serving
from scorecard.catalog import Catalog

_MEGABYTE = 1_000_000


@dataclass(frozen=True)
class Line:
    """One measured figure; `goal` 0 is no goal."""

    name: str
    value: float
    unit: str
    goal: float = 0.0
    detail: str = ""

    def __str__(self) -> str:
        """The figure, its goal and whether it is met."""
        judged = f"goal ≤ {self.goal:g}: {'met' if self.value <= self.goal else 'MISSED'}" if self.goal else ""
        return f"{self.name:<46}{self.value:>8.2f} {self.unit:<10}{judged:<20}{self.detail}".rstrip()


def main() -> None:
    """Builds the homes (once), measures, prints."""
    print(f"{os.cpu_count()} processors, medians of {measures.ROUNDS}, alternating", flush=True)
    print("\n".join(suite.dearest()), flush=True)
    intake.main()
    catalog = build_catalog()
    homes = {f"{weeks} weeks": build_home(catalog, weeks) for weeks in (60, 520)}
    with ExitStack() as stack:
        browser = stack.enter_context(browsing())
        servers = _servers(stack, homes, catalog)
        for line in (
            *_loads(browser, servers),
            *_district(browser, servers),
            *_pages(browser, servers, catalog.units[1].unit_id),
            *_bytes(browser, servers),
        ):
            print(line, flush=True)
    with browsing() as browser:
        for line in _changes(browser, homes, catalog):
            print(line, flush=True)
    for name, home in homes.items():
        print(Line(f"publishing a week, {name}", measures.publishing(home, catalog), "s", 1.0), flush=True)
    with browsing() as browser:
        for name, script in (("bare", "benchmarks/bare.py"), ("60 weeks", "app.py")):
            with serving(script, homes["60 weeks"], catalog.folder) as server:
                grown = measures.memory_per_session(browser, server, name) / _MEGABYTE
            print(Line(f"memory a session, {name}", grown, "MB", detail=f"over {measures.SESSIONS}"), flush=True)


def _loads(browser: Browser, servers: dict[str, Server]) -> list[Line]:
    found = measures.cold_loads(browser, servers)
    bare, short, long = (found[name] for name in ("bare", "60 weeks", "520 weeks"))
    seen = f"{bare['main']:.0f} ms bare, {short['main']:.0f} main, {short['whole']:.0f} whole"
    return [
        Line("cold load: matrix, counts, sentences / bare", short["main"] / bare["main"], "×", 1.35, seen),
        Line("cold load: whole page / bare", short["whole"] / bare["main"], "×", 1.7),
        Line("cold load: 520 / 60 weeks, main", long["main"] / short["main"], "×", 1.15, f"{long['main']:.0f} ms"),
        Line("cold load: 520 / 60 weeks, whole", long["whole"] / short["whole"], "×", 1.15, f"{long['whole']:.0f} ms"),
    ]


def _district(browser: Browser, servers: dict[str, Server]) -> list[Line]:
    found = measures.cold_loads(browser, servers, measures.DISTRICT_PATH, measures.DISTRICT)
    bare, short, long = (found[name] for name in ("bare", "60 weeks", "520 weeks"))
    seen = f"{bare['main']:.0f} ms bare, {short['main']:.0f} main, {short['map']:.0f} map"
    return [
        Line("district page, cold: matrix / bare", short["main"] / bare["main"], "×", 1.5, seen),
        Line("district page, cold: map / bare", short["map"] / bare["main"], "×", 2.2),
        Line("district page, cold: 520 / 60 weeks, map", long["map"] / short["map"], "×", 1.15),
    ]


def _pages(browser: Browser, servers: dict[str, Server], unit: str) -> list[Line]:
    lines = []
    for name, path, contents in (
        ("task", measures.TASK_PATH, measures.TASK),
        ("unit", measures.UNIT_PATH.format(unit=unit), measures.UNIT),
        ("chasing", measures.CHASE_PATH, measures.CHASE),
        ("data", measures.DATA_PATH, measures.DATA),
    ):
        found = measures.cold_loads(browser, servers, path, contents)
        bare, short, long = (found[server]["main"] for server in ("bare", "60 weeks", "520 weeks"))
        seen = f"{bare:.0f} ms bare, {short:.0f} ms"
        lines.append(Line(f"{name} page, cold: main content / bare", short / bare, "×", 1.5, seen))
        lines.append(Line(f"{name} page, cold: 520 / 60 weeks", long / short, "×", 1.15, f"{long:.0f} ms"))
    return lines


def _changes(browser: Browser, homes: dict[str, Path], catalog: Catalog) -> list[Line]:
    """Filter changes of the pages, pooled over servers that were started anew."""
    unit = catalog.units[1].unit_id
    chosen = {
        "task page": measures.Filter("task?task=4", "select[name=block]", ".sc-bullets"),
        "unit page": measures.Filter(f"unit?unit={unit}", "select[name=against]", ".sc-figures"),
        "district page": measures.Filter("district?task=1", "select[name=task]", ".sc-table"),
        "overview": measures.Filter("", "select[name=block]", ".sc-table", ("first", "again")),
    }
    found: dict[str, list[measures.Samples]] = {name: [] for name in chosen}
    for _ in range(measures.STARTS):
        with ExitStack() as stack:
            servers = _servers(stack, homes, catalog)
            for name, one in chosen.items():
                found[name].append(measures.filter_changes(browser, servers, one))
    return [line for name, samples in found.items() for line in _ratios(name, measures.pooled(samples))]


def _ratios(page: str, found: dict[str, dict[str, float]]) -> list[Line]:
    lines = []
    for kind in found["bare"]:
        bare, short, long = (found[name][kind] for name in ("bare", "60 weeks", "520 weeks"))
        title = f"{page}, filter change, {kind} time"
        lines.append(Line(f"{title} / bare", short / bare, "×", 2.0, f"{bare:.0f} ms bare, {short:.0f} ms"))
        lines.append(Line(f"{title}: 520 / 60 weeks", long / short, "×", 1.15, f"{long:.0f} ms"))
    return lines


def _servers(stack: ExitStack, homes: dict[str, Path], catalog: Catalog) -> dict[str, Server]:
    servers = {"bare": stack.enter_context(serving("benchmarks/bare.py"))}
    return servers | {
        name: stack.enter_context(serving("app.py", home, catalog.folder)) for name, home in homes.items()
    }


def _bytes(browser: Browser, servers: dict[str, Server]) -> list[Line]:
    sent = {name: measures.bytes_sent(browser, servers[name], name) for name in ("bare", "60 weeks")}
    return [
        Line("bytes sent, cold: overview / bare", sent["60 weeks"] / sent["bare"], "×"),
        Line("bytes sent, cold: overview", sent["60 weeks"] / _MEGABYTE, "MB", detail=f"{sent['bare']:,} bytes bare"),
    ]


if __name__ == "__main__":
    main()
