"""What all tests share: no network, no settings of the person who runs them, strict recordings."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from tests.recordings import ReadableSerializer, same_question, without_headers

# A pydantic upgrade must not change what a re-ask says, which recordings hold.
os.environ["PYDANTIC_ERRORS_INCLUDE_URL"] = "0"
os.environ["SUMMARIZER_CACHE"] = "false"  # for fixtures that are set up before any of a test's own

# Where no byte code is kept, each process that the tests start would compile all its modules anew.
if sys.dont_write_bytecode:
    sys.pycache_prefix = str(Path(__file__).parents[1] / ".pytest_cache" / "bytecode")
    sys.dont_write_bytecode = False
    os.environ["PYTHONPYCACHEPREFIX"] = sys.pycache_prefix
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# A shell that runs the tests in the background ignores Ctrl-C, and so would all that they start.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

# A busy machine is no failure.
settings.register_profile("project", deadline=None)
settings.load_profile("project")

CASSETTES = Path(__file__).parent.parent / "cassettes"


@pytest.fixture(autouse=True)
def _own_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests see no key, no SUMMARIZER_* and no kept answer of the person who runs them."""
    for name in list(os.environ):
        if name.startswith("SUMMARIZER_") or name.endswith("_API_KEY"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("SUMMARIZER_CACHE", "false")


@pytest.fixture(scope="module")
def vcr_config() -> dict[str, Any]:
    """Match on the question, keep no secret."""
    return {
        "match_on": ["method", "path", "question"],
        "before_record_request": without_headers,
        "before_record_response": without_headers,
    }


def pytest_recording_configure(config: pytest.Config, vcr: Any) -> None:
    """Teach vcrpy our matcher and our way of writing."""
    del config
    vcr.register_matcher("question", same_question)
    vcr.register_serializer("readable", ReadableSerializer)
    vcr.serializer = "readable"


@pytest.fixture(scope="module")
def vcr_cassette_dir() -> str:
    """All recordings lie in one folder at the top."""
    return str(CASSETTES)


@pytest.fixture(autouse=True)
def _recordings_are_played_whole(request: pytest.FixtureRequest) -> Iterator[None]:
    """A recording with answers that nobody asks for any more is stale."""
    yield
    if request.node.get_closest_marker("vcr") is None:
        return
    cassette = request.getfixturevalue("vcr")
    recording = request.config.getoption("--record-mode") not in (None, "none")
    if cassette is not None and not recording and not cassette.all_played:
        left = len(cassette) - cassette.play_count
        pytest.fail(f"{left} answers of {cassette._path} were not asked for; {RECORD_AGAIN}")


RECORD_AGAIN = "record again what is stale with scripts/record"
