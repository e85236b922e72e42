"""Hidden and steering characters made visible, so that text from strangers is only ever text.

Every replacement is one character for one character: positions stay what they were.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_JOINERS: Final = "\u200c\u200d"  # needed inside Persian and Indic words and inside emoji
_MARKS: Final = "\u200e\u200f\u061c"  # order of punctuation in right-to-left text
_SELECTORS: Final = "\ufe00-\ufe0f\U000e0100-\U000e01ef"  # emoji or text form of the sign before
_ALWAYS: Final = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 and C1 controls, among them ESC and the one-byte CSI
    "\u202a-\u202e\u2066-\u2069"  # bidi embeddings, overrides and isolates
    "\u200b\u2028\u2029\u2060-\u2065\u206a-\u206f\ufeff\ufff9-\ufffb"  # width zero, line breaks
    "\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\uffa0"  # fillers that show nothing
    "\ud800-\udfff"  # halves of a character
    "\U000e0000-\U000e00ff\U000e01f0-\U000e0fff"  # tags, which can carry whole hidden sentences
)
_SUSPECT: Final = re.compile(f"[{_JOINERS}{_MARKS}{_SELECTORS}{_ALWAYS}]")
_SELECTOR: Final = re.compile(f"[{_SELECTORS}]")
_RIGHT_TO_LEFT: Final = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_WEB: Final = re.compile(r"https?://[^\s/@\\<>\"'`]+(/[^\s\\<>\"'`]*)?", re.IGNORECASE)
_BREAKS: Final = re.compile("[ \t-\r\x1c-\x1f\x85\u2028\u2029]+")  # the no-break space stays
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "'")


def visible(text: str) -> str:
    """The text with hidden characters shown: a control picture (␛) or the sign �.

    Kept: tab, line feed, CR before LF, joiners between letters or emoji that need them,
    direction marks in right-to-left text, one variation selector after a visible sign.
    """
    if _SUSPECT.search(text) is None:
        return text
    right_to_left = is_right_to_left(text)

    def shown(match: re.Match[str]) -> str:
        return _shown(text, match.start(), right_to_left=right_to_left)

    return _SUSPECT.sub(shown, text)


def one_line(text: str) -> str:
    """The text on one line: runs of white space become one space, then as `visible`."""
    return visible(_BREAKS.sub(" ", text).strip(" "))


def is_right_to_left(text: str) -> bool:
    """Whether the text holds letters of a right-to-left script."""
    return _RIGHT_TO_LEFT.search(text) is not None


def web_address(address: str | None) -> str | None:
    """The address if it may become a link: http or https, no user name, nothing hidden in it."""
    if address is None or _WEB.fullmatch(address) is None:
        return None
    return address if _SUSPECT.search(address) is None else None


def escape_hidden(serialized: str) -> str:
    """JSON text with hidden characters as escapes: the same data, harmless on a terminal.

    It also keeps one record one line where readers break lines at U+0085 or U+2028.
    """
    return _SUSPECT.sub(_json_escape, serialized)


def inert_cell(text: str) -> str:
    """The text as a cell that no spreadsheet takes for a formula: an apostrophe before such."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def from_cell(cell: str) -> str:
    """The text of an `inert_cell`."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_FORMULA) else cell


def _json_escape(match: re.Match[str]) -> str:
    char = match.group()
    if ord(char) <= 0xFFFF:
        return f"\\u{ord(char):04x}"
    high, low = divmod(ord(char) - 0x10000, 0x400)
    return f"\\u{0xD800 + high:04x}\\u{0xDC00 + low:04x}"


def _shown(text: str, index: int, *, right_to_left: bool) -> str:
    char = text[index]
    before, after = text[index - 1 : index], text[index + 1 : index + 2]
    kept = (
        (char == "\r" and after == "\n")
        or (char in _JOINERS and _takes_joiner(before) and _takes_joiner(after))
        or (char in _MARKS and right_to_left)
        or (_SELECTOR.match(char) is not None and _is_visible(before))
    )
    if kept:
        return char
    if char < " ":
        return chr(0x2400 + ord(char))
    return "␡" if char == "\x7f" else "�"


def _takes_joiner(char: str) -> bool:
    """Letters without case, their marks, emoji: where a joiner changes what a reader sees."""
    return bool(char) and (
        char == "\ufe0f" or unicodedata.category(char) in {"Lo", "Mn", "Mc", "So", "Sk"}
    )


def _is_visible(char: str) -> bool:
    return bool(char) and not char.isspace() and _SUSPECT.match(char) is None
