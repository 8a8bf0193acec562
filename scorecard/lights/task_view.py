"""What the page of one task shows, ready to print: frozen values only."""

from __future__ import annotations

from dataclasses import dataclass

_SHOWN = 20
_NAME_LENGTH = 27
_LONG = 25  # a list that is hardly longer is not worth a second part


@dataclass(frozen=True)
class Chip:
    """A task number to choose."""

    task_no: int
    label: str
    href: str
    chosen: bool
    in_letter: bool


@dataclass(frozen=True)
class Rule:
    """The threshold in force, with its basis and what kind of basis that is."""

    text: str
    basis: str = ""
    evidence: str = ""


@dataclass(frozen=True)
class Threshold:
    """A row of the thresholds' time line."""

    since: str
    text: str
    in_force: bool


@dataclass(frozen=True)
class Thresholds:
    """What is in force, a line for everybody or one for every level that differs; and the ones before and after."""

    rules: tuple[Rule, ...] = ()
    over_time: tuple[Threshold, ...] = ()


@dataclass(frozen=True)
class Level:
    """The light of a level of the whole province; `rule` is its threshold where it is not the one of the card."""

    name: str
    status: str
    value: str
    href: str
    rule: Rule | None


@dataclass(frozen=True)
class Card:
    """One indicator: what it is, the group's figure, the threshold in force and the ones before and after.

    `reason` is the address of the group's reason.
    """

    name: str
    href: str
    chosen: bool
    role: str
    definition: str
    source: str
    status: str
    status_name: str
    value: str
    reason: str
    figure: str
    thresholds: Thresholds
    levels_title: str
    levels: tuple[Level, ...] = ()


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

    @property
    def parts(self) -> tuple[tuple[Bullet, ...], ...]:
        """The bullets in one piece, or in two where the list is long: the second is opened by who wants it."""
        if len(self.bullets) <= _LONG:
            return (self.bullets,)
        return self.bullets[:_SHOWN], self.bullets[_SHOWN:]

    @property
    def long_names(self) -> bool:
        """Whether names need a wider column: communes together with their districts do."""
        return any(len(bullet.name) > _NAME_LENGTH for bullet in self.bullets)


@dataclass(frozen=True)
class Change:
    """A light that changed."""

    unit: str
    href: str
    text: str
    status: str
