"""Opening a model by its name, and closing what was opened for it."""

from __future__ import annotations

import asyncio
import hashlib
import json
from collections.abc import AsyncIterator, Sequence
from contextlib import ExitStack, asynccontextmanager

from openai import DefaultAsyncHttpxClient

from summarizer.errors import MissingKeyError
from summarizer.llm.local import Engine, Weights, check_gguf, join_weights, require_engine
from summarizer.llm.model import Model
from summarizer.llm.providers import LOCAL, ModelName, parse_model
from summarizer.llm.transport import MeteredClient
from summarizer.progress import Bytes, Listener, Step, silent
from summarizer.prompts import Message
from summarizer.settings import Settings, api_key


@asynccontextmanager
async def open_model(
    settings: Settings, *, listener: Listener = silent, engine: Engine | None = None
) -> AsyncIterator[Model]:
    """The model that the settings name, ready to be asked.

    An embedded engine is started for it and ended after it, unless a running one is given.

    Raises:
        UnknownModelError, MissingKeyError, MissingExtraError, WeightsError, EngineError
    """
    name = parse_model(settings.model, base_url=settings.base_url)
    if name.provider is not LOCAL or settings.base_url is not None:
        async with _client(name, settings, listener) as client:
            yield _model(name, client, settings, listener)
        return
    if engine is None:
        require_engine()  # before the weights, which take a while and much of the disk
    weights = await asyncio.to_thread(_weights, settings, listener)
    listener(Step("starting the engine"))
    with ExitStack() as own:
        if engine is None:
            engine = own.enter_context(await asyncio.to_thread(_started, weights, settings))
        async with _engine_client(engine, settings, listener) as client:
            yield _embedded(name, client, settings, listener, engine, weights)


def _weights(settings: Settings, listener: Listener) -> Weights:
    if settings.weights_path is not None:
        return check_gguf(settings.weights_path)

    def tell(done: int, total: int) -> None:
        listener(Bytes("joining the model's parts", done, total))

    return join_weights(settings.cache_dir, on_progress=tell)


def _started(weights: Weights, settings: Settings) -> Engine:
    states = settings.cache_dir / "states"
    return Engine.start(weights, threads=settings.threads, state_dir=states)


def _client(name: ModelName, settings: Settings, listener: Listener) -> MeteredClient:
    variable = name.provider.key_variable
    key = api_key(variable) if variable is not None else None
    if variable is not None and key is None and settings.base_url is None:
        raise MissingKeyError(
            f"{name} needs a key",
            hint=f"set {variable}, or use --model local, which needs none",
        )
    if settings.base_url is not None and variable is None:
        key = api_key("OPENAI_API_KEY")
    return MeteredClient(
        base_url=settings.base_url or name.provider.base_url,
        key=key,
        timeout=settings.timeout,
        retries=settings.retries,
        listener=listener,
        stream=listener is not silent,
    )


def _engine_client(engine: Engine, settings: Settings, listener: Listener) -> MeteredClient:
    return MeteredClient(
        base_url=engine.base_url,
        key=engine.api_key,
        timeout=settings.timeout,
        retries=0,
        listener=listener,
        stream=listener is not silent,
        # The engine is on this machine; a proxy of the environment must not see the article.
        http_client=DefaultAsyncHttpxClient(trust_env=False),
    )


def _model(name: ModelName, client: MeteredClient, settings: Settings, listener: Listener) -> Model:
    return Model(
        name,
        client,
        reasks=settings.reasks,
        max_tokens=settings.max_tokens,
        listener=listener,
    )


def _embedded(
    name: ModelName,
    client: MeteredClient,
    settings: Settings,
    listener: Listener,
    engine: Engine,
    weights: Weights,
) -> Model:
    ready: list[str] = []

    def prepare(prefix: Sequence[Message]) -> None:
        """Let the engine hold this static prefix, if it does not hold it already."""
        state = hashlib.sha256(json.dumps(list(prefix)).encode()).hexdigest()[:32]
        if ready != [state]:
            engine.prepare([*prefix, {"role": "user", "content": ""}], state)
            ready[:] = [state]

    return Model(
        name,
        client,
        reasks=settings.reasks,
        max_tokens=settings.max_tokens,
        listener=listener,
        served_as=engine.model,
        prepare=prepare,
        weights=weights.id,
        engine=engine.version,
    )
