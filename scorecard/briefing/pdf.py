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
from scorecard.follow_up.outstanding.outstanding_words import OutstandingSaid
from scorecard.lights.status import GREEN, NONE_ARISING, RED, WANTING, Status
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
    return (
        _frame_page(briefing, svg)
        | _outstanding(briefing.outstanding)
        | _changes_page(briefing)
        | _standing_page(briefing)
    )


def _frame_page(briefing: Briefing, svg: str) -> dict[str, Any]:
    """What stands on every page, the frame, and what it says in words."""
    origin = briefing.origin
    cut_off = briefing_words.CUT_OFF.format(moment=origin.cut_off, revision=origin.revision)
    return {
        "document": briefing_words.DOCUMENT.format(title=briefing.title, week=origin.week, range=origin.week_range),
        "week": " · ".join(filter(None, (briefing.title, briefing.scope, f"{origin.week} ({origin.week_range})"))),
        "foot": f"{cut_off} · {origin.code_line}",
        "page_of": briefing_words.PAGE_OF,
        "synthetic": general_words.SYNTHETIC if origin.synthetic else "",
        "corrected": [*(one.sentence for one in origin.corrected), *origin.ground.short(6)],
        "svg": svg,
        "looks": _looks(),
        "alt": briefing.headline,
        "page_one": briefing_words.PAGE_ONE,
        "page_two": briefing_words.PAGE_TWO,
        "page_three": briefing_words.PAGE_THREE,
        "headline": briefing.headline,
        "timeliness": [pair.sentence for pair in briefing.timeliness],
        "calls_title": interface_words.CALLS if briefing.calls else interface_words.NO_CALLS,
        "calls": [[call.lead + call.headline, call.detail] for call in briefing.calls],
        "too_long": briefing_words.NOT_THREE_PAGES,
    }


def _outstanding(said: OutstandingSaid) -> dict[str, Any]:
    """What people still have to do, below what needs a decision."""
    return {
        "owed_title": said.title,
        "owed": [one.sentence(_MOST_TEXT) for one in said.decisions[:_MOST_DECISIONS]],
        "owed_count": len(said.decisions),
        "more_owed": outstanding_words.MORE_DECISIONS,
        "lacking": [text for text in (said.lacking_sentence(_MOST_LACKING), said.unread) if text],
    }


def _changes_page(briefing: Briefing) -> dict[str, Any]:
    words = briefing_words
    return {
        "changes_title": words.CHANGES,
        "no_changes": words.NO_CHANGES,
        "changes_head": ["", words.UNIT, words.TASK, words.BEFORE, words.NOW, words.FIGURE],
        "changes": [_change(change) for change in briefing.changes[:_MOST_CHANGES]],
        "changes_count": len(briefing.changes),
        "more_changes": words.MORE_CHANGES,
    }


def _standing_page(briefing: Briefing) -> dict[str, Any]:
    """What is red or amber, unit by unit."""
    units = briefing.standing[:_MOST_UNITS]
    return {
        "no_standing": briefing_words.NO_STANDING,
        "standing_head": [
            briefing_words.UNIT,
            *(general_words.COLOUR[status].capitalize() for status in WANTING),
        ],
        "standing": [[unit.unit, *(_lights(unit, status) for status in WANTING)] for unit in units],
        "standing_count": len(briefing.standing),
        "more_units": briefing_words.MORE_UNITS,
        "standing_note": briefing_words.STANDING_NOTE,
    }


def _looks() -> dict[str, dict[str, str]]:
    """The colours of the marks: of every status, and of every direction of change."""
    directions = {"worse": RED, "better": GREEN, "other": NONE_ARISING}
    marks = {status.value: status for status in Status} | directions
    return {mark: {"fill": status.look.flat, "ink": status.look.ink} for mark, status in marks.items()}


def _change(change: Change) -> list[str]:
    name = briefing_words.TASK_NAME.format(task=change.task_no, title=change.task)
    before, now = general_words.COLOUR[change.before], general_words.COLOUR[change.now]
    kind = briefing_words.DIRECTION[change.direction]
    return [change.direction, kind, change.unit, name, change.before, before, change.now, now, change.figure]


def _lights(unit: UnitStanding, status: Status) -> list[str]:
    return [
        briefing_words.SHORT_LIGHT.format(task=light.task_no, duration=light.duration)
        for light in unit.lights
        if light.status == status
    ]
