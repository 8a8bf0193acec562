"""The page of a task through a week in which units ended and codes changed hands."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.homes.lives_home import lives_home
from tests.ui.conftest import html_of


@pytest.mark.parametrize(("block", "broken"), [("commune", True), ("department", False)])
def test_the_line_of_a_group_is_broken_where_its_members_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, block: str, broken: bool
) -> None:
    html = html_of(lives_home(tmp_path, 3), monkeypatch, page="task", task="1", indicator="I1", block=block)
    assert ("đổi ngưỡng hoặc đơn vị, tuần 7/2024" in html) is broken


@pytest.mark.parametrize("against", ["", "2024-W06"])
def test_a_group_with_other_members_is_told_so_and_no_result_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, against: str
) -> None:
    """The province went from red to amber only because two poor communes ended."""
    home = lives_home(tmp_path, 3 if against else 2)
    query = {"against": against} if against else {}
    html = html_of(home, monkeypatch, page="task", task="1", indicator="I1", **query)
    assert "Thành phần của nhóm đã đổi (từ 8 thành 7 đơn vị), không so kết quả với trước đó." in html
