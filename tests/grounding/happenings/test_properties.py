"""What holds for any text: places are exact, inside their sentence, and nothing fails."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.errors import SummarizerError
from summarizer.grounding.happenings import find_happenings
from summarizer.ontology import mode_is_legal
from tests.grounding.happenings.reading import read

_VOCABULARY = """police arrested Maren Holt the union of nurses who said that it had not been
attacked by rebels and , ; ( ) " “ ” : — - [ ] 's to strike was called off after talks with
Norrland on Monday . killing five people 🙂 é́ منظمة 工会 罢工 2031 % would
denied taking a plan to sue"""
_WORDS = st.sampled_from(sorted(set(_VOCABULARY.split())))
_TEXTS = st.lists(_WORDS, min_size=1, max_size=40).map(" ".join)


@pytest.mark.parametrize("language", ["en", "es", "ru", "ar", "zh"])
@settings(max_examples=60, deadline=None)
@given(text=_TEXTS)
def test_places_are_exact(language: str, text: str) -> None:
    """Trigger, clause and parties lie in the sentence that is named, modes are legal."""
    try:
        reading = read(text, language)
    except SummarizerError:
        return
    article = reading.article
    for found in find_happenings(reading):
        sentence = article.sentences[found.sentence - 1]
        for start, end in (found.trigger, found.clause):
            assert sentence.start <= start < end <= sentence.end
        assert article.text[slice(*found.clause)].strip()
        for party in (*found.actors, *found.recipients):
            assert article.text[slice(*party.span)] == party.text
        assert all(mode_is_legal(c.type, c.mode) and 0 < c.weight <= 1 for c in found.types)
        assert 0 <= found.salience <= 1
        assert not set(found.actors) & set(found.recipients)


@settings(max_examples=30, deadline=None)
@given(text=_TEXTS)
def test_the_same_text_is_read_the_same(text: str) -> None:
    """No order of sets or memory of other articles shows."""
    try:
        first, second = read(text), read(text)
    except SummarizerError:
        return
    one, other = find_happenings(first), find_happenings(second)
    assert [(h.clause, h.types, h.salience) for h in one] == [
        (h.clause, h.types, h.salience) for h in other
    ]
