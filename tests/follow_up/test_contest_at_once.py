"""A contested figure while others move: one acceptance, one revision, and never of a state that is gone."""

from __future__ import annotations

import threading
import time
from pathlib import Path
from typing import Any

import pytest

from scorecard.errors import FollowUpError, MovedError, ScorecardError, SnapshotError
from scorecard.files import home_lock
from scorecard.follow_up.contested import contested_figure as contest
from scorecard.follow_up.contested.contested_figure import accept, settle
from scorecard.follow_up.contested.place import Place
from scorecard.follow_up.matters.matter import Told
from scorecard.snapshots.index import Snapshot, list_snapshots
from tests.catalogs.catalogue_rows import seen
from tests.follow_up.test_contest import matters, place, proposed, writer_of
from tests.follow_up.test_two_at_once import together
from tests.homes.small_home import publish_week
from tests.ui.readers import STEWARD, of_unit

__all__ = ["place"]  # the fixture
TOLD = Told(text="Không có căn cứ")


def names(home: Path) -> list[str]:
    return [snapshot.name for snapshot in list_snapshots(home).all]


def slowly(monkeypatch: pytest.MonkeyPatch, name: str) -> threading.Event:
    """Something `contest` calls takes its time; the event is set once it is asked for."""
    really, asked = getattr(contest, name), threading.Event()

    def slow(*given: Any) -> Any:
        asked.set()
        time.sleep(0.5)
        return really(*given)

    monkeypatch.setattr(contest, name, slow)
    return asked


def test_of_stewards_who_accept_at_the_same_moment_one_publishes(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    number = proposed(place)
    slowly(monkeypatch, "published_for")
    found = together([lambda: accept(place, writer_of(place, STEWARD), number, 1) for _ in range(3)])
    assert sorted(type(item).__name__ for item in found) == ["MovedError", "MovedError", "Snapshot"], found
    assert names(place.home) == ["2023-W41/001", "2023-W42/001", "2023-W42/002"]
    assert [matter.state for matter in matters(place)] == ["accepted"]


@pytest.mark.parametrize(("move", "person"), [("withdraw", of_unit("S1")), ("decline", STEWARD)])
def test_a_proposal_that_is_being_accepted_is_not_withdrawn_or_declined(
    place: Place, monkeypatch: pytest.MonkeyPatch, move: str, person: Any
) -> None:
    number = proposed(place)
    asked = slowly(monkeypatch, "published_for")

    def settled() -> None:
        asked.wait(20)
        settle(place.home, place.engine, writer_of(place, person), number, 1, move, TOLD)

    accepted, refused = together([lambda: accept(place, writer_of(place, STEWARD), number, 1), settled])
    assert isinstance(accepted, Snapshot) and isinstance(refused, MovedError), (accepted, refused)
    assert [matter.state for matter in matters(place)] == ["accepted"] and len(names(place.home)) == 3


@pytest.mark.parametrize(("move", "state"), [("withdraw", "withdrawn"), ("decline", "declined")])
def test_a_proposal_that_is_being_settled_is_not_published(
    place: Place, monkeypatch: pytest.MonkeyPatch, move: str, state: str
) -> None:
    number, person = proposed(place), of_unit("S1") if move == "withdraw" else STEWARD
    asked = slowly(monkeypatch, "make_move")

    def accepted() -> Snapshot:
        asked.wait(20)
        return accept(place, writer_of(place, STEWARD), number, 1)

    settling = (place.home, place.engine, writer_of(place, person), number, 1, move, TOLD)
    assert isinstance(together([lambda: settle(*settling), accepted])[1], MovedError)
    assert [matter.state for matter in matters(place)] == [state] and len(names(place.home)) == 2


def test_of_two_proposals_for_one_figure_at_the_same_moment_one_is_kept(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    slowly(monkeypatch, "keep_file")
    found = together([lambda: proposed(place), lambda: proposed(place)])
    assert sorted(type(item).__name__ for item in found) == ["FollowUpError", "int"], found
    assert len(matters(place)) == 1


@pytest.mark.parametrize(("week", "day"), [("2023-W43", "2023-10-26"), ("2023-W42", "2023-10-19")])
def test_what_was_published_meanwhile_is_looked_at_before_a_correction_is(
    place: Place, monkeypatch: pytest.MonkeyPatch, week: str, day: str
) -> None:
    number, really = proposed(place), contest.check_figure

    def overtaken(*given: Any) -> Any:
        checked = really(*given)
        publish_week(place.home, place.catalog, week, [seen("S2", day, 3, 100)], reason="S2 gửi lại")
        return checked

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(contest, "check_figure", overtaken)
        with pytest.raises(FollowUpError, match="vẫn đang chờ xem xét: Bản mới nhất nay là 2023-W4"):
            accept(place, writer_of(place, STEWARD), number, 1)
    assert [matter.state for matter in matters(place)] == ["proposed"] and len(names(place.home)) == 3
    snapshot = accept(place, writer_of(place, STEWARD, week), number, 1)
    assert snapshot.name == names(place.home)[-1] and str(snapshot.week) == week


def test_a_revision_that_could_not_be_written_down_is_named(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    number = proposed(place)

    def held(*_: object) -> None:
        raise ScorecardError("Cơ sở dữ liệu bận.")

    monkeypatch.setattr(contest, "make_move", held)
    with pytest.raises(FollowUpError, match="Đã công bố bản 2023-W42/002 nhưng chưa ghi được vào đề nghị: Cơ sở"):
        accept(place, writer_of(place, STEWARD), number, 1)
    assert names(place.home)[-1] == "2023-W42/002"


def test_who_waits_too_long_is_told_and_nothing_is_written(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    number = proposed(place)
    monkeypatch.setattr(home_lock, "_SECONDS", 0.1)
    busy = pytest.raises(SnapshotError, match="Đang có người khác ghi vào một đề nghị")
    with home_lock.contesting_alone(place.home), busy:
        accept(place, writer_of(place, STEWARD), number, 1)
    assert [matter.state for matter in matters(place)] == ["proposed"] and len(names(place.home)) == 2
