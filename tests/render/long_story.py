"""A long story with many items, for time and size."""

from __future__ import annotations

from itertools import cycle, islice

from summarizer.schema import Actor, ArticleSummary, Event
from tests.render.stories import Story, run

_WORDS = (
    "The harbour board of Lunde met again and weighed what the pilots had asked for, while ships "
    "waited outside the bay and the town counted what another week would cost its traders"
)
_SENTENCE = 20


def long_summary(*, words: int, items: int) -> ArticleSummary:
    """A summary of an article of so many words with so many events, and a tenth as many actors."""
    flow = cycle(_WORDS.split())
    sentences = [
        f"Actor{number % 30} said {' '.join(islice(flow, _SENTENCE - 2))}."
        for number in range(words // _SENTENCE)
    ]
    story = Story(*sentences, gap="\n\n")
    actors = [
        Actor(
            id=f"a{number + 1}",
            name=f"Actor{number}",
            kind="person",
            mentions=[
                story.span(f"Actor{number}", at + 1) for at in range(number, len(sentences), 30)
            ],
            evidence=story.evidence(number + 1),
        )
        for number in range(items // 10)
    ]
    events = [
        Event(
            id=f"e{number + 1}",
            description=sentences[number].removesuffix("."),
            type="OTHER",
            actors=[f"a{number % 30 + 1}"],
            status="occurred",
            evidence=story.evidence(number + 1),
        )
        for number in range(items)
    ]
    return ArticleSummary(
        article=story.record(), headline=None, actors=actors, events=events, run=run()
    )
