"""Long articles in parts."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import summarizer
from summarizer import build_article
from summarizer.grounding import read_article
from summarizer.pipeline import writing
from summarizer.pipeline.sections import digest, sections, size_of
from tests.invariants import holds
from tests.pipeline.answering import form_of, kinds
from tests.scripted.entries import answer
from tests.scripted.server import Entry, Request, scripted

NAMES = ("Ada Quill", "Otto Feld", "Maren Holt")
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
    parts = list(sections(article, tokens))
    assert [s for part in parts for s in part] == list(article.content)
    assert all(len(part) == 1 or sum(map(size_of, part)) <= tokens for part in parts)


def test_a_short_article_is_its_own_digest() -> None:
    reading = read_article(build_article("Police arrested Ada Quill. She denied it."))
    assert digest(reading, 1000) == reading.article.content


def test_a_digest_has_the_lead_and_what_happens_later() -> None:
    reading = read_article(build_article(story(2_000)))
    shown = digest(reading, 500)
    assert sum(map(size_of, shown)) <= 500
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


@pytest.fixture
def short_sections(monkeypatch: pytest.MonkeyPatch) -> int:
    """Sections so short that an article of a thousand words has several; their tokens."""
    monkeypatch.setattr(writing, "SECTION_TOKENS", 500)
    return 500


def test_a_long_article_is_drafted_in_parts_and_found_at_both_ends(short_sections: int) -> None:
    article = build_article(story(1_000))
    with scripted(otherwise=drafted) as server:
        summary = summarizer.summarize(article, model="any", base_url=server.base_url)
        asked = kinds(server.requests)
    holds(summary)
    parts = list(sections(article, short_sections))
    assert asked == ["draft"] * len(parts) + ["gist"]
    assert len(parts) > 1
    names = {actor.id: actor.name for actor in summary.actors}
    assert [names[e.recipients[0]] for e in summary.events] == list(NAMES)


@pytest.mark.usefixtures("short_sections")
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
            build_article(story(1_000)), model="any", base_url=server.base_url, reasks=0
        )
    assert "part_undrafted" in {warning.code for warning in summary.warnings}
    assert summary.events
