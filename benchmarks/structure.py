"""`python -m benchmarks.structure [CHECKOUT …]`: the house in figures, the same for today and for an older tree."""

from __future__ import annotations

import ast
import re
import statistics
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from scorecard.settings import ROOT

STATUSES = {"green", "amber", "red", "missing", "stale", "none_arising", "no_rule", "not_applicable"}
# One colour in every way it can be written: as CSS, encoded in a URL, as a bare hex, as three numbers.
AMBER = re.compile(r"(#|%23)?\bffd266\b|255,\s*210,\s*102", re.IGNORECASE)
AMBER_NAMED = re.compile('"amber": "v\u00e0ng"')
COLUMN = re.compile(r'\brow\["\w+"\]')
_TEXTS = ("*.py", "*.css", "*.j2", "*.typ", "*.js")


def figures(checkout: Path) -> Iterator[tuple[str, object]]:
    """The figures of a checkout, by name."""
    package = checkout / "scorecard"
    files = sorted(package.rglob("*.py"))
    texts = {file: file.read_text(encoding="utf-8") for file in files}
    trees = {file: ast.parse(text) for file, text in texts.items()}
    lines = {file: len(text.splitlines()) for file, text in texts.items() if file.parent.name != "text"}
    fullest = Counter(file.parent for file in package.rglob("*") if file.is_file() and file.suffix != ".pyc")
    folder, most = fullest.most_common(1)[0]
    yield "files in the fullest folder", f"{most} ({folder.relative_to(checkout)})"
    pairs = _folders(checkout, trees)
    both = sorted({f"{one} and {other}" for one, other in pairs if (other, one) in pairs and one < other})
    yield "folders that import each other", f"{len(both)} {'; '.join(both)}".strip()
    yield "modules of one page in a folder of all pages", len(set(_of_one_page(checkout)))
    largest = max(lines, key=lambda file: lines[file])
    yield "lines of the median file", int(statistics.median(lines.values()))
    yield "lines of the largest file", f"{lines[largest]} ({largest.relative_to(checkout)})"
    yield "files over 150 lines (words apart)", sum(length > 150 for length in lines.values())
    yield "collections of statuses", sum(_collections(tree) for tree in trees.values())
    every = [file.read_text(encoding="utf-8") for pattern in _TEXTS for file in package.rglob(pattern)]
    yield "places that know the colour of amber", sum(len(AMBER.findall(text)) for text in every)
    yield "places that call amber by its word", sum(len(AMBER_NAMED.findall(text)) for text in every)
    yield 'columns as row["…"]', sum(len(COLUMN.findall(text)) for text in every)
    yield "pages' things without a class (SimpleNamespace)", sum(text.count("SimpleNamespace(") for text in every)


def _modules(checkout: Path, tree: ast.Module) -> Iterator[Path]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "scorecard":
            place = checkout.joinpath(*(node.module or "").split("."))
            for alias in node.names:
                for found in (place / f"{alias.name}.py", place.with_suffix(".py"), place / "__init__.py"):
                    if found.is_file():
                        yield found
                        break


def _folders(checkout: Path, trees: dict[Path, ast.Module]) -> set[tuple[str, str]]:
    package = checkout / "scorecard"
    found = set()
    for file, tree in trees.items():
        for module in _modules(checkout, tree):
            ends = [str(one.parent.relative_to(package)) for one in (file, module)]
            if ends[0] != ends[1] and "." not in ends and "text" not in ends:
                found.add((ends[0], ends[1]))
    return found


def _of_one_page(checkout: Path) -> Iterator[Path]:
    """Modules directly in a folder that every page uses, though one page alone comes to them."""
    ui = checkout / "scorecard" / "ui"
    pages: dict[Path, set[str]] = {}
    for page in sorted((checkout / "pages").glob("*.py")):
        seen, ahead = set(), [page]
        while ahead:
            for module in _modules(checkout, ast.parse(ahead.pop().read_text(encoding="utf-8"))):
                if module not in seen:
                    seen.add(module)
                    ahead.append(module)
        for module in seen:
            pages.setdefault(module, set()).add(page.stem)
    shared = {
        module.parent for module, names in pages.items() if len(names) == len(list((checkout / "pages").glob("*.py")))
    }
    yield from (m for m, names in pages.items() if len(names) == 1 and ui in m.parents and m.parent in shared)


def _collections(tree: ast.Module) -> int:
    found = 0
    for node in ast.walk(tree):
        parts = node.keys if isinstance(node, ast.Dict) else getattr(node, "elts", None)
        said = {part.value for part in parts or () if isinstance(part, ast.Constant)}
        found += len(said & STATUSES) >= 2 and said != {"green", "amber"}
    return found


def main() -> None:
    """One column a checkout."""
    checkouts = [Path(name).resolve() for name in sys.argv[1:]] or [ROOT]
    tables = [dict(figures(checkout)) for checkout in checkouts]
    for name in tables[0]:
        print(f"{name:<48}" + "   ".join(f"{table[name]!s:<34}" for table in tables).rstrip())


if __name__ == "__main__":
    main()
