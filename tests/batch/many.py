"""Many small articles, a server that answers about them, and what a batch left behind."""

from __future__ import annotations

import json
import re
import time
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

from tests.scripted.entries import answer
from tests.scripted.server import Entry, Exchange, Request, Server

NOTHING: Final[dict[str, Any]] = {"actors": [], "events": [], "stances": [], "gist": []}
_NUMBER: Final = re.compile(r"Ada Moss left on day (\d+)")


def write_articles(folder: Path, numbers: Iterable[int]) -> Path:
    """A file with these articles, "x3" being the one about day 3."""
    path = folder / "in.jsonl"
    lines = (json.dumps({"id": f"x{n}", "text": f"Ada Moss left on day {n}."}) for n in numbers)
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


def asked_about(request: Request) -> str:
    """The id of the article that a request is about."""
    found = _NUMBER.search(request.asked)
    assert found is not None
    return f"x{found[1]}"


def calls(server: Server) -> Counter[str]:
    """How often each article was asked about; a kill may leave a request without its body."""
    return Counter(asked_about(request) for request in list(server.requests) if request.raw)


def after(seconds: float, entry: Entry) -> Entry:
    """The same, but not at once."""

    def late(exchange: Exchange) -> None:
        time.sleep(seconds)
        entry(exchange)

    return late


def nothing() -> Entry:
    """A draft without an item, which is a good answer."""
    return answer(NOTHING)


def done(output: Path) -> list[str]:
    """The ids in the output, each line checked to be whole."""
    return [json.loads(line)["article"]["id"] for line in output.read_text().splitlines()]


def failed(output: Path) -> list[dict[str, Any]]:
    """The failures beside the output."""
    path = output.with_name("out.failed.jsonl")
    return [json.loads(line) for line in path.read_text().splitlines()] if path.exists() else []
