"""A problem as it is reported: with file, line, severity and hint, and safe to print."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple

if TYPE_CHECKING:
    from summarizer.schema.finding import Match

_LONGEST: Final = 500
"""Characters of a message; quotes in it may be whole sentences."""
_UNSAFE: Final = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)


class Found(NamedTuple):
    """The fields of `summarizer.schema.Finding`, without pydantic."""

    code: str
    severity: Literal["error", "warning"]
    file: str
    path: str
    line: int | None
    message: str
    hint: str | None
    match: Match | None

    def as_dict(self) -> dict[str, Any]:
        """Give the fields as the contract names them."""
        return self._asdict()


@dataclass(slots=True)
class FileResult:
    """What was found in one file."""

    file: str
    found: list[Found] = field(default_factory=list)
    fixed: list[Found] = field(default_factory=list)
    documents: int = 0
    unusable: bool = False
    """The file could not be read at all, or not to its end."""


def plain(text: str) -> str:
    """Make a text safe to print, and short enough for a line."""
    return safe(text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…")


def safe(text: str) -> str:
    """Turn controls, line ends, bidi and zero-width characters into escapes."""
    return _UNSAFE.sub(lambda found: _escape(found[0]), text)


def _escape(character: str) -> str:
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
