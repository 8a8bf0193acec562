"""The tables of letters; the first row is the head. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from scorecard.letters.light_facts import FigureFacts, LightFacts
from scorecard.letters.receivers import listed_name
from scorecard.text import letter_words

# mm, of the width of a sheet: upright for one unit, on its side for many.
_FACTS, _LACKING = (17, 38, 25, 19, 34, 32), (17, 58, 48, 42)
_FACTS_OF_MANY, _LACKING_OF_MANY = (40, 46, 28, 22, 50, 40, 26), (62, 72, 44, 42, 32)


@dataclass
class Table:
    """Rows of cells and the widths of their columns in mm.

    `titles` are the rows that are one cell, `first_cells` from which to which row the first cell is one.
    """

    widths: tuple[float, ...]
    rows: list[tuple[str, ...]]
    titles: list[int] = field(default_factory=list)
    first_cells: list[tuple[int, int]] = field(default_factory=list)

    def add(self, task: str, cells: Sequence[tuple[str, ...]]) -> None:
        """The rows of one light, under its task."""
        first = len(self.rows)
        self.rows += [(task if not place else "", *row) for place, row in enumerate(cells)]
        if len(cells) > 1:
            self.first_cells.append((first, len(self.rows) - 1))


def facts_table(facts: Sequence[LightFacts]) -> Table:
    """The figures of one unit; its tasks stand above it with their titles."""
    lacking = _lacking(facts)
    head = (letter_words.TASK, *(letter_words.LACKING if lacking else letter_words.FACTS))
    table = Table(_LACKING if lacking else _FACTS, [head])
    for light in facts:
        table.add(str(light.task_no), [_cells(one, lacking) for one in light.figures])
    return table


def list_table(facts: Sequence[LightFacts], districts: Mapping[str, str]) -> Table:
    """The figures of many units under their names; `districts` are the names of those that stand above a unit."""
    lacking = _lacking(facts)
    head = (letter_words.TASK, *(letter_words.LACKING if lacking else letter_words.FACTS), letter_words.DURATION)
    table = Table(_LACKING_OF_MANY if lacking else _FACTS_OF_MANY, [head])
    for place, (_, lights) in enumerate(groupby(facts, key=lambda light: light.unit.unit_id), start=1):
        of_unit = list(lights)
        table.titles.append(len(table.rows))
        title = letter_words.ITEM_OF_LIST.format(place=place, unit=listed_name(of_unit[0].unit, districts))
        table.rows.append((title, *[""] * (len(head) - 1)))
        for light in of_unit:
            cells = [(*_cells(one, lacking), _duration(light)) for one in light.figures]
            table.add(letter_words.TASK_TITLE.format(task=light.task_no, title=light.title), cells)
    return table


def _lacking(facts: Sequence[LightFacts]) -> bool:
    """Whether none of them has a figure: then there is no target to be held against."""
    return all(figure.lacks for light in facts for figure in light.figures)


def _cells(figure: FigureFacts, lacking: bool) -> tuple[str, ...]:
    if lacking:
        return figure.indicator, figure.value, figure.needed
    return figure.indicator, figure.value, figure.target, figure.basis, figure.needed


def _duration(light: LightFacts) -> str:
    said = letter_words.STATUS_WEEKS.format(status=light.status, weeks=light.weeks)
    return f"{said}; {light.asked_short}" if light.due else said
