"""JSON as it is read back: the contract, nothing added."""

from __future__ import annotations

import re
from typing import Final

from summarizer.safe import escape_hidden
from summarizer.schema import ArticleSummary, BriefingNote

# A line feed inside a string is written \\n, so a real one is always layout.
_NUMBERS: Final = re.compile(r"\[\n\s+(\d+(?:,\n\s+\d+)*)\n\s+\]")
_BETWEEN: Final = re.compile(r",\n\s+")


def as_json(document: ArticleSummary | BriefingNote) -> str:
    """Indented JSON; spans stay on one line."""
    written = document.model_dump_json(by_alias=True, indent=2)
    return escape_hidden(_NUMBERS.sub(_on_one_line, written)) + "\n"


def as_jsonl(document: ArticleSummary | BriefingNote) -> str:
    """One line of JSON."""
    return escape_hidden(document.model_dump_json(by_alias=True)) + "\n"


def _on_one_line(match: re.Match[str]) -> str:
    return f"[{_BETWEEN.sub(', ', match.group(1))}]"
