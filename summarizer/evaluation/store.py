"""A run on disk: one JSON line an article, written as soon as it is done.

A line is a prediction in the scorer's format with `run` beside it, so that any scorer of that
format reads the file. Lines are only added; of two for the same article the later counts.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from pydantic import BaseModel, Field, ValidationError

from summarizer.errors import OutputError
from summarizer.files import write_output
from summarizer.scoring import GoldArticle, Prediction

FILE = "predictions.jsonl"
_MODE = 0o600
"""Names and positions of people: for this user alone."""


class Spent(BaseModel):
    """What one article took, and how it went."""

    key: str = Field(description="hash of the article and of what read it")
    code: str | None = Field(default=None, description="hash of the package that made it")
    seconds: float = 0
    input: int = Field(default=0, description="tokens read")
    output: int = Field(default=0, description="tokens written")
    calls: int = 0
    cost: float | None = Field(default=None, description="US dollars")
    warnings: int = 0
    error: str | None = Field(default=None, description="why there is no summary")


class Entry(Prediction):
    """A prediction and what it took."""

    run: Spent


def key_of(article: GoldArticle, identity: Mapping[str, str]) -> str:
    """Hash of all that decides an answer: the article, and the model, prompt and plan."""
    said = [article.id, article.text, article.title, article.date, sorted(identity.items())]
    return hashlib.sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()


def fingerprint_of(identity: Mapping[str, str]) -> str:
    """A short hash of what reads, for the name of a folder."""
    said = json.dumps(sorted(identity.items()), ensure_ascii=False)
    return hashlib.sha256(said.encode()).hexdigest()[:12]


@cache
def code_fingerprint() -> str:
    """Hash of the package's own files, by which results of other code are known."""
    digest = hashlib.sha256()
    for name, content in sorted(_sources(files("summarizer"), "")):
        digest.update(f"{name}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()


def _sources(folder: Traversable, prefix: str) -> list[tuple[str, bytes]]:
    found: list[tuple[str, bytes]] = []
    for item in folder.iterdir():
        if item.is_dir() and item.name != "__pycache__":
            found += _sources(item, f"{prefix}{item.name}/")
        elif item.name.endswith((".py", ".toml")):
            found.append((prefix + item.name, item.read_bytes()))
    return found


def read_entries(path: Path) -> dict[str, Entry]:
    """The entries of a run by key; a line that was cut off in the middle is passed over."""
    entries: dict[str, Entry] = {}
    if not path.exists():
        return entries
    for line in path.read_text(encoding="utf-8").split("\n"):
        try:
            entry = Entry.model_validate_json(line)
        except ValidationError:
            continue
        entries[entry.run.key] = entry
    return entries


def append(path: Path, entry: Entry) -> None:
    """Add one entry to a run.

    Raises:
        OutputError: the file cannot be written.
    """
    with _writing(path):
        whole = not path.exists() or path.read_bytes()[-1:] in (b"", b"\n")
        with path.open("a", encoding="utf-8") as out:
            fcntl.flock(out.fileno(), fcntl.LOCK_EX)  # of two runs one waits for the other
            out.write(("" if whole else "\n") + entry.model_dump_json() + "\n")


def make_room(path: Path) -> None:
    """Begin the file of a run if there is none, so that no work is done for nothing.

    Raises:
        OutputError: the file cannot be written.
    """
    with _writing(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        os.close(os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC, _MODE))


def forget(runs: Path, article: str) -> int:
    """Drop the entries about an article from every run in a folder; return how many there were.

    Raises:
        OutputError: a file cannot be written.
    """
    dropped = 0
    for path in sorted(runs.rglob(FILE)):
        lines = path.read_text(encoding="utf-8").split("\n")
        kept = [line for line in lines if not _is_about(line, article)]
        if len(kept) < len(lines):
            write_output(path, "\n".join(kept))
            dropped += len(lines) - len(kept)
    return dropped


def _is_about(line: str, article: str) -> bool:
    try:
        return Entry.model_validate_json(line).id == article
    except ValidationError:
        return False


@contextmanager
def _writing(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise OutputError(
            f"cannot write {path}: {error.strerror or error}", hint="choose another folder"
        ) from error
