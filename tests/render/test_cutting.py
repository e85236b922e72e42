"""The article in pieces: nothing lost, nothing doubled, whatever the spans."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.render.cutting import Paragraph, ShownSentence, paragraphs
from summarizer.schema import Actor, ArticleSummary
from tests.render.pilots import PILOTS, pilots
from tests.render.stories import Story, run


def _summary(story: Story, **changes: object) -> ArticleSummary:
    article = story.record().model_copy(update=changes)
    return ArticleSummary(article=article, headline=None, run=run())


def _sentences(cut: list[Paragraph]) -> list[ShownSentence]:
    return [part for paragraph in cut for part in paragraph.parts if not isinstance(part, str)]


def _text(cut: list[Paragraph]) -> str:
    return "".join(
        part if isinstance(part, str) else "".join(piece.text for piece in part.pieces)
        for paragraph in cut
        for part in paragraph.parts
    )


def test_each_sentence_knows_what_cites_it() -> None:
    found = _sentences(paragraphs(pilots()))
    assert ["".join(p.text for p in sentence.pieces) for sentence in found] == list(PILOTS)
    assert found[4].cited_by == ("a3", "e4", "s1", "q3")
    assert found[8].cited_by == ()
    assert [sentence.number for sentence in found if sentence.boilerplate] == [7]
    assert paragraphs(pilots())[0].is_title
    assert not paragraphs(pilots())[1].is_title


def test_mentions_are_pieces_and_the_first_of_each_actor_is_told() -> None:
    pieces = [piece for s in _sentences(paragraphs(pilots())) for piece in s.pieces if piece.actors]
    assert [(piece.text, *piece.actors, piece.first) for piece in pieces] == [
        ("Pilots' Guild", "a1", True),
        ("Mara Venn", "a2", True),
        ("the Guild", "a1", False),
        ("Tomas Quill", "a3", True),
        ("transport ministry of Orland", "a4", True),
        ("The ministry", "a4", False),
    ]


def test_a_name_within_a_name_belongs_to_both_and_is_labelled_once() -> None:
    story = Story("Dock cranes stood still.", "The cranes rusted.")
    spans = {
        "cranes": [story.span("cranes", 1), story.span("cranes", 2)],
        "Dock cranes": [story.span("Dock cranes", 1)],
    }
    actors = [
        Actor(id=f"a{n}", name=name, kind="group", mentions=found, evidence=story.evidence(1))
        for n, (name, found) in enumerate(spans.items(), start=1)
    ]
    cut = paragraphs(_summary(story).model_copy(update={"actors": actors}))
    pieces = [piece for s in _sentences(cut) for piece in s.pieces if piece.actors]
    assert [(piece.text, piece.actors, piece.first) for piece in pieces] == [
        ("Dock ", ("a2",), False),
        ("cranes", ("a2", "a1"), True),
        ("cranes", ("a1",), True),
    ]


def test_part_of_a_sentence_that_an_item_quotes_is_a_piece() -> None:
    summary = pilots()
    quote = summary.statements[1].evidence[0]
    words = "“We will not sail tired,”"
    quote.quote, quote.end = words, quote.start + len(words)
    pieces = _sentences(paragraphs(summary))[3].pieces
    assert pieces[0].text == words
    assert pieces[0].by == ("q2",)
    assert all(piece.by == () for piece in pieces[1:])


def test_blank_lines_end_paragraphs_else_single_ones_do() -> None:
    wrapped = Story("One\nline.", "Two.", gap="\n").text + "\n\nThree."
    story = Story("One\nline.", "Two.", "Three.", gap="\n")
    story.spans[2] = (wrapped.index("Three"), len(wrapped))
    cut = paragraphs(_summary(story, text=wrapped, sentences=story.spans))
    assert [len(_sentences([paragraph])) for paragraph in cut] == [2, 1]
    assert len(paragraphs(_summary(Story("A.", "B.", gap="\n")))) == 2
    assert len(paragraphs(_summary(Story("A.", "B.", gap=" ")))) == 1


def test_without_text_there_is_nothing_to_cut() -> None:
    assert paragraphs(_summary(Story("A."), text=None)) == []


@given(
    st.text(alphabet="ab \n.é😀", min_size=1, max_size=60),
    st.lists(st.tuples(st.integers(0, 80), st.integers(1, 30)), max_size=8),
    st.lists(st.tuples(st.integers(0, 80), st.integers(1, 30)), max_size=8),
)
def test_any_spans_keep_the_text(
    text: str, sentences: list[tuple[int, int]], mentions: list[tuple[int, int]]
) -> None:
    story = Story("x")
    summary = _summary(story, text=text, sentences=[(at, at + length) for at, length in sentences])
    summary.actors = [
        Actor(
            id="a1",
            name="x",
            kind="person",
            mentions=[(at, at + length) for at, length in mentions],
            evidence=story.evidence(1),
        )
    ]
    shown = _text(paragraphs(summary))
    assert "".join(shown.split()) == "".join(text.split())


@pytest.mark.parametrize("number", [0, 99])
def test_unknown_sentence_number_harms_nothing(number: int) -> None:
    summary = pilots()
    summary.events[0].evidence[0].sentence = number
    assert len(_sentences(paragraphs(summary))) == 10
