"""The embedded engine as a channel: started when it is first asked, and again after it died."""

from __future__ import annotations

import asyncio
import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from importlib.metadata import version
from typing import Self

from openai import DefaultAsyncHttpxClient

from summarizer.certificates import trusted
from summarizer.errors import EngineError, SummarizerError
from summarizer.llm.local import (
    Engine,
    Weights,
    check_gguf,
    join_weights,
    require_engine,
    shipped_weights,
)
from summarizer.llm.meter import Meter
from summarizer.llm.transport import MeteredClient, OpenAIChannel
from summarizer.progress import Bytes, Listener, Note, Step, silent
from summarizer.prompts import Message
from summarizer.settings import Settings

_DEATH_SECONDS = 1.0
"""Between a broken connection and the end of the process that broke it."""


@dataclass
class EmbeddedModel:
    """Weights that are found, and the engine once somebody asks."""

    settings: Settings
    meter: Meter
    weights: Weights
    given: Engine | None = None
    _own: Engine | None = None
    _channel: _EngineChannel | None = None
    _opening: asyncio.Lock = field(default_factory=asyncio.Lock)

    @classmethod
    def found(cls, settings: Settings, meter: Meter, engine: Engine | None) -> Self:
        """The weights that the settings name, not joined yet if they are ours.

        Raises:
            MissingExtraError, WeightsError: there is no engine, or the file is no model.
        """
        if engine is None:
            require_engine()  # before the weights, which take a while and much of the disk
        path = settings.weights_path
        weights = shipped_weights(settings.cache_dir) if path is None else check_gguf(path)
        return cls(settings, meter, weights, engine)

    @property
    def identity(self) -> dict[str, str | None]:
        """What tells it from other models of the same name."""
        engine = self.given.version if self.given else f"xllamacpp {version('xllamacpp')}"
        return {"weights": self.weights.id, "engine": engine}

    async def channel(self) -> _EngineChannel:
        """The way to the running engine.

        Raises:
            WeightsError, MissingExtraError, EngineError: it cannot be started.
        """
        async with self._opening:
            if self._channel is not None and self._has_died():
                self.meter.listener(Note("the engine has died; starting another"))
                await self.close()
            if self._channel is None:
                self._channel = await self._opened()
            return self._channel

    async def close(self) -> None:
        """End the engine, unless it is somebody else's."""
        channel, own = self._channel, self._own
        self._channel = self._own = None
        if channel is not None:
            await channel.close()
        if own is not None:
            own.close()

    def _has_died(self) -> bool:
        try:
            if self._own is not None:
                self._own.check()
        except EngineError:
            return True
        return False

    async def _opened(self) -> _EngineChannel:
        engine = self.given
        try:
            if engine is None:
                await asyncio.to_thread(self._join)
                self.meter.listener(Step("starting the engine"))
                engine = self._own = await asyncio.to_thread(self._started)
        except SummarizerError as error:
            raise error.stopping() from error.__cause__  # no article could be done without it
        return _EngineChannel(engine, self.meter, self.settings.timeout)

    def _join(self) -> None:
        if self.settings.weights_path is None:
            listener = self.meter.listener

            def tell(done: int, total: int) -> None:
                listener(Bytes("joining the model's parts", done, total))

            join_weights(self.settings.cache_dir, on_progress=tell)

    def _started(self) -> Engine:
        given = self.settings
        return Engine.start(
            self.weights,
            threads=given.threads,
            state_dir=given.cache_dir / "states",
            log_file=given.engine_log,
        )


class _EngineChannel(OpenAIChannel):
    """The OpenAI protocol to the engine on this machine, which can hold what it has read."""

    def __init__(self, engine: Engine, meter: Meter, timeout: float) -> None:
        client = MeteredClient(
            meter=meter,
            key=engine.api_key,
            base_url=engine.base_url,
            timeout=timeout,
            stream=_heard(meter.listener),
            # The engine is on this machine; a proxy of the environment must not see the article.
            http_client=DefaultAsyncHttpxClient(trust_env=False, verify=trusted()),
        )
        super().__init__(client, served_as=engine.model, limit_field="max_tokens")
        self._engine = engine
        self._held: str | None = None

    def make_ready(self, prefix: Sequence[Message]) -> None:
        """Let the engine hold this static prefix, if it does not hold it already."""
        state = hashlib.sha256(json.dumps(list(prefix)).encode()).hexdigest()[:32]
        if state != self._held:
            self._engine.prepare([*prefix, {"role": "user", "content": ""}], state)
            self._held = state

    def count(self, text: str) -> int:
        """Tokens of a text as the engine's model cuts it."""
        return self._engine.tokenize(text)

    def check(self) -> None:
        """Raise EngineError with the reason if the engine has died."""
        self._engine.check(_DEATH_SECONDS)


def _heard(listener: Listener) -> bool:
    return listener is not silent
