"""Servers forked from a process that has imported all they need already: three seconds less for each.

Where nothing can be forked they are processes like any other. Passwords they hash cost the least. A server listens
where one that has ended did: a tab that has been there has Streamlit's scripts already, compiled, two seconds less.
"""

from __future__ import annotations

import functools
import gc
import importlib
import json
import os
import pkgutil
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import benchmarks.servers
from scorecard.settings import ROOT


class Forked:
    """A server whose parent is not this process: that it has ended shows in its being gone."""

    def __init__(self, pid: int) -> None:
        self.pid = pid

    def poll(self) -> int | None:
        """0 once it is gone."""
        try:
            os.kill(self.pid, 0)
        except ProcessLookupError:
            return 0
        return None

    def terminate(self) -> None:
        """Asks it to end."""
        if self.poll() is None:
            os.kill(self.pid, signal.SIGTERM)

    def wait(self, timeout: float | None = None) -> int:
        """Waits until it is gone; raises TimeoutExpired."""
        until = time.monotonic() + (timeout or 60)
        while self.poll() is None:
            if time.monotonic() > until:
                os.kill(self.pid, signal.SIGKILL)
                raise subprocess.TimeoutExpired(str(self.pid), timeout or 60)
            time.sleep(0.01)
        return 0


@functools.cache
def _parent() -> subprocess.Popen[str]:
    """The process servers are forked from; it ends with this one, as then nothing more can come from it."""
    command = [sys.executable, "-m", "tests.forked_servers"]
    return subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def fork(arguments: list[str], environment: Mapping[str, str]) -> benchmarks.servers.Process:
    """Streamlit with these arguments."""
    parent = _parent()
    assert parent.stdin and parent.stdout
    parent.stdin.write(json.dumps([arguments, dict(environment)]) + "\n")
    parent.stdin.flush()
    return Forked(int(parent.stdout.readline()))


start = fork if hasattr(os, "fork") else benchmarks.servers.start_process
_left: list[int] = []  # ports of servers that have ended


@contextmanager
def serving(
    script: str, home: Path | None = None, catalog: Path | None = None, *, visited: bool = True
) -> Iterator[benchmarks.servers.Server]:
    """`benchmarks.servers.serving` with a forked server, on a port that was used before where one is free."""
    port = next((port for port in reversed(_left) if _is_free(port)), None)
    if port:
        _left.remove(port)
    with benchmarks.servers.serving(script, home, catalog, visited=visited, start=start, port=port) as server:
        yield server
    _left.append(server.port)


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def wait_for_orders() -> None:
    """Forks a server for every line that comes, and tells its number."""
    import scorecard
    from scorecard.access.accounts import passwords

    for module in pkgutil.walk_packages(scorecard.__path__, "scorecard."):
        if not re.search(r"__main__|\.ui\.main|\.migrations\.", module.name):  # scripts
            importlib.import_module(module.name)
    for name in ("altair", "duckdb", "pandas", "streamlit.web.cli", "streamlit.web.bootstrap", "uvicorn"):
        importlib.import_module(name)
    passwords.COST = 4
    gc.collect()
    gc.freeze()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody asks how they ended
    for line in sys.stdin:
        if pid := os.fork():
            sys.stdout.write(f"{pid}\n")
            sys.stdout.flush()
        else:
            run(*json.loads(line))
    os._exit(0)  # without a word about what is frozen


def run(arguments: list[str], environment: dict[str, str]) -> None:
    """Becomes a server."""
    from streamlit.web import cli

    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1):
        os.dup2(nothing, stream)
    os.environ.clear()
    os.environ.update(environment)
    sys.argv = ["streamlit", *arguments]
    try:
        cli.main()
    finally:
        os._exit(0)


if __name__ == "__main__":
    wait_for_orders()
