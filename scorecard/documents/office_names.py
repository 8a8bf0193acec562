"""The names in the form of official documents; what the catalogue does not say stands open, in brackets. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from scorecard.catalog import Rules
from scorecard.text import official_words


@dataclass(frozen=True)
class Names:
    """Who is over the office, the office, its sign in numbers, its place, whom it reports to, who drafts."""

    over: str
    by: str
    sign: str
    place: str
    to: str
    drafter: str

    @property
    def archive(self) -> str:
        """The last line of the receivers."""
        return official_words.ARCHIVE.format(drafter=f", {self.drafter}" if self.drafter else "")


def names_of(rules: Rules) -> Names:
    """The names as the settings of a catalogue say them."""
    return Names(
        over=rules.report_over or official_words.OPEN_OVER,
        by=rules.report_by or official_words.OPEN_BY,
        sign=rules.report_sign or official_words.OPEN_SIGN,
        place=rules.report_place or official_words.OPEN_PLACE,
        to=rules.report_to or official_words.OPEN_TO,
        drafter=rules.report_archive,
    )
