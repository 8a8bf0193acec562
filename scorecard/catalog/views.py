"""views.csv -> saved views: names and addresses of pages, checked as far as a catalogue can tell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl

from pydantic import Field

from scorecard.address.address import OVERVIEW, Address
from scorecard.address.page_names import PAGES
from scorecard.address.parsing import parse_address
from scorecard.address.query import ALL
from scorecard.catalog.cell_types import LEVELS, Text
from scorecard.catalog.checks import Tables
from scorecard.catalog.model import CatalogRow, Unit
from scorecard.catalog.rows import Placed
from scorecard.errors import UsageError
from scorecard.text import catalog_words

_FILTERS = (
    "block", "only", "unit", "group", "task", "district", "indicator", "chosen", "order", "shape", "why", "listed",
    "news",
)  # fmt: skip
_OF_A_WEEK = ("week", "revision", "against")


class SavedView(CatalogRow):
    """A row of views.csv: a name and an address of a page with its filters, without a week."""

    name: Text = Field(max_length=40)
    address: Text


@dataclass(frozen=True)
class View:
    """A saved view: a page with its filters, of whatever week is shown."""

    name: str
    address: Address


def check_views(rows: Sequence[Placed[SavedView]], tables: Tables) -> tuple[tuple[View, ...], list[str]]:
    """The views in their order, and every address that no page of this catalogue could show."""
    views: list[View] = []
    problems: list[str] = []
    for placed in rows:
        names = [view.name for view in views]
        if placed.row.name in names:
            problems.append(placed.problem("name", catalog_words.VIEW_TWICE))
        try:
            address = _parse(placed.row.address)
        except UsageError as error:
            problems.append(placed.problem("address", str(error)))
            continue
        problems += [placed.problem("address", advice) for advice in _unknown(address, tables)]
        views.append(View(placed.row.name, address))
    return tuple(views), problems


def _parse(text: str) -> Address:
    match = re.fullmatch(r"/(\w*)(?:\?(.*))?", text)
    pages = [name for name, _ in PAGES]
    page = match[1] or OVERVIEW if match else ""
    if match is None or page not in pages:
        raise UsageError(catalog_words.VIEW_PAGE.format(pages=", ".join(f"/{name}" for name in pages[1:])))
    parameters = dict(parse_qsl(match[2] or "", keep_blank_values=True))
    for name in parameters:
        if name in _OF_A_WEEK:
            raise UsageError(catalog_words.VIEW_WEEK.format(found=name))
        if name not in _FILTERS:
            raise UsageError(catalog_words.VIEW_PARAMETER.format(found=name, known=", ".join(_FILTERS)))
    return parse_address(parameters, page)


def _unknown(address: Address, tables: Tables) -> Iterator[str]:
    """What the address names and the catalogue does not have; units have to live together on some day."""
    tasks = {placed.row.task_no for placed in tables.tasks if placed.row.in_letter}
    named = address.named
    for task_no in {*named.tasks, address.asked.task} - {None}:
        if task_no not in tasks:
            yield catalog_words.VIEW_UNKNOWN.format(found=task_no, file="tasks.csv")
    tasks_of = {placed.row.task_no for placed in tables.indicators if placed.row.indicator_id == named.indicator}
    if named.indicator and not tasks_of:
        yield catalog_words.VIEW_UNKNOWN.format(found=named.indicator, file="indicators.csv")
    elif named.indicator and named.tasks and tasks_of.isdisjoint(named.tasks):
        yield catalog_words.VIEW_OTHER_TASK.format(found=named.indicator, task=named.tasks[0])
    units = [placed.row for placed in tables.units]
    if not any(
        _lives(address, [unit for unit in units if unit.lives_on(first)])
        for first in {unit.valid_from for unit in units}
    ):
        yield catalog_words.VIEW_UNITS


def _lives(address: Address, units: Sequence[Unit]) -> bool:
    """Whether everything the address names is among the units of one day."""
    ids = {unit.unit_id for unit in units}
    parents = {unit.parent_id for unit in units}
    districts = {unit.unit_id for unit in units if unit.level == "district" or unit.unit_id in parents}
    kind, _, member = address.query.block.partition(":")
    group, _, of_group = (address.asked.group or "province").partition(":")
    named = {*address.named.units, address.asked.unit} - {None}
    return (
        named <= ids
        and address.named.district in {None, *districts}
        and (member in districts if kind == "district" and member else address.query.block in (ALL, *LEVELS))
        and (group == "province" or of_group in (districts if group in ("area", "communes") else LEVELS))
    )
