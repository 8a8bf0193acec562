"""The first start of a server in a home without accounts: somebody has to be able to sign in."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from scorecard.access.accounts.first_accounts import demo_accounts, first_admin
from scorecard.access.accounts.rows import Account
from scorecard.catalog import load_catalog
from scorecard.database.engine import open_database
from scorecard.errors import ScorecardError
from scorecard.files.whole_files import write_private
from scorecard.settings import Settings
from scorecard.snapshots.index import Snapshot, list_snapshots
from scorecard.text import first_start_words

_DEMO = "demo-accounts.txt"


def first_start(settings: Settings, *, local: bool) -> list[str]:
    """Lines for the console: the first administrator's password, once; in a demo home the accounts to try with.

    Accounts to try with are made for synthetic figures only, and only where the server listens to its own machine.
    """
    home, now = settings.home, dt.datetime.now(dt.UTC)
    try:
        engine = open_database(home)
        if local and (shown := _synthetic_weeks(home)):
            units = load_catalog(settings.catalog).units_on(shown[-1].cut_off_day)
            made = demo_accounts(engine, now, units)
            if made:
                write_private(home / _DEMO, "".join(_line(account, password) for account, password in made).encode())
        else:
            password = first_admin(engine, now)
            if password:
                return first_start_words.ADMIN.format(password=password).splitlines()
    except ScorecardError as error:
        return str(error).splitlines()
    return _demo_lines(home, local=local)


def _demo_lines(home: Path, *, local: bool) -> list[str]:
    file = home / _DEMO
    if not file.exists():
        return []
    return (
        [first_start_words.DEMO, *file.read_text(encoding="utf-8").splitlines()]
        if local
        else [first_start_words.DEMO_CLOSED]
    )


def _line(account: Account, password: str) -> str:
    return first_start_words.DEMO_LINE.format(name=account.user_name, password=password, who=account.full_name) + "\n"


def _synthetic_weeks(home: Path) -> list[Snapshot]:
    """The weeks of a home that holds nothing but synthetic figures."""
    index = list_snapshots(home)
    return index.weeks() if all(snapshot.manifest.synthetic for snapshot in index.all) else []
