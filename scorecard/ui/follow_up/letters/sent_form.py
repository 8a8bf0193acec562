"""The form that writes down that a letter was signed and sent: its number and its day."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from scorecard.errors import FollowUpError, MovedError
from scorecard.follow_up.matters.matter import Matter
from scorecard.follow_up.matters.move_parsing import parse_told
from scorecard.follow_up.matters.moves import Kind
from scorecard.follow_up.matters.writing import make_moves
from scorecard.format import date_vi, number
from scorecard.text import follow_up_words, letter_words
from scorecard.ui.follow_up.desk import ChasingDesk
from scorecard.ui.follow_up.form_fields import choice, date, line
from scorecard.ui.follow_up.forms import Filled, Form, show_form
from scorecard.ui.follow_up.matter_words import unit_label

SENDING = "sending"


def show_sending(desk: ChasingDesk, unit_ids: Collection[str]) -> None:
    """The form for the letters that were drafted for these units and not sent yet; nothing where there is none."""
    drafts = _drafts(desk)
    shown = {key: found for key, found in drafts.items() if any(one.about.unit_id in unit_ids for one in found)}
    if not shown:
        return
    options = {key: _named(desk, found) for key, found in reversed(shown.items())}
    fields = (
        choice("which", letter_words.SENT_WHICH, options),
        line("number", follow_up_words.FIELDS["number"]),
        date("sent_on", follow_up_words.FIELDS["sent_on"], desk.day),
    )
    notes = (letter_words.SENT_NOTE.format(count=number(len(shown))),)
    show_form(
        Form(f"{SENDING}-{len(drafts)}-{len(shown)}", letter_words.SENT_TITLE, letter_words.SEND, fields, notes=notes)
    )


def record_sent(desk: ChasingDesk, filled: Filled) -> str:
    """Writes it down for every unit the letter is about, or for none."""
    values = filled.values
    if not values["which"]:
        raise FollowUpError(letter_words.CHOOSE_DRAFT)
    found = _drafts(desk).get(values["which"])
    if found is None:
        raise MovedError(letter_words.DRAFT_GONE)
    told = parse_told(number=values["number"], sent_on=values["sent_on"])
    drafted = found[0].moves[0].at.astimezone(desk.edition.catalog.zone).date()
    if told.sent_on and told.sent_on < min(drafted, desk.day):
        raise FollowUpError(
            letter_words.SENT_BEFORE.format(found=date_vi(told.sent_on), day=date_vi(min(drafted, desk.day)))
        )
    writer = desk.writer()
    # A synthetic week lies years before today, and a clock may stand before the week that is shown.
    today = max(desk.day, writer.now.date())
    if told.sent_on and told.sent_on > today:
        raise FollowUpError(letter_words.SENT_LATER.format(found=date_vi(told.sent_on), day=date_vi(today)))
    make_moves(desk.engine, writer, [(one.matter_id, one.version) for one in found], "send", told)
    return letter_words.SENT.format(number=told.number, date=date_vi(told.sent_on), units=number(len(found)))


def _drafts(desk: ChasingDesk) -> Mapping[str, list[Matter]]:
    """What was drafted and not sent, by file and moment: the matters of the units one letter is about, oldest first."""
    found: dict[str, list[Matter]] = {}
    for matter in desk.matters:
        if matter.about.kind == Kind.letter and matter.state == "drafted":
            first = matter.moves[0]
            found.setdefault(f"{first.told.file_sha256} {first.at.isoformat()}", []).append(matter)
    return found


def _named(desk: ChasingDesk, found: list[Matter]) -> str:
    first = found[0].moves[0]
    unit = unit_label(desk.edition, found[0].about, found[0].week)
    units = letter_words.SENT_MANY.format(unit=unit, count=number(len(found) - 1)) if len(found) > 1 else unit
    day = date_vi(first.at.astimezone(desk.edition.catalog.zone).date())
    return letter_words.SENT_CHOICE.format(
        date=day, kind=letter_words.KINDS.get(first.told.letter, first.told.letter), units=units
    )
