"""The measurements themselves; each gives plain numbers, alternating between what is compared."""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import TypeVar

from playwright.sync_api import Browser, BrowserContext, Page

from benchmarks.browsing import change, load, open_page
from benchmarks.homes import END
from benchmarks.servers import Server
from benchmarks.wire import relaying
from scorecard.catalog import Catalog
from scorecard.publishing.publication import Publication
from scorecard.publishing.publish import publish

ROUNDS = 9
STARTS = 5  # of servers: a filter that was never chosen before is so only once a start
SESSIONS = 20
# Milliseconds between two choices: a server still works after its answer, and the browser still draws. Without a rest
# whoever comes next is measured beside that; the bare server leaves next to nothing, which favours its neighbour.
_REST = 500

BARE = {"main": ["[data-testid=stCheckbox] input", "[data-testid=stMarkdown] p"]}
# Matrix, counts and sentences are what a reader came for; the chart completes the page.
MAIN = [".sc-table .sc-light", ".sc-counts b", ".sc-side > :last-child"]
OVERVIEW = {"main": MAIN, "whole": [*MAIN, "[data-testid=stVegaLiteChart] :is(canvas, svg)"]}

# The page of a district with the map of cells: its address and its contents.
DISTRICT_PATH = "district"
DISTRICT = {
    "main": [".sc-table .sc-light", ".sc-area-filters select"],
    "map": [".sc-table .sc-light", "[data-testid=stDeckGlJsonChart] canvas"],
}

# The pages of a task, of chasing, of figures coming in, and of a unit.
TASK_PATH = "task?task=4"
TASK = {"main": [".sc-card", ".sc-bullets .sc-result a", ".sc-lines polyline"]}
CHASE_PATH = "follow_up"
CHASE = {"main": [".sc-work-news b", ".sc-work-filters select", ".sc-work-list tbody .sc-light"]}
DATA_PATH = "data"
DATA = {"main": [".st-key-data-load input[type=file]", ".sc-source", ".st-key-history table"]}
UNIT_PATH = "unit?unit={unit}"
UNIT = {"main": [".sc-figures tbody .sc-light", ".sc-figures svg"]}

_TICK = "document.querySelector('[data-testid=stCheckbox] input').click()"
_TICKED = "[...document.querySelectorAll('[data-testid=stMarkdown] p')].some((e) => e.textContent === '{}')"
# Chooses the option at a place of a list; done when the part was printed again.
_PICK = """
document.querySelector('{part}').dataset.old = "";
const select = document.querySelector('{select}');
select.selectedIndex = {place};
select.dispatchEvent(new Event('change', {{ bubbles: true }}));
"""
_PICKED = "document.querySelector('{part}:not([data-old])')"

Servers = Mapping[str, Server]
Samples = dict[str, dict[str, list[float]]]  # by server and kind
T = TypeVar("T")


def cold_loads(
    browser: Browser, servers: Servers, path: str = "", contents: Mapping[str, Sequence[str]] = OVERVIEW
) -> dict[str, dict[str, float]]:
    """Median milliseconds until the contents of a page of each server stand, cache cold, server warm."""
    found: dict[str, dict[str, list[float]]] = {name: {} for name in servers}
    for turn in range(ROUNDS + 1):
        for name, server in _in_turn(servers, turn):
            url, wanted = (server.url, BARE) if name == "bare" else (server.url.rstrip("/") + f"/{path}", contents)
            marks = load(browser, url, wanted)
            for mark, value in marks.items() if turn else ():  # the first turn warms the servers up
                found[name].setdefault(mark, []).append(value)
    return {name: {mark: median(values) for mark, values in marks.items()} for name, marks in found.items()}


@dataclass(frozen=True)
class Filter:
    """A list on a page: where it is, its selector, and the part that is printed again.

    `kinds` are the rounds through the list: in a second one every value was seen before.
    """

    path: str
    select: str
    part: str
    kinds: tuple[str, ...] = ("first",)


def filter_changes(browser: Browser, servers: Servers, chosen: Filter) -> Samples:
    """Milliseconds from choosing until the part is printed again: a value never chosen before, and one seen before."""
    pages = {name: _filtered(browser, server, name, chosen) for name, server in servers.items()}
    found: Samples = {name: {kind: [] for kind in chosen.kinds} for name in servers}
    for step in range(len(chosen.kinds) * ROUNDS):
        kind, place = chosen.kinds[step // ROUNDS], step % ROUNDS + 1
        for name, (_, page) in _in_turn(pages, step):
            if name == "bare":
                act, done = _TICK, _TICKED.format("plain" if step % 2 else "ticked")
            else:
                act = _PICK.format(part=chosen.part, select=chosen.select, place=place)
                done = _PICKED.format(part=chosen.part)
            page.wait_for_timeout(_REST)
            found[name][kind].append(change(page, act, done))
    for context, _ in pages.values():
        context.close()
    return found


def _filtered(browser: Browser, server: Server, name: str, chosen: Filter) -> tuple[BrowserContext, Page]:
    if name == "bare":
        return open_page(browser, server.url, BARE)
    return open_page(browser, server.url + chosen.path, {"main": [chosen.select, chosen.part]})


def _in_turn(given: Mapping[str, T], turn: int) -> list[tuple[str, T]]:
    """Forwards and backwards by turns: who comes later runs beside what the one before it still does."""
    items = list(given.items())
    return items[::-1] if turn % 2 else items


def pooled(samples: Iterable[Samples]) -> dict[str, dict[str, float]]:
    """The medians over all samples of several measurements."""
    found: Samples = {}
    for sample in samples:
        for name, kinds in sample.items():
            for kind, values in kinds.items():
                found.setdefault(name, {}).setdefault(kind, []).extend(values)
    return {name: {kind: median(values) for kind, values in kinds.items()} for name, kinds in found.items()}


def bytes_sent(browser: Browser, server: Server, name: str) -> int:
    """Bytes on the wire for one cold visit."""
    with relaying(server.port) as relay:
        context, page = open_page(browser, f"http://127.0.0.1:{relay.server_address[1]}/", _wanted(name))
        page.wait_for_timeout(500)
        context.close()
        return relay.sent


def memory_per_session(browser: Browser, server: Server, name: str) -> float:
    """Bytes by which the server grows for each of SESSIONS visitors who stay; it should be a fresh server."""
    load(browser, server.url, _wanted(name))
    before = server.resident()
    contexts = [open_page(browser, server.url, _wanted(name))[0] for _ in range(SESSIONS)]
    grown = server.resident() - before
    for context in contexts:
        context.close()
    return grown / SESSIONS


def publishing(home: Path, catalog: Catalog) -> float:
    """Median seconds of publishing one more revision of the last week, with everything carried forward."""
    taken: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(shutil.copytree(home, Path(folder) / "home"))
        for _ in range(ROUNDS):
            start = time.perf_counter()
            publish(copy, catalog, Publication(END, (), reason="benchmark", synthetic=True))
            taken.append(time.perf_counter() - start)
    return median(taken)


def _wanted(name: str) -> Mapping[str, Sequence[str]]:
    return BARE if name == "bare" else OVERVIEW
