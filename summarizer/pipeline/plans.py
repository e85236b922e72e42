"""Plans: which steps a model gets. A plan is one row; `run.plan` records its name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from summarizer.errors import ConfigurationError
from summarizer.llm import ModelName
from summarizer.llm.providers import LOCAL

SECTION_TOKENS: Final = 12_000
"""Tokens of an article that a hosted model reads in one call; a longer one is read in parts."""
LOCAL_SECTION_TOKENS: Final = 2_500
"""The same for the embedded model, which with more before it forgets what it was asked."""


@dataclass(frozen=True)
class Plan:
    """What is done for one article, besides grounding, which is always done."""

    name: str
    drafted: bool
    """The model writes a whole draft in one call; otherwise code proposes candidates."""
    asked: bool
    """Closed questions settle types, positions and kinds, and drop what they deny."""
    gist_apart: bool
    """The gist is asked for in a call of its own."""


PLANS: Final = {
    plan.name: plan
    for plan in (
        Plan("draft", drafted=True, asked=False, gist_apart=False),
        Plan("draft+verify", drafted=True, asked=True, gist_apart=False),
        Plan("ask", drafted=False, asked=True, gist_apart=True),
    )
}


def section_tokens(model: ModelName, wanted: int | None) -> int:
    """Tokens of an article that go into one call: as many as asked for, else what suits the model.

    What a model cannot read at once is halved until it can, so this need not be exact.
    """
    return wanted or (LOCAL_SECTION_TOKENS if model.provider is LOCAL else SECTION_TOKENS)


def plan_for(model: ModelName, wanted: str | None, *, verify: bool = False) -> Plan:
    """The plan asked for, else the one that suits the model.

    A small model answers closed questions better than it writes; a large one needs a single call,
    whose items are asked about afterwards with `verify`.

    Raises:
        ConfigurationError: there is no plan of that name.
    """
    name = wanted or ("ask" if model.provider is LOCAL else "draft")
    if name not in PLANS:
        raise ConfigurationError(f"there is no plan {name}", hint=f"known: {', '.join(PLANS)}")
    return PLANS["draft+verify" if verify and name == "draft" else name]
