"""The rows of the tables on slides; every cell is a text and its light, `head` or nothing. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from scorecard.briefing.content.content import Briefing
from scorecard.briefing.content.standing import UnitStanding
from scorecard.briefing.slides.text_boxes import Cell
from scorecard.lights.status import WANTING, Status
from scorecard.text import briefing_words, general_words, report_words


def matrix_rows(briefing: Briefing) -> list[list[Cell]]:
    """The light of every unit on every task as a sign, and its reds and ambers; the first row is the head."""
    columns = [place for place, column in enumerate(briefing.matrix.columns) if column.in_letter]
    head = [
        briefing_words.UNIT,
        *(str(briefing.matrix.columns[place].task_no) for place in columns),
        *report_words.COLUMNS[:2],
    ]
    rows: list[list[Cell]] = [[(text, "head") for text in head]]
    for row in [row for block in briefing.matrix.blocks for row in block.rows]:
        lights = [row.lights[place] for place in columns]
        cells = [(report_words.SIGNS[light.status], light.status) if light else ("", "head") for light in lights]
        rows.append([(row.name, ""), *cells, (str(row.red), ""), (str(row.amber), "")])
    return rows


def standing_rows(briefing: Briefing) -> list[list[Cell]]:
    """The red and amber lights of every unit that has one; the first row is the head."""
    head = [
        (briefing_words.UNIT, "head"),
        *((general_words.COLOUR[status].capitalize(), "head") for status in WANTING),
    ]
    return [head, *([(unit.unit, ""), *(_listed(unit, status) for status in WANTING)] for unit in briefing.standing)]


def _listed(unit: UnitStanding, status: Status) -> Cell:
    found = [light for light in unit.lights if light.status == status]
    texts = [briefing_words.SHORT_LIGHT.format(task=light.task_no, duration=light.duration) for light in found]
    return "; ".join(texts), status if texts else ""


def texts_of(rows: Sequence[Sequence[Cell]]) -> list[list[str]]:
    """The rows without their lights."""
    return [[text for text, _ in row] for row in rows]
