"""Which word lists to read a summary with."""

from __future__ import annotations

import re
from typing import Final

_PRIMARY: Final = re.compile(r"([A-Za-z]{2,3})(?:[-_].*)?", re.DOTALL)


def language_of(tag: str | None) -> str:
    """The primary language of a BCP 47 tag in small letters; English where there is none."""
    found = _PRIMARY.fullmatch(tag or "")
    return found[1].lower() if found is not None else "en"
