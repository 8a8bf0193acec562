"""HTML from templates, everything put into them escaped, every word from scorecard.text; and Markdown that is none.

A template stands beside the page it is of and is named by it: `task/task`, `drawing/matrix`. It knows the modules of
words by their own names.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import jinja2

from scorecard.text import (
    accounts_page,
    audit_page,
    briefing_words,
    data_page,
    district_page,
    follow_up_form_words,
    general_words,
    interface_words,
    outstanding_words,
    reason_words,
    revision_words,
    search_words,
    sign_in_words,
    task_page,
    timeline_words,
    unit_page,
    work_list_words,
)

_UI = Path(__file__).resolve().parent.parent
_WORDS = (
    accounts_page,
    audit_page,
    briefing_words,
    data_page,
    district_page,
    follow_up_form_words,
    general_words,
    interface_words,
    outstanding_words,
    reason_words,
    revision_words,
    search_words,
    sign_in_words,
    task_page,
    timeline_words,
    unit_page,
    work_list_words,
)
# Whatever starts something in Markdown or in Streamlit's additions to it: an image in a file's name would be fetched.
_SIGNS = re.compile(r"([\\`*_{}\[\]()#+!:|~$<>&-])")


@cache
def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(_UI),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
    environment.globals.update({words.__name__.rpartition(".")[2]: words for words in _WORDS})
    return environment


def render(template: str, **values: object) -> str:
    """The HTML of `ui/<template>.html.j2`; raises on a value the template names and nobody gave."""
    return _environment().get_template(f"{template}.html.j2").render(**values)


def plain(text: str) -> str:
    """Text from outside, for Streamlit's own elements, which read Markdown: shows exactly this on one line."""
    return _SIGNS.sub(r"\\\1", " ".join(text.split()))
