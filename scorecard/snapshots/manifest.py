"""One snapshot and what its manifest says of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from scorecard.snapshots.observation import Withdrawal
from scorecard.weeks import ReportWeek

MANIFEST = "manifest.json"
FORMAT_VERSION = 2  # 1 knew neither `read_with` nor retractions
TABLES = ("observations", "lights", "task_lights", "group_lights")


class Input(BaseModel):
    """A file the figures came from: its name and the SHA-256 of its bytes."""

    model_config = ConfigDict(frozen=True)
    name: str
    sha256: str


class FileContent(BaseModel):
    """What a parquet file held when it was published."""

    model_config = ConfigDict(frozen=True)
    rows: int
    sha256: str


class Manifest(BaseModel):
    """What a snapshot says of itself; `built_on` (`2023-W41/001`) is the snapshot whose figures it carries forward.

    `left_out` are files that were given with the `inputs` but had problems: nothing was taken from them.
    `rules_version` is the catalogue the lights are judged by, `read_with` the one whose names and columns the files
    were read by; None is the same one. Where the week before is judged by another one, that is `compared_rules` (with
    its day after a dash where indicators have lives), and the table `rule_changes` names the lights that it would have
    judged otherwise.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")
    format_version: int = Field(ge=1, le=FORMAT_VERSION)
    week: str
    revision: int = Field(ge=1)
    cut_off: AwareDatetime
    published_at: AwareDatetime
    published_by: str
    reason: str
    synthetic: bool
    rules_version: str
    read_with: str | None = None
    compared_rules: str | None = None
    built_on: str | None
    inputs: tuple[Input, ...]
    withdrawn: tuple[Withdrawal, ...] = ()
    left_out: tuple[Input, ...] = ()
    retracted: bool = False  # the week was taken back: no tables, and no revision before this one stands
    sent_in_time: tuple[str, ...] | None = None  # unit codes; None where it was not recorded yet
    files: dict[str, FileContent]

    @property
    def catalogs(self) -> set[str]:
        """The catalogues a home has to keep for this snapshot."""
        named = (self.rules_version, self.read_with, self.compared_rules)
        return {version.partition("-")[0] for version in named if version}


@dataclass(frozen=True)
class Snapshot:
    """One published revision of one week; never changes. `hash` is the SHA-256 of its manifest."""

    folder: Path
    week: ReportWeek
    manifest: Manifest
    hash: str

    @property
    def revision(self) -> int:
        """1 for the first publication of the week."""
        return self.manifest.revision

    @property
    def name(self) -> str:
        """`2023-W42/001`."""
        return f"{self.week}/{self.revision:03d}"

    @property
    def cut_off_day(self) -> dt.date:
        """The day of the cut-off, in the offset it was published with (the catalogue's time zone)."""
        return self.manifest.cut_off.date()

    def file(self, table: str) -> Path:
        """Where one of TABLES lies."""
        return self.folder / f"{table}.parquet"
