"""Opening a model by its name, and closing what was opened for it."""

from __future__ import annotations

import asyncio
import importlib
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from importlib.util import find_spec
from typing import Final

from summarizer.errors import ConfigurationError, MissingExtraError, MissingKeyError
from summarizer.llm.budget import Budget
from summarizer.llm.cache import AnswerCache
from summarizer.llm.channel import Channel
from summarizer.llm.embedded import EmbeddedModel
from summarizer.llm.local import Engine, check_gguf, shipped_weights
from summarizer.llm.meter import Meter
from summarizer.llm.model import Model
from summarizer.llm.pace import Pace
from summarizer.llm.prices import is_elsewhere, price_for
from summarizer.llm.providers import COMPATIBLE, LOCAL, ModelName, Protocol, parse_model
from summarizer.progress import Listener, silent
from summarizer.settings import Settings, api_key

_CLIENTS: Final[dict[Protocol, tuple[str, str | None]]] = {
    "openai": ("summarizer.llm.transport", None),
    "anthropic": ("summarizer.llm.anthropic", "anthropic"),
    "google": ("summarizer.llm.google", "google.genai"),
}
"""For each protocol our module, and the package that it needs besides. Each is loaded when used."""


@asynccontextmanager
async def open_model(
    settings: Settings,
    *,
    listener: Listener = silent,
    engine: Engine | None = None,
    pace: Pace | None = None,
) -> AsyncIterator[Model]:
    """The model that the settings name, ready to be asked.

    With a pace, which many articles share, answers come whole: nobody watches each being written.

    An embedded engine is started when the first question is asked that no kept answer fits, and
    ended with the context, unless a running one is given.

    Raises:
        UnknownModelError, MissingKeyError, MissingExtraError, ConfigurationError, WeightsError
    """
    name = parse_model(settings.model, base_url=settings.base_url)
    meter = _meter(name, settings, listener, pace)
    if is_embedded(settings):
        embedded = EmbeddedModel.found(settings, meter, engine)
        try:
            yield _model(name, meter, embedded.channel, settings, listener, embedded.identity)
        finally:
            await embedded.close()
        return
    channel = _hosted(name, meter, settings, stream=listener is not silent and pace is None)
    address = {"address": channel.address} if is_elsewhere(name, settings) else {}
    try:
        yield _model(name, meter, _always(channel), settings, listener, address)
    finally:
        await channel.close()


def is_embedded(settings: Settings) -> bool:
    """Whether the model runs in our own engine, on this machine.

    Raises:
        UnknownModelError: the settings name no model.
    """
    name = parse_model(settings.model, base_url=settings.base_url)
    return name.provider is LOCAL and settings.base_url is None


def weights_of(settings: Settings) -> str | None:
    """Id of the weights that would be used, where they are on this machine; nothing is started.

    Raises:
        UnknownModelError, WeightsError
    """
    if not is_embedded(settings):
        return None
    path = settings.weights_path
    return (shipped_weights(settings.cache_dir) if path is None else check_gguf(path)).id


def cache_of(settings: Settings) -> AnswerCache:
    """The cache of answers that the settings name, whether it is used or not."""
    folder = settings.cache_dir / "answers"
    return AnswerCache(folder, days=settings.cache_days, megabytes=settings.cache_megabytes)


def key_for(name: ModelName, settings: Settings) -> str | None:
    """The key to send, or None where none is needed and none is set.

    Raises:
        MissingKeyError: the provider needs one.
    """
    row = name.provider
    variable = row.key_variable or ("OPENAI_API_KEY" if row is COMPATIBLE else None)
    if variable is None and settings.base_url is not None:
        variable = "OPENAI_API_KEY"
    key = api_key(variable) if variable is not None else None
    if row.key_variable is not None and key is None and settings.base_url is None:
        raise MissingKeyError(
            f"{name} needs a key",
            hint=f"set {variable}, or use --model local, which needs none",
        )
    return key


def require_client(protocol: Protocol, what: str) -> None:
    """Find out whether the protocol's client is installed; MissingExtraError if not."""
    package = _CLIENTS[protocol][1]
    if package is None:
        return
    try:
        installed = find_spec(package) is not None
    except ModuleNotFoundError:  # of the package's parent
        installed = False
    if not installed:
        raise MissingExtraError(what, protocol)


def _hosted(name: ModelName, meter: Meter, settings: Settings, *, stream: bool) -> Channel:
    row = name.provider
    key = key_for(name, settings)
    base_url = settings.base_url or row.base_url
    if base_url is None:
        raise ConfigurationError(
            f"{name} needs an address", hint=f"give --base-url {row.address_hint}"
        )
    return channel_for(
        name, base_url=base_url, key=key, timeout=settings.timeout, meter=meter, stream=stream
    )


def channel_for(
    name: ModelName, *, base_url: str, key: str | None, timeout: float, meter: Meter, stream: bool
) -> Channel:
    """The way to a model by its provider's protocol.

    Raises:
        MissingExtraError: the protocol's client is not installed.
    """
    row = name.provider
    require_client(row.protocol, str(name))
    channel: Channel = importlib.import_module(_CLIENTS[row.protocol][0]).open_channel(
        base_url=base_url,
        key=key,
        timeout=timeout,
        meter=meter,
        stream=stream,
        served_as=name.name,
        provider=row,
    )
    return channel


def _meter(name: ModelName, settings: Settings, listener: Listener, pace: Pace | None) -> Meter:
    price = price_for(name, settings)
    if settings.max_cost is not None and price is None:
        raise ConfigurationError(
            f"the price of {name} is not known, so --max-cost cannot be kept",
            hint="give it with --price IN/OUT, dollars for a million tokens, or use --max-tokens",
        )
    return Meter(
        # A lost answer of the embedded engine is not lost on the way: it would be lost again.
        retries=0 if name.provider is LOCAL and settings.base_url is None else settings.retries,
        budget=Budget(settings.max_calls, settings.max_tokens, settings.max_cost),
        price=price,
        listener=listener,
        pace=pace,
    )


def _always(channel: Channel) -> Callable[[], Awaitable[Channel]]:
    async def opened() -> Channel:
        await asyncio.sleep(0)
        return channel

    return opened


def _model(
    name: ModelName,
    meter: Meter,
    opener: Callable[[], Awaitable[Channel]],
    settings: Settings,
    listener: Listener,
    identity: Mapping[str, str | None],
) -> Model:
    return Model(
        name,
        meter,
        opener,
        reasks=settings.reasks,
        max_tokens=settings.answer_tokens,
        listener=listener,
        cache=cache_of(settings) if settings.cache else None,
        identity=identity,
        deadline=settings.deadline,
    )
