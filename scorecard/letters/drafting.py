"""Writes letters: the lights that are chased, put into the texts of the catalogue. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from scorecard.catalog import LetterText, Unit
from scorecard.catalog.letters import fill
from scorecard.documents.document_parts import names_of, spoken_moment
from scorecard.errors import UsageError
from scorecard.follow_up.work_list.work_list import WorkItem
from scorecard.format import date_vi, week_label, week_range
from scorecard.letters.bundle import letter_name
from scorecard.letters.content import Letter, Order, fits
from scorecard.letters.light_facts import LightFacts, facts_of, notes_on
from scorecard.letters.receivers import Receiver, may_get, office_of, receivers_of
from scorecard.lights.edition import Edition
from scorecard.lights.figure_words import inside
from scorecard.lights.overview import code_line
from scorecard.text import general_words, letter_words


def build_letters(
    edition: Edition, texts: Sequence[LetterText], order: Order, lights: Sequence[WorkItem]
) -> list[Letter]:
    """The letters about the lights that fit; raises UsageError where there is no text, or nothing to write about."""
    mine = [text for text in texts if text.letter == order.kind]
    if not mine:
        kind = letter_words.KINDS[order.kind]
        raise UsageError(letter_words.NO_TEMPLATE.format(kind=kind) if texts else letter_words.NO_TEMPLATES)
    if order.due < order.day:
        raise UsageError(letter_words.BAD_DUE.format(found=order.due, first=order.day))
    place = {unit.unit_id: number for number, unit in enumerate(edition.units)}
    wanted = sorted(
        (light for light in lights if may_get(edition, light.unit) and fits(order.kind, light)),
        key=lambda light: (place[light.unit.unit_id], light.task_no),
    )
    if not wanted:
        raise UsageError(letter_words.NO_LIGHTS)
    facts = [facts_of(light, edition.catalog, order.day) for light in wanted]
    units = list({light.unit.unit_id: light.unit for light in wanted}.values())
    receivers = receivers_of(units, edition.units)
    groups = [receivers] if order.together else [[receiver] for receiver in receivers]
    writer = _Writer(edition, mine, order)
    return [writer.letter(group, facts) for group in groups]


class _Writer:
    """Fills in the texts of one kind of letter."""

    def __init__(self, edition: Edition, texts: Sequence[LetterText], order: Order) -> None:
        self._edition, self._texts, self._order = edition, texts, order
        snapshot, catalog = edition.snapshot, edition.catalog
        self._names = names_of(catalog.rules)
        self._general = {
            "week": inside(week_label(snapshot.week)),
            "range": week_range(snapshot.week),
            "cut_off": spoken_moment(snapshot.manifest.cut_off.astimezone(catalog.zone)),
            "by": self._names.by,
            "due": date_vi(order.due),
        }

    def letter(self, receivers: Sequence[Receiver], every: Sequence[LightFacts]) -> Letter:
        units = tuple(unit for receiver in receivers for unit in receiver.units)
        of_unit = {unit.unit_id: [one for one in every if one.unit == unit] for unit in units}
        facts = tuple(fact for found in of_unit.values() for fact in found)
        values = self._values(receivers, facts)
        alone = len(units) == 1
        parents = {unit.parent_id for unit in units}
        return Letter(
            kind=self._order.kind,
            name=letter_name(self._order.kind, self._edition.snapshot.week, receivers),
            names=self._names,
            day=self._order.day,
            subject=letter_words.ABOUT.format(subject=self._said("subject", values)[0]),
            to=_addressed(receivers),
            opening=self._said("opening", values),
            items=tuple(self._item(fact) for fact in facts) if alone else (),
            closing=(*self._said("closing", values), *self._said("reply", values)),
            copies=receivers[0].copies if len(receivers) == 1 else (),
            units=units,
            facts=facts,
            notes=notes_on(facts),
            districts={one.unit_id: one.name for one in self._edition.units if one.unit_id in parents},
            chats=tuple((unit, self._chat(unit, of_unit[unit.unit_id])) for unit in units),
            source=code_line(self._edition.snapshot),
            synthetic=self._edition.snapshot.manifest.synthetic,
        )

    def _values(self, receivers: Sequence[Receiver], facts: Sequence[LightFacts]) -> dict[str, str]:
        several = len(receivers) > 1
        alone = not several and len(receivers[0].units) == 1
        return self._general | {
            "to": inside(letter_words.MANY) if several else receivers[0].acts,
            "unit": inside(letter_words.MANY) if several else receivers[0].about,
            "tasks": letter_words.TASKS_BELOW.format(count=f"{len(facts):02d}") if alone else letter_words.TASKS_LISTED,
        }

    def _said(self, part: str, values: dict[str, str]) -> tuple[str, ...]:
        """The paragraphs of a part; a field that is empty leaves no gap."""
        return tuple(" ".join(fill(text.text, values).split()) for text in self._texts if text.part == part)

    def _of_light(self, part: str, fact: LightFacts) -> str:
        figures = "; ".join(figure.line for figure in fact.figures)
        light = {"task": str(fact.task_no), "title": fact.title, "status": fact.status, "weeks": fact.weeks}
        return self._said(part, self._general | light | {"figures": figures, "asked": fact.asked})[0]

    def _item(self, fact: LightFacts) -> str:
        return letter_words.ITEM.format(text=self._of_light("item", fact))

    def _chat(self, unit: Unit, facts: Sequence[LightFacts]) -> str:
        tasks = letter_words.TASKS_OF_CHAT.format(count=len(facts))
        values = self._general | {"to": office_of(unit), "unit": office_of(unit), "tasks": tasks}
        mark = (general_words.SYNTHETIC,) if self._edition.snapshot.manifest.synthetic else ()
        items = [self._of_light("chat_item", fact) for fact in facts]
        return "\n".join([*mark, *self._said("chat", values), *items, *self._said("chat_end", values)])


def _addressed(receivers: Sequence[Receiver]) -> tuple[str, ...]:
    """Those addressed, a line each: many units by their list, but every committee that has to direct its communes."""
    if len(receivers) == 1:
        return (receivers[0].line,)
    through = tuple(receiver.line_of_many for receiver in receivers if receiver.through)
    return (letter_words.MANY, *through) if len(through) < len(receivers) else through
