"""What the page of one unit shows, ready to print: frozen values only."""

from __future__ import annotations

from dataclasses import dataclass

from scorecard.lights.trend import Trend
from scorecard.text import unit_page


@dataclass(frozen=True)
class Figure:
    """One indicator of the unit."""

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
    age: str
    paper_age: str
    source: str
    needed: str
    peers: str
    spark: Trend | None
    spark_label: str

    @property
    def ground(self) -> str:
        """What the threshold rests on, and how sure that is where the words do not say so; empty without any."""
        if not self.basis or self.evidence in self.basis:
            return self.basis
        return unit_page.GROUND.format(basis=self.basis, evidence=self.evidence)


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
