"""A briefing drawn: what every file of it is made from."""

from __future__ import annotations

from dataclasses import dataclass

from scorecard.briefing.content.content import Briefing, build_briefing
from scorecard.briefing.content.week_reading import WeekRead
from scorecard.briefing.folder import briefing_name
from scorecard.briefing.frame.drawing_check import check_frame
from scorecard.briefing.frame.frame import render_frame


@dataclass(frozen=True)
class Drawn:
    """A briefing whose frame is drawn and checked: what every format is made from."""

    read: WeekRead
    content: Briefing
    svg: str

    @property
    def name(self) -> str:
        """The name of every file without its ending."""
        return briefing_name(self.read.edition)


def draw(read: WeekRead) -> Drawn:
    """Raises a ScorecardError where anything is missing or a drawn number is not that of the lights."""
    content = build_briefing(read)
    svg = render_frame(content)
    check_frame(svg, read)
    return Drawn(read, content, svg)
