"""The command that opens the web application."""

from __future__ import annotations

import runpy
import sys
from typing import Annotated

import typer

from scorecard.cli.app import note, settings_of
from scorecard.settings import ROOT, pass_on, runs_as_root
from scorecard.text import command_words


def serve(
    context: typer.Context,
    port: Annotated[int, typer.Option(min=1, max=65535, help=command_words.PORT)] = 8501,
    address: Annotated[str, typer.Option(help=command_words.ADDRESS)] = "127.0.0.1",
) -> None:
    pass_on(settings_of(context))
    if runs_as_root():
        note(command_words.AS_ROOT)
    note(command_words.SERVING.format(address=address, port=port))
    options = {
        "server.port": port,
        "server.address": address,
        "browser.serverAddress": address,
        "server.headless": "true",
        "logger.hideWelcomeMessage": "true",  # ours is Vietnamese and stands above
    }
    sys.argv = ["streamlit", "run", str(ROOT / "app.py"), *(f"--{name}={value}" for name, value in options.items())]
    # In this process, so that whoever stops the command stops the server.
    runpy.run_module("streamlit", run_name="__main__")


serve.__doc__ = command_words.SERVE
