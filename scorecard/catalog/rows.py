"""Raw rows -> typed rows, each mistake with its file, row, column, value and what to write."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from pydantic import BaseModel, ValidationError

from scorecard.catalog.cell_types import LEVELS
from scorecard.catalog.reading import RawRow
from scorecard.text import catalog_words

Row = TypeVar("Row", bound=BaseModel)


@dataclass(frozen=True)
class Placed(Generic[Row]):
    """A typed row that still knows where it stands, so that a later check can name the place."""

    row: Row
    raw: RawRow

    def problem(self, column: str, advice: str) -> str:
        """The message for a cell of this row."""
        return problem(self.raw, column, advice)


def problem(raw: RawRow, column: str, advice: str) -> str:
    """File, row, column, what was found, what to write."""
    found = raw.cells.get(column, "")
    return catalog_words.PLACE.format(file=raw.file, row=raw.line, column=column, found=found, advice=advice)


def required_columns(model: type[BaseModel]) -> tuple[str, ...]:
    """The columns a file must have: the fields without a default."""
    return tuple(name for name, field in model.model_fields.items() if field.is_required())


def parse_rows(model: type[Row], raws: list[RawRow]) -> tuple[list[Placed[Row]], list[str]]:
    """Every row that could be typed, and one problem for every cell that could not."""
    placed: list[Placed[Row]] = []
    problems: list[str] = []
    for raw in raws:
        cells = {name: raw.cells[name] for name in model.model_fields if name in raw.cells}
        try:
            placed.append(Placed(model.model_validate(cells), raw))
        except ValidationError as error:
            places = {str(item["loc"][0]): item for item in reversed(error.errors())}
            problems += [problem(raw, column, _advice(model, column, raw)) for column in places]
    return placed, problems


def _advice(model: type[BaseModel], column: str, raw: RawRow) -> str:
    """What to write into a cell that could not be typed, from the field's own type."""
    field = model.model_fields[column]
    if not raw.cells.get(column) and field.is_required():
        return catalog_words.REQUIRED
    if choices := _choices(field.annotation):
        return catalog_words.ONE_OF.format(choices=", ".join(choices))
    return _ADVICE.get(column, catalog_words.OTHER)


def _choices(kind: object) -> tuple[str, ...]:
    """The words a cell can hold where its type is an enumeration or a Literal; else none."""
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return tuple(kind)
    named = getattr(kind, "__args__", ())
    return named if all(isinstance(choice, str) for choice in named) else ()


_ADVICE = {
    "week": catalog_words.WEEK,
    "cut_off": catalog_words.MOMENT,
    "applies_to": catalog_words.LEVELS.format(choices=", ".join(LEVELS)),
    "task_no": catalog_words.WHOLE_NUMBER.format(least=1, most=9999),
    "weeks": catalog_words.WHOLE_NUMBER.format(least=1, most=520),
    "step": catalog_words.WHOLE_NUMBER.format(least=1, most=9),
    "max_age_days": catalog_words.WHOLE_NUMBER.format(least=0, most=36500),
    "in_letter": catalog_words.YES_NO,
    "additive": catalog_words.YES_NO,
    "core": catalog_words.YES_NO,
    "effective_from": catalog_words.DATE,
    "valid_from": catalog_words.DATE,
    "valid_to": catalog_words.DATE,
    "old_valid_from": catalog_words.DATE,
    "new_valid_from": catalog_words.DATE,
    "share": catalog_words.SHARE,
    "green": catalog_words.NUMBER,
    "amber": catalog_words.NUMBER,
    "lon": catalog_words.COORDINATE,
    "lat": catalog_words.COORDINATE,
}
