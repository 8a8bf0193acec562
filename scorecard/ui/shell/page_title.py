"""What stands on the browser's tab: what the page is about, and of which week."""

from __future__ import annotations

from scorecard.address.page_names import PAGES
from scorecard.format import week_label
from scorecard.lights.district_area import chosen_district
from scorecard.lights.edition import Edition
from scorecard.text import interface_words, task_page


def page_title(page: str, edition: Edition | None) -> str:
    """The unit, task or district and its week; without an edition the page's name and the product's."""
    name = dict(PAGES)[page]
    if edition is None:
        return interface_words.PAGE_TITLE.format(page=name, week=interface_words.TITLE)
    return interface_words.PAGE_TITLE.format(page=_about(page, edition) or name, week=week_label(edition.snapshot.week))


def _about(page: str, edition: Edition) -> str:
    """The unit, task or district a page is about; empty where it is about none."""
    address = edition.address
    unit = edition.unit(address.unit) if address.unit else None
    if page == "unit" and unit:
        return unit.name
    if page == "district" and edition.districts:
        return chosen_district(edition).name
    if page == "task" and edition.tasks:
        return task_page.TASK.format(task=address.task or edition.tasks[0].task_no)
    return ""
