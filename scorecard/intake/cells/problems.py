"""A mistake in a file of figures: where it is, what was found, what to write."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from scorecard.text import intake_words


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake or warning; `line` 0 means the file or sheet as a whole, `column` empty the whole line.

    In a workbook `sheet` names the sheet and `cell` its address (`C7`); in a CSV file `sheet` is empty, in the long
    form `cell` too. Names may repeat: `sha256` says which file is meant.
    """

    file: str
    line: int
    column: str = ""
    found: str = ""
    advice: str = ""
    sheet: str = ""
    cell: str = ""
    sha256: str = ""

    def __str__(self) -> str:
        if self.sheet:
            return self._in_sheet()
        if self.cell:
            return intake_words.FILE_CELL_PLACE.format(
                file=self.file, cell=self.cell, found=_shortened(self.found), advice=self.advice
            )
        place = intake_words.PLACE if self.column else intake_words.LINE_PLACE if self.line else intake_words.FILE_PLACE
        return place.format(
            file=self.file, line=self.line, column=self.column, found=_shortened(self.found), advice=self.advice
        )

    def _in_sheet(self) -> str:
        place = (
            intake_words.CELL_PLACE
            if self.cell
            else intake_words.SHEET_LINE_PLACE
            if self.line
            else intake_words.SHEET_PLACE
        )
        return place.format(
            file=self.file,
            sheet=_shortened(self.sheet),
            cell=self.cell,
            line=self.line,
            found=_shortened(self.found),
            advice=self.advice,
        )


def distinct(problems: Iterable[Problem]) -> list[Problem]:
    """The problems in order, each cell's once: a cell that several figures are read from is named by one of them."""
    first: dict[tuple[str, ...], Problem] = {}
    for item in sorted(problems):
        place = item.cell or f"{item.line} {item.column}"
        first.setdefault((item.sha256, item.file, item.sheet, place, item.found, item.advice), item)
    return list(first.values())


def _shortened(text: str) -> str:
    """A pasted page of text would hide the message it stands in; control signs would act on the terminal."""
    clean = "".join(sign if sign.isprintable() else "�" for sign in text)
    return clean if len(clean) <= 60 else clean[:60] + "…"
