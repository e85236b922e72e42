"""What code alone proposes: candidates in the article's own words, within bounds."""

from __future__ import annotations

from itertools import pairwise

import pytest

from summarizer.grounding import ground, likely_actors, propose
from tests.grounding.made import read
from tests.invariants import grounded_holds
from tests.pipeline.saved import NAMES, article_of, reading_of


@pytest.mark.parametrize("name", NAMES)
def test_a_proposal_holds(name: str) -> None:
    reading = reading_of(name)
    found = ground(propose(reading), reading, candidates=likely_actors(reading))
    grounded_holds(found, article_of(name))
    assert found.events
    assert {actor.name for actor in found.actors} >= {e.name for e in likely_actors(reading)}


@pytest.mark.parametrize("name", NAMES)
def test_proposed_events_stand_in_the_sentence_they_cite(name: str) -> None:
    reading = reading_of(name)
    for event in propose(reading).events:
        [number] = event.sentences
        assert event.description in reading.article.sentences[number - 1].text
        assert reading.article.sentences[number - 1].boilerplate is None


@pytest.mark.parametrize("name", NAMES)
def test_likely_actors_come_in_order_of_first_mention(name: str) -> None:
    firsts = [entity.mentions[0] for entity in likely_actors(reading_of(name))]
    assert all(one < other for one, other in pairwise(firsts))


def test_a_proposal_grows_no_faster_than_the_article() -> None:
    pair = "Iñaki Prat{n} se reunió con Otto Lira{n} el lunes y criticó a Ana Sol{n}."
    text = [pair.format(n=chr(97 + n % 26) * 2) for n in range(90)]
    for count in (10, 90):
        reading = read("Muchos elogian a muchos", *text[:count])
        length = len(reading.article.content)
        proposed = propose(reading)
        assert 0 < len(proposed.events) <= max(40, length)
        assert 0 < len(proposed.stances) <= max(24, length // 2)


def test_a_text_without_anything_proposes_nothing() -> None:
    proposed = propose(read("Well, well, well."))
    assert not any([proposed.actors, proposed.events, proposed.stances, proposed.gist])
