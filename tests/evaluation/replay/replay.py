"""The regression gold summarized again from what a model said once, without a model.

Everything but the model is the real thing: the pipeline, Instructor, the client, a server.
"""

from __future__ import annotations

import asyncio
import json
import re
from pathlib import Path
from typing import Any, Final

from summarizer.errors import AnswerError
from summarizer.evaluation import article_of, load_gold, prediction_of
from summarizer.pipeline import Summarizer, open_summarizer
from summarizer.scoring import GoldArticle, Prediction
from summarizer.settings import load_settings
from tests.pipeline.answering import Answers, kinds
from tests.scripted.completions import Completion
from tests.scripted.entries import answer
from tests.scripted.server import Entry, Otherwise, Request, scripted

HERE = Path(__file__).parent
GOLD = HERE.parent.parent / "gold" / "dev.jsonl"
DRAFTS = HERE / "drafts.jsonl"
FLOORS = HERE / "floors.toml"
PLAN: Final = "draft"
_ATTITUDES: Final = {
    "negative": re.compile(r"\b(?:reject|oppos|critici|condemn|accus|blam|refus|against)"),
    "positive": re.compile(r"\b(?:support|prais|welcom|back|endors|approv|thank)"),
}


def answers_by_article() -> dict[str, list[dict[str, Any]]]:
    """What the embedded model wrote about each article: content, and why it ended."""
    lines = DRAFTS.read_text("utf-8").split("\n")
    return {line["id"]: line["answers"] for line in map(json.loads, filter(None, lines))}


def replay_drafts() -> tuple[list[GoldArticle], list[Prediction]]:
    """The drafted gold, and what the pipeline makes of the drafts."""
    known = answers_by_article()
    gold = [article for article in load_gold(GOLD) if article.id in known]
    left = [_said(held) for article in gold for held in known[article.id]]

    def next_said(request: Request) -> Entry:
        """The next draft; what did not hold was not asked about again when they were recorded."""
        return answer({"items": []}) if kinds([request]) == ["repair"] else left.pop(0)

    return gold, _summarized(gold, PLAN, next_said)


def replay_questions() -> tuple[list[GoldArticle], list[Prediction]]:
    """Every other gold article, and what the pipeline finds with a model that knows some words.

    It takes the first option, and sides by words of attitude: what remains is what code finds.
    """
    gold = load_gold(GOLD)[::2]
    return gold, _summarized(gold, "ask", Answers(word=_word))


REPLAYS: Final = {"drafts": replay_drafts, "questions": replay_questions}


def _word(asked: str, words: list[str]) -> str:
    if "positive" not in words:
        return words[0]
    for word, told in _ATTITUDES.items():
        if told.search(asked):
            return word
    return "neutral"


def _said(answer: dict[str, Any]) -> Entry:
    completion = Completion(answer["content"], finish=answer["finish"])
    return lambda exchange: exchange.say(completion)


def _summarized(gold: list[GoldArticle], plan: str, otherwise: Otherwise) -> list[Prediction]:
    with scripted(otherwise=otherwise) as server:
        settings = load_settings(
            model="local", base_url=server.base_url, plan=plan, retries=0, cache=False
        )

        async def work() -> list[Prediction]:
            async with open_summarizer(settings) as summarizer:
                return [await _predicted(summarizer, article) for article in gold]

        return asyncio.run(work())


async def _predicted(summarizer: Summarizer, article: GoldArticle) -> Prediction:
    try:
        return prediction_of(await summarizer.summarize(article_of(article)))
    except AnswerError:
        return Prediction(id=article.id)
