"""What the address of a page asks for, read strictly: a value that is not understood is refused, never widened."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from scorecard.errors import UsageError
from scorecard.text import ui as words
from scorecard.weeks import ReportWeek

ALL = "all"
ONLY = "red_amber"


@dataclass(frozen=True)
class Address:
    """The filters (week, revision, block, only) and the light whose reason is open (unit or group, task).

    `week` None is the newest, `revision` None the current one. `block` is `all`, a level, or `district:<unit_id>`.
    """

    week: ReportWeek | None = None
    revision: int | None = None
    block: str = ALL
    only: bool = False
    unit: str | None = None
    group: str | None = None
    task: int | None = None

    @property
    def district(self) -> str | None:
        """The unit_id of the one district shown, if the block is one."""
        kind, _, unit_id = self.block.partition(":")
        return unit_id if kind == "district" and unit_id else None

    @property
    def asks_reason(self) -> bool:
        """Whether a light's reason is open."""
        return bool(self.unit or self.group or self.task)

    def without_reason(self) -> Address:
        """The same filters with no light open."""
        return dataclasses.replace(self, unit=None, group=None, task=None)

    def filters(self) -> dict[str, str]:
        """The filters as parameters, defaults left out."""
        given = {
            "week": str(self.week) if self.week else "",
            "revision": str(self.revision) if self.revision else "",
            "block": self.block if self.block != ALL else "",
            "only": ONLY if self.only else "",
        }
        return {name: value for name, value in given.items() if value}

    def link(self, **changes: object) -> str:
        """`?week=…&unit=…`: this address with some fields changed."""
        changed = dataclasses.replace(self, **changes)  # type: ignore[arg-type]
        light = {"unit": changed.unit, "group": changed.group, "task": changed.task}
        parameters = changed.filters() | {name: str(value) for name, value in light.items() if value}
        return "?" + urlencode(parameters, safe=":")


def parse_address(parameters: Mapping[str, str]) -> Address:
    """Read the parameters we know, leave others (a proxy's, Streamlit's) alone; raises UsageError."""
    week = parameters.get("week", "")
    only = parameters.get("only", "")
    if only not in ("", ONLY):
        raise UsageError(words.BAD_ONLY.format(found=only))
    return Address(
        week=ReportWeek.parse(week) if week else None,
        revision=_parse_number(parameters, "revision", words.BAD_REVISION),
        block=parameters.get("block") or ALL,
        only=bool(only),
        unit=parameters.get("unit") or None,
        group=parameters.get("group") or None,
        task=_parse_number(parameters, "task", words.BAD_TASK),
    )


def _parse_number(parameters: Mapping[str, str], name: str, message: str) -> int | None:
    text = parameters.get(name, "")
    if not text:
        return None
    if not re.fullmatch(r"[0-9]{1,4}", text) or not int(text):
        raise UsageError(message.format(found=text))
    return int(text)
