"""Runs `python -m scorecard …` within the test's own process, as a user would call it."""

from __future__ import annotations

import contextlib
import functools
import io
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest import mock

import typer

from scorecard.cli import main

# Every command is put together from its function's parameters at each call, which costs more than most of them do.
_put_together = functools.cache(typer.main.get_command)


@dataclass(frozen=True)
class Ran:
    """What a call gave: its exit code, standard output and standard error."""

    code: int
    out: str
    err: str

    @property
    def said(self) -> str:
        """Everything a user has read."""
        return self.out + self.err

    def json(self) -> Any:
        """The standard output as JSON; fails if anything else stands there."""
        return json.loads(self.out)


@dataclass(frozen=True)
class Scorecard:
    """The command with a home and a catalogue."""

    home: Path
    catalog: Path

    def __call__(self, *arguments: object) -> Ran:
        return run("--home", self.home, "--catalog", self.catalog, *arguments)


def run(*arguments: object) -> Ran:
    """Call the command; an exception that is no SystemExit comes through and fails the test."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True) for _ in range(2))
    code: object = 0
    called = mock.patch.object(sys, "argv", ["scorecard", *map(str, arguments)])
    known = mock.patch.object(typer.main, "get_command", _put_together)
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err), called, known:
        try:
            main()
        except SystemExit as left:
            code = left.code or 0
    texts = [stream.buffer.getvalue().decode("utf-8") for stream in (out, err)]  # type: ignore[attr-defined]
    assert isinstance(code, int), code
    return Ran(code, *texts)
