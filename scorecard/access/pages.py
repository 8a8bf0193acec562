"""Which page a role opens: one table, and a page that does not stand in it opens for nobody."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from urllib.parse import urlencode

from scorecard.access.roles import Act, Person
from scorecard.address.page_names import PAGES
from scorecard.catalog.scope import Scope

NONE_ASKED: Mapping[str, str] = MappingProxyType({})
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


def first_page(person: Person, asked: Mapping[str, str] = NONE_ASKED) -> str:
    """The address a person without the overview is led to, relative to the root; empty for who has it.

    Somebody of a unit gets there what a link to the overview asked for: the same week and revision, and the reason of
    the same light. Whether it is theirs, the page says.
    """
    if may_open(person, PAGES[0][0]):
        return ""
    if person.unit_id:
        return f"unit?{urlencode(_on_own_page(person.unit_id, asked), safe=':')}"
    return next((name for name, _ in PAGES if may_open(person, name)), "account")


def _on_own_page(own: str, asked: Mapping[str, str]) -> dict[str, str]:
    unit, task = asked.get("unit", ""), asked.get("task", "")
    light = f"{unit or asked.get('group') or 'province'}:{task}" if task else ""
    given = {name: asked.get(name, "") for name in ("week", "revision")} | {"why": asked.get("why") or light}
    return {"unit": unit or own} | {name: value for name, value in given.items() if value}
