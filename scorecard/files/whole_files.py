"""Files and folders that are whole on the disk or not there at all."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path


def write_durably(path: Path, content: bytes) -> None:
    """Writes a file and waits until the disk has it."""
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def write_private(path: Path, content: bytes) -> None:
    """Writes a file that its owner alone may read; until it is whole, what stood there before stays."""
    temporary = path.with_name(f".{path.name}.new")
    temporary.unlink(missing_ok=True)
    temporary.touch(0o600)
    write_durably(temporary, content)
    temporary.replace(path)
    sync_folder(path.parent)


def sync_file(path: Path) -> None:
    """Waits until the disk has what another library wrote into a file."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_folder(path: Path) -> None:
    """Waits until the disk has a folder's entries; Windows cannot open folders and orders them by itself."""
    if os.name == "nt":
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def place_folder(temporary: Path, target: Path) -> None:
    """Gives a finished temporary folder its name in one step; raises OSError if the name is taken.

    The temporary folder has to lie on the same file system: beside the target.
    """
    sync_folder(temporary)
    # mkdtemp gives 0700: the app may run under another account than the publisher.
    temporary.chmod(0o755)
    temporary.rename(target)
    sync_folder(target.parent)


def place_new_folder(target: Path, files: Mapping[str, bytes], prefix: str, *, read_only: bool = False) -> None:
    """A folder with these files, by name, gets its own name in one step; one that is there already stays as it is.

    Until then it lies beside the target under a name that begins with `prefix`. Raises OSError where the disk refuses.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    temporary = Path(tempfile.mkdtemp(prefix=prefix, dir=target.parent))
    try:
        for name, content in files.items():
            write_durably(temporary / name, content)
            if read_only:
                (temporary / name).chmod(0o444)
        place_folder(temporary, target)
    except OSError:
        # Somebody else may have placed the same a moment ago; anything else is raised on.
        if not target.exists():
            raise
    finally:
        shutil.rmtree(temporary, ignore_errors=True)
