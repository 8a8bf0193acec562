"""The lists of the page of chasing: what an address lists, the tabs, and this week's news; pure."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from scorecard.address.address import NEWS, Address
from scorecard.address.queries import FollowUpQuery
from scorecard.catalog import LEVELS
from scorecard.errors import UsageError
from scorecard.follow_up.work_list.filters import Wanted, pick
from scorecard.follow_up.work_list.work_item import WorkList
from scorecard.format import number
from scorecard.lights.edition import Edition
from scorecard.text import work_list_words


@dataclass(frozen=True)
class Way:
    """A link with its name; `count` is empty where nothing is counted."""

    name: str
    href: str
    count: str = ""
    current: bool = False
    alarming: bool = False


def wanted_of(address: Address) -> Wanted:
    """What an address lists: what falls short, unless it names another list or some news."""
    asked = address.of(FollowUpQuery)
    listed = "figures" if asked.listed == "figures" else "" if asked.news else "low"
    level = asked.block if asked.block in LEVELS else None
    return Wanted(listed, asked.news, asked.district, asked.unit, asked.task, asked.step, level)


def refuse_unknown_step(edition: Edition) -> None:
    """Raises UsageError for a step that the ladder of this week does not have."""
    step = edition.address.of(FollowUpQuery).step
    if step and step not in {rung.step for rung in edition.catalog.ladder}:
        raise UsageError(work_list_words.NO_STEP_FOUND.format(found=step))


def build_tabs(address: Address, chase: WorkList, day: dt.date, decisions: int) -> tuple[Way, ...]:
    """The lists there are, each with its number under the filters that are set."""
    wanted = wanted_of(address.having(news=""))
    counts = {
        "": len(pick(chase, dataclasses.replace(wanted, listed="low"), day)),
        "figures": len(pick(chase, dataclasses.replace(wanted, listed="figures"), day)),
        "decisions": decisions,
    }
    names = {"": work_list_words.LOW, "figures": work_list_words.FIGURES, "decisions": work_list_words.DECISIONS}
    plain = {"news": "", "rows": "", "light": None, "why": None}
    return tuple(
        Way(
            name,
            address.link(listed=listed, **plain),
            number(counts[listed]),
            current=address.of(FollowUpQuery).listed == listed and not address.of(FollowUpQuery).news,
        )
        for listed, name in names.items()
    )


def build_news(address: Address, chase: WorkList, day: dt.date, names: Mapping[str, str]) -> tuple[Way, ...]:
    """The news of this week under their names, each as the list it opens; the one that is open closes it again."""
    ways: list[Way] = []
    for news in NEWS:
        wanted = dataclasses.replace(wanted_of(address), listed="", news=news)
        count, current = len(pick(chase, wanted, day)), address.of(FollowUpQuery).news == news
        href = address.link(news="" if current else news, listed="", rows="", light=None, why=None)
        alarming = news == "unanswered" and count > 0
        ways.append(Way(names[news], href, number(count), current=current, alarming=alarming))
    return tuple(ways)
