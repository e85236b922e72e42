"""Long articles in parts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import summarizer
from summarizer import build_article
from summarizer.errors import TooLongError
from summarizer.grounding import read_article
from summarizer.pipeline.sections import Sizes, digest, sections, who_is_who
from tests.invariants import holds
from tests.pipeline.answering import form_of, kinds
from tests.scripted.entries import answer, status
from tests.scripted.server import Entry, Request, scripted

NAMES = ("Ada Quill", "Otto Feld", "Maren Holt")
SIZES = Sizes()
SHORT = {"model": "any", "section_tokens": 500}
"""Sections so short that an article of a thousand words has several."""
FILLER = "The harbour office counted the boats again and wrote the figure down. "


def story(words: int) -> str:
    """A long article with one arrest at its start, one in its middle and one at its end."""
    half = FILLER * (words // 24)
    told = [f"Police arrested {name} in Velden on Monday." for name in NAMES]
    return f"{told[0]} {half}{told[1]} {half}{told[2]}"


@given(st.lists(st.integers(1, 60), min_size=1, max_size=30), st.integers(1, 400))
def test_sections_hold_every_sentence_once_and_in_order(lengths: list[int], tokens: int) -> None:
    text = " ".join("Word " + "word " * length + "end." for length in lengths)
    article = build_article(text)
    parts = list(sections(article.content, tokens, SIZES))
    assert [s for part in parts for s in part] == list(article.content)
    assert all(len(part) == 1 or SIZES.total(part) <= tokens for part in parts)


def test_what_a_model_counts_beats_the_bound() -> None:
    article = build_article("One two three. Four five six. Seven eight nine.")
    counted = Sizes({1: 10, 2: 90, 3: 10})
    parts = list(sections(article.content, 100, counted))
    assert [[s.number for s in part] for part in parts] == [[1, 2], [3]]


def test_a_short_article_is_its_own_digest() -> None:
    reading = read_article(build_article("Police arrested Ada Quill. She denied it."))
    assert digest(reading, 1000, SIZES) == reading.article.content


def test_a_digest_has_the_lead_and_what_happens_later() -> None:
    reading = read_article(build_article(story(2_000)))
    shown = digest(reading, 500, SIZES)
    assert SIZES.total(shown) <= 500
    assert [s.number for s in shown] == sorted({s.number for s in shown})
    text = " ".join(sentence.text for sentence in shown)
    assert all(name in text for name in NAMES)


def drafted(request: Request) -> Entry:
    """A model that drafts the arrests it is shown, and says nothing of the rest."""
    shown = request.asked
    lines = [line for line in shown.splitlines() if "arrested" in line]
    events: list[dict[str, Any]] = []
    for line in lines:
        number = int(line[1 : line.index("]")])
        name = next(name for name in NAMES if name in line)
        events.append(
            {
                "description": f"Police arrested {name}",
                "type": "COERCE",
                "actors": ["Police"],
                "recipients": [name],
                "status": "occurred",
                "sentences": [number],
            }
        )
    filled = {"events": events}
    return answer({name: filled.get(name, []) for name in form_of(request)})


def test_a_long_article_is_drafted_in_parts_and_found_at_both_ends() -> None:
    article = build_article(story(1_000))
    with scripted(otherwise=drafted) as server:
        summary = summarizer.summarize(article, base_url=server.base_url, **SHORT)
        asked = kinds(server.requests)
    holds(summary)
    parts = list(sections(article.content, 500, SIZES))
    assert asked == ["draft"] * len(parts) + ["gist"]
    assert len(parts) > 1
    names = {actor.id: actor.name for actor in summary.actors}
    assert [names[e.recipients[0]] for e in summary.events] == list(NAMES)


def test_a_later_part_is_told_who_was_named_before_it() -> None:
    with scripted(otherwise=drafted) as server:
        summarizer.summarize(build_article(story(1_000)), base_url=server.base_url, **SHORT)
        first, *later = [r.asked for r in server.requests if kinds([r]) == ["draft"]]
    assert "Named in earlier parts" not in first
    assert all(NAMES[0] in asked.partition("\n\n")[0] for asked in later)
    assert NAMES[2] not in later[-1].partition("\n\n")[0], "it comes in this part only"


def test_a_role_goes_with_a_name_once_the_article_has_given_it() -> None:
    article = build_article(
        "Ada Quill spoke in Velden. She left. Mayor Ada Quill spoke again. Otto Feld listened."
    )
    reading = read_article(article)
    assert who_is_who(reading, article.content[:1]) == []
    assert who_is_who(reading, article.content[1:2])[:1] == ["Ada Quill"]
    assert who_is_who(reading, article.content[3:])[:1] == ["Ada Quill (Mayor)"]


def with_room_for(words: int) -> Callable[[Request], Entry]:
    """A model that drafts, but refuses to read an article of more words than that."""

    def answered(request: Request) -> Entry:
        if len(request.asked.split()) > words:
            return status(400, "this model's maximum context length is 600 tokens")
        return drafted(request)

    return answered


def test_a_model_with_little_room_is_given_less_until_it_can_read() -> None:
    with scripted(otherwise=with_room_for(400)) as server:
        summary = summarizer.summarize(
            build_article(story(1_000)), model="any", base_url=server.base_url
        )
        refused = [r for r in server.requests if len(r.asked.split()) > 400]
    names = {actor.id: actor.name for actor in summary.actors}
    assert [names[e.recipients[0]] for e in summary.events] == list(NAMES)
    assert len(summary.gist) > 0
    assert len(refused) < 10, "what was learned about the first part holds for the others"


def test_a_model_without_room_for_anything_is_an_error_that_says_what_to_do() -> None:
    with scripted(otherwise=with_room_for(5)) as server, pytest.raises(TooLongError) as raised:
        summarizer.summarize(build_article(story(1_000)), model="any", base_url=server.base_url)
    assert "section_tokens" in (raised.value.hint or "")
    assert server.calls < 10


@pytest.mark.parametrize("failing", [0, 1])
def test_a_part_that_fails_costs_itself_alone(failing: int) -> None:
    parts: list[Request] = []

    def one_fails(request: Request) -> Entry:
        if kinds([request]) != ["draft"]:
            return drafted(request)
        parts.append(request)
        return answer("no") if len(parts) == failing + 1 else drafted(request)

    with scripted(otherwise=one_fails) as server:
        summary = summarizer.summarize(
            build_article(story(1_000)), base_url=server.base_url, reasks=0, **SHORT
        )
    assert "part_undrafted" in {warning.code for warning in summary.warnings}
    assert summary.events
