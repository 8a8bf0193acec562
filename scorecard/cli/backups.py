"""Commands that keep a home safe: backup, restore."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Annotated, Any

import typer

from scorecard.access.audit.chain import End, verify_audit
from scorecard.backup import Backup, restore_backup, write_backup
from scorecard.backup.contents import DATABASE
from scorecard.backup.packed import BackupManifest
from scorecard.cli.app import Answer, AnswerOption, note
from scorecard.database.engine import open_database
from scorecard.errors import DatabaseError
from scorecard.files.row_formats import json_object
from scorecard.format import moment_vi, number
from scorecard.settings import Settings, database_is_elsewhere
from scorecard.snapshots.index import list_snapshots
from scorecard.snapshots.verify import verify_home
from scorecard.text import audit_words, backup_words, command_words

_MEGABYTE = 1_000_000


def backup(
    context: typer.Context,
    out: Annotated[Path, typer.Option(help=backup_words.OUT)],
    skip_database: Annotated[bool, typer.Option("--skip-database", help=backup_words.SKIP_DATABASE)] = False,
    form: AnswerOption = Answer.text,
) -> None:
    settings: Settings = context.obj
    made = write_backup(settings.home, out, dt.datetime.now(tz=dt.UTC), with_database=not skip_database)
    problems = verify_home(settings.home)
    if form is Answer.json:
        typer.echo(json_object(_plain(made, settings.home, problems)))
    else:
        snapshots = sum(Path(name).match("snapshots/*/*/manifest.json") for name in made.manifest.files)
        size = number(max(0.1, round(made.size / _MEGABYTE, 1)))
        files = number(len(made.manifest.files))
        typer.echo(backup_words.DONE.format(files=files, snapshots=number(snapshots), file=out, size=size))
        typer.echo(backup_words.HASH.format(sha256=made.sha256))
    _say_what_is_missing(settings.home, made)
    if problems:
        note("\n".join([backup_words.NOT_AS_PUBLISHED.format(count=len(problems)), *problems]))


def _say_what_is_missing(home: Path, made: Backup) -> None:
    if DATABASE in made.manifest.files:
        note(backup_words.WITH_DATABASE)
        note(backup_words.PRIVATE)
    elif (home / DATABASE).exists():
        note(backup_words.WITHOUT_DATABASE)
    if database_is_elsewhere(home / DATABASE):
        note(backup_words.ELSEWHERE)
    if made.left_out:
        note(backup_words.LEFT_OUT.format(names=", ".join(made.left_out)))


def _plain(made: Backup, home: Path, problems: list[str]) -> dict[str, Any]:
    return {
        "file": str(made.file),
        "size": made.size,
        "sha256": made.sha256,
        "created_at": made.manifest.created_at,
        "files": len(made.manifest.files),
        "database": DATABASE in made.manifest.files,
        "database_elsewhere": database_is_elsewhere(home / DATABASE),
        "left_out": made.left_out,
        "problems": problems,
    }


def restore(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False, readable=True, help=backup_words.FILE)],
    form: AnswerOption = Answer.text,
) -> None:
    settings: Settings = context.obj
    manifest = restore_backup(file, settings.home)
    problems, count = verify_home(settings.home), len(list_snapshots(settings.home).everything)
    end, broken = _audit_of(settings.home, manifest)
    if form is Answer.json:
        found = {"files": len(manifest.files), "snapshots": count, "problems": problems}
        typer.echo(json_object(found | {"audit_lines": end.number if end else None, "audit_problems": broken}))
    else:
        moment = moment_vi(manifest.created_at.astimezone())
        typer.echo(backup_words.RESTORED.format(files=number(len(manifest.files)), home=settings.home, moment=moment))
    if problems:
        note("\n".join([command_words.DIFFERENT.format(count=len(problems)), *problems]))
    elif form is Answer.text:
        typer.echo(command_words.VERIFIED.format(count=count))
    if broken:
        note("\n".join([audit_words.BROKEN.format(count=len(broken)), *broken]))
    elif end is None:
        note(backup_words.AUDIT_NOT_HERE)
    elif form is Answer.text:
        typer.echo(audit_words.WHOLE.format(count=end.number, end=end))
    if problems or broken:
        raise typer.Exit(1)


def _audit_of(home: Path, manifest: BackupManifest) -> tuple[End | None, list[str]]:
    """The end of the restored audit and what is wrong with it; None where its newer lines are not in the backup."""
    if DATABASE not in manifest.files or database_is_elsewhere(home / DATABASE):
        return None, []
    try:
        return verify_audit(open_database(home), home)
    except DatabaseError as error:
        return None, [str(error)]


backup.__doc__, restore.__doc__ = backup_words.BACKUP, backup_words.RESTORE
