"""Three weeks of a few units, each with figures of its own, so that a figure in a letter tells whose it is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import Path

from scorecard.address.address import Address
from scorecard.address.queries import FollowUpQuery
from scorecard.catalog import Catalog, archived_catalog, load_catalog
from scorecard.follow_up.matters.matter import Matter
from scorecard.follow_up.work_list.work_item import WorkItem
from scorecard.follow_up.work_list.work_list import read_work_list
from scorecard.letters.content import Letter, Order
from scorecard.letters.drafting import build_letters
from scorecard.lights.edition import Edition
from scorecard.lights.edition_opening import open_edition
from scorecard.settings import ROOT
from scorecard.snapshots.index import list_snapshots
from scorecard.snapshots.observation import Observation
from scorecard.snapshots.warehouse import Warehouse
from tests.catalogs.catalogue_rows import (
    SETTINGS,
    Row,
    Rows,
    catalogue,
    indicator,
    seen,
    target,
    task,
    unit,
    write_catalogue,
)
from tests.homes.made_once import made_once
from tests.homes.small_home import publish_week
from tests.letters.texts import letter_rows

DUE = dt.date(2023, 10, 27)
NAMES = {
    "SA": "Sở Alpha",
    "SB": "Sở Beta",
    "OFFICE": "Sở Gửi",
    "D1": "Huyện Một",
    "D1-1": "Xã Mai",
    "D1-2": "Xã Đào",
    "D2": "Huyện Hai",
    "D2-1": "Xã Mai",
}
SAID = {
    "report_over": "UBND tỉnh Thử",
    "report_by": "Sở Gửi",
    "report_sign": "SG",
    "report_place": "Thử",
    "report_archive": "TH",
}
WEEKS = ("2023-10-05", "2023-10-12", "2023-10-19")
# The numerators of I1 out of 1000 in the three weeks; 950 is green, 900 amber.
SHARES = {
    "SA": (951, 881, 871),
    "SB": (852, 842, 832),
    "OFFICE": (101, 102, 103),
    "D1": (954, 953, 904),
    "D1-1": (700, 701, 702),
    "D1-2": (960, 610, 611),
    "D2": (961, 962, 963),
    "D2-1": (520, 521, 522),
}


def tables(letters: Iterable[Row] = ()) -> Rows:
    """The catalogue: two ratios, a count where less is better, and a task nobody sends figures of."""
    settings = [{"key": key, "value": value, "note": ""} for key, value in (SETTINGS | SAID).items()]
    below = [unit("D1-1", "commune", "D1"), unit("D1-2", "commune", "D1"), unit("D2-1", "commune", "D2")]
    units = [unit("SA"), unit("SB"), unit("OFFICE"), unit("D1", "district"), unit("D2", "district"), *below]
    return catalogue(
        settings=settings,
        units=[row | {"name": NAMES[row["unit_id"]], "short_name": ""} for row in units],
        tasks=[task(1, title="Roads"), task(2, title="Files", applies_to="department"), task(3, applies_to="district")],
        indicators=[
            indicator("I1", name="Kept roads", numerator="Roads kept"),
            indicator("I2", task_no="2", name="Late files", measure="count", unit="files", direction="lower",
                      applies_to="department"),
            indicator("I3", task_no="3", name="Sent plans", applies_to="district", max_age_days="9"),
        ],
        targets=[
            target(green="95", amber="90", legal_basis="Decision 7", evidence="unverified"),
            target(indicator_id="I2", green="0", amber="2", legal_basis="ngưỡng quản trị", evidence="proposed"),
            target(indicator_id="I3", green="100", amber="80", legal_basis="Law 3", evidence="law"),
        ],
        ladder=[
            {"status": status, "weeks": "1", "step": "1", "name": "Nhắc"} for status in ("red", "missing", "amber")
        ],
        letters=[*letters] or [row for kind in ("figures", "low", "explain") for row in letter_rows(kind)],
    )  # fmt: skip


def written_home(folder: Path, *, synthetic: bool = False) -> Path:
    """The three weeks; the catalogue lies beside the home, which is returned."""
    _publish(folder, synthetic)
    return folder / "home"


@made_once
def _publish(folder: Path, synthetic: bool) -> None:
    catalog = load_catalog(write_catalogue(tables(), folder / "catalog"))
    for place, day in enumerate(WEEKS):
        rows: list[Observation] = [seen(unit_id, day, shares[place], 1000) for unit_id, shares in SHARES.items()]
        rows += [seen("SA", day, 31 + place, None, "I2"), seen("SB", day, 0, None, "I2")]
        rows += [seen("D2", WEEKS[0], 7, 9, "I3")] if not place else []
        publish_week(folder / "home", catalog, f"2023-W{40 + place}", rows, synthetic=synthetic)


def opened(home: Path) -> Edition:
    """The newest week."""
    return open_edition(list_snapshots(home), Address(FollowUpQuery()), lambda version: archived_catalog(home, version))


def chased(home: Path, matters: Iterable[Matter] = ()) -> tuple[WorkItem, ...]:
    """The work list of the newest week."""
    edition = opened(home)
    return read_work_list(Warehouse(home).run, edition.history, edition.catalog, edition.units, matters).chased


def letters_of(
    home: Path, kind: str, *, together: bool = False, lights: Iterable[WorkItem] | None = None
) -> list[Letter]:
    """Letters with the plain texts, about everything that is chased unless lights are given."""
    edition, catalog = opened(home), load_catalog(home.parent / "catalog")
    order = Order(kind, DUE, together, dt.date(2023, 10, 20))
    return build_letters(edition, catalog.letters, order, tuple(lights) if lights is not None else chased(home))


def in_force() -> Catalog:
    """The tracked catalogue, whose texts are what an office gets."""
    return load_catalog(ROOT / "data" / "catalog")


def with_tracked_texts(home: Path, kind: str, *, together: bool = False) -> list[Letter]:
    """Letters with the tracked texts."""
    order = Order(kind, DUE, together, dt.date(2023, 10, 20))
    return build_letters(opened(home), in_force().letters, order, chased(home))
