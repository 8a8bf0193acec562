"""What the page of one unit shows, ready to print: frozen values only."""

from __future__ import annotations

from dataclasses import dataclass

from scorecard.ui.trend import Trend


@dataclass(frozen=True)
class Figure:
    """One indicator of the unit; `goal` is the height of the green threshold in `spark`."""

    name: str
    core: bool
    status: str
    status_name: str
    value: str
    fraction: str
    small_n: bool
    target: str
    basis: str
    evidence: str
    date: str
    source: str
    needed: str
    peers: str
    spark: Trend | None
    spark_label: str


@dataclass(frozen=True)
class TaskRows:
    """One task of the unit: its light with its address, how long it stands, and its indicators."""

    title: str
    href: str
    task_href: str
    status: str
    status_name: str
    weeks: str
    figures: tuple[Figure, ...]


@dataclass(frozen=True)
class Choice:
    """A unit to choose."""

    name: str
    href: str


@dataclass(frozen=True)
class ChoiceBlock:
    """Units to choose under one heading."""

    title: str
    choices: tuple[Choice, ...]
