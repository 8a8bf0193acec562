"""Servers of their own for the measurements, each in its process, ended with the run."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from benchmarks.visitors import let_in
from scorecard.settings import ROOT

_PATIENCE = 60.0


class Process(Protocol):
    """A process as far as a server is one."""

    @property
    def pid(self) -> int:
        """Its number."""

    def poll(self) -> int | None:
        """Its exit code; None while it runs."""

    def terminate(self) -> None:
        """Asks it to end."""

    def wait(self, timeout: float | None = None) -> int:
        """Its exit code, once it has ended."""


@dataclass(frozen=True)
class Server:
    """A running server and where it answers."""

    port: int
    process: Process

    @property
    def url(self) -> str:
        """The address of its first page."""
        return f"http://127.0.0.1:{self.port}/"

    def resident(self) -> int:
        """Bytes of memory the process holds; 0 where the system does not tell (only Linux does)."""
        statm = Path(f"/proc/{self.process.pid}/statm")
        return int(statm.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") if statm.exists() else 0


def free_port() -> int:
    """A port nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def start_process(arguments: list[str], environment: Mapping[str, str]) -> Process:
    """Streamlit in a process of its own."""
    command = [sys.executable, "-m", "streamlit", *arguments]
    return subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)


Start = Callable[[list[str], Mapping[str, str]], Process]


@contextmanager
def serving(
    script: str,
    home: Path | None = None,
    catalog: Path | None = None,
    *,
    visited: bool = True,
    start: Start = start_process,
    port: int | None = None,
) -> Iterator[Server]:
    """Runs a script of the project under Streamlit, as `serve` does, until the block ends.

    `visited` lets the visitor of this process in; a home that takes nothing more has to have done so before.
    """
    if home and visited:
        let_in(home)
    port = port or free_port()
    options = [f"--server.port={port}", "--server.address=127.0.0.1", "--server.headless=true"]
    options += ["--logger.level=warning"]
    given = {"SCORECARD_HOME": home, "SCORECARD_CATALOG": catalog}
    environment = os.environ | {name: str(value) for name, value in given.items() if value}
    process = start(["run", script, *options], environment)
    try:
        server = Server(port, process)
        _wait_for(server)
        yield server
    finally:
        process.terminate()
        process.wait(timeout=20)


def _wait_for(server: Server) -> None:
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until and server.process.poll() is None:
        try:
            with urllib.request.urlopen(f"{server.url}_stcore/health", timeout=2):
                return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.05)
    raise SystemExit(f"the server on port {server.port} did not start")
