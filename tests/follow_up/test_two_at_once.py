"""Two people on one item: one of them wins, the other is told who, and nothing is overwritten."""

from __future__ import annotations

import multiprocessing
import threading
from collections.abc import Callable
from functools import partial
from multiprocessing.queues import Queue
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.pool import NullPool

from scorecard.access.audit.chain import verify_audit
from scorecard.access.roles import Role
from scorecard.database.engine import open_database
from scorecard.errors import FollowUpError, ScorecardError
from scorecard.follow_up.matters.moves import Kind
from scorecard.follow_up.matters.writing import begin_matters, make_move
from tests.follow_up.writers import ABOUT, EVERYTHING, begun, everything, matter_of, writer

MANY = 6


def test_who_saw_an_older_state_is_told_who_changed_it_and_when(engine: Engine) -> None:
    matter_id = begun(engine, Kind.explanation)
    make_move(engine, writer(Role.unit, name="hoa"), matter_id, 1, "answer", EVERYTHING)
    before = everything(engine)
    for seen in (0, 1, 3, -1):
        with pytest.raises(FollowUpError) as told:
            make_move(engine, writer(), matter_id, seen, "cancel", EVERYTHING)
        said = str(told.value)
        assert "Người hoa" in said and "17:00" in said and "20/10/2023" in said and "đơn vị đã trả lời" in said, said
    assert everything(engine) == before
    make_move(engine, writer(), matter_id, 2, "cancel", EVERYTHING)


def together(acts: list[Callable[[], Any]]) -> list[Any]:
    """What each act gave or raised; all begin at the same moment."""
    found: list[Any] = [None] * len(acts)
    start = threading.Barrier(len(acts))

    def run(place: int) -> None:
        start.wait(20)
        try:
            found[place] = acts[place]()
        except BaseException as error:  # noqa: BLE001 - whatever it is, the test wants to see it
            found[place] = error

    threads = [threading.Thread(target=run, args=(place,)) for place in range(len(acts))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return found


def one_won(engine: Engine, found: list[Any], word: str) -> None:
    failures = [item for item in found if isinstance(item, BaseException)]
    assert len(failures) == len(found) - 1, found
    assert all(isinstance(item, FollowUpError) and word in str(item) for item in failures), failures
    assert verify_audit(engine)[1] == []


def test_of_many_moves_at_the_same_moment_one_is_made(engine: Engine) -> None:
    for _ in range(4):
        matter_id = begun(engine, Kind.explanation)
        moves = [("answer", Role.unit), ("cancel", Role.steward), ("prolong", Role.steward)] * (MANY // 3)
        acts = [
            partial(make_move, engine, writer(role, name=f"p{number}"), matter_id, 1, move, EVERYTHING)
            for number, (move, role) in enumerate(moves)
        ]
        found = together(acts)
        one_won(engine, found, "vừa đổi mục này")
        matter = matter_of(engine, matter_id)
        assert matter.version == 2 and matter.moves[1].who == f"p{found.index(None)}"
        if matter.is_open:
            make_move(engine, writer(), matter_id, 2, "cancel", EVERYTHING)


def test_of_many_requests_about_one_light_one_is_begun(engine: Engine) -> None:
    asked = [(ABOUT[Kind.explanation], EVERYTHING)]
    found = together([lambda: begin_matters(engine, writer(), "ask", asked) for _ in range(MANY)])
    one_won(engine, found, "S1, nhiệm vụ 1")
    assert [len(rows) for rows in everything(engine)] == [1, 1, 1]


def move_elsewhere(home: Path, matter_id: int, move: str, role: Role, start: Any, told: Queue[str]) -> None:
    """Runs in a process of its own."""
    engine = open_database(home)
    start.wait(60)
    try:
        make_move(engine, writer(role), matter_id, 1, move, EVERYTHING)
    except ScorecardError as error:
        told.put(f"{type(error).__name__} {error}")
    else:
        told.put("made")


def test_of_two_processes_one_is_told(engine: Engine, tmp_path: Path) -> None:
    matter_id = begun(engine, Kind.explanation)
    spawn = multiprocessing.get_context("spawn")
    start, told = spawn.Barrier(2), spawn.Queue()
    processes = [
        spawn.Process(target=move_elsewhere, args=(tmp_path / "home", matter_id, move, role, start, told))
        for move, role in (("answer", Role.unit), ("cancel", Role.steward))
    ]
    for process in processes:
        process.start()
    said = sorted(told.get(timeout=90) for _ in processes)
    for process in processes:
        process.join(30)
    assert said[1] == "made" and said[0].startswith("MovedError") and "vừa đổi mục này" in said[0], said
    assert matter_of(engine, matter_id).version == 2 and verify_audit(engine)[1] == []


def test_a_database_held_by_somebody_else_is_said_and_nothing_is_made(engine: Engine) -> None:
    """Not the trace of a driver: what to do."""
    if engine.dialect.name != "sqlite":
        pytest.skip("PostgreSQL waits for the other's end")
    matter_id = begun(engine, Kind.explanation)
    impatient = create_engine(engine.url, connect_args={"timeout": 0.1}, poolclass=NullPool)
    event.listen(impatient, "connect", lambda connection, _: setattr(connection, "isolation_level", None))
    with engine.connect() as holder:
        holder.exec_driver_sql("BEGIN IMMEDIATE")
        with pytest.raises(ScorecardError, match="đang có việc khác ghi"):
            make_move(impatient, writer(Role.unit), matter_id, 1, "answer", EVERYTHING)
    assert matter_of(engine, matter_id).version == 1
