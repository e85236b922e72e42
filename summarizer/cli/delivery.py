"""Where results go: one file, a folder, a list of lines, a pipe, or the terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Protocol, TypeVar

from summarizer.errors import ConfigurationError, OutputError
from summarizer.files import Place, held
from summarizer.locks import shortened
from summarizer.render import (
    SUFFIXES,
    check_format,
    format_for,
    render,
    render_terminal,
    write_output,
)
from summarizer.render.textless import without_text
from summarizer.schema import ArticleSummary

_STDIN: Final = "-"
_Format = TypeVar("_Format", str, str | None)


class Delivery(Protocol):
    """Takes results one by one."""

    def expect_several(self) -> None:
        """Be told, before any work, that more than one result may come."""

    def deliver(self, summary: ArticleSummary) -> None:
        """Take one result."""

    def close(self) -> None:
        """Write what was held back."""


@contextmanager
def planned_delivery(
    output: str | None, output_format: str | None, *, no_text: bool
) -> Iterator[Delivery]:
    """Where results go; what is wrong with it is found out now rather than after the work.

    A file is kept from other runs until the context is left.

    Raises:
        ConfigurationError, OutputError: the format is unknown or the place cannot be written.
    """
    if output is None:
        if sys.stdout is None:
            raise OutputError("standard output is closed", hint="name a file with -o")
        yield _ToStdout(_checked(output_format), no_text)
    elif output.endswith("/") or _is_folder(path := Path(output)):
        yield _ToFolder(_folder(Path(output)), _checked(output_format) or "json", no_text)
    else:
        chosen = _checked(output_format or format_for(path.suffix))
        with held(path) as place:
            yield _ToFile(place, chosen, no_text)


@dataclass
class _ToStdout:
    format: str | None
    no_text: bool

    def expect_several(self) -> None:
        """One JSON line each, unless a format was asked for."""
        self.format = self.format or "jsonl"

    def deliver(self, summary: ArticleSummary) -> None:
        kept = without_text(summary) if self.no_text else summary
        if self.format is None and sys.stdout.isatty():
            from rich.console import Console

            render_terminal(kept, Console())
            return
        content = render(kept, self.format or "markdown")
        sys.stdout.flush()
        sys.stdout.buffer.write(content.encode() if isinstance(content, str) else content)
        sys.stdout.buffer.flush()

    def close(self) -> None:
        """Nothing is held back."""


@dataclass
class _ToFolder:
    folder: Path
    format: str
    no_text: bool
    _taken: set[str] = field(default_factory=set)

    def expect_several(self) -> None:
        """A folder has room."""

    def deliver(self, summary: ArticleSummary) -> None:
        kept = without_text(summary) if self.no_text else summary
        suffix = next(s for s, name in SUFFIXES.items() if name == self.format)
        write_output(self.folder / f"{self._free_name(summary)}{suffix}", render(kept, self.format))

    def close(self) -> None:
        """Nothing is held back."""

    def _free_name(self, summary: ArticleSummary) -> str:
        """The source's own name without folders, made unique within this run."""
        source = summary.article.source or ""
        stem = Path(source).stem if source != _STDIN else ""
        if not stem.strip(".") or not stem.isprintable():
            stem = summary.article.sha256[:12]
        name, count = (stem := shortened(stem)), 1
        while name in self._taken:
            count += 1
            name = f"{stem}-{count}"
        self._taken.add(name)
        return name


@dataclass
class _ToFile:
    place: Place
    format: str
    no_text: bool
    _parts: list[str | bytes] = field(default_factory=list)

    def expect_several(self) -> None:
        """Only a list of lines has room."""
        if self.format != "jsonl":
            raise ConfigurationError(
                f"{self.place.path} can hold one summary only",
                hint="give a folder or a .jsonl file to -o",
            )

    def deliver(self, summary: ArticleSummary) -> None:
        kept = without_text(summary) if self.no_text else summary
        self._parts.append(render(kept, self.format))

    def close(self) -> None:
        """Write the file whole; with no result at all an existing one stays as it is."""
        if self._parts:
            data = b"".join(p.encode() if isinstance(p, str) else p for p in self._parts)
            self.place.write(data)


def _checked(output_format: _Format) -> _Format:
    """The format, if it is one and can be written here."""
    if output_format is not None:
        check_format(output_format)
    return output_format


def _is_folder(path: Path) -> bool:
    with _said(path):
        return path.is_dir()


def _folder(path: Path) -> Path:
    with _said(path):
        path.mkdir(parents=True, exist_ok=True)
    return path


@contextmanager
def held_output(output: Path | None) -> Iterator[Place | None]:
    """The file given with -o, kept from other runs until the context is left; None for stdout.

    Raises:
        OutputError: another run is writing it, or it cannot be written.
    """
    if output is None:
        yield None
    else:
        with held(output) as place:
            yield place


@contextmanager
def _said(path: Path) -> Iterator[None]:
    """What the system has against a place, said as an error of ours."""
    try:
        yield
    except OSError as error:
        raise OutputError(
            f"cannot write to {path}: {error.strerror}", hint="choose another place with -o"
        ) from error
