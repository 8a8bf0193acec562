"""Readers with the page of chasing open, over one home with its database: what they are offered, fill in and send."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from scorecard.access.audit.record import Actor
from scorecard.access.roles import Person
from scorecard.catalog import load_catalog
from scorecard.catalog.scope import ALL
from scorecard.database.engine import open_database, reading
from scorecard.follow_up.matters.matter import Matter
from scorecard.follow_up.matters.reading import read_matters
from scorecard.settings import ROOT
from tests.catalogs.catalogue_rows import seen, write_catalogue
from tests.homes.made_once import made_once
from tests.homes.small_home import FIGURES, TABLES, publish_week
from tests.ui.readers import STEWARD, of_unit, read_as

CAUSES = [{"code": "nguoi", "name": "Thiếu người"}, {"code": "khac", "name": "Nguyên nhân khác"}]
EVIL = "<script>alert(1)</script> =1+1 '; DROP TABLE moves; -- **đậm** {{7*7}}"
OTHER = dataclasses.replace(STEWARD, account_id=9, user_name="other", full_name="Lê Văn Bình")
UNIT = of_unit("S2")
_WIDGETS = ("text_area", "text_input", "date_input", "selectbox", "multiselect", "radio", "button", "file_uploader")
IN_TIME, LATE = dt.date(2099, 1, 5), dt.date(2020, 1, 1)

FIGURE = {"numerator": "95", "denominator": "100", "text": "Hệ thống đếm sót", "as_of": dt.date(2023, 10, 19)}
PROOF = ("chứng cứ <u>.pdf", b"%PDF-1.7 proof", "application/pdf")


class Session:
    """One reader with the page open, as long as the test lasts."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, reader: Person, query: dict[str, str]) -> None:
        self._monkeypatch, self.reader = monkeypatch, reader
        self.app = AppTest.from_file(str(ROOT / "scorecard" / "ui" / "main.py"), default_timeout=60)
        for name, value in query.items():
            self.app.query_params[name] = value
        self.app.switch_page(str(ROOT / "pages" / "follow_up.py"))
        self.run()

    def run(self) -> Session:
        """The page once more, for this reader."""
        read_as(self._monkeypatch, self.reader)
        self._monkeypatch.setattr("scorecard.ui.follow_up.desk.actor", lambda: Actor(self.reader.user_name))
        self.app.run()
        assert not self.app.exception
        return self

    def fill(self, form: str, **fields: Any) -> Session:
        """What is typed or chosen, not sent yet."""
        for name, value in fields.items():
            self._widget(f"{form}:", f":{name}").set_value(value)
        return self

    def send(self, form: str, **fields: Any) -> Session:
        """A form filled and sent."""
        self.fill(form, **fields)
        self._widget(f"{form}:", ":send").click()
        return self.run()

    def holds(self, form: str, name: str) -> Any:
        """What stands in a field."""
        return self._widget(f"{form}:", f":{name}").value

    @property
    def forms(self) -> set[str]:
        """The names of the forms that are offered."""
        keys = [button.key for button in self.app.button if button.key and button.key.endswith(":send")]
        return {re.sub(r"^follow:|:\d+:send$", "", key) for key in keys}

    @property
    def html(self) -> str:
        """Everything that is printed or waits to be."""
        blocks = [json.loads(block.proto.json)["html"] for block in self.app.get("bidi_component")]
        state = self.app.session_state
        told = [state[name] for name in ("doing_told", "doing_problems") if name in state]
        return "".join(blocks) + str(told)

    def _widget(self, start: str, end: str) -> Any:
        found = [
            widget
            for kind in _WIDGETS
            for widget in getattr(self.app, kind)
            if widget.key and widget.key.startswith(f"follow:{start}") and widget.key.endswith(end)
        ]
        assert len(found) == 1, (start, end, self.forms)
        return found[0]


Open = Callable[..., Session]


def publish_chased(place: Path) -> Path:
    """Two weeks: S2 is red on task 1 in both, D1 and D2 are in the second; the home is returned."""
    _publish(place)
    return place / "home"


@made_once
def _publish(place: Path) -> None:
    catalog, home = load_catalog(write_catalogue(TABLES | {"causes": CAUSES}, place / "catalog")), place / "home"
    publish_week(home, catalog, "2023-W41", [seen("S2", "2023-10-12", 1, 100)])
    others = [figure for figure in FIGURES if figure.key != ("S2", "I1")]
    red = [seen("S2", "2023-10-19", 1, 100), seen("D2", "2023-10-19", 5, 100)]
    publish_week(home, catalog, "2023-W42", [*others, *red])


def chased_home(place: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The same, in force until the test ends."""
    home = publish_chased(place)
    monkeypatch.setenv("SCORECARD_HOME", str(home))
    monkeypatch.setenv("SCORECARD_CATALOG", str(place / "catalog"))
    monkeypatch.delenv("SCORECARD_DATABASE_URL", raising=False)
    return home


def sessions(monkeypatch: pytest.MonkeyPatch) -> Open:
    """Opens the page for a reader: the light of S2 on task 1, unless an address is given."""

    def new(reader: Person = STEWARD, **query: str) -> Session:
        return Session(monkeypatch, reader, query or {"light": "S2:1"})

    return new


def matters(home: Path) -> list[Matter]:
    """All there are."""
    with reading(open_database(home)) as connection:
        return read_matters(connection, ALL)


def moves(home: Path) -> list[tuple[str, str, str]]:
    """Every move: what, by whom, where it led."""
    return [(move.name, move.who, move.state) for matter in matters(home) for move in matter.moves]
