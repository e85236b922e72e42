"""Have the embedded model draft the regression gold: `python -m tests.evaluation.replay.record`.

One line an article goes to `drafts.jsonl`: what the model wrote, as it wrote it. Articles that the
file has are not asked again, so it can be stopped at any time; delete the file to begin anew.
About a minute an article on two idle cores.
"""

from __future__ import annotations

import asyncio
import json
from contextlib import suppress
from typing import Any

from summarizer.errors import AnswerError
from summarizer.evaluation import article_of, load_gold
from summarizer.llm.local import Engine, join_weights
from summarizer.pipeline import open_summarizer
from summarizer.settings import Settings, default_cache_dir
from tests.evaluation.replay.replay import DRAFTS, GOLD, PLAN, answers_by_article
from tests.scripted.server import Entry, Request, scripted

_TIMEOUT = 3600.0
"""Seconds for one answer; the machine may be busy."""


async def record() -> None:
    """Draft what is not drafted yet."""
    known = answers_by_article() if DRAFTS.exists() else {}
    heard: list[dict[str, Any]] = []

    def forward(request: Request) -> Entry:
        """The engine's answer, kept on its way."""
        answer = engine.post("/v1/chat/completions", request.body)
        choice = answer["choices"][0]
        heard.append({"content": choice["message"]["content"], "finish": choice["finish_reason"]})
        return lambda exchange: exchange.send_json(200, answer)

    with (
        Engine.start(join_weights(default_cache_dir())) as engine,
        scripted(otherwise=forward) as server,
    ):
        settings = Settings(
            model="local",
            base_url=server.base_url,
            plan=PLAN,
            timeout=_TIMEOUT,
            retries=0,
            cache=False,
        )
        async with open_summarizer(settings) as summarizer:
            for article in load_gold(GOLD):
                if article.id in known:
                    continue
                heard.clear()
                with suppress(AnswerError):  # no answer that fits is an answer to keep
                    await summarizer.summarize(article_of(article))
                with DRAFTS.open("a", encoding="utf-8") as file:
                    line = {"id": article.id, "answers": heard}
                    file.write(json.dumps(line, ensure_ascii=False) + "\n")
                print(article.id, [len(answer["content"]) for answer in heard], flush=True)


if __name__ == "__main__":
    asyncio.run(record())
