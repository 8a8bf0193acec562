"""The way of somebody of a unit to its own page, also where the unit has ended or has not begun."""

from __future__ import annotations

from collections.abc import Sequence

from scorecard.access.scope import build_scope
from scorecard.address.address import Address
from scorecard.address.queries import DataQuery, UnitQuery
from scorecard.format import week_label
from scorecard.lights.figure_words import inside
from scorecard.snapshots.index import Snapshot
from scorecard.text import sign_in_words
from scorecard.ui.reader import session
from scorecard.ui.reader.signed_in import person


def way_to_own(weeks: Sequence[Snapshot]) -> tuple[str, str]:
    """Address and name of a link: to the newest week the reader's unit lives in, to loading where there is none.

    The root leads to the newest week, which another unit may bear the code in.
    """
    own = next((item for item in reversed(weeks) if _is_there(item)), None)
    if own is weeks[-1]:
        return "/", sign_in_words.GO_OWN
    if own is None:
        return Address(DataQuery()).link_to(DataQuery()), sign_in_words.GO_SEND
    link = Address(UnitQuery(), own.week).link_to(UnitQuery(unit=person().unit_id))
    return link, sign_in_words.GO_LAST.format(week=inside(week_label(own.week)))


def _is_there(snapshot: Snapshot) -> bool:
    catalog = session.catalog_of(snapshot.manifest.rules_version)
    return bool(build_scope(person(), catalog, snapshot.cut_off_day).units)
