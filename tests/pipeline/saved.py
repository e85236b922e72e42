"""Articles with drafts written by hand, as a model might have filled them in."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any, Final

from summarizer.article import Article
from summarizer.draft import Draft
from summarizer.grounding import Grounded, Reading, ground, read_article
from summarizer.sources import load

EXAMPLES: Final = Path(__file__).parent.parent.parent / "examples"
DRAFTS: Final = Path(__file__).parent / "drafts"
NAMES: Final = sorted(path.stem for path in DRAFTS.glob("*.json"))


@cache
def article_of(name: str) -> Article:
    """One of the example articles."""
    return load(EXAMPLES / f"{name}.txt")[0]


@cache
def reading_of(name: str) -> Reading:
    """What code reads in it."""
    return read_article(article_of(name))


def draft_of(name: str) -> dict[str, Any]:
    """The saved draft about it, as JSON."""
    held: dict[str, Any] = json.loads(DRAFTS.joinpath(f"{name}.json").read_text(encoding="utf-8"))
    return held


def grounded(name: str, **instead: Any) -> Grounded:
    """The saved draft grounded, with some of its lists replaced."""
    return ground(Draft.model_validate({**draft_of(name), **instead}), reading_of(name))


def nothing_but(name: str, **lists: Any) -> Grounded:
    """A draft with these lists alone, grounded in the article of that name."""
    empty: dict[str, Any] = {"actors": [], "events": [], "stances": [], "gist": []}
    return ground(Draft.model_validate(empty | lists), reading_of(name))


def codes(found: Grounded) -> list[str]:
    """The codes of its warnings."""
    return [warning.code for warning in found.warnings]
