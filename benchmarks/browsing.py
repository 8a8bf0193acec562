"""What a browser sees, timed inside the page: when content first stands, and how long a change takes."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from benchmarks.visitors import carry

_SIZE = {"width": 1920, "height": 1080}
_PATIENCE = 60_000

# Marks the milliseconds since navigation at which all elements of a name are there and have a box.
_WATCH = """
(wanted) => {
  window.marks = {};
  const stands = (selector) => [...document.querySelectorAll(selector)].some((e) => e.getClientRects().length);
  const look = () => {
    for (const [name, selectors] of Object.entries(wanted))
      if (!(name in window.marks) && selectors.every(stands)) window.marks[name] = performance.now();
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true, attributes: true });
}
"""

# Acts, then waits for the change; resolves to the milliseconds between.
_CHANGE = """
([act, done]) => new Promise((resolve) => {
  const acting = new Function(act), isDone = new Function("return " + done);
  const start = performance.now();
  const watch = new MutationObserver(() => {
    if (!isDone()) return;
    watch.disconnect();
    resolve(performance.now() - start);
  });
  watch.observe(document.body, { childList: true, subtree: true, characterData: true });
  acting();
})
"""


@contextmanager
def browsing() -> Iterator[Browser]:
    """Debian's Chromium if it is installed, else Playwright's own."""
    with sync_playwright() as playwright:
        found = shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        try:
            yield browser
        finally:
            browser.close()


def open_page(browser: Browser, url: str, wanted: Mapping[str, Sequence[str]]) -> tuple[BrowserContext, Page]:
    """A page in a fresh context (nothing cached) once everything wanted stands."""
    context = browser.new_context(viewport={"width": _SIZE["width"], "height": _SIZE["height"]}, locale="vi-VN")
    carry(context)
    page = context.new_page()
    page.set_default_timeout(_PATIENCE)
    names = {name: list(selectors) for name, selectors in wanted.items()}
    page.add_init_script(f"({_WATCH})({json.dumps(names)})")
    page.goto(url)
    page.wait_for_function("(count) => Object.keys(window.marks).length === count", arg=len(names))
    return context, page


def load(browser: Browser, url: str, wanted: Mapping[str, Sequence[str]]) -> dict[str, float]:
    """Milliseconds from navigation until each of the wanted contents stands, with a cold cache."""
    context, page = open_page(browser, url, wanted)
    marks: dict[str, float] = page.evaluate("window.marks")
    context.close()
    return marks


def change(page: Page, act: str, done: str) -> float:
    """Milliseconds from an action (JavaScript) until its effect (a JavaScript condition) shows."""
    milliseconds: float = page.evaluate(_CHANGE, [act, done])
    return milliseconds
