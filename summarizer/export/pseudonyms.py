"""Names that stand for persons: the same for one name, and nobody's without the key."""

from __future__ import annotations

import hmac
import secrets
from typing import Final

from summarizer.errors import ConfigurationError

_SHORTEST: Final = 16
_VARIABLE: Final = "SUMMARIZER_REDACT_KEY"
_DIGITS: Final = 12
"""Digits spell no name; a million persons share a pseudonym with a chance of one in two."""


class Pseudonyms:
    """Gives out pseudonyms under one key."""

    def __init__(self, key: str | None = None) -> None:
        """Without a key one is drawn, and forgotten with this object.

        Raises:
            ConfigurationError: the key could be guessed, and the names with it.
        """
        if key is not None and len(key) < _SHORTEST:
            raise ConfigurationError(
                f"{_VARIABLE} is shorter than {_SHORTEST} characters",
                hint="make one: python3 -c 'import secrets; print(secrets.token_hex())'",
            )
        self._key = key.encode() if key is not None else secrets.token_bytes(32)

    def person(self, name: tuple[str, ...]) -> str:
        """The pseudonym of a name, given as its folded words."""
        return f"Person-{self._number('person', ' '.join(name))}"

    def article(self, known: str) -> str:
        """What stands for an article's id."""
        return f"article-{self._number('article', known)}"

    def _number(self, kind: str, said: str) -> str:
        digest = hmac.digest(self._key, f"{kind}\0{said}".encode(), "sha256")
        return f"{int.from_bytes(digest) % 10**_DIGITS:0{_DIGITS}d}"
