"""One article's account: its own spending, its deadline, and how a run over many is stopped."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from summarizer.article import Metadata, build_article
from summarizer.errors import AnswerError, ProviderError, SummarizerError, UnknownModelError
from summarizer.llm import open_model
from summarizer.llm.breaker import IN_A_ROW, Breaker
from summarizer.pipeline import open_summarizer
from summarizer.progress import Began, Called, Ended, Event
from summarizer.schema import ArticleSummary
from summarizer.settings import load_settings
from tests.llm.asking import GOOD, MESSAGES, Form
from tests.pipeline.answering import Answers
from tests.runs import run_of
from tests.scripted.entries import always, answer, hang, refusal, reset, status
from tests.scripted.server import Entry, Server, scripted


def texts(count: int) -> list[Any]:
    return [
        build_article(f"Ada Moss left on day {n}. She said nothing.", Metadata(id=f"x{n}"))
        for n in range(count)
    ]


def outcomes(
    server: Server,
    count: int,
    *,
    at_once: bool = False,
    events: list[Event] | None = None,
    **how: Any,
) -> list[ArticleSummary | SummarizerError]:
    """What became of so many articles."""
    settings = load_settings(**{"model": "any", "base_url": server.base_url, "retries": 0, **how})
    ended: list[ArticleSummary | SummarizerError] = []

    async def one(summarizer: Any, article: Any) -> None:
        try:
            ended.append(await summarizer.summarize(article))
        except SummarizerError as error:
            ended.append(error)

    async def run() -> None:
        hear = (lambda event: events.append(event)) if events is not None else (lambda _: None)
        async with open_summarizer(settings, listener=hear) as summarizer:
            if at_once:
                await asyncio.gather(*(one(summarizer, article) for article in texts(count)))
            else:
                for article in texts(count):
                    await one(summarizer, article)

    asyncio.run(run())
    return ended


def test_articles_side_by_side_have_their_own_accounts() -> None:
    script = [
        answer({"actors": 1}),
        *[answer({"actors": [], "events": [], "stances": [], "gist": []})] * 5,
    ]
    with scripted(*script) as server:
        done = outcomes(server, 5, at_once=True, price="1/1")
    calls = [run_of(one).usage.calls for one in done if isinstance(one, ArticleSummary)]
    assert sorted(calls) == [1, 1, 1, 1, 2]
    costs = [run_of(one).cost or 0.0 for one in done if isinstance(one, ArticleSummary)]
    assert sorted(costs) == pytest.approx([0.00011] * 4 + [0.00022])


def test_an_article_that_takes_too_long_is_given_up_and_the_next_goes_on() -> None:
    with scripted(hang(), otherwise=Answers({})) as server:
        late, done = outcomes(server, 2, deadline=0.3)
    assert type(late) is ProviderError
    assert str(late) == "the article was not done within 0.3 s"
    assert isinstance(done, ArticleSummary)


def test_the_deadline_cuts_the_waits_between_retries() -> None:
    with scripted(otherwise=always(status(429, retry_after=20))) as server:
        [late] = outcomes(server, 1, deadline=0.3, retries=3)
    assert "not done within" in str(late)
    assert server.calls == 1


@pytest.mark.parametrize("fault", [status(500), status(403), status(400, "bad"), reset()])
def test_one_cause_in_a_row_stops_the_run(fault: Entry) -> None:
    with scripted(otherwise=always(fault)) as server:
        ended = outcomes(server, IN_A_ROW)
    stops = [one.stops_run for one in ended if isinstance(one, SummarizerError)]
    assert stops == [False] * (IN_A_ROW - 1) + [True]
    assert str(ended[-1]) == f"{ended[0]}; the last {IN_A_ROW} articles failed of the same cause"
    assert type(ended[-1]) is type(ended[0])


@pytest.mark.parametrize("fault", [status(401), status(404), status(402)])
def test_what_no_article_escapes_stops_it_at_once(fault: Entry) -> None:
    with scripted(fault) as server:
        ended = outcomes(server, 3)
    assert server.calls == 1, "whoever goes on asking is told the same without a call"
    assert all(isinstance(one, SummarizerError) and one.stops_run for one in ended)
    assert {(type(one), str(one)) for one in ended} == {(type(ended[0]), str(ended[0]))}


def test_an_account_without_credit_is_not_asked_again() -> None:
    def broke(exchange: Any) -> None:
        body = {"message": "You exceeded your quota", "code": "insufficient_quota"}
        exchange.send_json(429, {"error": body})

    with scripted(broke) as server:
        [error] = outcomes(server, 1, retries=3)
    assert isinstance(error, ProviderError)
    assert error.stops_run
    assert "takes no more requests of this account" in str(error)


def test_a_good_article_or_another_cause_begins_the_count_anew() -> None:
    breaker = Breaker()
    for _ in range(3):
        for _ in range(IN_A_ROW - 1):
            assert not breaker.failed(ProviderError("x")).stops_run
        breaker.done()
        for _ in range(IN_A_ROW - 1):
            assert not breaker.failed(ProviderError("y")).stops_run


def test_answers_that_do_not_fit_stop_nothing_as_the_provider_is_there() -> None:
    breaker = Breaker()
    for _ in range(3 * IN_A_ROW):
        assert not breaker.failed(AnswerError("y")).stops_run
    with scripted(otherwise=always(refusal())) as server:
        ended = outcomes(server, IN_A_ROW + 1)
        assert server.calls > IN_A_ROW
    assert all(isinstance(one, AnswerError) and not one.stops_run for one in ended)


def test_articles_are_told_as_they_begin_and_end() -> None:
    events: list[Event] = []
    with scripted(
        answer({"actors": [], "events": [], "stances": [], "gist": []}), status(401)
    ) as server:
        outcomes(server, 2, events=events)
    assert [e.article for e in events if isinstance(e, Began)] == ["x0", "x1"]
    good, bad = (e for e in events if isinstance(e, Ended))
    assert (good.error, good.calls, good.input, good.output) == (None, 1, 100, 10)
    assert (bad.error, bad.calls) == ("ProviderError 4", 1)
    [called] = [e for e in events if isinstance(e, Called)]
    assert (called.input, called.output, called.attempts, called.cost) == (100, 10, 1, None)


def test_a_call_says_how_many_attempts_it_took() -> None:
    events: list[Event] = []

    async def run() -> None:
        settings = load_settings(model="any", base_url=server.base_url)
        async with open_model(settings, listener=events.append) as model:
            await model.fill(MESSAGES, Form)

    with scripted(status(500, retry_after=0), answer(GOOD)) as server:
        asyncio.run(run())
    assert [e.attempts for e in events if isinstance(e, Called)] == [2]


def test_a_wrong_model_is_refused_before_any_article() -> None:
    with scripted() as server, pytest.raises(UnknownModelError):
        outcomes(server, 1, model="")
