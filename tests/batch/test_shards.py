"""A shard as a worker does it: one file, whole or not there; no key in what it is given."""

from __future__ import annotations

import asyncio
import json
import pickle
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from summarizer.article import Article, Metadata, build_article
from summarizer.batch import Ledger, Options
from summarizer.batch.identity import Identity
from summarizer.batch.shard import Shard, ShardDone, run_shard, shared_settings
from summarizer.errors import ConfigurationError, OutputError
from summarizer.settings import load_settings
from tests.batch.many import done, nothing
from tests.scripted.entries import always, answer, status
from tests.scripted.server import Server, scripted


def articles(count: int) -> tuple[Article, ...]:
    texts = (f"Ada Moss left on day {n}." for n in range(count))
    return tuple(build_article(text, Metadata(id=f"x{n}")) for n, text in enumerate(texts))


def shard(server: Server, folder: Path, count: int = 2, **given: Any) -> Shard:
    settings = load_settings(model="any", base_url=server.base_url, retries=0, reasks=0, **given)
    shared, identity = shared_settings(settings), Identity.expected(settings)
    return Shard(articles(count), identity, shared, Options(concurrency=1), str(folder))


def run(given: Shard) -> ShardDone:
    """As a worker gets it: through bytes."""
    told: ShardDone = pickle.loads(pickle.dumps(run_shard(pickle.loads(pickle.dumps(given)))))  # noqa: S301  ours
    return told


def test_its_file_holds_summaries_and_failures(tmp_path: Path) -> None:
    with scripted(nothing(), answer({"sure": True}), nothing()) as server:
        given = shard(server, tmp_path, 3)
        told = run(given)
    assert [path.name for path in tmp_path.iterdir()] == [given.path.name]
    lines = [json.loads(line) for line in given.path.read_text().splitlines()]
    failures, good = lines[:1], lines[1:]
    assert [line["id"] for line in failures] == ["x1"]
    assert sorted(line["article"]["id"] for line in good) == ["x0", "x2"]
    assert (told.usage.calls, told.stop) == (3, None)


def test_what_was_done_before_a_stop_is_kept(tmp_path: Path) -> None:
    with scripted(nothing(), status(401, "no")) as server:
        given = shard(server, tmp_path, 3)
        told = run(given)
    assert len(given.path.read_text().splitlines()) == 1
    assert told.stop is not None
    assert told.stop.error().exit_code == told.stop.exit_code == 4
    assert told.stop.error().stops_run


def test_a_machine_without_the_folder_says_so(tmp_path: Path) -> None:
    with scripted() as server:
        told = run(shard(server, tmp_path / "elsewhere"))
    assert told.stop is not None
    assert f"there is no folder {tmp_path / 'elsewhere'}" in told.stop.message
    assert told.stop.exit_code == 3


def test_a_machine_that_would_read_otherwise_does_nothing(tmp_path: Path) -> None:
    with scripted() as server:
        given = shard(server, tmp_path)
        told = run(replace(given, identity=replace(given.identity, prompt="sha256:old")))
    assert told.stop is not None
    assert "would read otherwise" in told.stop.message
    assert not list(tmp_path.iterdir())


def test_a_key_is_the_workers_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-of-the-client")
    with scripted(otherwise=always(nothing())) as server:
        sent = pickle.dumps(shard(server, tmp_path))
        assert b"sk-of-the-client" not in sent
        monkeypatch.setenv("OPENAI_API_KEY", "sk-of-the-worker")
        run_shard(pickle.loads(sent))  # noqa: S301  ours
        keys = {request.headers["authorization"] for request in server.requests}
    assert keys == {"Bearer sk-of-the-worker"}


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"base_url": "https://me:secret@host/v1"}, "password"),
        ({"max_cost": 0.0, "price": "1/1"}, "--max-cost is kept within one process"),
        ({"max_calls": 9}, "--max-calls is kept within one process"),
    ],
)
def test_what_must_not_or_cannot_travel_is_refused(given: dict[str, Any], said: str) -> None:
    settings = load_settings(**{"model": "any", "base_url": "http://host/v1", **given})
    with pytest.raises(ConfigurationError, match=said) as caught:
        shared_settings(settings)
    assert "secret" not in f"{caught.value} {caught.value.hint}"


def test_the_same_articles_make_the_same_file(tmp_path: Path) -> None:
    with scripted() as server:
        one, same, other = (shard(server, tmp_path, n) for n in (2, 2, 3))
    assert one.path == same.path != other.path


def test_a_file_is_taken_over_once(tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"
    with scripted(nothing(), answer({"sure": True})) as server:
        given = shard(server, tmp_path)
        run(given)
    lines = given.path.read_bytes().splitlines(keepends=True)

    async def absorbed() -> list[tuple[int, list[str | None]]]:
        with closing(Ledger.open(output)) as ledger:
            told = [await ledger.absorb(lines), await ledger.absorb(lines)]
        return [(one.done, [failed.id for failed in one.failed]) for one in told]

    assert asyncio.run(absorbed()) == [(1, ["x1"]), (0, ["x1"])]
    assert done(output) == ["x0"]


def test_what_is_no_result_is_not_taken_over(tmp_path: Path) -> None:
    with (
        closing(Ledger.open(tmp_path / "out.jsonl")) as ledger,
        pytest.raises(OutputError, match="not a summary"),
    ):
        asyncio.run(ledger.absorb([b'{"kind":"summary"}\n']))


def test_our_own_workers_leave_ctrl_c_to_the_run() -> None:
    code = "import signal, summarizer.batch.deaf; print(signal.getsignal(signal.SIGINT).name)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "SIG_IGN\n"
