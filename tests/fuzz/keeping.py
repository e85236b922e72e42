"""What is kept: answers in the cache, recordings of the tests."""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from hypothesis import strategies as st

from summarizer.llm.cache import AnswerCache, key_of
from tests.fuzz.bending import broken_files, texts
from tests.fuzz.part import Part
from tests.recordings import ReadableSerializer, decisive

_FOLDER: Final = TemporaryDirectory(prefix="summarizer-fuzz-")
ROOM: Final = 1


def kept(drawn: tuple[str, str, str]) -> None:
    """Keep an answer, find it, and be rid of the article."""
    asked, value, article = drawn
    cache = AnswerCache(Path(_FOLDER.name) / "kept", days=1, megabytes=ROOM)
    key = key_of(messages=[{"role": "user", "content": asked}], form=value)
    cache.store(key, value, article=article, sha256=key)
    assert cache.find(key) in {value, None}
    cache.purge(article)
    assert cache.find(key) is None
    cache.info()


def damaged(data: bytes) -> None:
    """Open whatever lies in the cache's place; afterwards it keeps answers again."""
    cache = AnswerCache(Path(_FOLDER.name) / "damaged", days=1, megabytes=ROOM)
    cache.clear()
    cache.folder.mkdir(exist_ok=True, parents=True)
    cache.path.write_bytes(data)
    cache.find("key")
    cache.info()
    cache.store("key", "value", article="a", sha256="b")
    assert cache.find("key") in {"value", None}


def recorded(value: Any) -> None:
    """Write a recording and read it again: the same bodies."""
    body = json.dumps(value)
    kept = {
        "interactions": [
            {
                "request": {"method": "POST", "uri": "http://x", "body": body, "headers": {}},
                "response": {"status": {"code": 200}, "body": {"string": body}, "headers": {}},
            }
        ],
        "version": 1,
    }
    back = ReadableSerializer.deserialize(ReadableSerializer.serialize(kept))["interactions"][0]
    assert json.loads(back["request"]["body"]) == value
    assert json.loads(back["response"]["body"]["string"]) == value
    decisive(back["request"]["body"])


def replayed(data: bytes) -> None:
    """Read a recording that a hand or a merge has changed."""
    ReadableSerializer.deserialize(data.decode(errors="replace"))


def _database() -> bytes:
    with TemporaryDirectory() as folder:
        cache = AnswerCache(Path(folder), days=1, megabytes=ROOM)
        for number in range(3):
            cache.store(f"key{number}", "value", article="a", sha256="b")
        return cache.path.read_bytes()


def _recording() -> bytes:
    said = {"messages": [{"role": "user", "content": "Go: [1] «x»"}], "max_tokens": 1}
    side = {"json": said, "headers": {"content-type": ["application/json"]}}
    return ReadableSerializer.serialize(
        {
            "interactions": [
                {"request": dict(side, body="{}"), "response": dict(side, body={"string": "{}"})}
            ],
            "version": 1,
        }
    ).encode()


_JSON: Final = st.dictionaries(
    texts(2),
    st.recursive(
        st.none()
        | st.booleans()
        | st.integers(-(2**53), 2**53)
        | st.floats(allow_nan=False)
        | texts(2),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts(1), inner, max_size=3),
        max_leaves=5,
    ),
    max_size=3,
)

PARTS: Final = (
    Part("cache: answers", st.tuples(texts(2), texts(3), texts(1)), kept, 20, 1_000),
    Part("cache: files", broken_files([_database()]) | st.binary(max_size=300), damaged, 10, 500),
    Part("cassettes: bodies", _JSON, recorded, 30, 1_500),
    Part("cassettes: files", broken_files([_recording()]), replayed, 30, 20_000),
)
