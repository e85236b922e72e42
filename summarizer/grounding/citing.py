"""From the sentence numbers that a model gave to evidence that stands in the article."""

from __future__ import annotations

from collections.abc import Iterable

from summarizer.article import Article
from summarizer.grounding.caveats import Caveats
from summarizer.schema import Evidence


def cite(article: Article, numbers: Iterable[int], path: str, caveats: Caveats) -> list[Evidence]:
    """Evidence for each number that is a sentence of the article's own, in order, each once."""
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
