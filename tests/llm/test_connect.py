"""Opening a model: keys, addresses, the embedded engine, and what the environment may not do."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

import pytest

from summarizer.errors import (
    AnswerError,
    ConfigurationError,
    MissingExtraError,
    MissingKeyError,
    UnknownModelError,
    WeightsError,
)
from summarizer.llm import open_model
from summarizer.llm.local import Engine
from summarizer.llm.providers import PROVIDERS
from summarizer.progress import Event, Listener, silent
from summarizer.settings import load_settings
from tests.llm.asking import GOOD, KIND, MESSAGES, Form, Turn
from tests.scripted.entries import answer, letter, status
from tests.scripted.server import Server, scripted

KEY = "sk-planted-0123456789"


def ask(
    settings: dict[str, Any], *, engine: Any = None, times: int = 1, listener: Listener = silent
) -> Any:
    """Open a model, have the form filled in, and give back what the model says of itself."""

    async def run() -> Any:
        opened = load_settings(**settings)
        async with open_model(opened, listener=listener, engine=cast(Engine, engine)) as model:
            for _ in range(times):
                await model.fill(MESSAGES, Form)
            return model

    return asyncio.run(run())


@dataclass
class FakeEngine:
    """What a running engine shows to the client."""

    base_url: str
    api_key: str = "engine-key"
    model: str = "engine-model"
    version: str = "engine 1"
    prepared: list[tuple[list[Turn], str]] = field(default_factory=list)

    def check(self, _seconds: float = 0) -> None:
        """It lives."""

    def tokenize(self, text: str) -> int:
        """A token a word."""
        return len(text.split())

    def prepare(self, prefix: list[Turn], state: str) -> None:
        """Note what is to be held ready."""
        self.prepared.append((prefix, state))


@pytest.fixture
def gguf(tmp_path: Path) -> Path:
    """A file that looks like a model."""
    path = tmp_path / "tiny.gguf"
    with path.open("wb") as file:
        file.write(b"GGUF")
        file.truncate(50_000_000)
    return path


def proxied(monkeypatch: pytest.MonkeyPatch) -> None:
    """An environment whose proxy leads nowhere."""
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
        monkeypatch.setenv(name.lower(), "http://127.0.0.1:9")
    monkeypatch.delenv("NO_PROXY", raising=False)
    monkeypatch.delenv("no_proxy", raising=False)


def headers(server: Server) -> dict[str, str]:
    return server.requests[0].headers


def test_a_provider_that_needs_a_key_says_which() -> None:
    with pytest.raises(MissingKeyError) as raised:
        ask({"model": "openai/gpt-x"})
    assert raised.value.message == "openai/gpt-x needs a key"
    assert raised.value.hint is not None
    assert "OPENAI_API_KEY" in raised.value.hint


@pytest.mark.parametrize("model", ["any", "openai/gpt-x", "ollama/x"])
def test_with_an_address_no_key_is_needed_and_none_is_sent(model: str) -> None:
    with scripted(answer(GOOD)) as server:
        ask({"model": model, "base_url": server.base_url})
    assert "authorization" not in headers(server)


@pytest.mark.parametrize("model", ["any", "openai/gpt-x"])
def test_with_an_address_the_openai_key_is_sent_if_there_is_one(
    model: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", f" {KEY}\n")
    with scripted(answer(GOOD)) as server:
        ask({"model": model, "base_url": server.base_url})
    assert headers(server)["authorization"] == f"Bearer {KEY}"


@pytest.mark.parametrize("key", ["sk-pla\nnted", "sk-plänted", "sk pla nted", "sk-pla\x7fnted"])
def test_a_key_that_cannot_be_sent_is_refused_and_not_shown(
    key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", key)
    with pytest.raises(ConfigurationError) as raised:
        ask({"model": "openai/gpt-x"})
    assert "OPENAI_API_KEY" in raised.value.message
    assert "nted" not in f"{raised.value.message} {raised.value.hint}"


def test_an_unknown_model_is_refused() -> None:
    with pytest.raises(UnknownModelError):
        ask({"model": "gpt-x"})


def test_the_embedded_engine_is_asked_with_its_own_key_and_name(gguf: Path) -> None:
    with scripted(answer(GOOD)) as server:
        engine = FakeEngine(server.base_url)
        model = ask({"model": "local", "weights_path": gguf}, engine=engine)
    assert headers(server)["authorization"] == "Bearer engine-key"
    assert server.requests[0].body["model"] == "engine-model"
    assert (str(model.name), model.engine) == ("local", "engine 1")
    assert model.weights.startswith("file:tiny.gguf:")


def test_the_engine_is_reached_past_the_proxies_of_the_environment(
    gguf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    proxied(monkeypatch)
    with scripted(answer(GOOD)) as server:
        ask({"model": "local", "weights_path": gguf}, engine=FakeEngine(server.base_url))
    assert server.calls == 1


def test_an_embedded_model_counts_with_its_own_tokenizer(gguf: Path) -> None:
    async def counted(**settings: Any) -> list[int] | None:
        engine = FakeEngine("http://127.0.0.1:9/v1")
        async with open_model(load_settings(**settings), engine=cast(Engine, engine)) as model:
            return await model.count(["one two", "three"])

    assert asyncio.run(counted(model="local", weights_path=gguf)) == [2, 1]
    other = counted(model="any", base_url="http://127.0.0.1:9/v1")
    assert asyncio.run(other) is None, "no server is asked for what few can tell"


def test_the_static_prefix_is_prepared_once_for_each_kind_of_call(gguf: Path) -> None:
    with scripted(answer(GOOD), answer(GOOD), letter(apple=1.0), answer(GOOD)) as server:
        engine = FakeEngine(server.base_url)

        async def run() -> None:
            opened = load_settings(model="local", weights_path=gguf)
            async with open_model(opened, engine=cast(Engine, engine)) as model:
                await model.fill(MESSAGES, Form)
                await model.fill([MESSAGES[0], {"role": "user", "content": "Other."}], Form)
                await model.choose(KIND, {"thing": "a crust"})
                await model.fill(MESSAGES, Form)

        asyncio.run(run())
    prefixes = [prefix for prefix, _ in engine.prepared]
    filled = [*MESSAGES[:-1], {"role": "user", "content": ""}]
    assert prefixes == [filled, [*KIND.prefix, {"role": "user", "content": ""}], filled]
    assert engine.prepared[0][1] == engine.prepared[2][1] != engine.prepared[1][1]


def test_a_model_file_that_is_not_there_is_said() -> None:
    with pytest.raises(WeightsError):
        ask({"model": "local", "weights_path": Path("/nowhere/x.gguf")})


@pytest.mark.parametrize(("heard", "streamed"), [(True, True), (False, None)])
def test_answers_are_streamed_if_somebody_listens(heard: bool, streamed: bool | None) -> None:
    events: list[Event] = []
    with scripted(answer(GOOD)) as server:
        settings = {"model": "any", "base_url": server.base_url}
        ask(settings, listener=events.append if heard else silent)
    assert server.requests[0].body.get("stream") is streamed
    assert bool(events) is heard


def test_usage_adds_up_over_calls() -> None:
    with scripted(answer(GOOD), answer({}), answer(GOOD)) as server:
        model = ask({"model": "any", "base_url": server.base_url}, times=2)
    assert (model.usage.calls, model.usage.input, model.usage.output) == (3, 300, 30)


def test_settings_reach_the_model() -> None:
    given = {"model": "any", "reasks": 0, "retries": 1, "answer_tokens": 99}
    script = [status(503, retry_after=0), answer({})]
    with scripted(*script) as server, pytest.raises(AnswerError, match="in 1 attempts"):
        ask({**given, "base_url": server.base_url})
    assert [request.body["max_tokens"] for request in server.requests] == [99, 99]


@pytest.mark.parametrize(
    ("model", "extra"), [("anthropic/claude-x", "anthropic"), ("google/gemini-x", "google")]
)
def test_a_missing_extra_is_named_with_the_line_that_installs_it(
    model: str, extra: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("summarizer.llm.connect.find_spec", lambda _: None)
    monkeypatch.setenv("ANTHROPIC_API_KEY", KEY)
    monkeypatch.setenv("GEMINI_API_KEY", KEY)
    with pytest.raises(MissingExtraError) as raised:
        ask({"model": model})
    assert raised.value.hint == f"pip install 'cited-summarizer[{extra}]'"


def test_a_provider_without_an_address_says_what_to_give(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AZURE_OPENAI_API_KEY", KEY)
    with pytest.raises(ConfigurationError) as raised:
        ask({"model": "azure/x"})
    assert raised.value.hint == "give --base-url https://RESOURCE.openai.azure.com/openai/v1"


def test_each_provider_gets_its_own_key(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [row for row in PROVIDERS.values() if row.key_variable and row.protocol == "openai"]
    for row in rows:
        monkeypatch.setenv(str(row.key_variable), f"{KEY}-{row.prefix}")
    for row in rows:
        with scripted(answer(GOOD)) as server:
            ask({"model": f"{row.prefix}/x", "base_url": server.base_url})
        assert headers(server)["authorization"] == f"Bearer {KEY}-{row.prefix}"
