"""The way in from Python."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest

import summarizer
from summarizer import Article, ArticleSummary, Metadata, build_article
from summarizer.errors import ConfigurationError, InputError, UnknownModelError
from tests.pipeline.answering import Answers
from tests.pipeline.saved import EXAMPLES, article_of, draft_of
from tests.scripted.entries import answer
from tests.scripted.server import scripted

EMPTY: dict[str, Any] = {"actors": [], "events": [], "stances": [], "gist": []}
HOSTILE = "{{7*7}} {% for x in y %} $HOME ${x} %s {0} **bold** # head `code`"


def test_a_path_and_an_article_give_the_same() -> None:
    with scripted(otherwise=Answers(draft_of("storm"))) as server:
        given: list[str | Path | Article] = [
            EXAMPLES / "storm.txt",
            str(EXAMPLES / "storm.txt"),
            article_of("storm"),
        ]
        made = [summarizer.summarize(one, model="any", base_url=server.base_url) for one in given]
    assert all(isinstance(one, ArticleSummary) for one in made)
    assert made[0].events == made[1].events == made[2].events


def test_an_article_can_be_built_and_awaited() -> None:
    article = build_article("Ada Moss did not resign.", Metadata(id="x1", title="Moss stays"))
    with scripted(answer(EMPTY)) as server:
        summary = asyncio.run(
            summarizer.summarize_async(article, model="any", base_url=server.base_url)
        )
    assert (summary.article.id, summary.article.title) == ("x1", "Moss stays")
    assert summary.article.text == "Ada Moss did not resign."


def test_a_source_with_several_articles_is_refused(tmp_path: Path) -> None:
    both = tmp_path / "two.jsonl"
    both.write_text('{"text": "One went."}\n{"text": "Two came."}\n', encoding="utf-8")
    with pytest.raises(InputError, match="holds 2 articles"):
        summarizer.summarize(both, model="any", base_url="http://127.0.0.1:9/v1")


def test_a_missing_file_is_refused_before_any_model_is_opened() -> None:
    with pytest.raises(InputError, match="no such file"):
        summarizer.summarize("nowhere.txt", model="nonsense")


def test_an_unknown_model_is_refused() -> None:
    with pytest.raises(UnknownModelError):
        summarizer.summarize(EXAMPLES / "storm.txt", model="nonsense")


def test_an_unknown_setting_is_refused() -> None:
    with pytest.raises(ConfigurationError, match="setting colour"):
        summarizer.summarize(EXAMPLES / "storm.txt", colour="red")


def test_an_empty_draft_is_a_good_answer() -> None:
    with scripted(answer(EMPTY)) as server:
        summary = summarizer.summarize(
            EXAMPLES / "storm.txt", model="any", base_url=server.base_url
        )
    assert not any([summary.events, summary.stances, summary.warnings])


@pytest.mark.parametrize("plan", ["draft", "ask"])
def test_the_text_of_an_article_is_data(plan: str) -> None:
    """Nothing in it is a template, a turn of the conversation or an instruction."""
    article = build_article(f"Ada Moss wrote {HOSTILE} on a wall.\n\nMoss said nothing.")
    with scripted(otherwise=Answers({})) as server:
        summarizer.summarize(article, model="local", plan=plan, base_url=server.base_url)
    shown = next(r for r in server.requests if r.asked.startswith("<article>"))
    assert f"[1] Ada Moss wrote {HOSTILE} on a wall.\n[2] Moss said nothing." in shown.asked


def test_inside_a_running_event_loop_it_works_as_well() -> None:
    """As in a notebook, where `asyncio.run` is refused."""

    async def cell() -> summarizer.ArticleSummary:
        return summarizer.summarize(article, model="any", base_url=server.base_url)

    article = article_of("water-talks")
    with scripted(answer(draft_of("water-talks"))) as server:
        assert asyncio.run(cell()).actors
