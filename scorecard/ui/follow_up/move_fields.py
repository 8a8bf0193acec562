"""The fields a move of a matter asks for, and what they hold at first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from scorecard.follow_up.matters.due_dates import ANSWER_DAYS, DECISION_DAYS, PROMISE_DAYS, RETURN_DAYS
from scorecard.follow_up.matters.matter import Matter
from scorecard.text import follow_up_form_words, follow_up_words
from scorecard.ui.follow_up.desk import ChasingDesk
from scorecard.ui.follow_up.form_fields import Field, choice, date, line, text
from scorecard.ui.follow_up.matter_words import owner_label, unit_options
from scorecard.ui.reader.matters_shown import lives_of

FIELDS = {
    "ask": "due text",
    "prolong": "due text",
    "answer": "cause text action responsible promised",
    "return": "text due",
    "accept": "text",
    "cancel": "text",
    "withdraw": "text",
    "decline": "text",
    "decide": "text owner due",
    "amend": "text owner due",
    "close": "text",
    "reopen": "text due",
    "write": "text",
}
_DAYS = {"ask": ANSWER_DAYS, "prolong": ANSWER_DAYS, "return": RETURN_DAYS, "answer": PROMISE_DAYS}


def fields_of(desk: ChasingDesk, name: str, matter: Matter | None = None) -> tuple[Field, ...]:
    """The fields of a move; of one that says something anew they hold what is said now."""
    found: list[Field] = []
    for part in FIELDS[name].split():
        found += _fields(desk, name, part, matter if name == "amend" else None)
    return tuple(found)


def _fields(desk: ChasingDesk, name: str, part: str, said: Matter | None) -> Iterator[Field]:
    label = follow_up_form_words.LABELS.get(f"{name} {part}", follow_up_words.FIELDS[part])
    if part in ("due", "promised"):
        day = desk.day + dt.timedelta(days=_DAYS.get(name, DECISION_DAYS))
        yield date(part, label, said.due if said and said.due else day)
    elif part == "cause":
        causes = {cause.code: cause.name for cause in desk.causes}
        yield choice(part, label if causes else follow_up_form_words.NO_CAUSES.format(label=label), causes)
    elif part == "owner":
        unit_id, name_said = _owner(desk, said) if said else (None, "")
        yield choice("owner_unit", follow_up_form_words.LABELS["owner_unit"], unit_options(desk.edition), unit_id)
        yield line("owner_name", follow_up_form_words.LABELS["owner_name"], name_said)
    elif part == "responsible":
        yield line(part, label)
    else:
        yield text(part, label, said.text if said and part == "text" else "")


def _owner(desk: ChasingDesk, said: Matter) -> tuple[str | None, str]:
    """A unit that can be chosen now, else a name: the code of one that is gone would mean who bears it today."""
    unit = lives_of(desk.edition).living(said.owner, said.owner_week)
    if unit in desk.edition.units:
        return said.owner, ""
    return None, owner_label(desk.edition, said.owner, said.owner_week)
