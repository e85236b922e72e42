"""How fast a batch is beside a bare loop: python -m benchmarks.batch_speed [SECONDS…].

A scripted server in a process of its own answers each request after so many seconds (10 and 5
unless given: a hosted model needs about as long to write a form of some hundred tokens) with a
draft about the story that was asked about; no two are the same. The bare loop is AsyncOpenAI
with the same messages, schema and limits, 64 at a time, which throws its answers away; the batch
reads, grounds and writes. Both run in turn, after a few articles that are not counted, in which
tables and libraries are loaded; both figures are printed with the processor time that one article
took, and their ratio.
"""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any, Final

from benchmarks.variants import draft_about, story
from summarizer.article import Article
from summarizer.batch import Batch, FailedArticle, Ledger, Options, Tally
from summarizer.draft import Draft
from summarizer.pipeline import rehearse
from summarizer.settings import Settings, load_settings
from summarizer.sources import Loaded, OwnOutput, RepeatedSource, load, load_all
from tests.batch.many import after
from tests.scripted.entries import answer
from tests.scripted.server import Entry, Request, scripted

AT_A_TIME: Final = 64
WARMING: Final = 8
ARTICLES: Final = 10 * AT_A_TIME
"""Enough that the start, where all articles are read before any is answered, counts for little."""


class _Nobody:
    """Watches a batch without a word."""

    def tick(self, tally: Tally) -> None:
        """Nothing is shown."""

    def failed(self, failed: FailedArticle, hint: str | None) -> None:
        """A failure would spoil the figure."""
        raise SystemExit(f"{failed.error} {hint or ''}")

    def repeated(self, repeated: RepeatedSource) -> None:
        """So would this."""
        raise SystemExit(f"{repeated.source} twice")

    def own_output(self, own: OwnOutput) -> None:
        """So would this."""
        raise SystemExit(str(own))


async def bare(articles: list[Article], settings: Settings) -> float:
    """Ask about all articles and do nothing with the answers; articles a second."""
    from openai import AsyncOpenAI

    schema = {"name": "Draft", "schema": Draft.model_json_schema()}
    same: dict[str, Any] = {
        "model": "any",
        "max_tokens": settings.answer_tokens,
        "temperature": 0,
        "response_format": {"type": "json_schema", "json_schema": schema},
    }
    asked = [(await rehearse(article, settings)).requests[0] for article in articles]
    waiting: Iterator[Any] = iter(asked)
    async with AsyncOpenAI(base_url=settings.base_url, api_key="none", max_retries=0) as client:

        async def work() -> None:
            for messages in waiting:
                await client.chat.completions.create(messages=messages, **same)

        began, spent = time.monotonic(), time.process_time()
        await asyncio.gather(*(work() for _ in range(AT_A_TIME)))
    return _say("bare loop", began, spent)


def batch(source: Path, settings: Settings) -> float:
    """The same through a batch, into a file; articles a second."""
    _through(load_all([source]), settings, WARMING)
    began, spent = time.monotonic(), time.process_time()
    _through(load_all([source]), settings, ARTICLES)
    return _say("batch", began, spent)


def _through(articles: Iterator[Loaded], settings: Settings, count: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        ledger = Ledger.open(Path(folder) / "out.jsonl")
        run = Batch(islice(articles, count), ledger, Options(AT_A_TIME), Tally(count), _Nobody())
        asyncio.run(run.run(settings))
        ledger.close()
    if run.tally.done != count:
        raise SystemExit(f"{run.tally.done} of {count} done")


def _say(what: str, began: float, spent: float) -> float:
    a_second = ARTICLES / (time.monotonic() - began)
    cpu = 1000 * (time.process_time() - spent) / ARTICLES
    print(
        f"  {what:<10} {a_second:6.1f} articles/s, {cpu:5.1f} ms of processor time each", flush=True
    )
    return a_second


@contextmanager
def _server(seconds: str) -> Iterator[str]:
    command = [sys.executable, "-m", __spec__.name, "serve", seconds]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:  # noqa: S603  ours
        yield server.stdout.readline().strip() if server.stdout is not None else ""
        server.kill()


def _serve(seconds: float) -> None:
    def late(request: Request) -> Entry:
        return after(seconds, answer(draft_about(request.asked)))

    with scripted(otherwise=late) as server:
        print(server.base_url, flush=True)
        time.sleep(3600)


def main(latencies: list[str]) -> None:
    """Run both in turn for each latency."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "in.jsonl"
        lines = (json.dumps({"text": story(n)}) for n in range(ARTICLES))
        source.write_text("\n".join(lines), encoding="utf-8")
        for seconds in latencies:
            print(f"answers after {seconds} s, {AT_A_TIME} at a time, {ARTICLES} articles:")
            with _server(seconds) as address:
                settings = load_settings(model="any", base_url=address, cache=False)
                most = asyncio.run(bare(load(source), settings))
                print(f"  ratio      {batch(source, settings) / most:6.2f}", flush=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["serve"]:
        _serve(float(sys.argv[2]))
    else:
        main(sys.argv[1:] or ["10", "5"])
