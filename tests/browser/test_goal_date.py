"""Pages with a goal date name the needed pace and forecasts: they are as easy to read otherwise as without."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator

import pytest

from scorecard.catalog import load_catalog
from scorecard.demo import publish_demo
from scorecard.weeks import ReportWeek
from tests.browser.axe import serious
from tests.browser.conftest import CATALOG, NARROW, WIDE, Visit
from tests.browser.readers import settled
from tests.forked_servers import serving


@pytest.fixture(scope="module")
def aiming(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server over eight weeks that have a goal date."""
    folder = tmp_path_factory.mktemp("aiming")
    shutil.copytree(CATALOG, folder / "catalog")
    with (folder / "catalog" / "settings.csv").open("a", encoding="utf-8") as settings:
        settings.write("goal_date,2023-12-22,\n")
    publish_demo(folder / "home", load_catalog(folder / "catalog"), weeks=8, end=ReportWeek.parse("2023-W42"))
    with serving("app.py", folder / "home", folder / "catalog") as server:
        yield server.url.rstrip("/")


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("task?task=4", "22/12/2023"),
        ("unit?unit=465", "22/12/2023"),
        ("district?district=465&task=4&why=area:465:4", "22/12/2023"),
    ],
)
def test_nothing_serious_is_in_the_way(
    aiming: str, visit: Callable[..., Visit], path: str, said: str, size: tuple[int, int]
) -> None:
    page = visit(size).open(f"{aiming}/{path}", ".sc-lines, .sc-figures, dialog[open]")
    settled(page)
    assert said in page.locator(".stMain").inner_text()
    assert serious(page) == []
    assert page.evaluate("document.querySelector('.stMain').scrollWidth") <= size[0]
