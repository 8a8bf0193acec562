"""The time line of a code that changed hands, for somebody of one of its lives."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from tests.catalogs.catalogue_rows import seen
from tests.homes.lives_home import NEW, OLD, lives_catalog, lives_home
from tests.homes.small_home import publish_week
from tests.ui.conftest import html_of
from tests.ui.readers import STEWARD, of_unit, read_as


@pytest.mark.parametrize("life", [NEW, None])
def test_what_an_earlier_bearer_of_the_code_was_is_told_to_who_sees_everything_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, life: dt.date | None
) -> None:
    read_as(monkeypatch, of_unit("19330", life) if life else STEWARD)
    home = lives_home(tmp_path, 3)
    corrected = [seen("19330", "2024-02-08", 99, 100)]
    publish_week(home, lives_catalog(home), "2024-W06", corrected, reason="Nhập nhầm")
    html = html_of(home, monkeypatch, "unit", unit="19330")
    assert ("Phường 1" in html) is (life is None)
    assert "Phường Đông Hà" in html and OLD < NEW
