"""The ladder: from the same lights always the same step, week by week as a dull second implementation finds it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scorecard.catalog import Rung, load_catalog
from scorecard.follow_up.work_list.ladder import Standing, Stretch, climb
from scorecard.settings import ROOT
from tests.plain.plain_ladder import runs_of, stand

OURS = load_catalog(ROOT / "data" / "catalog")
LETTERS = {"R": "red", "A": "amber", "M": "missing", "G": "green", "0": "none_arising", "?": "no_rule", ".": None}

# weeks, oldest first -> the step of each of them (0: not chased); `.` is a week in which the unit had no light
STEPS = [
    ("R", "1"),
    ("RRRR", "1234"),
    ("RRRRRRR", "1234444"),
    ("GRG", "010"),
    ("RRG", "120"),
    # falling again within four weeks: the old step, and on from there
    ("RRGRR", "12023"),
    ("RRRGGGGR", "12300003"),
    ("RRRGGGGGR", "123000001"),
    ("RRGRGRR", "1202023"),
    ("RRRRGGGRG", "123400040"),
    ("RG" + "G" * 10 + "RR", "10" + "0" * 10 + "12"),
    # missing is chased alike; neither begins anew after the other
    ("MMMM", "1234"),
    ("RMRMR", "11223"),
    ("RMMR", "1122"),
    ("RRMMM", "12223"),
    ("RRMGM", "12202"),
    # amber is chased after six weeks only, and keeps a case open before that
    ("AAAAAA", "000001"),
    ("AAAGAAAAAA", "0000000001"),
    ("RRAAAR", "122223"),
    ("RRGAA", "12000"),
    ("RRGAAR", "120002"),
    ("RRRRGAAAAAA", "12340000001"),  # too late for the old step
    ("AAARAAA", "0001111"),
    # nothing to chase ends a case as green does
    ("RR0R", "1202"),
    ("RR?R", "1202"),
    ("00R", "001"),
    # a week without a light neither ends a case nor counts
    ("RR.R", "1223"),
    ("R..R", "1112"),
    ("RG...R", "100001"),
    ("RG....R", "1000001"),
]


def weeks_of(text: str) -> list[str | None]:
    return [LETTERS[letter] for letter in text]


def climbed(history: list[str | None], rungs: tuple[Rung, ...], reopen_weeks: int) -> Standing:
    return climb([Stretch(*run) for run in runs_of(history)], rungs, reopen_weeks)


@pytest.mark.parametrize(("weeks", "steps"), STEPS)
def test_the_steps_of_a_history_are_those_of_the_table(weeks: str, steps: str) -> None:
    history = weeks_of(weeks)
    rungs = [(rung.status, rung.weeks, rung.step) for rung in OURS.ladder]
    found, plain = "", ""
    for end in range(1, len(history) + 1):
        # A week without a light is the last of no history: the unit is not shown in it.
        step = climbed(history[:end], OURS.ladder, OURS.rules.reopen_weeks).step
        found, plain = f"{found}{step}", f"{plain}{stand(history[:end], rungs, OURS.rules.reopen_weeks)['step']}"
    assert found == steps and plain == steps


def test_the_steps_have_the_names_of_the_catalogue() -> None:
    names = [climbed(["red"] * weeks, OURS.ladder, 4).name for weeks in range(1, 6)]
    assert names == ["Nhắc", "Yêu cầu giải trình", "Mời họp", "Trình Chủ tịch", "Trình Chủ tịch"]


@pytest.mark.parametrize(
    ("weeks", "standing"),
    [
        ("", Standing(0)),
        ("G", Standing(0, weeks=1)),
        ("GRR", Standing(2, "Yêu cầu giải trình", 2, 2)),
        ("RRRG", Standing(0, weeks=1, closed=3)),
        ("RRRGGGG", Standing(0, weeks=4, closed=3)),
        ("RRRGGGGG", Standing(0, weeks=5)),
        ("RRGAA", Standing(0, weeks=2, closed=2)),
        ("RRGR", Standing(2, "Yêu cầu giải trình", 1, 1, reopened=True)),
        ("RRGRMM", Standing(2, "Yêu cầu giải trình", 1, 2, reopened=True)),
        ("GAAAAAAA", Standing(1, "Nhắc", 2, 7)),
        ("RGGGGGMM", Standing(2, "Yêu cầu giải trình", 7, 2)),
    ],
)
def test_a_standing_tells_since_when_how_long_and_what_was_closed(weeks: str, standing: Standing) -> None:
    assert climbed(weeks_of(weeks), OURS.ladder, 4) == standing


def test_without_a_ladder_nobody_is_chased() -> None:
    assert climbed(["red"] * 9, (), 4) == Standing(0, weeks=9)


STATUS = st.sampled_from(["red", "red", "red", "amber", "missing", "green", "none_arising", "no_rule", None])
HISTORY = st.lists(st.tuples(STATUS, st.integers(1, 7)), max_size=12).map(
    lambda runs: [status for status, weeks in runs for _ in range(weeks)]
)


@st.composite
def ladders(draw: st.DrawFn) -> tuple[Rung, ...]:
    """Any ladder the catalogue takes: for a status later steps after more weeks."""
    rungs = []
    for status in ("red", "amber", "missing"):
        steps = sorted(draw(st.sets(st.integers(1, 6), max_size=4)))
        weeks = sorted(draw(st.sets(st.integers(1, 12), min_size=len(steps), max_size=len(steps))))
        pairs = zip(steps, weeks, strict=True)
        rungs += [Rung(status=status, weeks=least, step=step, name=f"S{step}") for step, least in pairs]
    return tuple(rungs)


@settings(max_examples=300)
@given(history=HISTORY, rungs=st.one_of(st.just(OURS.ladder), ladders()), reopen_weeks=st.integers(0, 6))
def test_every_prefix_of_any_history_stands_where_the_plain_count_puts_it(
    history: list[str | None], rungs: tuple[Rung, ...], reopen_weeks: int
) -> None:
    plain = [(rung.status, rung.weeks, rung.step) for rung in rungs]
    for end in range(1, len(history) + 1):
        found = climbed(history[:end], rungs, reopen_weeks)
        if history[end - 1] is None:
            continue
        told: dict[str, Any] = {name: getattr(found, name) for name in ("step", "since", "reopened", "closed")}
        expected = stand(history[:end], plain, reopen_weeks)
        if not found.step:
            told["since"] = told["reopened"] = expected["since"] = expected["reopened"] = 0
        assert told == expected, history[:end]
        assert found.name == (f"S{found.step}" if rungs is not OURS.ladder and found.step else found.name)
