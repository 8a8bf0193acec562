"""What was followed up, as far as this reader sees it, as of the week that is shown."""

from __future__ import annotations

import datetime as dt

from scorecard.database.engine import open_database, reading
from scorecard.errors import CatalogError
from scorecard.follow_up.matters.due_dates import counted_day
from scorecard.follow_up.matters.matter import Matter
from scorecard.follow_up.matters.reading import last_change, read_matters
from scorecard.follow_up.matters.unit_lives import Lives
from scorecard.follow_up.work_list.work_list import LOOK_BACK, WorkList, read_lights, with_matters
from scorecard.lights.edition import Edition
from scorecard.ui.reader import session


def matters_key() -> str:
    """Equal as long as nothing was written; whatever is kept of matters is kept under it."""
    with reading(open_database(session.home())) as connection:
        return last_change(connection)


def matters_of(edition: Edition) -> tuple[Matter, ...]:
    """Every matter this reader may see, with its moves up to the week shown, oldest first.

    Who sees only some units is not shown what belonged to another life of a code that one of them bears.
    """
    week, scope = edition.snapshot.week, session.scope()

    def make() -> tuple[Matter, ...]:
        with reading(open_database(session.home())) as connection:
            return tuple(read_matters(connection, scope, until=week))

    return session.shared(("matters", str(week), edition.snapshot.hash, matters_key()), make)


def lives_of(edition: Edition) -> Lives:
    """All units of the catalogue of the week shown, also those the reader sees no lights of.

    Whoever may read a matter is told whom it is about and who has to act.
    """
    return Lives(edition.catalog, edition.snapshot.cut_off_day)


def chase_of(edition: Edition) -> WorkList:
    """The work list of the week shown; its lights are kept whatever is written about them."""
    hashes = [snapshot.hash for snapshot in edition.history[-LOOK_BACK:]]
    key = ("chase", edition.snapshot.manifest.rules_version, *hashes)
    run = session.warehouse().run
    lights = session.shared(key, lambda: read_lights(run, edition.history, edition.catalog, edition.units))
    return with_matters(lights, matters_of(edition))


def is_newest(edition: Edition) -> bool:
    """Whether the week shown is the newest one, in its current revision: only then something is written."""
    return edition.snapshot == edition.index.weeks()[-1]


def counted_to(edition: Edition) -> dt.date:
    """The day dates are held against in the week shown."""
    return counted_day(edition.index, edition.snapshot, dt.datetime.now(dt.UTC), edition.catalog.zone)


def cause_names() -> dict[str, str]:
    """Causes by their code, as they are called now; a code stands for itself where the catalogue cannot be read."""
    try:
        return {cause.code: cause.name for cause in session.catalog_in_force().causes}
    except CatalogError:
        return {}
