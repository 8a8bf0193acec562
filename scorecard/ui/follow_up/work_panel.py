"""The work list of the page of chasing: what was told, this week, the lists with their filters, the lights."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from scorecard.access.roles import Act
from scorecard.address.address import WHOLE
from scorecard.address.queries import FollowUpQuery
from scorecard.follow_up.matters.moves import Kind
from scorecard.follow_up.work_list.filters import pick
from scorecard.follow_up.work_list.work_item import WorkItem
from scorecard.follow_up.work_list.work_list import LOOK_BACK
from scorecard.format import date_vi, number, week_label
from scorecard.text import work_list_words
from scorecard.ui.follow_up.desk import ChasingDesk
from scorecard.ui.follow_up.step_change_words import read_changes
from scorecard.ui.follow_up.work_filters import Filter, build_filters, kept_fields, ways_out
from scorecard.ui.follow_up.work_lists import Way, build_news, build_tabs, refuse_unknown_step, wanted_of
from scorecard.ui.follow_up.work_rows import RowBuilder, WorkRow
from scorecard.ui.reader.signed_in import person
from scorecard.ui.shell.panel import show_panel
from scorecard.ui.shell.render import render
from scorecard.ui.shell.told_once import told

MOST = 100
_SHORT = 8  # rows after which the forms below are out of sight


@dataclass(frozen=True)
class WorkTable:
    """The filters and the table: `widen` leads out of an empty one, `down` past a long one, `more` shows all of it."""

    filters: Sequence[Filter]
    kept: Mapping[str, str]
    caption: str
    rows: Sequence[WorkRow]
    empty: str
    widen: Sequence[Way]
    down: str
    rest: str
    more: Way | None


def show_work(desk: ChasingDesk) -> Sequence[WorkItem]:
    """Prints what was told, this week, the filters and the list; gives the lights listed that are still chased.

    Where one light is open, only the ways back to the list and to its neighbours stand in place of the list. Raises
    UsageError for a step that the ladder does not have.
    """
    refuse_unknown_step(desk.edition)
    done, problems = told()
    show_panel("follow_told", render("shell/told", told=done, problems=problems))
    lights = pick(desk.chase, wanted_of(desk.edition.address), desk.day)
    if desk.edition.address.of(FollowUpQuery).light and desk.edition.address.of(FollowUpQuery).listed != "decisions":
        show_panel("follow_work", render("follow_up/work_ways", ways=_ways(desk, lights)))
    else:
        show_panel("follow_work", _list(desk, lights))
    chased = set(map(id, desk.chase.chased))
    return [light for light in lights if id(light) in chased]


def _list(desk: ChasingDesk, lights: Sequence[WorkItem]) -> str:
    edition, address = desk.edition, desk.edition.address.without_reason()
    own = _reads_own()
    decisions = sum(matter.about.kind == Kind.decision and matter.is_open for matter in desk.matters)
    return render(
        "follow_up/work_list",
        title=work_list_words.TITLE_OWN if own else work_list_words.TITLE,
        note=(work_list_words.NOTE_OWN if own else work_list_words.NOTE).format(day=date_vi(desk.day)),
        no_ladder="" if edition.catalog.ladder else work_list_words.NO_LADDER,
        news=build_news(address, desk.chase, desk.day, _news_names()),
        tabs=build_tabs(address, desk.chase, desk.day, decisions),
        changes=read_changes(edition),
        table=None if address.of(FollowUpQuery).listed == "decisions" else _table(desk, lights),
    )


def _table(desk: ChasingDesk, lights: Sequence[WorkItem]) -> WorkTable:
    """What the filters and the table are printed from."""
    edition, address = desk.edition, desk.edition.address.without_reason()
    shown = lights if address.of(FollowUpQuery).rows == WHOLE else lights[:MOST]
    builder = _builder(desk)
    wanted = wanted_of(address)
    names = {"": "", "low": work_list_words.LOW, "figures": work_list_words.FIGURES}
    name = _news_names()[wanted.news] if wanted.news else names[wanted.listed]
    return WorkTable(
        filters=build_filters(edition),
        kept=kept_fields(address),
        caption=work_list_words.TABLE.format(
            list=name[:1].upper() + name[1:], count=number(len(lights)), week=week_label(edition.snapshot.week)
        ),
        rows=[builder.row(light) for light in shown],
        empty=work_list_words.EMPTY[wanted.news or wanted.listed],
        widen=ways_out(edition),
        down=work_list_words.DOWN if desk.may(Act.chase) and len(shown) > _SHORT else "",
        rest=work_list_words.REST.format(count=number(len(lights) - len(shown))) if len(shown) < len(lights) else "",
        more=_more(desk, len(lights)),
    )


def _reads_own() -> bool:
    return not person().may(Act.see_all)


def _news_names() -> Mapping[str, str]:
    return work_list_words.NEWS_NAMES_OWN if _reads_own() else work_list_words.NEWS_NAMES


def _more(desk: ChasingDesk, count: int) -> Way | None:
    """The link that shows a long list whole, or only its beginning again."""
    address = desk.edition.address.without_reason()
    if count <= MOST:
        return None
    if address.of(FollowUpQuery).rows == WHOLE:
        return Way(work_list_words.SHOW_FIRST.format(count=number(MOST)), address.link(rows=""))
    return Way(work_list_words.SHOW_ALL.format(count=number(count)), address.link(rows=WHOLE))


def _ways(desk: ChasingDesk, lights: Sequence[WorkItem]) -> list[Way]:
    """Back to the list, and to the lights before and after the one that is open."""
    address = desk.edition.address.without_reason()
    keys = [f"{light.unit.unit_id}:{light.task_no}" for light in lights]
    ways = [Way(work_list_words.BACK, address.link(light=None))]
    opened = address.of(FollowUpQuery).light
    if opened in keys:
        place, builder = keys.index(opened), _builder(desk)
        for pattern, near in ((work_list_words.BEFORE, place - 1), (work_list_words.AFTER, place + 1)):
            if 0 <= near < len(keys):
                light = lights[near]
                name = work_list_words.LIGHT.format(unit=builder.name(light.unit), task=light.task_no)
                ways.append(Way(pattern.format(light=name), address.link(light=keys[near])))
    return ways


def _builder(desk: ChasingDesk) -> RowBuilder:
    edition = desk.edition
    uncertain = LOOK_BACK if len(edition.history) > LOOK_BACK else LOOK_BACK + 1
    return RowBuilder(edition.catalog, edition.units, edition.address.without_reason(), desk.day, uncertain)
