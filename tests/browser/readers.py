"""Tabs of Chromium that are used again: a new one costs four times what its first page does."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from playwright.sync_api import Browser, BrowserContext, Page

_KEPT = "local_storage,indexeddb,cache_storage,service_workers"
# Everything a page does by itself once it is there: scripts, letters, passing looks, and what they change.
_SETTLED = """async () => {
  let quiet = 0;
  const watch = new MutationObserver(() => { quiet = 0; });
  watch.observe(document, {subtree: true, childList: true, attributes: true, characterData: true});
  const passing = (look) => look.playState === "running" && look.effect.getComputedTiming().endTime < Infinity;
  while (quiet++ < 9 || document.fonts.status !== "loaded" || document.getAnimations().some(passing)) {
    await new Promise(requestAnimationFrame);
  }
  watch.disconnect();
}"""


def settled(page: Page) -> Page:
    """Waits until the script has ended and the page stands still."""
    page.wait_for_selector("[data-test-script-state=notRunning]", state="attached")
    page.evaluate(_SETTLED)
    return page


@dataclass
class Readers:
    """Tabs that know nothing of who used them before, each with a browser's memory of its own.

    Only Streamlit's files stay in it. `nowhere` is an empty page of this machine: between two readers a tab stays on
    the machine, as Chromium starts a new process for a page of any other.
    """

    chromium: Browser
    nowhere: str
    free: dict[int, list[Page]] = field(default_factory=dict)

    @contextmanager
    def one(self, size: tuple[int, int], scale: int = 1) -> Iterator[Page]:
        """A tab nobody else has until the block ends; one that was closed by then is used no more."""
        free = self.free.setdefault(scale, [])
        page = free.pop() if free else self._new(scale)
        page.set_viewport_size({"width": size[0], "height": size[1]})
        yield page
        if page.is_closed():
            page.context.close()
            return
        for other in page.context.pages:
            _forget(other, self.nowhere)
            if other is not page:
                other.close()
        _forget_reader(page.context)
        page.emulate_media(media="null", forced_colors="null")
        free.append(page)

    def _new(self, scale: int) -> Page:
        page = self.chromium.new_context(locale="vi-VN", device_scale_factor=scale).new_page()
        page.goto(self.nowhere)
        return page


def _forget(page: Page, nowhere: str) -> None:
    page.mouse.move(-1, -1)
    origin = page.evaluate("() => { sessionStorage.clear(); return origin; }")
    tools = page.context.new_cdp_session(page)
    tools.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": _KEPT})
    tools.detach()
    page.goto(nowhere)


def _forget_reader(context: BrowserContext) -> None:
    context.clear_cookies()
    context.clear_permissions()
