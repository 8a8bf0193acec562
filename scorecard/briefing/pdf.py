"""The briefing as PDF/A-2b on A4 landscape, set by typst with the shipped fonts: searchable, with bookmarks."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import typst

from scorecard.briefing.content.content import Briefing
from scorecard.briefing.content.standing import Change, UnitStanding
from scorecard.documents.fonts import FOLDER, font_files
from scorecard.errors import SnapshotError
from scorecard.text import briefing_words, general_words, interface_words, outstanding_words

_MOST_CHANGES, _MOST_UNITS = 60, 80  # no page holds more; the template shows as many as fit, the gravest first
_MOST_DECISIONS, _MOST_TEXT, _MOST_LACKING = 6, 160, 8
_TEMPLATE = Path(__file__).resolve().parent / "briefing.typ"


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
        raise SnapshotError(briefing_words.NOT_RENDERED.format(format="pdf", detail=error)) from None


def _data(briefing: Briefing, svg: str) -> dict[str, Any]:
    origin = briefing.origin
    cut_off = briefing_words.CUT_OFF.format(moment=origin.cut_off, revision=origin.revision)
    return {
        "document": briefing_words.DOCUMENT.format(title=briefing.title, week=origin.week, range=origin.week_range),
        "week": " · ".join(filter(None, (briefing.title, briefing.scope, f"{origin.week} ({origin.week_range})"))),
        "foot": f"{cut_off} · {origin.code_line}",
        "page_of": briefing_words.PAGE_OF,
        "synthetic": general_words.SYNTHETIC if origin.synthetic else "",
        "corrected": [one.sentence for one in origin.corrected],
        "svg": svg,
        "alt": briefing.headline,
        "page_one": briefing_words.PAGE_ONE,
        "page_two": briefing_words.PAGE_TWO,
        "page_three": briefing_words.PAGE_THREE,
        "headline": briefing.headline,
        "timeliness": [pair.sentence for pair in briefing.timeliness],
        "calls_title": interface_words.CALLS if briefing.calls else interface_words.NO_CALLS,
        "calls": [[call.lead + call.headline, call.detail] for call in briefing.calls],
        "owed_title": briefing.owed.title,
        "owed": [one.sentence(_MOST_TEXT) for one in briefing.owed.decisions[:_MOST_DECISIONS]],
        "owed_count": len(briefing.owed.decisions),
        "more_owed": outstanding_words.MORE_DECISIONS,
        "lacking": [text for text in (briefing.owed.lacking_sentence(_MOST_LACKING), briefing.owed.unread) if text],
        "changes_title": briefing_words.CHANGES,
        "no_changes": briefing_words.NO_CHANGES,
        "changes_head": [
            "",
            briefing_words.UNIT,
            briefing_words.TASK,
            briefing_words.BEFORE,
            briefing_words.NOW,
            briefing_words.FIGURE,
        ],
        "changes": [_change(change) for change in briefing.changes[:_MOST_CHANGES]],
        "changes_count": len(briefing.changes),
        "more_changes": briefing_words.MORE_CHANGES,
        "no_standing": briefing_words.NO_STANDING,
        "standing_head": [
            briefing_words.UNIT,
            *(briefing_words.COLOUR[status].capitalize() for status in ("red", "amber")),
        ],
        "standing": [
            [unit.unit, *(_lights(unit, status) for status in ("red", "amber"))]
            for unit in briefing.standing[:_MOST_UNITS]
        ],
        "standing_count": len(briefing.standing),
        "more_units": briefing_words.MORE_UNITS,
        "standing_note": briefing_words.STANDING_NOTE,
        "too_long": briefing_words.NOT_THREE_PAGES,
    }


def _change(change: Change) -> list[str]:
    name = briefing_words.TASK_NAME.format(task=change.task_no, title=change.task)
    before, now = briefing_words.COLOUR[change.before], briefing_words.COLOUR[change.now]
    kind = briefing_words.DIRECTION[change.direction]
    return [change.direction, kind, change.unit, name, change.before, before, change.now, now, change.figure]


def _lights(unit: UnitStanding, status: str) -> list[str]:
    return [
        briefing_words.SHORT_LIGHT.format(task=light.task_no, duration=light.duration)
        for light in unit.lights
        if light.status == status
    ]
