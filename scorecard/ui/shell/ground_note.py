"""The line under the header of the first week under another rule: what is counted otherwise, of what the page shows."""

from __future__ import annotations

from scorecard.address.queries import DistrictQuery, OverviewQuery, TaskQuery, UnitQuery
from scorecard.lights.district_area import chosen_district
from scorecard.lights.edition import Edition
from scorecard.lights.ground_lines import GroundSaid


def ground_of_page(edition: Edition) -> GroundSaid:
    """What changed the ground for the units and tasks of the page; nothing on pages that show no lights of a week."""
    query = edition.address.query
    units, tasks = edition.shown_ids, [task.task_no for task in edition.tasks]
    if not edition.ground.differences or not isinstance(query, OverviewQuery | TaskQuery | UnitQuery | DistrictQuery):
        return GroundSaid()
    if isinstance(query, UnitQuery):
        units = [query.unit] if query.unit else []
    elif isinstance(query, DistrictQuery) and edition.districts:
        district = chosen_district(edition).unit_id
        units = [unit.unit_id for unit in edition.units if district in (unit.unit_id, unit.parent_id)]
    elif isinstance(query, TaskQuery):
        asked = edition.asked_task or edition.tasks[0]
        tasks = [asked.task_no]
    return edition.ground_said(units, tasks)
