"""Rules that say what is not the article: read from data files, each with its own examples."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, get_args

Scope = Literal["line", "sentence", "within"]
"""What a pattern must match: a whole line, a whole sentence, or some part of a sentence."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One pattern. `heads_list`: the lines that follow, up to the next prose, go with it."""

    name: str
    language: str
    scope: Scope
    pattern: re.Pattern[str]
    heads_list: bool
    examples: tuple[str, ...]
    kept: tuple[str, ...]
    """Texts that resemble the examples and must stay in the article."""


@cache
def read_rules(file: str) -> tuple[Rule, ...]:
    """The rules of a TOML file beside this module; case counts only inside `(?-i:…)`."""
    data = tomllib.loads(files("summarizer.article").joinpath(file).read_text(encoding="utf-8"))
    return tuple(
        Rule(
            name=entry["name"],
            language=entry["language"],
            scope=_scope(entry["scope"]),
            pattern=_compiled(entry["patterns"], entry.get("words", [])),
            heads_list=entry.get("heads_list", False),
            examples=tuple(entry["examples"]),
            kept=tuple(entry["kept"]),
        )
        for entry in data["rule"]
    )


def _compiled(patterns: list[str], words: list[str]) -> re.Pattern[str]:
    """Any of the patterns; `%words%` in one stands for any of the rule's words."""
    any_word = f"(?:{'|'.join(words)})"
    return re.compile(
        "|".join(f"(?:{one})".replace("%words%", any_word) for one in patterns), re.IGNORECASE
    )


def _scope(value: str) -> Scope:
    for scope in get_args(Scope):
        if value == scope:
            return scope  # type: ignore[no-any-return]  # get_args forgets the literal type
    raise ValueError(f"unknown scope {value!r}")
