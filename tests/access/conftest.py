"""What every test of accounts shares."""

from __future__ import annotations

import pytest

from scorecard.access.accounts import passwords


@pytest.fixture(autouse=True)
def _cheap_hashes(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Hashes of the least cost, or every account of a test would take a third of a second."""
    if "true_cost" not in request.keywords:
        monkeypatch.setattr(passwords, "COST", 4)
