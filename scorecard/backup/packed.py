"""The backup file: a zip whose every member is named, with its hash, in a manifest of its own."""

from __future__ import annotations

import hashlib
import stat
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, ValidationError

from scorecard.backup.contents import is_name_of_home
from scorecard.errors import BackupError
from scorecard.text import backup_words

MANIFEST = "backup.json"
FORMAT_VERSION = 1
_DATE = (1980, 1, 1, 0, 0, 0)
_PIECE = 1024 * 1024
_LARGE = 2**31 - 1
_MOST_MANIFEST = 256 * 1024 * 1024
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, struct.error, UnicodeDecodeError, ValueError)


class Member(BaseModel):
    """A file of the home; `modified` in nanoseconds since 1970, for of several boundaries the newest counts."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    size: int = Field(ge=0)
    modified: int = Field(ge=0)


class BackupManifest(BaseModel):
    """What a backup holds."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    format_version: int = Field(ge=FORMAT_VERSION, le=FORMAT_VERSION)
    created_at: AwareDatetime
    files: dict[str, Member]


@dataclass(frozen=True)
class Packed:
    """An open backup whose members are those its manifest names, and lead nowhere else."""

    archive: zipfile.ZipFile
    manifest: BackupManifest

    def copy(self, name: str, write: Callable[[bytes], object]) -> None:
        """Hands a member on piece by piece; raises BackupError where it is not what the manifest says."""
        wanted = self.manifest.files[name]
        with self.archive.open(name) as source:
            found = copy_hashed(source, write, wanted.size)
        if found != (wanted.sha256, wanted.size):
            raise BackupError(backup_words.CHANGED_MEMBER.format(name=name))


def copy_hashed(source: IO[bytes], write: Callable[[bytes], object], most: int | None = None) -> tuple[str, int]:
    """SHA-256 and size of what was handed on; stops after `most` bytes, with a size that is larger."""
    digest, size = hashlib.sha256(), 0
    while piece := source.read(_PIECE):
        size += len(piece)
        if most is not None and size > most:
            break
        digest.update(piece)
        write(piece)
    return digest.hexdigest(), size


def add_member(archive: zipfile.ZipFile, name: str, source: IO[bytes], size: int) -> tuple[str, int]:
    """Packs a file under one fixed date; its hash and size as they were read."""
    info = zipfile.ZipInfo(name, _DATE)
    info.compress_type, info.create_system, info.external_attr = zipfile.ZIP_DEFLATED, 3, (stat.S_IFREG | 0o600) << 16
    with archive.open(info, "w", force_zip64=size > _LARGE) as packed:
        return copy_hashed(source, packed.write)


@contextmanager
def opened(file: Path) -> Iterator[Packed]:
    """A backup to read from; raises BackupError for what is damaged, no backup, or holds what it must not."""
    try:
        with zipfile.ZipFile(file) as archive:
            manifest = _manifest(archive)
            _refuse_members(archive, manifest)
            yield Packed(archive, manifest)
    except _DAMAGED:
        raise BackupError(backup_words.DAMAGED.format(file=file)) from None


def _manifest(archive: zipfile.ZipFile) -> BackupManifest:
    if MANIFEST not in archive.namelist():
        raise BackupError(backup_words.NO_BACKUP.format(file=archive.filename))
    if archive.getinfo(MANIFEST).file_size > _MOST_MANIFEST:
        raise BackupError(backup_words.BAD_MANIFEST.format(file=archive.filename, detail=MANIFEST))
    try:
        return BackupManifest.model_validate_json(archive.read(MANIFEST))
    except ValidationError as error:
        detail = str(error).splitlines()[0]
        raise BackupError(backup_words.BAD_MANIFEST.format(file=archive.filename, detail=detail)) from None


def _refuse_members(archive: zipfile.ZipFile, manifest: BackupManifest) -> None:
    seen = set()
    for info in archive.infolist():
        name = info.filename
        kind = stat.S_IFMT(info.external_attr >> 16)
        plain = name == info.orig_filename and kind in (0, stat.S_IFREG) and not info.flag_bits & 1
        if not plain or not (name == MANIFEST or is_name_of_home(name)):
            raise BackupError(backup_words.BAD_MEMBER.format(name=repr(info.orig_filename)[:200]))
        if name in seen or not (name == MANIFEST or name in manifest.files):
            raise BackupError(backup_words.UNKNOWN_MEMBER.format(name=name))
        seen.add(name)
    absent = sorted(set(manifest.files) - seen)
    if absent or MANIFEST in manifest.files:
        raise BackupError(backup_words.ABSENT_MEMBER.format(name=absent[0] if absent else MANIFEST, count=len(absent)))
