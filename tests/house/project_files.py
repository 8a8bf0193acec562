"""The files of the project as the tests of its structure see them: where they are, what they import."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from scorecard.settings import ROOT

PACKAGE = sorted((ROOT / "scorecard").rglob("*.py"))
PAGES = sorted((ROOT / "pages").glob("*.py"))
SOURCES = [*PACKAGE, *PAGES, ROOT / "app.py"]
_WRITTEN = ("*.py", "*.sql", "*.j2", "*.html", "*.css", "*.js", "*.toml", "*.json", "*.md", "*.txt", "Makefile")
_NOT_OURS = {"node_modules", "test-results"}


def named(file: Path) -> str:
    """`scorecard/ui/frame.py`, on Windows too."""
    return file.relative_to(ROOT).as_posix()


def part_of(file: Path) -> str:
    """The first name below the package (`ui` for scorecard/ui/frame.py), or `app`, `pages`."""
    parts = file.relative_to(ROOT).with_suffix("").parts
    return parts[1] if parts[0] == "scorecard" else parts[0]


@cache
def tree_of(file: Path) -> ast.Module:
    """What a file says, parsed once for all tests that look."""
    return ast.parse(file.read_text(encoding="utf-8"), filename=str(file))


def imported(file: Path) -> Iterator[str]:
    """Every module a file imports, wherever in it; `from scorecard import x` counts as scorecard.x."""
    for node in ast.walk(tree_of(file)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{named(file)}:{node.lineno} imports relatively"
            module = node.module or ""
            yield from ([f"{module}.{alias.name}" for alias in node.names] if module == "scorecard" else [module])


def written_by_hand() -> list[Path]:
    """Every text file of the project; not what programs keep in folders of their own (.venv, caches, node_modules)."""
    folders = [path for path in ROOT.iterdir() if path.is_dir() and path.name not in _NOT_OURS]
    ours = [folder for folder in folders if folder.name == ".streamlit" or not folder.name.startswith(".")]
    found = {file for folder in ours for pattern in _WRITTEN for file in folder.rglob(pattern)}
    return sorted(found | {file for pattern in _WRITTEN for file in ROOT.glob(pattern)})


def folder_of(file: Path) -> str:
    """`scorecard/ui/task` for every file in it."""
    return file.parent.relative_to(ROOT).as_posix()


def resolved(file: Path) -> Iterator[Path]:
    """Every file of the package that a file imports; words are left out, everybody may say them."""
    for node in ast.walk(tree_of(file)):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "scorecard":
            for alias in node.names:
                place = ROOT.joinpath(*(node.module or "").split("."))
                for found in (place / f"{alias.name}.py", place.with_suffix(".py"), place / "__init__.py"):
                    if found.is_file():
                        if found.parent.name != "text":
                            yield found
                        break
