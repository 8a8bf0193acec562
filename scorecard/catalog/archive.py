"""Keeps every catalogue ever used under `<home>/catalogs/<rules_version>/`, so an old week keeps its names."""

from __future__ import annotations

from pathlib import Path

from scorecard.catalog.catalog import Catalog
from scorecard.catalog.loading import OF_TODAY, load_catalog
from scorecard.errors import CatalogError
from scorecard.files.whole_files import place_new_folder
from scorecard.text import catalog_words

FOLDER = "catalogs"
TEMPORARY = ".keeping-"


def archive_catalog(home: Path, catalog: Catalog) -> Path:
    """Copies the catalogue's CSV files into the home, whole or not at all; one kept already is left as it is."""
    target = home / FOLDER / catalog.rules_version
    if target.exists():
        archived_catalog(home, catalog.rules_version)
        return target
    # Nothing of an old week depends on what is of today, and nothing may fail on it.
    sources = set(catalog.folder.glob("*.csv")) - {catalog.folder / f"{name}.csv" for name in OF_TODAY}
    place_new_folder(target, {source.name: source.read_bytes() for source in sorted(sources)}, TEMPORARY)
    return target


def archived_catalog(home: Path, rules_version: str) -> Catalog:
    """A catalogue as it was kept; raises CatalogError if what is kept is not what was kept."""
    folder = home / FOLDER / rules_version
    catalog = load_catalog(folder)
    if catalog.rules_version != rules_version:
        raise CatalogError(catalog_words.ARCHIVE_BROKEN.format(folder=folder, version=rules_version))
    return catalog
