"""From the sentence numbers that a model gave to evidence that stands in the article."""

from __future__ import annotations

from collections.abc import Iterable

from summarizer.article import Article
from summarizer.article.boilerplate import SUSPICIOUS
from summarizer.grounding.caveats import Caveats
from summarizer.schema import Evidence


def cite(article: Article, numbers: Iterable[int], path: str, caveats: Caveats) -> list[Evidence]:
    """Evidence for each number that is a sentence of the article's own, in order, each once.

    None at all if one of them gives orders to an AI: what rests on an order may obey it, and the
    sentences cited beside it would only lend it their name.
    """
    numbers = list(numbers)
    if rests_on_order(article, numbers):
        caveats.add("citation_boilerplate", path, "it cites a sentence that gives orders to an AI")
        return []
    cited: dict[int, Evidence] = {}
    for number in numbers:
        sentence = article.sentence(number)
        if sentence is None:
            caveats.add("citation_out_of_range", path, f"there is no sentence {number}")
        elif sentence.boilerplate is not None:
            caveats.add("citation_boilerplate", path, f"sentence {number} is not the article's own")
        else:
            cited[number] = article.evidence(number)
    return [cited[number] for number in sorted(cited)]


def rests_on_order(article: Article, numbers: Iterable[int]) -> bool:
    """Whether one of the sentences gives orders to an AI."""
    cited = (article.sentence(number) for number in numbers)
    return any(s is not None and s.boilerplate == SUSPICIOUS for s in cited)
