"""What axe-core finds on a page."""

from __future__ import annotations

from playwright.sync_api import Page

from scorecard.settings import ROOT

_SCRIPT = ROOT / "node_modules" / "axe-core" / "axe.min.js"


def serious(page: Page, within: str = "html") -> list[tuple[str, str]]:
    """The serious and critical rules broken, each with the first piece of the page that breaks it."""
    page.evaluate(_SCRIPT.read_text(encoding="utf-8"))
    found = page.evaluate(f"axe.run(document.querySelector('{within}'), {{resultTypes: ['violations']}})")["violations"]
    return [(item["id"], item["nodes"][0]["html"]) for item in found if item["impact"] in ("serious", "critical")]
