"""What a run may spend: failed attempts count, and the limit ends it between two requests."""

from __future__ import annotations

import pytest

from summarizer.errors import BudgetError, ConfigurationError
from summarizer.llm.budget import Budget
from summarizer.llm.prices import price_for
from summarizer.llm.providers import parse_model
from summarizer.settings import load_settings
from tests.llm.asking import GOOD, fill
from tests.scripted.entries import answer, refusal, status
from tests.scripted.server import Entry, scripted

MISFIT = answer({"word": "x"})


@pytest.mark.parametrize(
    ("budget", "script", "says"),
    [
        (Budget(calls=0), [], "0 calls were made"),
        (Budget(calls=2), [status(500), status(429)], "2 calls were made"),
        (Budget(calls=2), [MISFIT, MISFIT], "2 calls were made"),
        (Budget(tokens=200), [MISFIT, MISFIT], "220 tokens were used"),
        (Budget(cost=0.001), [MISFIT, MISFIT], "$0.0014 was spent"),
    ],
)
def test_a_limit_ends_it_before_the_next_request(
    budget: Budget, script: list[Entry], says: str
) -> None:
    with scripted(*script) as server:
        asked = fill(
            server, budget=budget, price=lambda read, written, _: (read + 4 * written) / 2e5
        )
    assert type(asked.error) is BudgetError
    assert (asked.error.exit_code, asked.error.stops_run) == (6, True)
    assert says in asked.message
    assert server.calls == len(script)


@pytest.mark.parametrize("budget", [Budget(calls=1), Budget(tokens=111), Budget(cost=9), Budget()])
def test_within_the_limit_nothing_is_said(budget: Budget) -> None:
    with scripted(answer(GOOD)) as server:
        assert fill(server, budget=budget).form == GOOD


def test_cost_adds_up_over_answers_that_did_not_serve() -> None:
    with scripted(MISFIT, refusal()) as server:
        asked = fill(server, price=lambda read, written, _: read + written)
    assert asked.cost == 220


def test_without_a_price_the_cost_is_unknown() -> None:
    with scripted(answer(GOOD)) as server:
        assert fill(server).cost is None


def cost(model: str, read: int, written: int, cached: int = 0, **settings: str) -> float | None:
    price = price_for(
        parse_model(model, base_url=settings.get("base_url")), load_settings(**settings)
    )
    return None if price is None else price(read, written, cached)


def test_prices_come_from_the_table() -> None:
    whole = cost("openai/gpt-4o", 1_000_000, 1_000_000)
    assert whole is not None
    assert whole > 1
    cached = cost("openai/gpt-4o", 1_000_000, 1_000_000, 900_000)
    assert cached is not None
    assert 0 < cached < whole, "what the provider had read already costs less"
    assert cost("anthropic/claude-sonnet-4-5", 10, 10) is not None
    assert cost("google/gemini-2.5-flash", 10, 10) is not None


@pytest.mark.parametrize(
    "model", ["local", "openai/gpt-nonsense", "ollama/llama3", "anthropic/gpt-4o"]
)
def test_a_model_that_the_table_does_not_know_has_no_price(model: str) -> None:
    assert cost(model, 10, 10) is None


def test_at_another_address_a_providers_price_does_not_hold() -> None:
    assert cost("openai/gpt-4o", 10, 10, base_url="http://127.0.0.1:1/v1") is None


def test_the_users_price_wins() -> None:
    assert cost("openai/gpt-4o", 1_000_000, 2_000_000, price="0.5/1.25") == 3.0
    assert cost("local", 1_000_000, 0, price="0.1/0") == pytest.approx(0.1)


@pytest.mark.parametrize("price", ["1", "1/2/3", "a/b", "-1/2", "nan/1", "inf/1", "/"])
def test_what_is_no_price_is_refused(price: str) -> None:
    with pytest.raises(ConfigurationError, match="is no price"):
        cost("local", 1, 1, price=price)
