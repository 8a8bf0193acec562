"""What the search in the header finds: tasks, areas, units and indicators of the day, each with its address. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from scorecard.address.queries import QUERIES
from scorecard.catalog.scope import ALL
from scorecard.lights.edition import Edition
from scorecard.text import search_words

# kind, what its addresses end with, name, what stands beside it, its code and other spellings
Entry = tuple[int, str, str, str, str]


@dataclass(frozen=True)
class Search:
    """What the field in the header knows of this page; what it finds (`build_entries`) is sent apart from it.

    `kinds` are those of results: name, beginning of its addresses, spellings of its codes.
    """

    kinds: tuple[tuple[str, str, tuple[str, ...]], ...]
    saved: tuple[Entry, ...]
    absent: tuple[str, ...] = ()  # the numbers of tasks that do not occur in the letter


def build_search(edition: Edition, saved: Sequence[tuple[str, str]] = ()) -> Search:
    """How `build_entries` of this edition are found, and lead to their pages as of the same week and revision.

    `saved` are names and whole addresses of saved views, which are what is offered before anybody types.

    Matching is the browser's (assets/search.js); an entry's address is that of its kind with its own end.
    """
    of_tasks = _begins(edition, "task", "task") if edition.scope == ALL else _begins(edition, "unit", "unit")
    kinds = (
        (search_words.TASK, of_tasks, search_words.TASK_SPELT),
        (search_words.AREA, _begins(edition, "district", "district"), ()),
        (search_words.UNIT, _begins(edition, "unit", "unit"), ()),
        (search_words.INDICATOR, of_tasks, ()),
        (search_words.VIEW, "", ()),
    )
    views: list[Entry] = [(4, href, name, "", "") for name, href in saved]
    absent = tuple(str(task.task_no) for task in edition.catalog.tasks if not task.in_letter)
    return Search(kinds, tuple(views), absent)


def build_entries(edition: Edition, own: str | None = None) -> tuple[Entry, ...]:
    """What can be found; the same for every week of one catalogue with the same units, and for one `own`.

    Who does not see every unit has no page of a task: tasks and indicators are then those of the unit `own`, and lead
    to the reason of its light.
    """
    return (*_tasks(edition, own), *_units(edition), *_indicators(edition, own))


def _begins(edition: Edition, page: str, parameter: str) -> str:
    """`./unit?week=2023-W42&unit=`; on that page itself without its name, so that nothing is loaded again."""
    link = edition.anchored.link_to(QUERIES[page]())
    return f"{link[link.index('?') :] if edition.address.page == page else link}&{parameter}="


def _tasks(edition: Edition, own: str | None) -> Iterator[Entry]:
    for task in edition.tasks:
        if end := _of_task(edition, task.task_no, own):
            yield 0, end, f"{task.task_no} · {task.title}", "", str(task.task_no)


def _of_task(edition: Edition, task_no: int, own: str | None) -> str:
    """What the address of a task ends with; empty where there is nothing to open."""
    if edition.scope == ALL:
        return str(task_no) if edition.task(task_no) else ""
    unit = edition.unit(own) if own else None
    core = (item for item in edition.catalog.indicators if item.core and item.task_no == task_no)
    has_light = unit is not None and any(edition.catalog.applies(item, unit) for item in core)
    return f"{quote(own or '')}&why={quote(own or '')}:{task_no}" if has_light else ""


def _units(edition: Edition) -> Iterator[Entry]:
    names = {unit.unit_id: unit.name for unit in edition.units}
    others: dict[str, list[str]] = {}
    for alias in edition.catalog.aliases:
        others.setdefault(alias.unit_id, []).append(alias.alias)
    areas = {unit.unit_id for unit in edition.districts if edition.scope.sees_group(f"area:{unit.unit_id}")}
    for unit in edition.units:
        short = [unit.short_name] if unit.short_name not in ("", unit.name) else []
        spelt = ";".join([unit.unit_id, *short, *others.get(unit.unit_id, [])])
        for kind in (1, 2) if unit.unit_id in areas else (2,):
            yield kind, quote(unit.unit_id), unit.name, names.get(unit.parent_id or "", ""), spelt


def _indicators(edition: Edition, own: str | None) -> Iterator[Entry]:
    unit = edition.unit(own) if own else None
    for item in edition.catalog.indicators:
        end = _of_task(edition, item.task_no, own)
        if end and (unit is None or edition.catalog.applies(item, unit)):
            chosen = f"&indicator={quote(item.indicator_id)}" if edition.scope == ALL else ""
            yield 3, end + chosen, item.name, search_words.OF_TASK.format(task=item.task_no), item.indicator_id
