"""What did not hold is asked for again: once, alone, with its sentences."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass, field
from typing import Any

import pytest

from summarizer.article import Article, Metadata, build_article
from summarizer.errors import BudgetError
from summarizer.pipeline import summarize, summarize_async
from summarizer.progress import Event, Step
from summarizer.schema import ArticleSummary
from tests.grounding.made import PUBLISHED, event, gist
from tests.invariants import holds
from tests.pipeline.answering import Answers, kinds
from tests.runs import run_of
from tests.scripted.entries import answer
from tests.scripted.server import Entry, Request, scripted

FILLER = " It said so in a long report that nobody in the town had asked for." * 4
STORY = (
    "Police in Ostra arrested 12 dockers at the harbour gate on Monday.",
    "The dockers' union called the arrests an outrage.",
    "Mayor Ada Moss did not resign.",
    f"The harbour has been closed since March.{FILLER}",
)
DRAFTED = {
    "events": [event("Police arrested 21 dockers", 1, type="COERCE", actors=["Police"])],
    "gist": [gist("Mayor Ada Moss resigned.", 3)],
}
GOOD = [
    {"item": 1, "text": "Police arrested 12 dockers", "sentences": [1]},
    {"item": 2, "text": "Mayor Ada Moss did not resign.", "sentences": [3]},
]
BAD = [
    {"item": 1, "text": "Police arrested 99 dockers", "sentences": [1]},
    {"item": 2, "text": "Mayor Ada Moss was fired.", "sentences": [3]},
]
PLANS = pytest.mark.parametrize("plan", ["draft", "draft+verify"])


@dataclass
class Model:
    """Drafts, and answers again what it is told to."""

    draft: dict[str, Any]
    seconds: Entry
    asked: list[Request] = field(default_factory=list)

    def __call__(self, request: Request) -> Entry:
        """The answer to one request; those that ask again are kept."""
        if kinds([request]) == ["repair"]:
            self.asked.append(request)
            return self.seconds
        return Answers(self.draft)(request)


def article(*more: str) -> Article:
    return build_article("\n\n".join([*STORY, *more]), Metadata(published=PUBLISHED))


def made(model: Model, story: Article | None = None, **settings: Any) -> ArticleSummary:
    given = {"model": "any", "plan": "draft", "retries": 0, **settings}
    with scripted(otherwise=model) as server:
        summary = summarize(story or article(), base_url=server.base_url, **given)
    holds(summary)
    return summary


def warned(summary: ArticleSummary) -> list[str]:
    return [warning.code for warning in summary.warnings]


@PLANS
def test_a_good_second_answer_is_kept(plan: str) -> None:
    model = Model(DRAFTED, answer({"items": GOOD}))
    summary = made(model, plan=plan)
    assert [one.description for one in summary.events] == ["Police arrested 12 dockers"]
    assert [one.text for one in summary.gist] == ["Mayor Ada Moss did not resign."]
    assert warned(summary) == ["asked_again", "asked_again"]
    assert "'21'" in summary.warnings[0].message
    assert len(model.asked) == 1


@PLANS
def test_a_bad_second_answer_is_dropped_and_told(plan: str) -> None:
    summary = made(Model(DRAFTED, answer({"items": BAD})), plan=plan)
    text = summary.article.text or ""
    assert [one.description for one in summary.events] == [STORY[0]], "the article's own words"
    assert all(one.text in text for one in summary.gist)
    assert {"unsupported_number", "asked_again"} <= set(warned(summary))
    assert "99" not in " ".join(one.description for one in summary.events)


def test_an_event_that_the_article_does_not_tell_is_dropped() -> None:
    invented = {"events": [event("A bomb killed 40 people", 3, type="ASSAULT")]}
    again = [{"item": 1, "text": "A bomb killed a mayor", "sentences": [3]}]
    summary = made(Model(invented, answer({"items": again})))
    assert summary.events == []
    assert {"event_dropped", "asked_again"} <= set(warned(summary))


def test_an_item_that_has_no_words_left_is_gone() -> None:
    nothing = [{"item": 1, "text": "", "sentences": []}, {"item": 9, "text": "x", "sentences": []}]
    summary = made(Model(DRAFTED, answer({"items": nothing})))
    assert summary.events == []
    assert "asked_again" in warned(summary)


def test_a_second_answer_may_cite_only_what_it_was_shown() -> None:
    elsewhere = [{"item": 1, "text": "Police arrested 12 dockers", "sentences": [99]}]
    summary = made(Model(DRAFTED, answer({"items": elsewhere})))
    assert summary.events[0].evidence[0].sentence == 1


def test_nothing_is_asked_again_of_a_draft_that_holds() -> None:
    model = Model({"gist": [gist(STORY[0], 1)]}, answer({"items": []}))
    assert run_of(made(model)).usage.calls == 1
    assert model.asked == []


def test_it_is_asked_with_its_sentences_and_not_with_the_article() -> None:
    model = Model(DRAFTED, answer({"items": GOOD}))
    made(model)
    [request] = model.asked
    assert "Item 1, event: Police arrested 21 dockers" in request.asked
    assert "[1] Police in Ostra arrested 12 dockers" in request.asked
    assert FILLER not in request.raw.decode()


@pytest.mark.parametrize("items", [1, 4, 12])
def test_the_request_grows_with_the_items_alone(items: int) -> None:
    """Not with the article, the first answer, or the attempts before."""
    wrong = [event(f"Police arrested {n}{n} dockers", 1, type="COERCE") for n in range(20, 32)]
    model = Model({"events": wrong[:items]}, answer({"items": []}))
    made(model, article(*[FILLER] * 8))
    [request] = model.asked
    messages = json.loads(request.raw)["messages"]
    assert len(messages) == 4
    assert len(messages[-1]["content"].encode()) < 200 + items * 1_500
    assert f"Item {items}, event" in request.asked
    assert f"Item {items + 1}, event" not in request.asked


@pytest.mark.parametrize("misfit", ["no", '{"items": [{"item": 1}]}'])
def test_an_answer_that_does_not_fit_makes_no_longer_request(misfit: str) -> None:
    """Instructor would send the misfit along, and that with each attempt."""
    model = Model(DRAFTED, answer(misfit))
    summary = made(model, reasks=3)
    assert len(model.asked) == 1
    assert "repair_unanswered" in warned(summary)


def test_the_second_call_is_counted() -> None:
    usage = run_of(made(Model(DRAFTED, answer({"items": GOOD})))).usage
    assert usage.model_dump() == {"input": 200, "output": 20, "calls": 2}


def test_a_budget_that_is_used_up_costs_the_second_answer_alone() -> None:
    model = Model(DRAFTED, answer({"items": GOOD}))
    summary = made(model, max_calls=1)
    assert model.asked == []
    assert summary.events[0].description == STORY[0]
    assert {"repair_unanswered", "unsupported_number"} <= set(warned(summary))


def test_a_budget_stops_an_article_before_its_draft() -> None:
    with pytest.raises(BudgetError):
        made(Model(DRAFTED, answer({"items": GOOD})), max_tokens=0)


def test_a_second_answer_that_never_fits_costs_itself_alone() -> None:
    summary = made(Model(DRAFTED, answer("no")), reasks=0)
    assert "repair_unanswered" in warned(summary)
    assert summary.events[0].description == STORY[0]


def test_a_cited_sentence_that_tells_less_than_another_is_changed_for_it() -> None:
    loose = {"events": [event("Police in Ostra arrested 12 dockers", 4, type="COERCE")]}
    model = Model(loose, answer({"items": []}))
    summary = made(model)
    assert summary.events[0].evidence[0].sentence == 1
    assert model.asked == []
    assert warned(summary) == ["citation_moved"]


def test_that_it_asks_again_is_told() -> None:
    heard: list[Event] = []
    with scripted(otherwise=Model(DRAFTED, answer({"items": GOOD}))) as server:
        given = {"model": "any", "plan": "draft", "base_url": server.base_url}
        asyncio.run(summarize_async(article(), listener=heard.append, **given))
    assert Step("asking again for what did not hold") in heard
