"""Counts the bytes a server sends for one visit: a relay between browser and server, WebSocket compression included."""

from __future__ import annotations

import socket
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

_CHUNK = 65_536


class Relay(socketserver.ThreadingTCPServer):
    """Passes everything between browser and server; `sent` grows by every byte that came from the server."""

    daemon_threads = True
    block_on_close = False

    def __init__(self, target: int) -> None:
        super().__init__(("127.0.0.1", 0), _Visit)
        self.target = target
        self.sent = 0
        self._counting = threading.Lock()

    def count(self, size: int) -> None:
        """Adds bytes that came from the server; connections run in threads of their own."""
        with self._counting:
            self.sent += size


class _Visit(socketserver.BaseRequestHandler):
    server: Relay

    def handle(self) -> None:
        with suppress(OSError), socket.create_connection(("127.0.0.1", self.server.target)) as upstream:
            threading.Thread(target=_pass_on, args=(self.request, upstream), daemon=True).start()
            while chunk := upstream.recv(_CHUNK):
                self.server.count(len(chunk))
                self.request.sendall(chunk)


def _pass_on(source: socket.socket, sink: socket.socket) -> None:
    with suppress(OSError):
        while chunk := source.recv(_CHUNK):
            sink.sendall(chunk)
        sink.shutdown(socket.SHUT_WR)


@contextmanager
def relaying(target: int) -> Iterator[Relay]:
    """A relay to a server's port, in a thread of its own; it listens on `server_address`."""
    with Relay(target) as relay:
        threading.Thread(target=relay.serve_forever, daemon=True).start()
        try:
            yield relay
        finally:
            relay.shutdown()
