"""What the overview shows, ready to print: frozen values without any rule, query or Streamlit in them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Light:
    """One light of the matrix; `change` is better, worse, other or empty; `tip` is what hover and focus say.

    `text` is printed in the light. Status `left_out` is a light that the filter does not show.
    """

    status: str
    label: str
    tip: str
    href: str
    change: str = ""
    text: str = ""
    small_n: bool = False


@dataclass(frozen=True)
class Row:
    """A unit, or a group of units, with its lights in the order of the columns; None is "not applicable".

    `owner` is the id of the unit or the group.
    """

    name: str
    lights: tuple[Light | None, ...]
    red: int = 0
    amber: int = 0
    href: str = ""
    group: bool = False
    owner: str = ""


@dataclass(frozen=True)
class Block:
    """Rows under one heading."""

    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Share:
    """One piece of a distribution bar: how many lights of a column have a status."""

    status: str
    count: int


@dataclass(frozen=True)
class Column:
    """A task number; one that is not in the letter is drawn narrow and never counted.

    With a `code` it is a column of that indicator of the task instead.
    """

    task_no: int
    title: str
    in_letter: bool
    href: str
    shares: tuple[Share, ...] = ()
    shares_label: str = ""
    code: str = ""

    @property
    def mark(self) -> str:
        """What stands above the column."""
        return self.code or str(self.task_no)


@dataclass(frozen=True)
class Matrix:
    """The lights of a week: columns are tasks, rows are units in blocks."""

    caption: str
    columns: tuple[Column, ...]
    blocks: tuple[Block, ...]
    empty: str = ""

    @property
    def row_count(self) -> int:
        """How many rows stand under the headings."""
        return sum(len(block.rows) for block in self.blocks)

    @property
    def group_count(self) -> int:
        """How many of them are groups."""
        return sum(row.group for block in self.blocks for row in block.rows)


@dataclass(frozen=True)
class Count:
    """How many lights have a status, and the change from the published week before (None: there is none)."""

    status: str
    number: int
    change: int | None


@dataclass(frozen=True)
class Call:
    """One sentence of "what needs a decision", with the address of its light."""

    lead: str
    headline: str
    detail: str
    href: str


@dataclass(frozen=True)
class WeekCounts:
    """Red and amber lights of one week of the chart; None where nobody published."""

    label: str
    red: int | None
    amber: int | None
