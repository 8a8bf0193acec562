"""Where things are; the only reader of the environment."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
QUERIES = ROOT / "queries"
PAGES = ROOT / "pages"


@dataclass(frozen=True)
class Settings:
    """The home (all that is published and kept) and the catalogue in force."""

    home: Path
    catalog: Path


def load_settings(home: Path | None = None, catalog: Path | None = None) -> Settings:
    """The folders to work with: the arguments, else SCORECARD_HOME and SCORECARD_CATALOG, else the project's own.

    Paths are absolute, nothing is created and nothing is checked here.
    """
    return Settings(
        home=(home or _path_of("SCORECARD_HOME") or ROOT / "data").absolute(),
        catalog=(catalog or _path_of("SCORECARD_CATALOG") or ROOT / "data" / "catalog").absolute(),
    )


def user_name() -> str:
    """The name of the account that runs the command, for `published_by`; empty if the system has none."""
    return os.environ.get("USER") or os.environ.get("USERNAME") or ""


def pass_on(settings: Settings) -> None:
    """Makes the folders in force those of everything that is started from here."""
    os.environ["SCORECARD_HOME"] = str(settings.home)
    os.environ["SCORECARD_CATALOG"] = str(settings.catalog)


def _path_of(variable: str) -> Path | None:
    value = os.environ.get(variable, "").strip()
    return Path(value).expanduser() if value else None
