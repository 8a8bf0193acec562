"""A week that was read as a workbook: of the frames, and of what is on screen in the overview."""

from __future__ import annotations

from scorecard.briefing.content.content import Briefing, build_briefing
from scorecard.briefing.content.week_reading import NOTHING, WeekRead, read_edition
from scorecard.briefing.workbook.sheet_rows import build_sheets
from scorecard.briefing.workbook.workbook import render_workbook
from scorecard.follow_up.matters.week_end import Followed
from scorecard.lights.edition import Edition
from scorecard.lights.overview import Run
from scorecard.text import briefing_words


def render_sheets(read: WeekRead, briefing: Briefing) -> bytes:
    """The workbook; the same snapshot and filters give the same bytes."""
    origin = briefing.origin
    title = briefing_words.DOCUMENT.format(title=briefing.title, week=origin.week, range=origin.week_range)
    created = read.edition.snapshot.manifest.cut_off
    return render_workbook(build_sheets(read, briefing), title, synthetic=origin.synthetic, created=created)


def render_shown(edition: Edition, run: Run, followed: Followed = NOTHING) -> bytes:
    """What the overview shows of an edition, with the filters of its address."""
    read = read_edition(edition, run, followed)
    return render_sheets(read, build_briefing(read))
