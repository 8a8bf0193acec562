"""Of random weeks every number of every sentence is read back: it is of the unit, task and indicator it names."""

from __future__ import annotations

from hypothesis import event, given, settings
from hypothesis import strategies as st

from scorecard.lights.attention import MOST, build_calls
from tests.lights.random_weeks import week_of
from tests.lights.sentence_reader import Reader


@given(st.integers(0, 2**32))
@settings(max_examples=100)
def test_every_number_of_every_sentence_is_of_what_it_names(seed: int) -> None:
    seen = week_of(seed)
    reader, calls = Reader(seen), build_calls(seen.situation)
    assert len(calls) <= MOST
    for call in calls:
        event(reader.read(call.lead, call.headline, call.detail))
