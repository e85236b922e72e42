"""Where results go: one file, a folder, a list of lines, a pipe, or the terminal."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from summarizer.errors import ConfigurationError, OutputError
from summarizer.render import FORMATS, SUFFIXES, format_for, render, render_terminal, write_output
from summarizer.render.textless import without_text
from summarizer.schema import ArticleSummary


class Delivery(Protocol):
    """Takes results one by one."""

    def deliver(self, summary: ArticleSummary) -> None:
        """Take one result."""

    def close(self) -> None:
        """Write what was held back."""


def plan_delivery(
    output: str | None, output_format: str | None, *, several: bool, no_text: bool
) -> Delivery:
    """Decide where results go, and find out now rather than after the work if they cannot.

    Raises:
        ConfigurationError, OutputError: the format is unknown or the place cannot be written.
    """
    if output_format is not None and output_format not in FORMATS:
        raise ConfigurationError(
            f"unknown format {output_format!r}", hint=f"choose one of {', '.join(FORMATS)}"
        )
    if output is None:
        return _ToStdout(output_format or ("jsonl" if several else None), no_text)
    path = Path(output)
    if path.is_dir() or output.endswith("/"):
        return _ToFolder(_folder(path), output_format or "json", no_text)
    chosen = output_format or format_for(path.suffix)
    if several and chosen != "jsonl":
        raise ConfigurationError(
            f"{output} can hold one summary only", hint="give a folder or a .jsonl file to -o"
        )
    _check_place(path)
    return _ToFile(path, chosen, no_text)


@dataclass
class _ToStdout:
    format: str | None
    no_text: bool

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

    def deliver(self, summary: ArticleSummary) -> None:
        kept = without_text(summary) if self.no_text else summary
        suffix = next(s for s, name in SUFFIXES.items() if name == self.format)
        write_output(self.folder / f"{self._free_name(summary)}{suffix}", render(kept, self.format))

    def close(self) -> None:
        """Nothing is held back."""

    def _free_name(self, summary: ArticleSummary) -> str:
        """The source's own name without folders, made unique within this run."""
        stem = Path(summary.article.source or "").stem or summary.article.sha256[:12]
        name, count = stem, 1
        while name in self._taken:
            count += 1
            name = f"{stem}-{count}"
        self._taken.add(name)
        return name


@dataclass
class _ToFile:
    path: Path
    format: str
    no_text: bool
    _parts: list[str | bytes] = field(default_factory=list)

    def deliver(self, summary: ArticleSummary) -> None:
        kept = without_text(summary) if self.no_text else summary
        self._parts.append(render(kept, self.format))

    def close(self) -> None:
        """Write the file whole; with no result at all an existing one stays as it is."""
        if self._parts:
            data = b"".join(p.encode() if isinstance(p, str) else p for p in self._parts)
            write_output(self.path, data)


def _folder(path: Path) -> Path:
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"cannot write to {path}: {error.strerror}") from error
    return path


def _check_place(path: Path) -> None:
    if not path.parent.is_dir():
        raise OutputError(
            f"cannot write {path}: there is no folder {path.parent}", hint="create it first"
        )
    import os

    if not os.access(path if path.exists() else path.parent, os.W_OK):
        raise OutputError(
            f"cannot write {path}: permission denied", hint="choose another place with -o"
        )
