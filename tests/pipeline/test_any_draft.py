"""Whatever a model drafts, what is kept rests on the article's own words."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, ClassVar, cast

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from summarizer.draft import Draft
from summarizer.grounding import ground
from summarizer.llm import Model, ModelName, Spending
from summarizer.llm.providers import COMPATIBLE
from summarizer.pipeline import PLANS, Summarizer
from summarizer.prompts import load_prompt
from tests.invariants import grounded_holds, holds
from tests.pipeline.hostile import drafts
from tests.pipeline.saved import NAMES, article_of, grounded, reading_of

PHASES = (Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink)
"""All but explaining, which takes minutes for drafts."""


@pytest.mark.parametrize("name", NAMES)
def test_a_saved_draft_holds(name: str) -> None:
    grounded_holds(grounded(name), article_of(name))


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=40, deadline=None, derandomize=True, phases=PHASES)
@given(data=st.data())
def test_any_draft_holds(name: str, data: st.DataObject) -> None:
    draft = data.draw(drafts(name))
    grounded_holds(ground(draft, reading_of(name)), article_of(name))


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=10, deadline=None, derandomize=True, phases=PHASES)
@given(data=st.data())
def test_grounding_is_the_same_each_time(name: str, data: st.DataObject) -> None:
    draft = data.draw(drafts(name))
    assert ground(draft, reading_of(name)) == ground(draft, reading_of(name))


@pytest.mark.parametrize("name", NAMES)
def test_an_empty_draft_holds(name: str) -> None:
    empty = Draft(actors=[], events=[], stances=[], gist=[])
    found = ground(empty, reading_of(name))
    grounded_holds(found, article_of(name))
    assert not any([found.events, found.stances])
    assert found.statements, "what was said does not depend on the draft"
    assert found.gist, "the first sentences stand for a gist"


class Drafter:
    """A model that has the draft already."""

    name = ModelName(COMPATIBLE, "any")
    weights = engine = None
    sampling: ClassVar[dict[str, Any]] = {}

    def __init__(self, draft: Draft) -> None:
        self.draft = draft

    @asynccontextmanager
    async def account(self, _article: str, _sha256: str) -> AsyncIterator[Spending]:
        """Nothing is spent."""
        yield Spending()

    async def fill(self, _messages: object, form: type[BaseModel], **_how: object) -> BaseModel:
        """Give it; asked again, say nothing."""
        return self.draft if form is Draft else form.model_validate({"items": []})


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=15, deadline=None, derandomize=True, phases=PHASES)
@given(data=st.data())
def test_any_draft_gives_a_summary_that_holds(name: str, data: st.DataObject) -> None:
    model = cast(Model, Drafter(data.draw(drafts(name))))
    summarizer = Summarizer(model, load_prompt("main"), PLANS["draft"])
    holds(asyncio.run(summarizer.summarize(article_of(name))))
