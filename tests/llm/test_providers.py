"""Model strings: which provider, which name, and what is no model."""

from __future__ import annotations

import pytest

from summarizer.errors import UnknownModelError
from summarizer.llm.providers import COMPATIBLE, LOCAL, PROVIDERS, parse_model

ADDRESS = "http://127.0.0.1:1/v1"


@pytest.mark.parametrize(
    ("model", "prefix", "name"),
    [
        ("local", "local", "local"),
        ("openai/gpt-4o", "openai", "gpt-4o"),
        ("ollama/llama3:8b", "ollama", "llama3:8b"),
        ("openai/org/fine-tuned", "openai", "org/fine-tuned"),
    ],
)
def test_a_prefix_names_the_provider(model: str, prefix: str, name: str) -> None:
    parsed = parse_model(model)
    assert (parsed.provider.prefix, parsed.name) == (prefix, name)
    assert str(parsed) == model


@pytest.mark.parametrize("model", ["any", "Qwen/Qwen3-8B", "local/x", "openai", "x/"])
def test_with_an_address_any_name_will_do(model: str) -> None:
    parsed = parse_model(model, base_url=ADDRESS)
    assert parsed.provider is COMPATIBLE
    assert parsed.name == str(parsed) == model


def test_with_an_address_a_known_prefix_still_counts() -> None:
    assert parse_model("openai/gpt-4o", base_url=ADDRESS).provider is PROVIDERS["openai"]
    assert parse_model("local", base_url=ADDRESS).provider is LOCAL


@pytest.mark.parametrize(
    "model", ["", "gpt-4o", "openai", "openai/", "local/x", "nobody/x", "/x", "Openai/x"]
)
def test_what_names_no_provider_is_refused(model: str) -> None:
    with pytest.raises(UnknownModelError) as raised:
        parse_model(model)
    assert raised.value.message == f"unknown model {model!r}"
    assert raised.value.hint is not None
    assert "local, openai/NAME, anthropic/NAME" in raised.value.hint


def test_an_empty_name_is_refused_with_an_address_too() -> None:
    with pytest.raises(UnknownModelError):
        parse_model("", base_url=ADDRESS)


def test_every_row_is_found_by_its_prefix() -> None:
    assert all(prefix == row.prefix for prefix, row in PROVIDERS.items())
