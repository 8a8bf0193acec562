"""What holds the code together: imports run one way, each library has its place, a page only composes."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from scorecard.settings import ROOT
from tests.project_files import PAGES, SOURCES, imported, named, part_of, tree_of

# A module may import from its own tier and from those before it. A new module gets its place here.
TIERS = [
    {"errors", "weeks", "settings", "text", "format", "observations", "durable", "packing", "disk"},
    {"address", "address_parsing", "page_names"},
    {"queries", "catalog", "manifest", "snapshot_folders", "snapshots"},
    {
        "access",
        "follow_up",
        "warehouse",
        "judge",
        "tables",
        "known",
        "publication",
        "computed",
        "refusals",
        "publish",
        "home_lock",
        "originals",
        "comparison",
        "readiness",
        "rehearsal",
        "corrections",
        "drafts",
        "verify",
        "backup",
        "intake",
        "light_rows",
        "needed",
        "done_at_all",
        "forecast",
        "output",
        "cells",
        "boundary_reading",
    },
    {"boundaries", "content"},
    {"briefing", "demo", "letters"},
    {"cli", "ui"},
    {"gate"},
    {"__main__", "app", "pages"},
]
# Modules of ui/ that are pure: pages and briefings say the same because both are made from them.
CONTENT = {
    "as_of",
    "attention",
    "attention_figures",
    "blocks",
    "edition",
    "overview_content",
    "overview_numbers",
    "overview_view",
    "printed",
}
OF_STREAMLIT = {"ui", "pages", "app"}
OF_DUCKDB = {"warehouse", "judge", "app"}  # app only imports it early
NOT_NAMES = {"utils", "util", "helper", "helpers", "manager", "misc", "common"}


def tier_of(part: str) -> int:
    places = [place for place, tier in enumerate(TIERS) if part in tier]
    assert places, f"{part} has no place in TIERS of tests/test_architecture.py"
    return places[0]


def place_of(name: str) -> str:
    """The part a module belongs to by its name: `scorecard.ui.blocks` is content, `scorecard.ui.frame` is ui."""
    parts = name.split(".")
    if parts[0] != "scorecard":
        return parts[0]
    return "content" if parts[1] == "ui" and parts[2:] and parts[2] in CONTENT else parts[1]


def module_of(file: Path) -> str:
    return named(file).removesuffix(".py").replace("/", ".")


def placed() -> list[Path]:
    """Every file that needs a place; the package's own __init__ says nothing and needs none."""
    return [file for file in SOURCES if named(file) != "scorecard/__init__.py"]


@pytest.mark.parametrize("file", placed(), ids=named)
def test_imports_run_one_way(file: Path) -> None:
    own = place_of(module_of(file))
    for name in imported(file):
        if name.split(".")[0] in ("scorecard", "pages", "app"):
            part = place_of(name)
            assert tier_of(part) <= tier_of(own), f"{named(file)} imports {name} of a later tier"
            assert {part, own} != {"cli", "ui"}, f"{named(file)} imports {name}: cli and ui stand apart"


def test_a_briefing_needs_no_streamlit() -> None:
    code = "import sys, pkgutil, importlib, scorecard.briefing as b\n"
    code += "[importlib.import_module(f'scorecard.briefing.{m.name}') for m in pkgutil.iter_modules(b.__path__)]\n"
    code += "print('streamlit' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "False"


def test_a_module_without_a_place_is_refused() -> None:
    with pytest.raises(AssertionError, match="newcomer has no place"):
        tier_of("newcomer")


def test_words_import_nothing_of_the_package() -> None:
    for file in (ROOT / "scorecard" / "text").glob("*.py"):
        assert not [name for name in imported(file) if name.startswith("scorecard")], named(file)


@pytest.mark.parametrize(("library", "places"), [("streamlit", OF_STREAMLIT), ("duckdb", OF_DUCKDB)])
def test_a_library_is_imported_only_where_it_belongs(library: str, places: set[str]) -> None:
    importers = {named(file): part_of(file) for file in SOURCES if library in {n.split(".")[0] for n in imported(file)}}
    assert {file for file, part in importers.items() if part not in places} == set()
    assert importers, f"nobody imports {library}"


def test_every_imported_package_is_pinned_exactly() -> None:
    lines = [line for line in (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines() if line.strip()]
    assert all(re.fullmatch(r"[\w.-]+(\[\w+\])?==[\w.]+", line) for line in lines)
    pinned = {re.split(r"\[|==", line)[0].lower() for line in lines}
    known = packages_distributions()
    tops = {name.split(".")[0] for file in SOURCES for name in imported(file)} - set(sys.stdlib_module_names)
    found = {known[top][0].lower() for top in tops - {"scorecard", "pages", "app"}}
    assert found <= pinned, f"add to requirements.txt: {found - pinned}"


def test_only_settings_reads_the_environment() -> None:
    readers = {
        named(file)
        for file in SOURCES
        for node in ast.walk(tree_of(file))
        if isinstance(node, ast.Attribute) and node.attr in ("environ", "getenv", "putenv")
    }
    assert readers <= {"scorecard/settings.py"}


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_a_page_is_short_and_decides_nothing(page: Path) -> None:
    assert len(page.read_text(encoding="utf-8").splitlines()) <= 60
    for node in ast.walk(tree_of(page)):
        if isinstance(node, ast.Compare) and any(
            isinstance(op, ast.Lt | ast.LtE | ast.Gt | ast.GtE) for op in node.ops
        ):
            sides = [side.value for side in (node.left, *node.comparators) if isinstance(side, ast.Constant)]
            assert not sides, f"{named(page)}:{node.lineno} compares with {sides}: thresholds stand in the catalogue"


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_a_page_begins_with_the_frame(page: Path) -> None:
    body = [node for node in tree_of(page).body if not isinstance(node, ast.Import | ast.ImportFrom)]
    first = body[1] if isinstance(body[0], ast.Expr) and isinstance(body[0].value, ast.Constant) else body[0]
    calls = [node.func for node in ast.walk(first) if isinstance(node, ast.Call)]
    assert [call.id for call in calls if isinstance(call, ast.Name)][:1] == ["begin"], named(page)


def test_nothing_is_named_for_having_no_place() -> None:
    names = [part.lower() for file in SOURCES for part in re.split(r"[/_.]", named(file))]
    assert not NOT_NAMES & set(names)


def test_every_file_that_is_offered_asks_first_whether_its_reader_is_still_signed_in() -> None:
    offered = {"download", "while_signed_in"}
    for file in SOURCES:
        calls = [node for node in ast.walk(tree_of(file)) if isinstance(node, ast.Call)]
        made = {
            target.id
            for node in ast.walk(tree_of(file))
            if isinstance(node, ast.Assign) and called(node.value) in offered
            for target in node.targets
            if isinstance(target, ast.Name)
        }
        for call in calls:
            place = {"download_button": 1, "Offer": 3}.get(called(call))
            if place is not None:
                content = call.args[place]
                of_offer = isinstance(content, ast.Attribute) and content.attr == "make"
                held = called(content) in offered or (isinstance(content, ast.Name) and content.id in made) or of_offer
                assert held, f"{named(file)}:{call.lineno} offers a file to whoever left the page open"


def called(node: ast.AST) -> str:
    """The last name of what a call calls; empty for what is no call."""
    if not isinstance(node, ast.Call):
        return ""
    return getattr(node.func, "id", "") or getattr(node.func, "attr", "")
