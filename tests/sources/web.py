"""A web server on this machine, for tests of fetching."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

PAGE = (
    "<!DOCTYPE html><html lang=en><head><title>Ferry strike ends</title></head><body><article>"
    + "<p>Ferry crews voted on Tuesday to go back to work in Ostrand, their union said.</p>"
    + "<p>The operator had offered less before the walkout and threatened to hire others.</p>"
    + "<p>Shops on the islands reported empty shelves by Saturday, and schools stayed closed.</p>"
    + "</article></body></html>"
).encode()


@dataclass(frozen=True)
class Reply:
    """What one path answers."""

    body: bytes = PAGE
    status: int = 200
    headers: dict[str, str] = field(default_factory=lambda: {"Content-Type": "text/html"})
    pause: float = 0.0
    """Seconds before each kilobyte of the body."""


@dataclass(frozen=True)
class Web:
    """The server's address, and the paths that were asked for, with their Host."""

    address: str
    port: int
    asked: list[tuple[str, str]]


@contextmanager
def web(replies: dict[str, Reply] | Callable[[str], Reply]) -> Iterator[Web]:
    """Serve the replies on a free port of the loopback interface."""
    asked: list[tuple[str, str]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append((self.path, self.headers["Host"]))
            reply = replies(self.path) if callable(replies) else replies[self.path]
            self.send_response(reply.status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            self.end_headers()
            try:
                for start in range(0, len(reply.body), 1024):
                    time.sleep(reply.pause)
                    self.wfile.write(reply.body[start : start + 1024])
            except OSError:
                pass  # the client had enough

        def log_message(self, *_: object) -> None:
            """Nothing is logged."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield Web(f"http://127.0.0.1:{server.server_port}", server.server_port, asked)
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
