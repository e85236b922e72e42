"""The embedded engine behind a model: started late, told apart from its server, started again."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest

from summarizer.errors import EngineError
from summarizer.llm import Model, open_model
from summarizer.llm.local import Engine
from summarizer.progress import Event, Note, Step
from summarizer.settings import load_settings
from tests.llm.asking import GOOD, MESSAGES, Form
from tests.llm.test_connect import FakeEngine
from tests.scripted.entries import answer, reset
from tests.scripted.server import scripted

KILLED = EngineError(
    "the embedded engine was ended by SIGKILL at work", hint="close other programs"
)


class Mortal(FakeEngine):
    """An engine that can be dead."""

    dead = False
    closed = False

    def check(self, _seconds: float = 0) -> None:
        """Tell its death."""
        if self.dead:
            raise KILLED

    def close(self) -> None:
        """Note it."""
        self.closed = True


@pytest.fixture
def gguf(tmp_path: Path) -> Path:
    path = tmp_path / "tiny.gguf"
    with path.open("wb") as file:
        file.write(b"GGUF")
        file.truncate(50_000_000)
    return path


def started(
    monkeypatch: pytest.MonkeyPatch, *engines: Mortal | EngineError
) -> list[dict[str, Any]]:
    """Let the engine's start give these in turn; what it was started with."""
    waiting, with_what = list(engines), []

    def start(_weights: object, **how: Any) -> Mortal:
        with_what.append(how)
        engine = waiting.pop(0)
        if isinstance(engine, EngineError):
            raise engine
        return engine

    monkeypatch.setattr(Engine, "start", start)
    return with_what


def use(gguf: Path, work: Any, events: list[Event] | None = None, **settings: Any) -> None:
    async def run() -> None:
        given = load_settings(weights_path=gguf, **settings)
        hear = events.append if events is not None else (lambda _: None)
        async with open_model(given, listener=hear) as model:
            await work(model)

    asyncio.run(run())


def test_it_is_started_when_it_is_first_asked_and_ended_at_the_end(
    gguf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with scripted(answer(GOOD)) as server:
        engine = Mortal(server.base_url)
        starts = started(monkeypatch, engine)
        events: list[Event] = []

        async def work(model: Model) -> None:
            assert starts == []
            assert model.engine is not None
            await model.fill(MESSAGES, Form)
            assert (len(starts), engine.closed) == (1, False)

        use(gguf, work, events, engine_log=gguf.parent / "engine.log")
    assert engine.closed
    assert starts[0]["log_file"] == gguf.parent / "engine.log"
    assert Step("starting the engine") in events


def test_an_engine_that_died_is_told_as_that_and_another_is_started(
    gguf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with scripted(reset(), answer(GOOD)) as server:
        first, second = Mortal(server.base_url), Mortal(server.base_url)
        starts = started(monkeypatch, first, second)
        events: list[Event] = []

        async def work(model: Model) -> None:
            first.dead = True
            with pytest.raises(EngineError) as raised:
                await model.fill(MESSAGES, Form)
            assert str(raised.value) == str(KILLED), "not that an address cannot be reached"
            first.dead = True
            await model.fill(MESSAGES, Form)
            assert second.prepared, "the new one has read nothing yet"

        use(gguf, work, events)
    assert len(starts) == 2
    assert first.closed
    assert Note("the engine has died; starting another") in events


def test_an_engine_that_lives_is_not_blamed(gguf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with scripted(reset()) as server:
        started(monkeypatch, Mortal(server.base_url))

        async def work(model: Model) -> None:
            with pytest.raises(Exception, match="broke: Connection reset"):
                await model.fill(MESSAGES, Form)

        use(gguf, work)


def test_an_engine_that_does_not_start_stops_the_run(
    gguf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started(monkeypatch, EngineError("it did not start"))

    async def work(model: Model) -> None:
        with pytest.raises(EngineError) as raised:
            await model.fill(MESSAGES, Form)
        assert raised.value.stops_run

    use(gguf, work)
