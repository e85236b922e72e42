"""Word lists and rule tables: TOML files that lie beside the modules that read them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any, Final

_HOME: Final = Path(__file__).parents[3]
"""What holds the package itself; `importlib.resources` takes longer to import than to use."""


@cache
def load_table(package: str, name: str) -> dict[str, Any]:
    """The table `name`.toml of a package, or an empty one if the package has no such file."""
    found = _HOME.joinpath(*package.split("."), f"{name}.toml")
    return tomllib.loads(found.read_text(encoding="utf-8")) if found.is_file() else {}


def base_language(language: str | None) -> str:
    """The primary subtag in lower case ("pt-BR" is "pt"); English where nothing is known."""
    return re.split(r"[-_]", language or "en")[0].lower() or "en"


def alternation(words: Iterable[str]) -> str:
    """A regular expression for any of the words, the longest first; a space is any white space."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered)
