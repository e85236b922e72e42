"""The table of codes: what each means, how grave it is, and what to do about it.

The rows lie in codes.toml, from which `--explain` and docs/codes.md come too.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Final, Literal, NamedTuple

from summarizer.errors import ConfigurationError

LEVELS: Final = {
    "file": "The file can be read.",
    "parse": "It is JSON.",
    "schema": "It has the published shape, in a version that is known here.",
    "integrity": "Ids, references, numbers and dates of the record agree; nothing stands twice.",
    "grounding": "Quotes, names and positions agree with the article's text.",
    "guard": "What is claimed is borne out by the evidence cited for it.",
    "dates": "Dates of events are ISO 8601 and counted from something known.",
    "events": "Events are legal by PLOVER.",
    "brief": "A note cites, counts and words as it should.",
    "review": "A person has looked at every item.",
    "made": "Not findings: what `summarize` dropped or repaired, in the document's own `warnings`.",
}
"""What each level makes sure of, in the order of checking."""
_HEAD: Final = """# Codes of findings

What `summarizer validate` can find, level by level. An error ends the command in 1; a warning does
with `--strict` or beyond `--max-warnings`. `--select` and `--ignore` take codes and levels.
`summarizer validate --explain CODE` says the same on the command line, and `--explain all` writes
this page.
"""


class Code(NamedTuple):
    """One row of the table."""

    name: str
    level: str
    severity: Literal["error", "warning"]
    means: str
    hint: str
    example: str

    def explain(self) -> str:
        """Say all that the table knows, for a person."""
        return (
            f"{self.name} ({self.severity}, level {self.level})\n\n"
            f"{self.means}\n\nWhat to do: {self.hint}\n\nExample: {self.example}\n"
        )


def as_markdown() -> str:
    """Write the table as docs/codes.md has it."""
    parts = [_HEAD]
    for level, meaning in LEVELS.items():
        parts.append(f"\n## {level}\n\n{meaning}\n")
        parts += [
            f"\n### {code.name}\n\n*{code.severity}.* {code.means}\n\n"
            f"What to do: {code.hint}.\n\nExample: {code.example}\n"
            for code in codes().values()
            if code.level == level
        ]
    return "".join(parts)


class UnknownCodeError(ConfigurationError):
    """A name that is neither a code nor a level."""

    exit_code = 2


@cache
def codes() -> dict[str, Code]:
    """Read the table, in its own order."""
    table = tomllib.loads(Path(__file__).with_name("codes.toml").read_text(encoding="utf-8"))
    return {name: Code(name=name, **row) for name, row in table.items()}


def find_code(name: str) -> Code:
    """Look up a code; an unknown one raises with the nearest name as hint."""
    found = codes().get(name)
    if found is None:
        raise _unknown(name, codes())
    return found


def expand(names: Iterable[str]) -> frozenset[str]:
    """Turn names of codes and of levels into the names of the codes they stand for."""
    chosen: set[str] = set()
    for name in names:
        if name in LEVELS:
            chosen |= {code.name for code in codes().values() if code.level == name}
        elif name in codes():
            chosen.add(name)
        else:
            raise _unknown(name, [*codes(), *LEVELS])
    return frozenset(chosen)


def _unknown(name: str, known: Iterable[str]) -> UnknownCodeError:
    from difflib import get_close_matches

    near = get_close_matches(name, list(known), n=1)
    hint = f"did you mean {near[0]}?" if near else "`--explain all` lists them"
    return UnknownCodeError(f"there is no code or level {name!r}", hint=hint)
