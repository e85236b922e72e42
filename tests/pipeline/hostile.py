"""Drafts that no honest model would write, made from the article's own words and others."""

from __future__ import annotations

from hypothesis import strategies as st

from summarizer.draft import Draft, DraftActor, DraftEvent, DraftSentence, DraftStance
from summarizer.ontology import ACTOR_KINDS, EVENT_TYPES, POSITIONS, STATUSES
from tests.pipeline.saved import article_of, reading_of

_NOBODY = [
    "",
    " ",
    "author",
    "Author ",
    "Zed Null",
    "he",
    "She",
    ".",
    "1",
    "the",
    "s",
    "\u200b",
    "盐",
]


def drafts(name: str) -> st.SearchStrategy[Draft]:
    """Any draft about the article of that name."""
    names, words = _names(name), _wordings(name)
    numbers = st.lists(st.integers(-2, len(article_of(name).sentences) + 2), max_size=4)
    actors = st.builds(DraftActor, name=names, kind=st.sampled_from(ACTOR_KINDS), role=names)
    events = st.builds(
        DraftEvent,
        description=words.map(lambda text: text[:200]),
        type=st.sampled_from(EVENT_TYPES),
        actors=st.lists(names, max_size=5),
        recipients=st.lists(names, max_size=5),
        status=st.sampled_from(STATUSES),
        sentences=numbers,
    )
    stances = st.builds(
        DraftStance,
        holder=names,
        target=st.one_of(names, words.map(lambda text: text[:100])),
        position=st.sampled_from(POSITIONS),
        sentences=numbers,
    )
    gist = st.builds(DraftSentence, text=words, sentences=numbers)
    return st.builds(
        Draft,
        actors=st.lists(actors, max_size=8),
        events=st.lists(events, max_size=6),
        stances=st.lists(stances, max_size=6),
        gist=st.lists(gist, max_size=3),
    )


def _names(name: str) -> st.SearchStrategy[str]:
    """Names of the article, parts of them, and names of nobody."""
    reading = reading_of(name)
    known = {e.name for e in reading.directory.entities}
    known |= {alias for e in reading.directory.entities for alias in e.aliases}
    known |= {f"the {e.role.text}" for e in reading.directory.entities if e.role is not None}
    parts = {part for each in known for part in each.split()}
    told = [*sorted(known), *sorted(parts), *_NOBODY]
    return st.one_of(
        st.sampled_from(told),
        st.sampled_from(told).map(str.upper),
        st.sampled_from(told).map(lambda text: f" {text}\n"),
        st.text(max_size=8),
    ).map(lambda text: text[:80])


def _wordings(name: str) -> st.SearchStrategy[str]:
    """Sentences of the article, whole, cut, with a word changed, and texts from nowhere."""
    bodies = [sentence.text for sentence in article_of(name).sentences]

    def changed(held: tuple[str, int, str]) -> str:
        text, at, word = held
        words = text.split()
        words[at % len(words)] = word
        return " ".join(words)

    spoiled = st.tuples(
        st.sampled_from(bodies), st.integers(0, 40), st.sampled_from(["not", "99", "Zed", "", "no"])
    ).map(changed)
    cut = st.tuples(st.sampled_from(bodies), st.integers(0, 120)).map(lambda p: p[0][: p[1]])
    return st.one_of(st.sampled_from(bodies), spoiled, cut, st.text(max_size=20)).map(
        lambda text: text[:300]
    )
