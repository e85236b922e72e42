"""Times of a whole article, and the choice of an event's own."""

from __future__ import annotations

from datetime import date

import pytest

from summarizer.article.model import Article, Metadata, Sentence
from summarizer.grounding.times import anchor_of, article_times, time_of

DATELINE = "VELDEN, Wednesday, 11 June 2031 (Velden Post) —"
SENTENCES = (
    f"{DATELINE} Ferry crews will return to work tomorrow under an order that a judge signed the"
    " day before yesterday, as the guild put it.",
    "The walkout started last Friday, and 97 lorries stood on the quay over the weekend.",
    "A letter of warning, sent three weeks before the walkout, was void.",
)


def article(published: date | None = None, dateline: bool = True) -> Article:
    text, sentences = "", []
    for number, written in enumerate(SENTENCES, start=1):
        start = len(text)
        text += written
        sentences.append(Sentence(number, start, len(text), written))
        text += "\n"
    return Article(
        text=text,
        sentences=tuple(sentences),
        metadata=Metadata(published=published, language="en"),
        dateline=(0, len(DATELINE)) if dateline else None,
    )


def test_the_publication_date_goes_before_the_dateline() -> None:
    published = anchor_of(article(date(2031, 6, 12)))
    assert published is not None
    assert (published.day, published.kind) == (date(2031, 6, 12), "published")
    dated = anchor_of(article())
    assert dated is not None
    assert (dated.day, dated.kind) == (date(2031, 6, 11), "dateline")
    assert anchor_of(article(dateline=False)) is None


def test_every_phrase_but_the_dateline_is_found_and_resolved() -> None:
    times = article_times(article())
    assert {n: [(t.text, t.value) for t in found] for n, found in times.items()} == {
        1: [("tomorrow", "2031-06-12"), ("the day before yesterday", "2031-06-09")],
        2: [("last Friday", "2031-06-06"), ("the weekend", "2031-06-07")],
        3: [("three weeks before the walkout", "2031-05-16")],
    }


def test_an_event_takes_the_time_that_stands_by_its_words() -> None:
    whole = article()
    first = whole.sentences[0]
    times = article_times(whole)[1]
    chosen = time_of("Ferry crews will return to work", first.text, times)
    assert chosen is not None
    assert chosen.text == "tomorrow"
    chosen = time_of("a judge signed an order", first.text, times)
    assert chosen is not None
    assert chosen.text == "the day before yesterday"


def test_a_time_of_another_clause_is_not_taken() -> None:
    sentence = "Sand praised the crews and denied that ferries had stopped on Monday."
    found = article_times(
        Article(sentence, (Sentence(1, 0, len(sentence), sentence),), Metadata(language="en"))
    )[1]
    assert time_of("Sand praised the crews", sentence, found) is None
    assert time_of("ferries had stopped", sentence, found) == found[0]


def test_the_day_of_a_noun_gives_way_to_the_day_of_the_verb() -> None:
    sentence = "The council banned Saturday's parade on Monday."
    found = article_times(
        Article(sentence, (Sentence(1, 0, len(sentence), sentence),), Metadata(language="en"))
    )[1]
    chosen = time_of(sentence, sentence, found)
    assert chosen is not None
    assert chosen.text == "on Monday"


def test_a_subject_takes_the_time_of_its_relative_clause() -> None:
    sentence = "A congress of bakers that was to start on Monday has been cancelled."
    found = article_times(
        Article(sentence, (Sentence(1, 0, len(sentence), sentence),), Metadata(language="en"))
    )[1]
    assert time_of("congress of bakers", sentence, found) == found[0]


def test_a_meeting_takes_the_day_that_had_been_set_for_it() -> None:
    sentence = "The mayor postponed a meeting with the union that had been set for Tuesday."
    known = Metadata(language="en", published=date(2031, 6, 9))
    found = article_times(Article(sentence, (Sentence(1, 0, len(sentence), sentence),), known))[1]
    chosen = time_of("The mayor postponed a meeting with the union", sentence, found)
    assert (chosen and chosen.value) == "2031-06-10"


@pytest.mark.parametrize(
    ("clause", "phrase"),
    [
        ("83% of the members had backed a walkout that will begin on Thursday", None),
        ("Defending champion Rasmus Keel, who broke a hand on Thursday, intends to start", None),
        ("The union said that the walkout will begin on Thursday", "on Thursday"),
        ("a walkout that will begin on Thursday", "on Thursday"),
    ],
)
def test_the_time_of_a_relative_clause_is_not_the_events(clause: str, phrase: str | None) -> None:
    sentence = f"{clause}."
    found = article_times(
        Article(sentence, (Sentence(1, 0, len(sentence), sentence),), Metadata(language="en"))
    )[1]
    chosen = time_of(clause, sentence, found)
    assert (chosen.text if chosen else None) == phrase
