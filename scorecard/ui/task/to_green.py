"""What is lacking until a group is green on one indicator, and which units could make it up. Pure, never a colour."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from scorecard.address.address import Address
from scorecard.catalog import Indicator
from scorecard.format import number
from scorecard.lights.figure_words import inside, not_summed
from scorecard.lights.needed_to_green import count_needed, counted, each_text, needed_text
from scorecard.lights.rows import Judged
from scorecard.lights.status import WANTING
from scorecard.text import task_page

_MOST = 12


@dataclass(frozen=True)
class Part:
    """A unit with what it lacks to its own green threshold, and the address of its reason."""

    text: str
    href: str


@dataclass(frozen=True)
class ToGreen:
    """A title, what is lacking in words, and the units: those shown, and the rest under the words `more`."""

    title: str
    lines: tuple[str, ...]
    parts: tuple[Part, ...]
    rest: tuple[Part, ...] = ()
    more: str = ""


def build_to_green(
    indicator: Indicator,
    group: tuple[str, Judged | None],
    rows: Mapping[str, Judged],
    names: Mapping[str, str],
    address: Address,
) -> ToGreen:
    """`group` is its name and its row, None where the indicator cannot be summed; `rows` and `names` are the units'.

    Those that lack as much stand in the order of `names`.
    Every count is the one `count_needed` finds, with the denominators unchanged.
    """
    name, own = group
    lacking = {unit_id: count for unit_id in names if (count := _lacks(rows.get(unit_id), indicator))}
    ordered = sorted(lacking.items(), key=lambda pair: -pair[1])
    whole = _lacks(own, indicator) if own else None
    lines = [_of_group(name, own, whole, indicator)]
    if whole:
        enough = _enough([count for _, count in ordered], whole)
        lines.append(_of_units(enough, whole - sum(count for _, count in ordered), indicator))
        ordered = ordered[: enough or None]
    elif ordered:
        lines.append(task_page.STILL_LACKING.format(count=number(len(ordered)), each=each_text(indicator)))
    parts = tuple(
        Part(
            task_page.LACKS.format(name=names[unit_id], count=number(count)),
            address.reason_link(unit_id, indicator.task_no),
        )
        for unit_id, count in ordered
    )
    shown, rest = parts[:_MOST], parts[_MOST:]
    more = task_page.MORE_UNITS.format(count=number(len(rest)))
    return ToGreen(
        task_page.TO_GREEN.format(group=inside(name)), tuple(line for line in lines if line), shown, rest, more
    )


def _lacks(row: Judged | None, indicator: Indicator) -> int | Decimal | None:
    """Only what is judged and not green lacks anything: a missing figure lacks the figure."""
    return count_needed(row, indicator) if row and row.status in WANTING else None


def _enough(counts: Sequence[int | Decimal], whole: int | Decimal) -> int:
    """How many of the largest are enough together; 0 where all of them are not."""
    total: int | Decimal = 0
    for place, count in enumerate(counts, start=1):
        total += count
        if total >= whole:
            return place
    return 0


def _of_group(name: str, own: Judged | None, whole: int | Decimal | None, indicator: Indicator) -> str:
    if own is None:
        return not_summed(indicator)
    if whole:
        return task_page.GROUP_LACKS.format(group=name, needed=needed_text(own, indicator))
    return task_page.GROUP_STANDS[own.status if own.status in task_page.GROUP_STANDS else "other"].format(group=name)


def _of_units(enough: int, rest: int | Decimal, indicator: Indicator) -> str:
    each = each_text(indicator)
    if enough:
        return task_page.ENOUGH_UNITS.format(count=number(enough), each=each)
    return task_page.NOT_ENOUGH[indicator.direction].format(rest=counted(rest, indicator), each=each)
