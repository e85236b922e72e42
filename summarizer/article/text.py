"""The text of an article is put into one form here, once; every position counts in that form.

In this order, and a second pass changes nothing:

- surrogate pairs become the character they stand for, lone surrogates become U+FFFD;
- CRLF, CR, form feed, vertical tab, U+0085 and U+2028 become a line feed, U+2029 two of them;
- tabs and the other control characters become a space each, so that no two words join;
- blanks at line ends go, and white space and byte order marks around the whole text;
- NFC: canonically equal texts are the same text, whichever form the file was saved in.

Everything a reader sees stays as it was written: no-break spaces, zero-width characters, soft
hyphens, direction marks, curly quotes, dashes, runs of blanks and of empty lines.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_LINE_END: Final = re.compile("\r\n|[\r\x0b\x0c\x85\u2028]")
_CONTROL: Final = re.compile(r"[\x00-\x09\x0e-\x1f\x7f-\x9f]")
_TRAILING: Final = re.compile(r"(?<! ) +$", re.MULTILINE)
_OUTER: Final = re.compile(r"\A[\s\ufeff]+|(?<![\s\ufeff])[\s\ufeff]+\Z")

ZERO_WIDTH_BLANKS: Final = "\u200b\u2060\ufeff"
"""Spaces without width: between words they are blanks, whatever `str.isspace` says."""


def normalise(text: str) -> str:
    """The text in the form that all positions refer to."""
    text = _LINE_END.sub("\n", without_surrogates(text)).replace("\u2029", "\n\n")
    text = _CONTROL.sub(" ", text)
    text = _TRAILING.sub("", text)
    return unicodedata.normalize("NFC", _OUTER.sub("", text))


def without_surrogates(text: str) -> str:
    """The text as it can be written to a file: pairs joined, lone surrogates replaced."""
    if not _SURROGATE.search(text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def is_blank(char: str) -> bool:
    """Whether a character is white space, with or without width."""
    return char.isspace() or char in ZERO_WIDTH_BLANKS


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without the blanks around it; empty if it holds nothing else."""
    while start < end and is_blank(text[start]):
        start += 1
    while end > start and is_blank(text[end - 1]):
        end -= 1
    return start, end


def is_visible(text: str) -> bool:
    """Whether there is anything in it to read: not only blanks, format and control characters."""
    return any(unicodedata.category(char)[0] not in "ZC" for char in text)
