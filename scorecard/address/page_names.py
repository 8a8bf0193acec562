"""The pages there are, in the order of the navigation; the first is the default. A page appears by standing here."""

from __future__ import annotations

from scorecard.text import accounts_page, audit_page, data_page, district_page, follow_up_page, interface_words

# (file in pages/ without its ending, title)
PAGES = (
    ("overview", interface_words.PAGE_OVERVIEW),
    ("task", interface_words.PAGE_TASK),
    ("district", district_page.PAGE),
    ("unit", interface_words.PAGE_UNIT),
    ("follow_up", follow_up_page.PAGE),
    ("briefing", interface_words.PAGE_BRIEFING),
    ("data", data_page.PAGE),
    ("accounts", accounts_page.PAGE),
    ("audit", audit_page.PAGE),
)
