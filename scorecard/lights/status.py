"""The one home of a light: which statuses there are, how bad each is, and how it is signed, named and coloured.

Every medium (CSS, SVG, typst, slides, workbook, maps, charts) is drawn from this table or held against it by a test.
A status is found in SQL, at publication, and never here (the rule: queries/judge/).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from scorecard.text import general_words


@dataclass(frozen=True)
class Look:
    """How a light is painted, as `#rrggbb`: its field and the sign on it, and the tones charts and maps need."""

    fill: str  # the field of a cell
    flat: str  # the same where nothing can be hatched: slides, workbooks, tables on paper
    ink: str  # sign and words on the field
    solid: str  # a field in a chart of shares or a map, where no sign stands beside its neighbour
    bar: str  # a bar or an edge on white
    band: str  # a zone behind bars and lines
    text: str  # a number in this colour on white


class Status(StrEnum):
    """What a light says; equal to the text published in parquet. Their order is that of legends."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"
    MISSING = "missing"
    STALE = "stale"
    NONE_ARISING = "none_arising"
    NO_RULE = "no_rule"
    NOT_APPLICABLE = "not_applicable"

    @property
    def severity(self) -> int:
        """How bad it is in the rule's order for a unit on a task; 0 is the worst, equal for missing and stale."""
        return _SEVERITY[self]

    @property
    def sign(self) -> str:
        """The sign beside the colour; empty where the light is not applicable."""
        return general_words.SIGNS[self]

    @property
    def word(self) -> str:
        """What it means, as sentences and exports say it."""
        return general_words.STATUS[self]

    @property
    def colour(self) -> str:
        """The colour's name, or what stands in its place."""
        return general_words.COLOUR[self]

    @property
    def look(self) -> Look:
        """How it is painted."""
        return _LOOKS[self]


RED, AMBER, GREEN = Status.RED, Status.AMBER, Status.GREEN
MISSING, STALE = Status.MISSING, Status.STALE
NONE_ARISING, NO_RULE, NOT_APPLICABLE = Status.NONE_ARISING, Status.NO_RULE, Status.NOT_APPLICABLE

# The rule's order: red, amber, missing or stale, green; the rest count only where nothing else is there.
_SEVERITY = {RED: 0, AMBER: 1, MISSING: 2, STALE: 2, GREEN: 3, NONE_ARISING: 4, NO_RULE: 5, NOT_APPLICABLE: 6}

WORST_FIRST = (RED, AMBER, MISSING, GREEN, NONE_ARISING, NO_RULE)  # what a unit can have on a task
LEGEND = (GREEN, AMBER, RED, MISSING, NONE_ARISING, NO_RULE)  # the same as legends list them
COUNTED = (RED, AMBER, GREEN, MISSING)  # what is counted above a matrix
COLOURED = (RED, AMBER, GREEN)  # a figure was held against a threshold
WANTING = (RED, AMBER)  # short of green
UNKNOWN = (MISSING, STALE)  # no current figure
KNOWN = (RED, AMBER, GREEN, NO_RULE)  # a current figure with a value
CHASED = (RED, AMBER, MISSING)  # can stand on a rung of the ladder
SETTLED = (GREEN, NONE_ARISING, NO_RULE)  # ends a chase
TOLD_FIRST = ((RED,), UNKNOWN, (AMBER,), (NONE_ARISING, NO_RULE), (GREEN,))  # of lights that changed; alike together

PALE = "#e9edf3"  # the palest grey: what is out of scope, the heads of tables
_GREY = Look("#e1e6ee", "#e1e6ee", "#333d4d", "#e1e6ee", "#5d6b80", PALE, "#333d4d")
_HATCHED = Look("#eef1f5", "#e1e6ee", "#333d4d", "#dfe3ea", "#5d6b80", "#eef1f5", "#333d4d")
HATCH = "#c3cad6"  # the lines over the field of what has no current figure
HATCH_SOLID = "#b0b9c7"  # the same over the darker field of a map
DOTS = "#e2ad35"  # the dots over amber
SMALL = "#2b3a55"  # the outline of a ratio with a small denominator

_LOOKS = {
    GREEN: Look("#cfe9d6", "#cfe9d6", "#124a2b", "#a9d6b6", "#2f8a52", "#e3f3e8", "#14632f"),
    AMBER: Look("#ffd266", "#ffd266", "#402a00", "#ffd266", "#c98a10", "#fff2cf", "#7a5600"),
    RED: Look("#c62828", "#c62828", "#ffffff", "#c62828", "#c62828", "#fbe4e4", "#b3201f"),
    MISSING: _HATCHED,
    STALE: _HATCHED,
    NONE_ARISING: _GREY,
    NO_RULE: _GREY,
    NOT_APPLICABLE: Look(PALE, PALE, "#333d4d", "#f0f3f7", "#5d6b80", PALE, "#333d4d"),
}


def rgb_of(colour: str) -> tuple[int, int, int]:
    """`#rrggbb` as three numbers."""
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return red, green, blue
