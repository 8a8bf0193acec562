"""What revisions changed on the ladder, in sentences."""

from __future__ import annotations

from scorecard.follow_up.work_list.ladder import Standing
from scorecard.follow_up.work_list.step_changes import StepChange, read_step_changes
from scorecard.follow_up.work_list.work_list import LOOK_BACK
from scorecard.lights.edition import Edition
from scorecard.lights.unit_blocks import full_names
from scorecard.text import work_list_words
from scorecard.ui.reader import session


def read_changes(edition: Edition) -> tuple[str, ...]:
    """A sentence for every light of this reader that stands on another step because a week was revised."""
    looked_at = edition.history[-LOOK_BACK:]
    hashes = (snapshot.hash for snapshot in looked_at)
    key = ("step_changes", edition.snapshot.manifest.rules_version, *hashes)
    run = session.warehouse().run
    found = session.shared(key, lambda: read_step_changes(run, edition.index, looked_at, edition.catalog))
    names = full_names(edition.units)
    return tuple(_sentence(names[change.unit_id], change) for change in found if change.unit_id in names)


def _sentence(unit: str, change: StepChange) -> str:
    weeks = [work_list_words.CHANGED_WEEK.format(number=week.number, year=week.year) for week in change.weeks]
    return work_list_words.STEP_CHANGE.format(
        unit=unit,
        task=change.task_no,
        before=_step(change.before),
        after=_step(change.after),
        weeks=", ".join(weeks),
    )


def _step(standing: Standing) -> str:
    if not standing.step:
        return work_list_words.CHANGED_NONE
    return work_list_words.CHANGED_STEP.format(step=standing.step, name=standing.name)
