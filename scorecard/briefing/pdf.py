"""The briefing as PDF/A-2b on A4 landscape, set by typst with the shipped fonts: searchable, with bookmarks."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import typst

from scorecard.briefing.content import Briefing
from scorecard.briefing.fonts import FOLDER, font_files
from scorecard.briefing.standing import Change, UnitStanding
from scorecard.errors import SnapshotError
from scorecard.text import briefing as say
from scorecard.text import general, owed
from scorecard.text import ui as words

_MOST_CHANGES, _MOST_UNITS = 60, 80  # no page holds more; the template shows as many as fit, the gravest first
_MOST_DECISIONS, _MOST_TEXT, _MOST_LACKING = 6, 160, 8
_TEMPLATE = Path(__file__).resolve().parent / "templates" / "briefing.typ"


def render_pdf(briefing: Briefing, svg: str, cut_off: dt.datetime) -> bytes:
    """Three parts: the frame, what changed, what is red or amber; dated by the cut-off, so equal bytes every time."""
    font_files()
    data = _data(briefing, svg)
    try:
        return bytes(
            typst.compile(
                _TEMPLATE,
                format="pdf",
                font_paths=[FOLDER],
                ignore_system_fonts=True,
                sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
                pdf_standards=["a-2b"],
                timestamp=int(cut_off.timestamp()),
            )
        )
    except typst.TypstError as error:
        raise SnapshotError(say.NOT_RENDERED.format(format="pdf", detail=error)) from None


def _data(briefing: Briefing, svg: str) -> dict[str, Any]:
    origin = briefing.origin
    return {
        "document": say.DOCUMENT.format(title=briefing.title, week=origin.week, range=origin.week_range),
        "week": " · ".join(filter(None, (briefing.title, briefing.scope, f"{origin.week} ({origin.week_range})"))),
        "foot": f"{say.CUT_OFF.format(moment=origin.cut_off, revision=origin.revision)} · {origin.code_line}",
        "page_of": say.PAGE_OF,
        "synthetic": general.SYNTHETIC if origin.synthetic else "",
        "corrected": [one.sentence for one in origin.corrected],
        "svg": svg,
        "alt": briefing.headline,
        "page_one": say.PAGE_ONE,
        "page_two": say.PAGE_TWO,
        "page_three": say.PAGE_THREE,
        "headline": briefing.headline,
        "timeliness": [pair.sentence for pair in briefing.timeliness],
        "calls_title": words.CALLS if briefing.calls else words.NO_CALLS,
        "calls": [[call.lead + call.headline, call.detail] for call in briefing.calls],
        "owed_title": briefing.owed.title,
        "owed": [one.sentence(_MOST_TEXT) for one in briefing.owed.decisions[:_MOST_DECISIONS]],
        "owed_count": len(briefing.owed.decisions),
        "more_owed": owed.MORE_DECISIONS,
        "lacking": [text for text in (briefing.owed.lacking_sentence(_MOST_LACKING), briefing.owed.unread) if text],
        "changes_title": say.CHANGES,
        "no_changes": say.NO_CHANGES,
        "changes_head": ["", say.UNIT, say.TASK, say.BEFORE, say.NOW, say.FIGURE],
        "changes": [_change(change) for change in briefing.changes[:_MOST_CHANGES]],
        "changes_count": len(briefing.changes),
        "more_changes": say.MORE_CHANGES,
        "no_standing": say.NO_STANDING,
        "standing_head": [say.UNIT, *(say.COLOUR[status].capitalize() for status in ("red", "amber"))],
        "standing": [
            [unit.unit, *(_lights(unit, status) for status in ("red", "amber"))]
            for unit in briefing.standing[:_MOST_UNITS]
        ],
        "standing_count": len(briefing.standing),
        "more_units": say.MORE_UNITS,
        "standing_note": say.STANDING_NOTE,
        "too_long": say.NOT_THREE_PAGES,
    }


def _change(change: Change) -> list[str]:
    name = say.TASK_NAME.format(task=change.task_no, title=change.task)
    before, now = say.COLOUR[change.before], say.COLOUR[change.now]
    kind = say.DIRECTION[change.direction]
    return [change.direction, kind, change.unit, name, change.before, before, change.now, now, change.figure]


def _lights(unit: UnitStanding, status: str) -> list[str]:
    return [
        say.SHORT_LIGHT.format(task=light.task_no, duration=light.duration)
        for light in unit.lights
        if light.status == status
    ]
