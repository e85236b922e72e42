"""A small model writes sentence by sentence, over what code chose for each."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from summarizer.briefing import BriefWork, Options, write_note
from summarizer.briefing.items import matters_of
from summarizer.schema import BriefingNote
from summarizer.settings import load_settings
from summarizer.validation.brief import BriefDocument, check_brief
from tests.briefing.story import incident
from tests.scripted.entries import answer
from tests.scripted.server import Entry, Request, Server, scripted

WRITTEN = write_note(incident(), Options())
MATTERS = matters_of(WRITTEN.sections, Options().limits)


def items_in(request: Request) -> list[str]:
    """The items that a request asks a sentence over."""
    shown = request.asked.partition("<items>\n")[2].partition("\n</items>")[0]
    return [line.partition("] ")[2] for line in shown.splitlines()]


def joined(request: Request) -> Entry:
    """What a model says that joins its items with "and"."""
    said = [item.rstrip(".") for item in items_in(request)]
    return answer({"text": f"{' and '.join(said)}."})


def note_by(model: Callable[[Request], Entry]) -> tuple[BriefingNote, Server]:
    with scripted(otherwise=model) as server:
        settings = load_settings(
            model="any", base_url=server.base_url, retries=0, reasks=0, plan="ask"
        )
        note = asyncio.run(BriefWork(Options()).run(list(incident()), settings)).note
    assert list(check_brief(BriefDocument(note))) == []
    return note, server


def test_one_call_a_sentence_over_one_matter() -> None:
    note, server = note_by(joined)
    assert [len(items_in(request)) for request in server.requests] == [
        len(matter) for matter in (*MATTERS.lead, *MATTERS.judged)
    ]
    assert note.run.plan == "write apart"
    assert not [caveat for caveat in note.warnings if caveat.code == "sentence_dropped"]
    assert note.bottom_line[0].text.startswith(MATTERS.lead[0][0].text.rstrip("."))


def test_the_main_news_is_one_sentence_with_the_cites_of_both_items() -> None:
    first, second = MATTERS.lead[0]
    sentence = note_by(joined)[0].bottom_line[0]
    assert {mark.partition(":")[0] for mark in sentence.cites} >= {
        mark.partition(":")[0] for mark in (first.cites[0], second.cites[0])
    }


def test_two_items_that_make_no_sentence_are_asked_about_one_by_one() -> None:
    def leaves_one_out(request: Request) -> Entry:
        return answer({"text": items_in(request)[0]})

    note, server = note_by(leaves_one_out)
    assert [len(items_in(request)) for request in server.requests[:3]] == [2, 1, 1]
    assert note.bottom_line[0].text == MATTERS.lead[0][0].text


def test_what_fails_alone_is_told_and_the_rule_stands_in() -> None:
    note, _ = note_by(lambda _: answer({"text": "The moon fell into the sea off Tarnow."}))
    codes = [caveat.code for caveat in note.warnings]
    assert codes.count("sentence_dropped") >= len(MATTERS.judged)
    assert "written_by_rule" in codes
    assert note.bottom_line == WRITTEN.note.bottom_line
    assert note.judgements == WRITTEN.note.judgements


def test_no_answer_costs_its_sentence_only() -> None:
    answers = iter(["no JSON at all"])

    def model(request: Request) -> Entry:
        return answer(word) if (word := next(answers, None)) else joined(request)

    note, _ = note_by(model)
    assert note.run.plan == "write apart"
    assert len(note.bottom_line) > 1
