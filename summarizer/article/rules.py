"""Rules that say what is not the article: read from data files, each with its own examples."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal, get_args

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
            pattern=_compiled(entry, data.get("shared", {})),
            heads_list=entry.get("heads_list", False),
            examples=tuple(entry["examples"]),
            kept=tuple(entry["kept"]),
        )
        for entry in data["rule"]
    )


def _compiled(entry: dict[str, Any], shared: dict[str, str]) -> re.Pattern[str]:
    """Any of a rule's patterns, with its words and the shared parts put where they are named."""
    pattern = "|".join(f"(?:{one})" for one in entry["patterns"])
    parts = {"words": f"(?:{'|'.join(entry.get('words', []))})", **shared}
    for name, part in parts.items():
        pattern = pattern.replace(f"%{name}%", part)
    return re.compile(pattern, re.IGNORECASE)


def _scope(value: str) -> Scope:
    for scope in get_args(Scope):
        if value == scope:
            return scope  # type: ignore[no-any-return]  # get_args forgets the literal type
    raise ValueError(f"unknown scope {value!r}")
