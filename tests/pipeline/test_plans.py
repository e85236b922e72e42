"""Whole summaries by each plan, from a scripted server to the last invariant."""

from __future__ import annotations

import asyncio
from itertools import groupby
from typing import Any

import pytest

from summarizer.article import build_article
from summarizer.errors import AnswerError, ConfigurationError, ProviderError
from summarizer.llm.providers import COMPATIBLE, LOCAL, ModelName
from summarizer.pipeline import PLANS, plan_for, summarize, summarize_async
from summarizer.progress import Asked, Event, Found, Step, Tokens
from summarizer.schema import ArticleSummary
from tests.invariants import holds
from tests.pipeline.answering import Answers, kinds
from tests.pipeline.saved import EXAMPLES, NAMES, draft_of
from tests.runs import run_of
from tests.scripted.entries import always, answer, cut, status
from tests.scripted.server import Entry, Request, Server, scripted

ASK = {"model": "local", "plan": "ask"}
VERIFY = {"model": "any", "plan": "draft+verify"}
DRAFT = {"model": "any", "plan": "draft"}
ATTEMPTS = 2
PLANNED = pytest.mark.parametrize("settings", [DRAFT, VERIFY, ASK], ids=lambda s: str(s["plan"]))


def run(server: Server, name: str, settings: dict[str, Any], **more: Any) -> ArticleSummary:
    """The summary of an example, which must hold."""
    summary = summarize(
        EXAMPLES / f"{name}.txt", base_url=server.base_url, retries=0, **settings, **more
    )
    holds(summary)
    return summary


def served(name: str, settings: dict[str, Any], answers: Answers | None = None) -> ArticleSummary:
    """The same, with a server of its own that gives the saved draft."""
    with scripted(otherwise=answers or Answers(draft_of(name))) as server:
        return run(server, name, settings)


@PLANNED
@pytest.mark.parametrize("name", NAMES)
def test_every_plan_gives_a_summary_that_holds(name: str, settings: dict[str, Any]) -> None:
    summary = served(name, settings)
    assert run_of(summary).plan == settings["plan"]
    assert summary.article.title is not None
    assert summary.gist[0].text == draft_of(name)["gist"][0]["text"]
    assert summary.statements
    assert summary.events


@PLANNED
def test_two_runs_with_the_same_answers_give_the_same_summary(settings: dict[str, Any]) -> None:
    one, other = (served("water-talks", settings).model_dump(mode="json") for _ in range(2))
    for each in (one, other):
        assert each["run"].pop("seconds") >= 0
        assert each["run"].pop("created").endswith("Z")
    assert one == other


def test_a_draft_is_one_call() -> None:
    with scripted(answer(draft_of("storm"))) as server:
        summary = run(server, "storm", DRAFT)
    assert kinds(server.requests) == ["draft"]
    assert run_of(summary).usage.model_dump() == {"input": 100, "output": 10, "calls": 1}


def test_a_draft_is_verified_by_words_where_there_are_no_probabilities() -> None:
    with scripted(otherwise=Answers(draft_of("storm"))) as server:
        summary = run(server, "storm", VERIFY)
    asked = kinds(server.requests)
    assert asked[0] == "draft"
    assert set(asked[1:]) == {"word"}
    assert run_of(summary).usage.calls == len(asked)
    assert summary.events
    assert all(event.margin is None for event in summary.events)
    assert all(stance.margin is None for stance in summary.stances)


def test_a_plan_that_asks_reads_each_kind_of_question_once_in_a_row() -> None:
    with scripted(otherwise=Answers(draft_of("storm"))) as server:
        run(server, "storm", ASK)
    prefixes = [str(request.body["messages"][:-1]) for request in server.requests]
    assert len(list(groupby(prefixes))) == len(set(prefixes))
    assert set(kinds(server.requests)) == {"gist", "token"}


def test_a_margin_is_kept_where_there_are_probabilities() -> None:
    summary = served("storm", ASK)
    assert {event.margin for event in summary.events} == {0.8, None}, "none where none is asked"


def test_usage_is_of_this_article_alone() -> None:
    async def both(server: Server) -> list[ArticleSummary]:
        from summarizer.pipeline import open_summarizer
        from summarizer.settings import load_settings
        from tests.pipeline.saved import article_of

        settings = load_settings(base_url=server.base_url, **DRAFT)
        async with open_summarizer(settings) as summarizer:
            return [await summarizer.summarize(article_of("storm")) for _ in range(2)]

    with scripted(otherwise=Answers(draft_of("storm"))) as server:
        summaries = asyncio.run(both(server))
    assert [run_of(summary).usage.calls for summary in summaries] == [1, 1]


def test_the_run_says_how_it_was_made() -> None:
    record = run_of(served("storm", VERIFY))
    assert (record.model, record.weights, record.engine) == ("any", None, None)
    assert record.prompt.name == "main"
    assert record.prompt.fingerprint.startswith("sha256:")
    assert record.schema_fingerprint.startswith("sha256:")
    assert record.sampling == {"temperature": 0}
    assert record.cost is None


def test_what_the_model_denies_is_left_out() -> None:
    def no(_asked: str, words: list[str]) -> str:
        return {"positive": "neutral", "event": "none", "person": "nothing"}[words[0]]

    draft = draft_of("water-talks")
    draft["events"] = [{**e, "description": f"{e['description']}!"} for e in draft["events"]]
    summary = served("water-talks", VERIFY, Answers(draft, word=no))
    assert summary.events == [], "none of these words is a clause that code knows"
    assert summary.stances == []
    speakers = {statement.speaker for statement in summary.statements}
    assert speakers <= {actor.id for actor in summary.actors}


def test_whoever_speaks_stays_whatever_the_model_makes_of_the_name() -> None:
    def nobody(_asked: str, words: list[str]) -> str:
        return "nothing" if "nothing" in words else words[0]

    with scripted(otherwise=Answers(draft_of("storm"), word=nobody)) as server:
        summary = run(server, "storm", ASK)
    assert any("What is" in request.asked for request in server.requests), "a kind in doubt"
    speakers = {statement.speaker for statement in summary.statements}
    assert speakers <= {actor.id for actor in summary.actors}


def test_what_the_model_says_of_a_stance_wins_over_the_draft() -> None:
    def turned(_asked: str, words: list[str]) -> str:
        return {"positive": "negative"}.get(words[0], words[0])

    summary = served("water-talks", VERIFY, Answers(draft_of("water-talks"), word=turned))
    assert {stance.position for stance in summary.stances} == {"against"}


def test_progress_is_told() -> None:
    events: list[Event] = []
    with scripted(otherwise=Answers(draft_of("storm"))) as server:
        asyncio.run(
            summarize_async(
                EXAMPLES / "storm.txt",
                listener=events.append,
                base_url=server.base_url,
                **VERIFY,
            )
        )
    assert [event.name for event in events if isinstance(event, Step)] == [
        "reading",
        "drafting",
        "asking",
    ]
    [found] = [event for event in events if isinstance(event, Found)]
    assert "Nils Aaby" in found.actors
    assert any(isinstance(event, Tokens) for event in events)
    counted = [event for event in events if isinstance(event, Asked)]
    assert all(event.done < event.total for event in counted)


@PLANNED
def test_a_model_that_never_fits_is_an_answer_error(settings: dict[str, Any]) -> None:
    with scripted(otherwise=always(answer("no"))) as server, pytest.raises(AnswerError):
        run(server, "storm", settings, reasks=1)
    assert server.calls >= 2


def test_a_gist_that_never_fits_costs_the_gist_alone() -> None:
    answers = Answers(draft_of("storm"))

    def unfit_gist(request: Request) -> Entry:
        return answer("no") if kinds([request]) == ["gist"] else answers(request)

    with scripted(otherwise=unfit_gist) as server:
        summary = run(server, "storm", ASK)
    assert "gist_unwritten" in {warning.code for warning in summary.warnings}
    assert summary.gist[0].text in (summary.article.text or "")
    assert summary.events


def test_a_form_that_never_fits_costs_its_statement_alone() -> None:
    """Where code cannot name the targets, a form asks for them."""
    article = build_article(
        "El ministro Iñaki Prat dijo el lunes que el acuerdo era bueno para todos los puertos. "
        "La alcaldesa Ana Sol dijo que el acuerdo no era bueno para la ciudad."
    )
    answers = Answers()
    unfit: list[Request] = []

    def unfit_first(request: Request) -> Entry:
        if kinds([request]) == ["side"] and len(unfit) < ATTEMPTS:
            unfit.append(request)
            return answer("no")
        return answers(request)

    with scripted(otherwise=unfit_first) as server:
        summary = summarize(
            article, base_url=server.base_url, retries=0, reasks=ATTEMPTS - 1, **ASK
        )
        assert "side" in kinds(server.requests)
    assert [w.code for w in summary.warnings].count("stance_unanswered") == 1
    assert summary.statements


@PLANNED
def test_a_server_that_fails_is_a_provider_error(settings: dict[str, Any]) -> None:
    with scripted(status(500)) as server, pytest.raises(ProviderError):
        run(server, "storm", settings)


def test_a_draft_that_was_cut_off_is_used_as_far_as_it_goes() -> None:
    text = answer_text(draft_of("storm"))
    with scripted(otherwise=always(cut(text[: len(text) // 2]))) as server:
        summary = run(server, "storm", DRAFT)
    assert summary.actors
    assert "part_cut_off" in {warning.code for warning in summary.warnings}


def answer_text(draft: dict[str, Any]) -> str:
    """A draft as a model writes it."""
    from summarizer.draft import Draft

    return Draft.model_validate(draft).model_dump_json()


def test_the_plan_suits_the_model() -> None:
    assert plan_for(ModelName(LOCAL, "local"), None).name == "ask"
    assert plan_for(ModelName(COMPATIBLE, "any"), None).name == "draft"
    for name, plan in PLANS.items():
        assert plan_for(ModelName(COMPATIBLE, "any"), name) is plan


def test_verifying_is_one_word_for_a_plan_of_one_call() -> None:
    for name, asked in (("draft", "draft+verify"), ("ask", "ask"), (None, "draft+verify")):
        assert plan_for(ModelName(COMPATIBLE, "any"), name, verify=True).name == asked
    with scripted(otherwise=Answers(draft_of("storm"))) as server:
        summary = run(server, "storm", {"model": "any", "verify": True})
        assert kinds(server.requests)[0] == "draft"
        assert set(kinds(server.requests)[1:]) == {"word"}
    assert summary.run is not None
    assert summary.run.plan == "draft+verify"


def test_an_unknown_plan_is_refused() -> None:
    with pytest.raises(ConfigurationError, match="there is no plan guess"):
        plan_for(ModelName(LOCAL, "local"), "guess")


def test_an_unnamed_actor_goes_with_the_only_event_it_stood_in() -> None:
    def no(_asked: str, words: list[str]) -> str:
        return "none" if words[0] == "event" else words[0]

    asked = {actor.name for actor in served("court-ruling", ASK).actors}
    left = {actor.name for actor in served("court-ruling", ASK, Answers(word=no)).actors}
    assert asked - left == {"judges", "federal court", "Prosecutors"}
    assert "Oskar Brandt" in left, "he has a name"
