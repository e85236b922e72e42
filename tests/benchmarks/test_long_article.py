"""Made articles: as long as asked for, always the same, with each fact once in its place."""

from __future__ import annotations

import pytest

from benchmarks.long_article import FACTS, NAMES, long_article


@pytest.mark.parametrize("words", [1_000, 12_000])
def test_an_article_has_its_length_and_its_facts(words: int) -> None:
    text = long_article(words)
    assert text == long_article(words)
    assert len(text.split()) == pytest.approx(words, rel=0.15)
    places = [text.index(fact) / len(text) for fact in FACTS.values()]
    assert places == [pytest.approx(at, abs=0.1) for at in (0, 0.5, 1)]
    assert all(text.count(name) == 1 for name in NAMES.values())
