"""Independence: copies collapse, reports with news of their own do not."""

from __future__ import annotations

import random
import time

from summarizer.merging.copies import find_copies
from summarizer.merging.model import Source
from tests.merging.made import Telling, sources

WIRE = (
    "A footbridge over the Velda collapsed on Friday while crowds were crossing to a regatta.",
    "The deck gave way in the middle and everybody fell at once, the fire chief said.",
    "The ministry closed two other footbridges of the same type on Friday evening.",
    "The union said it had warned the ministry twice about rusted cables and loose bolts.",
    "Divers will resume the search in the river on Saturday morning at first light.",
)
OWN = (
    "Doctors at the hospital said forty people were being treated for broken bones.",
    "Witnesses heard cables snap shortly before the middle of the bridge sank.",
    "The mayor called off the boat races and asked the city to lend blood.",
)


def copies(*tellings: Telling) -> dict[int, int]:
    return find_copies(sources(*tellings))


def article(headline: str, *body: str, day: int = 3) -> Telling:
    return Telling(headline, *body, published=f"2034-03-{day:02}")


def test_another_headline_makes_no_other_report() -> None:
    assert copies(article("Bridge falls", *WIRE), article("Eleven die", *WIRE, day=4)) == {2: 1}


def test_a_shortened_copy_repeats_the_whole() -> None:
    assert copies(article("Bridge falls", *WIRE), article("Eleven die", *WIRE[:3], day=4)) == {2: 1}
    assert copies(article("Eleven die", *WIRE[:3]), article("Bridge falls", *WIRE)) == {2: 1}


def test_a_light_rewrite_repeats() -> None:
    rewritten = [line.replace("Friday", "the day").replace("said", "told us") for line in WIRE]
    assert copies(article("Bridge falls", *WIRE), article("A fall", *rewritten, day=4)) == {2: 1}


def test_a_follow_up_with_news_of_its_own_is_a_report() -> None:
    follow_up = article("Toll rises", *OWN, *WIRE[:2], day=4)
    assert copies(article("Bridge falls", *WIRE), follow_up) == {}


def test_two_articles_on_one_matter_are_two_reports() -> None:
    assert copies(article("Bridge falls", *WIRE), article("Many hurt", *OWN)) == {}


def test_a_copy_of_a_copy_repeats_the_first() -> None:
    found = copies(
        article("One", *WIRE), article("Two", *WIRE, day=4), article("Three", *WIRE[:4], day=5)
    )
    assert found == {2: 1, 3: 1}


def test_short_texts_repeat_only_if_they_are_the_same() -> None:
    short = ("Ferry sunk off Lorn.", "All are safe.", "No more is known.")
    assert copies(Telling(*short), Telling("Other head.", *short[1:], published="2034-03-04")) == {
        2: 1
    }
    assert copies(Telling(*short), Telling(*short[:2], "Two are missing.")) == {}


def test_without_the_text_the_quotes_are_compared() -> None:
    told = []
    for day in (3, 4):
        telling = article("Bridge falls", *WIRE, day=day)
        for number in range(2, 7):
            telling.event(WIRE[number - 2], number)
        told.append(telling.summary())
    bare = [
        Source(n, s.model_copy(update={"article": s.article.model_copy(update={"text": None})}))
        for n, s in enumerate(told, start=1)
    ]
    assert find_copies(bare) == {2: 1}


def test_time_grows_with_the_number_of_articles_not_its_square() -> None:
    seconds = []
    for count in (150, 600):
        made = sources(*(_random_article(seed) for seed in range(count)))
        begun = time.perf_counter()
        assert find_copies(made) == {}
        seconds.append(time.perf_counter() - begun)
    assert seconds[1] < 10 * seconds[0]


def _random_article(seed: int) -> Telling:
    chosen = random.Random(seed)  # noqa: S311  # no secret
    words = [f"w{chosen.randrange(4000)}" for _ in range(120)]
    return Telling("Head.", " ".join(words[:60]) + ".", " ".join(words[60:]) + ".")
