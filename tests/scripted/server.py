"""A server on loopback that answers by script, and misbehaves on command.

It speaks the OpenAI protocol, and Anthropic's and Gemini's at their own paths.

with scripted(status(429, retry_after=0), answer(draft)) as server:
    ... server.base_url ... server.requests ...
"""

from __future__ import annotations

import gzip
import json
import socket
import struct
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Lock, Thread
from typing import Any, TypeAlias

from tests.scripted.anthropic import message
from tests.scripted.completions import Completion
from tests.scripted.google import generated

LONGEST_HANG = 60.0
"""Seconds; a test that waits longer has failed anyway."""


@dataclass(frozen=True)
class Request:
    """One request as it arrived."""

    path: str
    headers: dict[str, str]
    """Names in lower case."""
    raw: bytes

    @property
    def body(self) -> dict[str, Any]:
        """The JSON body."""
        held: dict[str, Any] = json.loads(self.raw)
        return held

    @property
    def asked(self) -> str:
        """The last message, in which the article or the question stands."""
        content: str = self.body["messages"][-1]["content"]
        return content


Entry: TypeAlias = Callable[["Exchange"], None]
"""What happens to one request."""
Otherwise: TypeAlias = Callable[[Request], Entry]


@dataclass
class Server:
    """A running server: where it is, what it still has to say, and what it was asked."""

    base_url: str
    script: list[Entry]
    otherwise: Otherwise | None
    compressed: bool
    requests: list[Request] = field(default_factory=list)
    unscripted: int = 0
    closing: Event = field(default_factory=Event)
    arrived: Event = field(default_factory=Event)
    """Set when the first request is there: a test can wait for it before it interrupts."""
    _lock: Lock = field(default_factory=Lock)

    @property
    def calls(self) -> int:
        """Requests so far."""
        return len(self.requests)

    def take(self, request: Request) -> Entry | None:
        """Note a request and give what the script says of it."""
        with self._lock:
            self.requests.append(request)
            self.arrived.set()
            if self.script:
                return self.script.pop(0)
            if self.otherwise is not None:
                return self.otherwise(request)
            self.unscripted += 1
            return None


class Exchange(BaseHTTPRequestHandler):
    """One connection, and what an entry can do with it."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # else each answer waits 40 ms for an acknowledgement
    script_server: Server

    def do_POST(self) -> None:
        """Do what the script says."""
        raw = self.rfile.read(int(self.headers["Content-Length"]))
        headers = {name.lower(): value for name, value in self.headers.items()}
        self.request_seen = Request(self.path, headers, raw)
        entry = self.script_server.take(self.request_seen)
        if entry is None:
            self.send_json(418, {"error": {"message": "the script is at its end"}})
        else:
            entry(self)

    def say(self, completion: Completion) -> None:
        """Answer as the request wants it: in its protocol, whole or as a stream."""
        if self.path.endswith("/messages"):
            self.send_json(200, message(completion, self.request_seen.body))
        elif self.path.endswith(":generateContent"):
            self.send_json(200, generated(completion))
        elif self.request_seen.body.get("stream"):
            self.stream([*completion.chunks(), "[DONE]"])
        else:
            self.send_json(200, completion.whole())

    def send_json(self, code: int, body: Any, headers: dict[str, str] | None = None) -> None:
        """A plain answer."""
        self.send_body(code, json.dumps(body).encode(), "application/json", headers)

    def send_body(
        self, code: int, data: bytes, media_type: str, headers: dict[str, str] | None = None
    ) -> None:
        """Bytes as they are, compressed if the server compresses and the client can read it."""
        compress = self._compresses()
        data = gzip.compress(data) if compress else data
        self.send_response(code)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(data)))
        if compress:
            self.send_header("Content-Encoding", "gzip")
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def stream(self, events: list[Any]) -> None:
        """Server-sent events; a string goes out as it is, anything else as JSON."""
        lines = [e if isinstance(e, str) else json.dumps(e) for e in events]
        data = "".join(f"data: {line}\n\n" for line in lines).encode()
        self.send_body(200, data, "text/event-stream")

    def begin_stream(self, events: list[Any]) -> None:
        """Begin a stream that promises more than it gives."""
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Content-Length", "1000000")
        self.end_headers()
        for event in events:
            self.wfile.write(f"data: {json.dumps(event)}\n\n".encode())
        self.wfile.flush()
        self.close_connection = True

    def hang(self) -> None:
        """Say nothing until the client or the test goes away."""
        self.script_server.closing.wait(LONGEST_HANG)
        self.close_connection = True

    def reset(self) -> None:
        """Drop the connection with a reset instead of an answer."""
        linger = struct.pack("ii", 1, 0)
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        self.connection.close()
        self.close_connection = True

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  inherited name
        """Stay silent."""

    def _compresses(self) -> bool:
        accepted = self.headers.get("Accept-Encoding", "")
        return self.script_server.compressed and "gzip" in accepted


class _Quiet(ThreadingHTTPServer):
    """A server that finds it normal when a client goes away, or when many come at once."""

    request_queue_size = 128

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing: a client that timed out is what the test wanted."""


@contextmanager
def scripted(
    *script: Entry, otherwise: Otherwise | None = None, compressed: bool = False
) -> Iterator[Server]:
    """A server for the time of a test; a request that the script does not foresee fails it."""
    with _Quiet(("127.0.0.1", 0), Exchange) as http:
        address = f"http://127.0.0.1:{http.server_port}/v1"
        server = Server(address, list(script), otherwise, compressed)
        http.RequestHandlerClass = type("_Bound", (Exchange,), {"script_server": server})
        thread = Thread(target=http.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.closing.set()
            http.shutdown()
            thread.join()
    assert not server.unscripted, f"{server.unscripted} requests that the script did not foresee"
    assert not server.script, f"{len(server.script)} entries of the script were not asked for"
