"""The embedded model as tests see it: recorded, or live when recording."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

NOBODY = "http://127.0.0.1:9/v1"
"""Where no server is: whatever a recording does not hold fails."""


@pytest.fixture(scope="session")
def live_engine(request: pytest.FixtureRequest) -> Iterator[tuple[str, str] | None]:
    """Address and key of a running engine when recording, else None."""
    if request.config.getoption("--record-mode") in (None, "none"):
        yield None
        return
    from summarizer.llm.local import Engine, join_weights
    from summarizer.settings import default_cache_dir

    with Engine.start(join_weights(default_cache_dir())) as engine:
        yield engine.base_url, engine.api_key


@pytest.fixture
def embedded(live_engine: tuple[str, str] | None, monkeypatch: pytest.MonkeyPatch) -> str:
    """The base URL of the embedded model, for `model="local"`."""
    if live_engine is None:
        return NOBODY
    address, key = live_engine
    monkeypatch.setenv("OPENAI_API_KEY", key)
    return address
