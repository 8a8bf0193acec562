"""Where things are; the only reader of the environment."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from scorecard.errors import UsageError
from scorecard.text import audit_words

ROOT = Path(__file__).resolve().parent.parent
QUERIES = ROOT / "queries"
PAGES = ROOT / "pages"
_AUDIT_DAYS, _MOST_AUDIT_DAYS = "730", 36_500


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


def database_url() -> str:
    """Where the application database is; empty is a SQLite file in the home. Never printed: it may hold a password."""
    return os.environ.get("SCORECARD_DATABASE_URL", "").strip()


def audit_days() -> int:
    """How many days lines of the audit stay in the database; raises UsageError for what is no such number."""
    text = os.environ.get("SCORECARD_AUDIT_DAYS", "").strip() or _AUDIT_DAYS
    if not (text.isascii() and text.isdigit() and 1 <= int(text[:6]) <= _MOST_AUDIT_DAYS):
        raise UsageError(audit_words.BAD_AUDIT_DAYS.format(found=text[:60], most=_MOST_AUDIT_DAYS))
    return int(text)


def runs_as_root() -> bool:
    """Whether this process may do anything on the machine; Windows has no such account."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def database_is_elsewhere(file: Path) -> bool:
    """Whether SCORECARD_DATABASE_URL names another database than the file; the address itself holds a password."""
    url = os.environ.get("SCORECARD_DATABASE_URL", "").strip()
    return bool(url) and not (url.startswith("sqlite") and url.endswith(f"/{file}"))


def pass_on(settings: Settings) -> None:
    """Makes the folders in force those of everything that is started from here."""
    os.environ["SCORECARD_HOME"] = str(settings.home)
    os.environ["SCORECARD_CATALOG"] = str(settings.catalog)


def _path_of(variable: str) -> Path | None:
    value = os.environ.get(variable, "").strip()
    return Path(value).expanduser() if value else None
