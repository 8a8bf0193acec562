"""The one home of a light agrees with what SQL finds and what the ladder chases; every status has a look."""

from __future__ import annotations

import re
import typing

import duckdb
import pytest

from scorecard.catalog import Rung
from scorecard.lights import status as home
from scorecard.lights.status import CHASED, NOT_APPLICABLE, Status
from scorecard.settings import QUERIES
from scorecard.text import general_words

_COLOUR = re.compile(r"#[0-9a-f]{6}")


def severities() -> dict[str, tuple[int, str]]:
    rows = duckdb.sql((QUERIES / "judge" / "severities.sql").read_text(encoding="utf-8")).fetchall()
    return {status: (severity, task_status) for status, severity, task_status in rows}


def test_the_order_of_severity_is_that_of_the_rule() -> None:
    by_rule = sorted(severities(), key=lambda word: severities()[word][0])
    known = sorted(by_rule, key=lambda word: Status(word).severity)
    assert known == by_rule
    for one in by_rule:
        for other in by_rule:
            alike = severities()[one][0] == severities()[other][0]
            assert (Status(one).severity == Status(other).severity) == alike


def test_the_members_are_what_sql_can_give_and_the_light_of_nobody() -> None:
    written = "\n".join(file.read_text(encoding="utf-8") for file in (QUERIES / "judge").glob("*.sql"))
    given = set(re.findall(r"(?:THEN|ELSE) '(\w+)'", written))
    assert given == set(severities())
    assert {status.value for status in Status} == given | {NOT_APPLICABLE.value}
    assert set(home.WORST_FIRST) == {Status(task_status) for _, task_status in severities().values()}


@pytest.mark.parametrize("status", Status)
def test_every_status_has_a_sign_a_word_and_a_look(status: Status) -> None:
    assert status.word and status.colour
    assert bool(status.sign) == (status is not NOT_APPLICABLE)
    assert all(_COLOUR.fullmatch(colour) for colour in vars(status.look).values())


def test_the_words_know_no_other_status() -> None:
    for table in (general_words.SIGNS, general_words.STATUS, general_words.COLOUR):
        assert set(table) <= {status.value for status in Status}


def test_what_is_chased_is_what_a_rung_of_the_ladder_can_stand_for() -> None:
    """The catalogue lies below the lights: it has the words, and this holds the two together."""
    annotation = Rung.model_fields["status"].annotation
    assert set(typing.get_args(annotation)) == {status.value for status in CHASED}


def test_the_named_sets_hold_every_status_they_speak_of_once() -> None:
    named = {name: value for name, value in vars(home).items() if name.isupper() and isinstance(value, tuple)}
    flat = {name: value for name, value in named.items() if all(isinstance(one, Status) for one in value)}
    assert {"WORST_FIRST", "LEGEND", "COUNTED", "COLOURED", "WANTING", "UNKNOWN", "KNOWN", "CHASED"} <= set(flat)
    assert all(len(set(value)) == len(value) for value in flat.values())
    assert set(home.LEGEND) == set(home.WORST_FIRST)
    told = [status for alike in home.TOLD_FIRST for status in alike]
    assert sorted(told) == sorted(set(Status) - {NOT_APPLICABLE})
