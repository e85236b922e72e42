"""Summaries and notes that were written beside articles: in a folder they are no articles."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

_NAMED: Final = re.compile(r"\.(?:summary|brief)\.(?:md|txt|html|docx)$", re.IGNORECASE)
_LAST_LINE: Final = re.compile(rb"\s\xc2\xb7\s+summarizer\s+\d+\.\d+[\w.+-]*\*?\s*\Z")
_FOOTER: Final = re.compile(rb"<footer>\s*<p>[^<]* \xc2\xb7 summarizer \d+\.\d+[\w.+-]*</p>")
_SIGNED: Final = {
    ".md": _LAST_LINE,
    ".txt": _LAST_LINE,
    ".html": _FOOTER,
}
"""How the renderers end what they write."""
_TAIL: Final = 64 * 1024
"""Bytes at the end of a file in which its footer stands."""
_RECORD: Final = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*\{[^{}]*?\"kind\":\s*\"(?:summary|brief)\"")
_HEAD: Final = 1024


def is_rendered(path: Path) -> bool:
    """Whether a file is a rendered summary or note, by its name or by its last line."""
    if _NAMED.search(path.name):
        return True
    signed = _SIGNED.get(path.suffix.lower())
    return signed is not None and signed.search(_piece_of(path, -_TAIL)) is not None


def is_record(path: Path) -> bool:
    """Whether a file holds summaries or notes as JSON, which are input for a note only."""
    written = path.suffix.lower() in (".json", ".jsonl", ".ndjson")
    return written and _RECORD.match(_piece_of(path, _HEAD)) is not None


def _piece_of(path: Path, size: int) -> bytes:
    """So many bytes at the beginning of a file; negative: at its end."""
    try:
        with path.open("rb") as file:
            file.seek(max(path.stat().st_size + size, 0) if size < 0 else 0)
            return file.read(abs(size))
    except OSError:
        return b""  # reading it as an article will say what is wrong
