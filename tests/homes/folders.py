"""What lies in a folder, to say that nothing was changed."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path


def contents(folder: Path) -> dict[str, str]:
    """Every file and folder below a folder with its hash: equal exactly where nothing was changed."""
    if not folder.exists():
        return {}
    return {
        str(path.relative_to(folder)): sha256(path.read_bytes()).hexdigest() if path.is_file() else "folder"
        for path in sorted(folder.rglob("*"))
    }
