"""The steps of a note: articles summarized first, what fails told in it, all of it counted."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Any

import pytest

from summarizer.article import Article, Metadata, build_article
from summarizer.briefing import BriefWork, Options
from summarizer.briefing.inputs import Given
from summarizer.errors import BudgetError, InputError, ProviderError
from summarizer.schema import BriefingNote
from summarizer.settings import load_settings
from tests.briefing.story import incident, report
from tests.pipeline.answering import Answers
from tests.scripted.entries import status
from tests.scripted.server import Entry, Request, Server, scripted


def article(text: str, name: str) -> Article:
    return build_article(text, Metadata(source=name))


FERRY = article("A ferry sank off Lorn on Monday.\n\nNobody was hurt.", "ferry.txt")
FIRE = article("A mill burned down in Orsand on Monday.\n\nTwo people died.", "fire.txt")


def done(
    given: Sequence[Given], *entries: Entry, **options: Any
) -> tuple[BriefingNote, Server, BriefWork]:
    write = options.pop("write", True)
    with scripted(*entries, otherwise=Answers(draft={})) as server:
        work = BriefWork(Options(), write=write)
        settings = load_settings(
            model="any", base_url=server.base_url, retries=0, reasks=0, **options
        )
        return asyncio.run(work.run(given, settings)).note, server, work


def told(note: BriefingNote) -> list[str]:
    return [caveat.message for caveat in note.warnings if caveat.code == "not_summarized"]


def test_an_article_whose_summary_is_given_is_not_summarized_again() -> None:
    telling = report()
    same = build_article(telling.summary().article.text or "")
    assert same.sha256 == telling.summary().article.sha256
    note, server, _ = done([telling.summary(), same], write=False)
    assert (server.calls, len(note.sources), told(note)) == (0, 1, [])


def test_without_a_model_articles_are_named_and_the_rest_goes_on() -> None:
    note, server, work = done([*incident(), FERRY, FIRE], write=False)
    assert server.calls == 0
    assert "(4 articles)" in note.title
    ((names, error),) = work.failed
    assert (names, error.exit_code) == ("ferry.txt, fire.txt", 3)
    assert told(note) == ["ferry.txt, fire.txt: only a model can summarize an article"]


def test_articles_alone_and_no_model_are_no_note() -> None:
    with pytest.raises(InputError, match=r"^ferry.txt: only a model") as caught:
        done([FERRY], write=False)
    assert "summarizer summarize" in str(caught.value.hint)


def test_an_article_that_fails_is_told_in_the_note() -> None:
    note, _, work = done([*incident(), FERRY, FIRE], status(400, "no"))
    assert [name for name, _ in work.failed] == ["ferry.txt"]
    assert told(note)[0].startswith("ferry.txt: ")
    assert "(5 articles)" in note.title


def test_what_would_fail_for_all_ends_the_summaries_but_not_the_note() -> None:
    note, server, work = done([*incident(), FERRY, FIRE], status(401, "no"))
    assert work.failed[0][0] == "ferry.txt, fire.txt"
    assert isinstance(work.failed[0][1], ProviderError)
    assert "(4 articles)" in note.title
    assert server.calls <= 2


def test_all_that_was_asked_is_counted_and_paid_for() -> None:
    note, server, _ = done([*incident(), FERRY], price="1/2")
    assert server.calls == note.run.usage.calls == 2
    assert note.run.cost is not None
    assert note.run.cost > 0


def test_the_budget_ends_the_writing_not_the_note() -> None:
    note, server, work = done([*incident(), FERRY], max_calls=1)
    assert server.calls == note.run.usage.calls == 1
    assert isinstance(work.failed[-1][1], BudgetError)
    assert work.failed[-1][0] == "the note was written by rule"
    assert note.bottom_line


def test_the_writing_has_a_deadline() -> None:
    def late(_: Request) -> Entry:
        return status(503, "later", retry_after="5")

    with scripted(otherwise=late) as server:
        work = BriefWork(Options())
        settings = load_settings(model="any", base_url=server.base_url, retries=3, deadline=0.3)
        note = asyncio.run(work.run(incident(), settings)).note
    ((_, error),) = work.failed
    assert "not done within 0.3 s" in error.message
    assert note.bottom_line


def test_nothing_to_say_asks_nobody() -> None:
    note, server, _ = done([])
    assert server.calls == 0
    assert [gap.text for gap in note.gaps] == ["No article."]
