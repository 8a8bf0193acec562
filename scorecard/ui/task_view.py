"""What the page of one task shows, ready to print: frozen values only."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Chip:
    """A task number to choose."""

    task_no: int
    label: str
    href: str
    chosen: bool
    in_letter: bool


@dataclass(frozen=True)
class Threshold:
    """A row of the thresholds' time line."""

    since: str
    text: str
    in_force: bool


@dataclass(frozen=True)
class Card:
    """One indicator: what it is, the group's figure, the threshold in force and the ones before and after."""

    name: str
    href: str
    chosen: bool
    role: str
    definition: str
    source: str
    status: str
    status_name: str
    value: str
    figure: str
    threshold: str
    basis: str
    evidence: str
    thresholds: tuple[Threshold, ...] = ()
    levels: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True)
class Zone:
    """A piece of a bar's background, in percent of its width."""

    status: str
    left: float
    width: float


@dataclass(frozen=True)
class Bullet:
    """A unit in the ranking: its value as a bar, the green threshold as a mark, last week's value as a circle."""

    rank: str
    name: str
    href: str
    toggle: str
    toggle_label: str
    chosen: bool
    status: str
    status_name: str
    value: str
    fraction: str
    small_n: bool
    width: float
    zones: tuple[Zone, ...]
    mark: float | None
    before: float | None


@dataclass(frozen=True)
class RankBlock:
    """The units of one level, worst first, and those without a place in the order."""

    title: str
    bullets: tuple[Bullet, ...]
    without: tuple[str, ...]


@dataclass(frozen=True)
class Change:
    """A light that changed."""

    unit: str
    href: str
    text: str
    status: str
