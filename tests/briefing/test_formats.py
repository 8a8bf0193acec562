"""A format is one row of a table: the command line, the page and the bundle know it from there."""

from __future__ import annotations

import json

import pytest

from scorecard.briefing import formats
from scorecard.briefing.bundle import make_bundle, parse_formats
from scorecard.briefing.content.week_reading import Asked, WeekRead, read_week
from scorecard.briefing.drawn import Drawn, draw
from scorecard.briefing.formats import Format, OfferedFile
from scorecard.errors import UsageError
from scorecard.ui.briefing import briefing_page
from scorecard.ui.reader import session
from scorecard.weeks import ReportWeek
from tests.homes.small_home import small_home


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> WeekRead:
    return read_week(small_home(tmp_path_factory.mktemp("home")), Asked(ReportWeek(2023, 42)))


def make_headline(drawn: Drawn) -> dict[str, bytes]:
    return {f"{drawn.name}-headline.txt": drawn.content.headline.encode()}


@pytest.fixture
def added(monkeypatch: pytest.MonkeyPatch) -> Format:
    """A new format, of all tasks only, in the table."""
    added = Format("txt", (OfferedFile("-headline.txt", "Headline", "text/plain"),), of_task=False, make=make_headline)
    monkeypatch.setattr(formats, "FORMATS", (*formats.FORMATS, added))
    return added


@pytest.mark.usefixtures("added")
def test_the_command_line_lists_a_format_that_was_added() -> None:
    assert parse_formats("txt,pdf") == ("txt", "pdf")
    assert parse_formats("")[-1] == "txt"
    with pytest.raises(UsageError, match=r"csv, txt\b"):
        parse_formats("gif")


@pytest.mark.usefixtures("added")
def test_a_format_of_all_tasks_is_not_made_of_one() -> None:
    assert parse_formats("", 2) == ("png", "pdf", "xlsx", "csv")
    with pytest.raises(UsageError, match="txt"):
        parse_formats("txt", 2)


def test_the_page_offers_a_format_that_was_added(
    read: WeekRead, added: Format, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(briefing_page, "download", lambda _name, make: make)
    monkeypatch.setattr(session, "kept", lambda _key, make: make())
    drawn = draw(read)
    last = list(briefing_page.offers(briefing_page.Shown(drawn, ("key",), "", "")))[-1]
    assert (last.label, last.file, last.mime) == ("Headline", f"{drawn.name}-headline.txt", "text/plain")
    assert {last.file: last.make()} == added.make(drawn)


@pytest.mark.usefixtures("added")
def test_the_bundle_holds_a_format_that_was_added(read: WeekRead) -> None:
    name = draw(read).name
    files = make_bundle(read, ["txt"])
    assert set(files) == {f"{name}-headline.txt", f"{name}.json"}
    assert set(json.loads(files[f"{name}.json"])["files"]) == {f"{name}-headline.txt"}


def test_every_file_that_is_offered_is_made(read: WeekRead) -> None:
    drawn = draw(read)
    for form in formats.FORMATS:
        offered = {f"{drawn.name}{file.end}" for file in form.files}
        assert offered and offered <= set(form.make(drawn)), form.name
