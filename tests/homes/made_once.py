"""Homes that are made once in a run, by whichever worker needs them first; every test gets a copy of its own."""

from __future__ import annotations

import functools
import shutil
from collections.abc import Callable
from pathlib import Path

from filelock import FileLock

_shared: list[Path] = []


def share(folder: Path) -> None:
    """Where the workers of this run keep what they made."""
    _shared[:] = [folder]


def made_once(make: Callable[..., None]) -> Callable[..., None]:
    """Has what a function makes in a folder made by its first call in a run, and copied into the folder by every call.

    The function depends on nothing but its arguments, and leaves nothing open.
    """

    @functools.wraps(make)
    def copied(folder: Path, *arguments: object) -> None:
        shutil.copytree(original(make, *arguments), folder, dirs_exist_ok=True)

    return copied


def original(make: Callable[..., None], *arguments: object) -> Path:
    """What a function makes, to be read and never written to."""
    name = "-".join(map(str, (make.__module__, make.__qualname__, *arguments)))
    folder, ready = (_shared[0] / f"{name}{ending}" for ending in ("", ".ready"))
    with FileLock(folder.with_name(f"{name}.lock")):
        if not ready.exists():
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            make(folder, *arguments)
            ready.touch()
    return folder
