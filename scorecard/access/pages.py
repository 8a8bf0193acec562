"""Which page a role opens: one table, and a page that does not stand in it opens for nobody."""

from __future__ import annotations

from scorecard.access.person import Person
from scorecard.access.roles import Act
from scorecard.access.scope import Scope
from scorecard.page_names import PAGES

# One of the acts is enough.
ACTS: dict[str, frozenset[Act]] = {
    "overview": frozenset({Act.see_all}),
    "task": frozenset({Act.see_all}),
    "district": frozenset({Act.see_all, Act.see_own}),
    "unit": frozenset({Act.see_all, Act.see_own}),
    "follow_up": frozenset({Act.see_all, Act.see_own}),
    "briefing": frozenset({Act.see_all}),
    "data": frozenset({Act.see_all, Act.send}),
    "accounts": frozenset({Act.accounts}),
    "audit": frozenset({Act.audit}),
}


def may_open(person: Person, page: str) -> bool:
    """Whether the role opens a page; what the page then shows, the scope decides."""
    return any(person.may(act) for act in ACTS.get(page, frozenset()))


def sees_figures(person: Person) -> bool:
    """Whether the role sees lights at all."""
    return person.may(Act.see_all) or person.may(Act.see_own)


def pages_for(person: Person, scope: Scope) -> tuple[str, ...]:
    """The pages of the navigation, in its order; the page of districts only for who has one."""
    has_area = scope.groups is None or bool(scope.groups)
    return tuple(name for name, _ in PAGES if may_open(person, name) and (name != "district" or has_area))


def first_page(person: Person) -> str:
    """The address a person without the overview is led to, relative to the root; empty for who has it."""
    if may_open(person, PAGES[0][0]):
        return ""
    if person.unit_id:
        return f"unit?unit={person.unit_id}"
    return next((name for name, _ in PAGES if may_open(person, name)), "account")
