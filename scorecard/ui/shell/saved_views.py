"""The saved views of the catalogue in force, as links to the week that is shown."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

from scorecard.access.pages import may_open
from scorecard.address.address import page_path
from scorecard.errors import CatalogError
from scorecard.lights.edition import Edition
from scorecard.lights.edition_opening import can_show
from scorecard.ui.reader import session
from scorecard.ui.reader.signed_in import person
from scorecard.ui.shell.render import render


@dataclass(frozen=True)
class SavedLink:
    """A saved view with its address as of the shown week."""

    name: str
    href: str


def saved_links(edition: Edition) -> tuple[SavedLink, ...]:
    """The views this week can show to who is signed in; none while the catalogue in force cannot be read.

    Every command names what is wrong with it; old weeks stay readable meanwhile.
    """
    try:
        views = session.catalog_in_force().views
    except CatalogError:
        return ()
    week, revision = edition.anchored.week, edition.address.revision
    addresses = [(view.name, dataclasses.replace(view.address, week=week, revision=revision)) for view in views]
    return tuple(
        # On the page itself without its name, so that nothing is loaded again.
        SavedLink(name, ("" if address.page == edition.address.page else page_path(address.page)) + address.link())
        for name, address in addresses
        if may_open(person(), address.page) and can_show(edition, address)
    )


def read_views(edition: Edition) -> str:
    """The links as a part of the overview; empty where there are none."""
    links = saved_links(edition)
    return render("shell/views", links=links) if links else ""
