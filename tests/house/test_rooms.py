"""The house: rooms import downward only, no two folders import each other, each library has its room."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from scorecard.settings import ROOT
from tests.house.project_files import PACKAGE, PAGES, SOURCES, folder_of, imported, named, part_of, resolved, tree_of

# The house from the ground up, a floor a line: a room imports from lower floors only, never from its own.
FLOORS = [
    {"errors", "text"},
    {"settings", "weeks"},
    {"address", "format"},
    {"files"},
    {"catalog", "database"},
    {"backup", "documents", "maps", "snapshots"},
    {"publishing"},
    {"lights"},
    {"intake"},
    {"access", "demo"},
    {"follow_up"},
    {"briefing"},
    {"letters"},
    {"cli", "ui"},
    {"__main__", "gate"},
    {"app", "pages"},
]
PAGES_OF_UI = {file.stem for file in PAGES}
OF_STREAMLIT = {"ui", "pages", "app"}
OF_DUCKDB = {"snapshots", "publishing", "app"}  # app only imports it early
NOT_NAMES = {"utils", "util", "helper", "helpers", "manager", "misc", "common"}
# Read by looking something up, as words are: a class a query, and a step of the database that is history.
TABLES_OF_DATA = {"scorecard/lights/rows.py", "scorecard/database/migrations/versions/step_0001_accounts.py:upgrade"}
LONGEST_FILE, LONGEST_FUNCTION, LONGEST_PAGE = 150, 40, 60


def floor_of(room: str) -> int:
    floors = [place for place, floor in enumerate(FLOORS) if room in floor]
    assert floors, f"{room} has no floor in FLOORS of tests/house/test_rooms.py"
    return floors[0]


def room_of(module: str) -> str:
    """`lights` for scorecard.lights.status; what stands beside the package by its own name."""
    first, _, rest = module.partition(".")
    return rest.partition(".")[0] if first == "scorecard" else first


def folders_imported() -> dict[tuple[str, str], str]:
    """Who imports whom, by folder: every pair of different folders of the package, with one place that does it."""
    found = {}
    for file in PACKAGE:
        for module in resolved(file):
            pair = (folder_of(file), module.parent.relative_to(ROOT).as_posix())
            if pair[0] != pair[1]:
                found[pair] = f"{named(file)} imports {named(module)}"
    return found


@pytest.mark.parametrize("file", [file for file in SOURCES if named(file) != "scorecard/__init__.py"], ids=named)
def test_a_room_imports_only_rooms_below_it(file: Path) -> None:
    own = part_of(file)
    for name in imported(file):
        if name.split(".")[0] in ("scorecard", "pages", "app") and room_of(name) != own:
            assert floor_of(room_of(name)) < floor_of(own), f"{named(file)} imports {name} of a floor not below its own"


def test_no_two_folders_import_each_other_not_even_by_way_of_others() -> None:
    pairs = {pair: place for pair, place in folders_imported().items() if "scorecard" not in pair}
    reached = {folder: {folder} for pair in pairs for folder in pair}
    for _ in reached:
        for one, other in pairs:
            reached[one] |= reached[other]
    both = {place for (one, other), place in pairs.items() if one in reached[other]}
    assert both == set()


def test_the_folder_of_a_page_imports_that_of_no_other_page() -> None:
    wrong = {
        place
        for (own, other), place in folders_imported().items()
        if own.startswith("scorecard/ui/")
        and other.startswith("scorecard/ui/")
        and other.split("/")[2] in PAGES_OF_UI - {own.split("/")[2]}
    }
    assert wrong == set()


def test_every_page_has_its_folder_with_its_templates() -> None:
    folders = {folder.name for folder in (ROOT / "scorecard" / "ui").iterdir() if folder.is_dir()}
    assert folders >= PAGES_OF_UI
    for page in PAGES_OF_UI:
        assert list((ROOT / "scorecard" / "ui" / page).glob("*.html.j2")), page


def test_a_template_includes_only_of_its_own_folder_and_of_rooms_all_pages_share() -> None:
    for file in (ROOT / "scorecard" / "ui").rglob("*.j2"):
        own = file.relative_to(ROOT / "scorecard" / "ui").parts[0]
        for name in re.findall(r'(?:include|extends|import|from) "([^"]+)"', file.read_text(encoding="utf-8")):
            assert (ROOT / "scorecard" / "ui" / name).is_file(), f"{named(file)} includes {name}"
            assert name.split("/")[0] not in PAGES_OF_UI - {own}, f"{named(file)} includes {name} of another page"


def test_words_import_nothing_and_go_by_their_own_name() -> None:
    for file in (ROOT / "scorecard" / "text").glob("*.py"):
        assert not [name for name in imported(file) if name.startswith("scorecard")], named(file)
    for file in SOURCES:
        for node in ast.walk(tree_of(file)):
            if isinstance(node, ast.ImportFrom) and node.module == "scorecard.text":
                aliases = [alias.asname for alias in node.names if alias.asname]
                assert not aliases, f"{named(file)}:{node.lineno} calls words {aliases}: they have names"


def test_no_room_below_the_doors_needs_streamlit() -> None:
    modules = [
        named(file).removesuffix(".py").replace("/", ".").removesuffix(".__init__")
        for file in PACKAGE
        if part_of(file) not in {"ui", "gate", "__main__", "cli"} and "migrations" not in file.parts
    ]
    code = (
        f"import sys, importlib\n[importlib.import_module(m) for m in {modules!r}]\nprint('streamlit' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "False"


def test_a_module_without_a_floor_is_refused() -> None:
    with pytest.raises(AssertionError, match="newcomer has no floor"):
        floor_of("newcomer")


@pytest.mark.parametrize(("library", "rooms"), [("streamlit", OF_STREAMLIT), ("duckdb", OF_DUCKDB)])
def test_a_library_is_imported_only_where_it_belongs(library: str, rooms: set[str]) -> None:
    importers = {named(file): part_of(file) for file in SOURCES if library in {n.split(".")[0] for n in imported(file)}}
    assert {file for file, room in importers.items() if room not in rooms} == set()
    assert importers, f"nobody imports {library}"


def test_no_file_and_no_function_is_longer_than_a_reader_can_hold() -> None:
    long = {}
    for file in SOURCES:
        if part_of(file) == "text":
            continue
        lines = len(file.read_text(encoding="utf-8").splitlines())
        if lines > (LONGEST_PAGE if file in PAGES else LONGEST_FILE):
            long[named(file)] = lines
        for node in ast.walk(tree_of(file)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                start = min([node.lineno, *(decorator.lineno for decorator in node.decorator_list)])
                if (node.end_lineno or start) - start + 1 > LONGEST_FUNCTION:
                    long[f"{named(file)}:{node.name}"] = (node.end_lineno or start) - start + 1
    assert set(long) == TABLES_OF_DATA, long


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
