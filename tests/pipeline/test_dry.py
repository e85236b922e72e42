"""A rehearsal: what a run would ask, and how near its estimate comes to what was counted."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
import yaml

from summarizer.pipeline import rehearse, summarize
from summarizer.pipeline.dry import tokens_of
from summarizer.settings import load_settings
from tests.conftest import CASSETTES
from tests.pipeline.answering import Answers
from tests.pipeline.saved import article_of, draft_of
from tests.scripted.server import scripted


def recorded() -> list[tuple[list[dict[str, str]], int]]:
    """Conversations that the embedded engine counted."""
    found = []
    for path in sorted(CASSETTES.glob("*.yaml")):
        held: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
        for one in held["interactions"]:
            count = one["response"]["json"]["usage"]["prompt_tokens"]
            found.append((one["request"]["json"]["messages"], count))
    return found


def test_the_estimate_is_near_what_the_engine_counted() -> None:
    found = recorded()
    assert len(found) > 20
    assert all(tokens_of(messages) == pytest.approx(count, rel=0.15) for messages, count in found)
    estimated = sum(tokens_of(messages) for messages, _ in found)
    assert estimated == pytest.approx(sum(count for _, count in found), rel=0.1)


@pytest.mark.parametrize("plan", ["draft", "ask"])
def test_the_first_request_is_the_one_that_is_sent(plan: str) -> None:
    with scripted(otherwise=Answers(draft_of("storm"))) as server:
        given = {"model": "any", "base_url": server.base_url, "plan": plan}
        summarize(article_of("storm"), **given)
        sent = server.requests[0].body["messages"]
        model = asyncio.run(rehearse(article_of("storm"), load_settings(**given)))
    assert model.requests[0] == sent
    assert model.most_written > 0


def test_without_a_price_there_is_no_cost() -> None:
    model = asyncio.run(rehearse(article_of("storm"), load_settings()))
    assert model.cost_of(100) is None
    model = asyncio.run(rehearse(article_of("storm"), load_settings(price="1/2")))
    least, most = model.cost_of(0), model.cost_of(1_000_000)
    assert least == pytest.approx(model.read / 1e6)
    assert most == pytest.approx(model.read / 1e6 + 2)
