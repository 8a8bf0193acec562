"""Query files: where they are and what their header promises."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from scorecard.errors import QueryError
from scorecard.settings import QUERIES
from scorecard.text import general_words

_HEADER = ("Purpose", "Grain", "Params", "Columns", "Reads")


@dataclass(frozen=True)
class Query:
    """One SELECT with its contract; `params` and `columns` in the header's order."""

    name: str
    sql: str
    purpose: str
    grain: tuple[str, ...]
    params: tuple[str, ...]
    columns: tuple[str, ...]
    reads: str


@cache
def load_query(name: str) -> Query:
    """The query in `queries/<name>.sql`; raises QueryError if its header is not the five lines."""
    sql = (QUERIES / f"{name}.sql").read_text(encoding="utf-8")
    header = {}
    for key, line in zip(_HEADER, sql.splitlines(), strict=False):
        start = f"-- {key}: "
        if not line.startswith(start):
            raise QueryError(general_words.BAD_QUERY_HEADER.format(name=name, key=key))
        header[key] = line.removeprefix(start).strip()
    params = () if header["Params"] == "none" else tuple(part.split()[0] for part in header["Params"].split(", "))
    return Query(
        name=name,
        sql=sql,
        purpose=header["Purpose"],
        grain=tuple(header["Grain"].split(", ")),
        params=params,
        columns=tuple(header["Columns"].split(", ")),
        reads=header["Reads"],
    )
