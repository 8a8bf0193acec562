"""A published home in which everything anybody can name is named with script, SQL, formulas, templates or markup."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from scorecard.catalog import load_catalog
from scorecard.intake.inbox import Draft, keep_draft
from scorecard.snapshots.index import Input
from scorecard.snapshots.observation import Observation
from scorecard.weeks import ReportWeek
from tests.catalogs.catalogue_rows import (
    SETTINGS,
    catalogue,
    district,
    indicator,
    seen,
    target,
    task,
    unit,
    write_catalogue,
)
from tests.homes.made_once import made_once
from tests.homes.small_home import publish_week

ELSEWHERE = "http://192.0.2.1"
TEXTS = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)' x='",
    "<svg/onload=alert(1)>",
    "</script></style></textarea></title><script>alert(1)</script>",
    f'<iframe src="{ELSEWHERE}/"></iframe>',
    f"<link rel=stylesheet href={ELSEWHERE}/x.css>",
    '<a href="javascript:alert(1)">bấm</a>',
    "&lt;b&gt; &amp;amp; &#60;script&#62;",
    "<!-- ]]> -->",
    "=cmd|'/C calc'!A0",
    f'=HYPERLINK("{ELSEWHERE}","x")',
    "+1+1",
    "-2+3",
    "@SUM(1,2)",
    "{{7*7}}{{ ''.__class__ }}",
    "{% include '/etc/passwd' %}{# x #}",
    "${7*7} #{7*7} {week} {0} %s %(x)s",
    '#read("/etc/passwd") #import "x" $ x^2 $ @x <y>',
    "[x](javascript:alert(1)) **b** :red[r] `c`",
    f"![i]({ELSEWHERE}/x.png)",
    "'; DROP TABLE lights; --",
    'S1" OR "1"="1',
    "$(touch /tmp/hostile) `touch /tmp/hostile` ; rm -rf x",
    "_x000A_ \\input{x} \\u003cscript\\u003e",
]
COMMUNES = [f"D1-{number}" for number in range(1, 9)]
NAMED = [*(f"S{number}" for number in range(1, 17)), "D1", *COMMUNES]
CSV = b"unit_id,indicator_id,as_of,numerator,denominator,source,note\n"


def text_at(place: int) -> str:
    """The texts over and over, so that every kind of name gets every kind of text."""
    return TEXTS[place % len(TEXTS)]


def hostile_home(folder: Path) -> Path:
    """Two weeks and a correction; the catalogue lies beside the home, which is returned."""
    _publish(folder)
    return folder / "home"


@made_once
def _publish(folder: Path) -> None:
    ready, home = load_catalog(write_catalogue(tables(), folder / "catalog")), folder / "home"
    others = {"reason": TEXTS[0] + TEXTS[10], "published_by": TEXTS[1] + TEXTS[15]}
    inputs = (Input(name=f"{TEXTS[0]}.csv".replace("/", ""), sha256="0" * 64),)
    publish_week(home, ready, "2023-W41", figures("2023-10-12", 0), **others)
    publish_week(home, ready, "2023-W42", figures("2023-10-19", 3), **others)
    publish_week(home, ready, "2023-W42", figures("2023-10-20", 5)[:20], **others, left_out=inputs)


def hostile_draft(home: Path) -> Draft:
    """A file with problems whose name and cells are hostile too; names that are no names of files are left out."""
    rows = [[text_at(place).replace('"', "'") for _ in range(7)] for place in range(len(TEXTS))]
    lines = [",".join(f'"{cell}"' for cell in row) for row in rows]
    content = CSV + "\n".join(lines).encode() + b"\n"
    names = [f"{text}.csv".replace("/", "") for text in (TEXTS[1], TEXTS[10], TEXTS[15], TEXTS[19])]
    now = dt.datetime(2023, 10, 27, 8, tzinfo=dt.UTC)
    return keep_draft(home, ReportWeek.parse("2023-W43"), [(name, content) for name in names], now)


def tables() -> dict[str, list[dict[str, str]]]:
    """The catalogue."""
    names = {code: text_at(place) for place, code in enumerate(NAMED)}
    units = [unit(code) for code in NAMED if code.startswith("S")] + district("D1", len(COMMUNES)) + district("D2", 1)
    units = [row | {"name": names.get(row["unit_id"], row["name"])} for row in units]
    units = [row | {"short_name": row["name"][:24], "kind": TEXTS[place % 5]} for place, row in enumerate(units)]
    settings = SETTINGS | {"title": TEXTS[4], "report_over": TEXTS[0], "report_by": TEXTS[15], "report_sign": TEXTS[18]}
    settings |= {"report_place": TEXTS[10], "report_to": TEXTS[16], "report_archive": TEXTS[1]}
    return catalogue(
        tasks=[task(number, title=text_at(number), summary=text_at(number + 5)) for number in range(1, 13)],
        units=units,
        indicators=[named_indicator(number) for number in range(1, 13)],
        targets=[
            target(indicator_id=f"I{number}", legal_basis=text_at(number), evidence="unverified")
            for number in range(1, 13)
        ],
        settings=[{"key": key, "value": value, "note": TEXTS[0]} for key, value in settings.items()],
        views=[{"name": text_at(place), "address": "/?only=red_amber"} for place in range(4)],
    )


def named_indicator(number: int) -> dict[str, str]:
    """An indicator of a task of its own."""
    words = {"numerator": text_at(number + 3), "denominator": text_at(number + 7), "source_system": text_at(number + 9)}
    return indicator(f"I{number}", task_no=str(number), name=text_at(number + 12), unit=text_at(number)[:8], **words)


def figures(day: str, shift: int) -> list[Observation]:
    """A figure for every unit and indicator but the last two, in every colour."""
    found = []
    for place, code in enumerate(NAMED):
        for number in range(1, 11):
            row = seen(code, day, (place * 7 + number * 13 + shift * 11) % 101, 100, f"I{number}")
            found.append(
                Observation(
                    row.unit_id,
                    row.indicator_id,
                    row.as_of,
                    row.numerator,
                    row.denominator,
                    text_at(place + number),
                    text_at(place + number + 4),
                )
            )
    return found
