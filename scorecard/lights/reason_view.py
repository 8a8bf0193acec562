"""Why a light has its colour, ready to print: frozen values only."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Clause:
    """One indicator: the clause of the rule that matched, with its numbers, and where they come from."""

    name: str
    status: str
    status_name: str
    clause: str
    target: str
    evidence: str
    figure: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Opinion:
    """What people said about a light: that an explanation is lacking, what was answered and decided, the way there."""

    lacks: str
    lines: tuple[str, ...]
    href: str


@dataclass(frozen=True)
class Linked:
    """A light in a list, with its address; `lacks` says that its explanation did not come."""

    name: str
    status: str
    status_name: str
    href: str
    lacks: str = ""


@dataclass(frozen=True)
class Reason:
    """The reason of one light; or, with `linked`, all lights of one unit. `back` is the address without it.

    `page_href` leads to the page of what the light belongs to; every link to this reason ends with `light`.
    """

    title: str
    subtitle: str
    back: str
    code_line: str
    status: str = ""
    status_name: str = ""
    history: str = ""
    rule: str = ""
    core: tuple[Clause, ...] = ()
    others: tuple[Clause, ...] = ()
    notes: tuple[str, ...] = ()
    opinion: Opinion | None = None
    linked_title: str = ""
    linked: tuple[Linked, ...] = ()
    page_name: str = ""
    page_href: str = ""
    light: str = ""
