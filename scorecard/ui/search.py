"""What the search in the header finds: every task, area, unit and indicator of the day, each with its address. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from scorecard.text import search as say
from scorecard.ui.edition import Edition

# kind, what its addresses end with, name, what stands beside it, its code and other spellings
Entry = tuple[int, str, str, str, str]


@dataclass(frozen=True)
class Searchable:
    """The kinds of results with their names and the beginnings of their addresses, and what can be found."""

    kinds: tuple[tuple[str, str], ...]
    entries: tuple[Entry, ...]


def build_searchable(edition: Edition, entries: Sequence[Entry], saved: Sequence[tuple[str, str]] = ()) -> Searchable:
    """Everything of this edition that has a page; results lead to it as of the same week and revision.

    `entries` are `build_entries` of this edition; `saved` are names and whole addresses of saved views, which are
    what is offered before anybody types.

    Matching is the browser's (assets/search.js); an entry's address is that of its kind with its own end.
    """
    kinds = (
        (say.TASK, _begins(edition, "task", "task")),
        (say.AREA, _begins(edition, "district", "district")),
        (say.UNIT, _begins(edition, "unit", "unit")),
        (say.INDICATOR, _begins(edition, "task", "task")),
        (say.VIEW, ""),
    )
    views: list[Entry] = [(4, href, name, "", "") for name, href in saved]
    return Searchable(kinds, (*views, *entries))


def build_entries(edition: Edition) -> tuple[Entry, ...]:
    """What can be found; the same for every week of one catalogue with the same units."""
    return (*_tasks(edition), *_units(edition), *_indicators(edition))


def _begins(edition: Edition, page: str, parameter: str) -> str:
    """`./unit?week=2023-W42&unit=`; on that page itself without its name, so that nothing is loaded again."""
    link = edition.anchored.link_to(page)
    return f"{link[link.index('?') :] if edition.address.page == page else link}&{parameter}="


def _tasks(edition: Edition) -> Iterator[Entry]:
    for task in edition.tasks:
        yield 0, str(task.task_no), f"{task.task_no} · {task.title}", "", str(task.task_no)


def _units(edition: Edition) -> Iterator[Entry]:
    names = {unit.unit_id: unit.name for unit in edition.units}
    others: dict[str, list[str]] = {}
    for alias in edition.catalog.aliases:
        others.setdefault(alias.unit_id, []).append(alias.alias)
    areas = {unit.unit_id for unit in edition.districts}
    for unit in edition.units:
        short = [unit.short_name] if unit.short_name not in ("", unit.name) else []
        spelt = ";".join([unit.unit_id, *short, *others.get(unit.unit_id, [])])
        for kind in (1, 2) if unit.unit_id in areas else (2,):
            yield kind, quote(unit.unit_id), unit.name, names.get(unit.parent_id or "", ""), spelt


def _indicators(edition: Edition) -> Iterator[Entry]:
    for item in edition.catalog.indicators:
        if edition.task(item.task_no):
            end = f"{item.task_no}&indicator={quote(item.indicator_id)}"
            yield 3, end, item.name, say.OF_TASK.format(task=item.task_no), item.indicator_id
