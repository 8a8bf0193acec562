"""The lights of the time line below a unit and a task: each leads to its reason as of the week it changed in."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from urllib.parse import parse_qsl

import pytest

from tests.homes.chase_home import chase_home
from tests.ui.conftest import html_of

_LIGHT = re.compile(
    r'<small>Tuần (\d+)/2023</small></p>\s*<div><p>(?:<i class="sc-light sc-\w+"></i>)*'
    r'<i class="sc-light sc-(\w+)"></i> '
    r'<span class="sc-mark">Đèn</span>[^\n]*?<a class="sc-reason" href="([^"]+)"'
)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Five weeks with lights that change."""
    return chase_home(tmp_path_factory.mktemp("chase"))[0]


@pytest.mark.parametrize(
    ("page", "query", "to"),
    [
        ("unit", {"unit": "D1-1"}, "?"),
        ("unit", {"unit": "S1", "revision": "1", "week": "2023-W42"}, "?"),
        ("task", {"task": "1"}, "./unit?"),
        ("task", {"task": "1", "against": "2023-W41", "indicator": "I1", "chosen": "S1"}, "./unit?"),
    ],
)
def test_a_light_leads_to_its_reason_of_the_week_in_which_it_changed(
    home: Path, monkeypatch: pytest.MonkeyPatch, page: str, query: dict[str, str], to: str
) -> None:
    found = _LIGHT.findall(html_of(home, monkeypatch, page, **query))
    assert found
    for week, status, link in found[:4]:
        assert unescape(link).startswith(f"{to}week=2023-W{week}&unit=")
        there = dict(parse_qsl(unescape(link).partition("?")[2]))
        html = html_of(home, monkeypatch, "unit", **there)
        dialog = html[html.index("<dialog") : html.index("</dialog>")]
        assert f'<p class="sc-status"><i class="sc-light sc-{status}"></i>' in dialog
