"""HTML from templates; everything put into them is escaped, and every word comes from scorecard.text.ui."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import jinja2

from scorecard.text import accounts_page, as_of, audit_page, data_page, district_page, general, task_page, unit_page
from scorecard.text import briefing as brief
from scorecard.text import history as history_words
from scorecard.text import owed as owed_words
from scorecard.text import reason as say
from scorecard.text import search as search_words
from scorecard.text import sign_in as entry
from scorecard.text import ui as words

_TEMPLATES = Path(__file__).resolve().parent / "templates"


@cache
def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
    return environment


def render(template: str, **values: object) -> str:
    """The HTML of `templates/<template>.html.j2`; raises on a value the template names and nobody gave."""
    return (
        _environment()
        .get_template(f"{template}.html.j2")
        .render(
            words=words,
            say=say,
            general=general,
            task_page=task_page,
            unit_page=unit_page,
            brief=brief,
            as_of=as_of,
            search_words=search_words,
            district_words=district_page,
            data=data_page,
            accounts=accounts_page,
            audit=audit_page,
            entry=entry,
            history_words=history_words,
            owed_words=owed_words,
            **values,
        )
    )
