"""Grounding: any draft about any article, any wording against any evidence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from hypothesis import strategies as st

from summarizer.article import Metadata, build_article
from summarizer.draft import Draft
from summarizer.grounding import ground, likely_actors, propose, read_article
from summarizer.grounding.guard import GuardContext, check
from summarizer.grounding.quotes import SearchText, find_quote
from tests.fuzz.bending import texts
from tests.fuzz.part import Part
from tests.invariants import grounded_holds
from tests.pipeline.hostile import drafts
from tests.pipeline.saved import NAMES, article_of, reading_of

KNOWN = Metadata(published=date(2031, 6, 9))
LANGUAGES = ("en", "es", "ru", "ar", "zh", "de", None)


@dataclass(frozen=True)
class Wording:
    """Words of a model, what they are said to rest on, and in which language."""

    words: str
    evidence: tuple[str, ...]
    language: str | None


def any_draft(drawn: tuple[str, Draft]) -> None:
    """Ground a draft in one of the examples."""
    name, draft = drawn
    grounded_holds(ground(draft, reading_of(name)), article_of(name))


def any_article(text: str) -> None:
    """Read an article, and ground what code itself proposes."""
    article = build_article(text, KNOWN)
    reading = read_article(article)
    grounded_holds(ground(propose(reading), reading, candidates=likely_actors(reading)), article)


def any_wording(wording: Wording) -> None:
    """Hold words against their evidence."""
    context = GuardContext(
        names=[{"Mara Lindt", "Lindt"}], anchor=date(2031, 3, 4), language=wording.language
    )
    check(wording.words, wording.evidence, context=context)


def any_quote(drawn: tuple[str, str, int]) -> None:
    """Look for a quote; where it is found exactly, it stands."""
    quote, text, near = drawn
    found = find_quote(quote, SearchText(text), near=near, others=[("other", SearchText(quote))])
    for start, end in found.spans if found.match == "exact" else ():
        assert text[start:end] == quote


_DRAFTS = st.sampled_from(NAMES).flatmap(
    lambda name: st.tuples(st.just(name), drafts(name)),
)
_WORDINGS = st.builds(
    Wording,
    words=texts(3),
    evidence=st.lists(texts(3), max_size=2).map(tuple),
    language=st.sampled_from(LANGUAGES),
)

PARTS = (
    Part("grounding: drafts", _DRAFTS, any_draft, 4, 500),
    Part("grounding: articles", texts(), any_article, 4, 800),
    Part("grounding: wordings", _WORDINGS, any_wording, 20, 3_000),
    Part(
        "grounding: quotes",
        st.tuples(texts(3), texts(), st.integers(-9, 999)),
        any_quote,
        60,
        24_000,
    ),
)
