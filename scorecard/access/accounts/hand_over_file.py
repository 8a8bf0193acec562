"""A CSV that says which unit every account of an ended one is given to."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping

from scorecard.access.account_names import folded_name, shown
from scorecard.access.accounts.handing_over import Ended
from scorecard.catalog import Unit
from scorecard.errors import AccessError
from scorecard.text import account_words, intake_words

COLUMNS = ("user_name", "unit_id")


def read_hand_over(
    file: str, content: bytes, ended: Iterable[Ended], units: Mapping[str, Unit]
) -> list[tuple[Ended, Unit]]:
    """What the file gives to whom; `units` are those that are there now. Raises AccessError with every mistake."""
    open_ones = {one.account.user_name: one for one in ended}
    found: dict[str, tuple[Ended, Unit]] = {}
    problems: list[str] = []
    for line, cells in _rows(file, content):
        name, code = [*cells, "", ""][:2]
        account, unit = open_ones.get(folded_name(name)), units.get(code)
        place = account_words.FILE_LINE.format(file=file, line=line)
        if len(cells) != len(COLUMNS):
            problems.append(f"{place}: {account_words.HAND_OVER_CELLS}")
        elif account is None:
            problems.append(f"{place}: {account_words.NOT_ENDED.format(found=shown(name))}")
        elif unit is None:
            problems.append(f"{place}: {account_words.NOT_THERE.format(found=shown(code))}")
        elif account.account.user_name in found:
            problems.append(f"{place}: {account_words.GIVEN_TWICE.format(found=shown(name))}")
        else:
            found[account.account.user_name] = account, unit
    if problems:
        raise AccessError("\n".join([account_words.NOT_HANDED_OVER.format(count=len(problems)), *problems]))
    return list(found.values())


def _rows(file: str, content: bytes) -> list[tuple[int, list[str]]]:
    try:
        reader = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True)
        header = [cell.strip() for cell in next(reader, [])]
        if tuple(header) != COLUMNS:
            found = shown(",".join(header))
            raise AccessError(account_words.HAND_OVER_HEADER.format(file=file, wanted=",".join(COLUMNS), found=found))
        return [(reader.line_num, [cell.strip() for cell in row]) for row in reader if any(map(str.strip, row))]
    except UnicodeDecodeError as error:
        raise AccessError(f"{file}: {intake_words.NOT_UTF8.format(place=error.start + 1)}") from None
    except csv.Error:
        raise AccessError(f"{file}: {account_words.HAND_OVER_CELLS}") from None
