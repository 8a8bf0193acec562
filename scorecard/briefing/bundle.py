"""All files of a briefing: made and checked in memory, then written together or not at all."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping

from scorecard.address.queries import BriefingQuery
from scorecard.briefing.content.week_reading import WeekRead
from scorecard.briefing.drawn import Drawn, draw
from scorecard.briefing.folder import district_of
from scorecard.briefing.formats import formats_of
from scorecard.errors import UsageError
from scorecard.snapshots.index import TABLES
from scorecard.text import briefing_words


def parse_formats(text: str, task: int | None = None) -> tuple[str, ...]:
    """`png,pdf`; empty means all; raises UsageError for one that is not known or not made of one task."""
    known, every = formats_of(task), formats_of()
    wanted = tuple(dict.fromkeys(part.strip() for part in text.split(",") if part.strip())) or tuple(known)
    for name in wanted:
        if name not in known:
            pattern = briefing_words.NOT_OF_TASK if name in every else briefing_words.UNKNOWN_FORMAT
            raise UsageError(pattern.format(found=name, known=", ".join(known)))
    return wanted


def make_bundle(read: WeekRead, formats: Iterable[str], *, with_tables: bool = False) -> dict[str, bytes]:
    """Every file by its name, with a manifest of their hashes; the same snapshot gives the same bytes.

    `with_tables` adds the week's parquet, so that the folder holds what it was made from.
    """
    drawn, known = draw(read), formats_of()
    files: dict[str, bytes] = {}
    for name in formats:
        files |= known[name].make(drawn)
    if with_tables:
        files |= {f"{table}.parquet": read.edition.snapshot.file(table).read_bytes() for table in TABLES}
    return files | {f"{drawn.name}.json": _manifest(drawn, files)}


def _manifest(drawn: Drawn, files: Mapping[str, bytes]) -> bytes:
    origin, snapshot = drawn.content.origin, drawn.read.edition.snapshot
    content = {
        "week": str(snapshot.week),
        "revision": snapshot.revision,
        "district": district_of(drawn.read.edition) or None,
        "task": drawn.read.edition.address.of(BriefingQuery).task,
        "snapshot": origin.snapshot_hash,
        "rules_version": origin.rules_version,
        "synthetic": origin.synthetic,
        "files": {name: hashlib.sha256(files[name]).hexdigest() for name in sorted(files)},
    }
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()
