"""Statements: who said what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from summarizer.scoring.matching import match
from summarizer.scoring.names import best_pair
from summarizer.scoring.records import GoldArticle, GoldQuote, Prediction
from summarizer.scoring.tally import Metric, Tally, f1, precision, recall, share
from summarizer.scoring.text import overlap

SAME_WORDS: Final = 0.6
"""Overlap from which two texts are the same statement."""


@dataclass(frozen=True, slots=True)
class _Said:
    holder: list[str]
    text: str | None


def score_statements(gold: GoldArticle, found: Prediction) -> Tally:
    """Counts for one article, whose statements are annotated.

    A system without statements is scored by the evidence of its stances.
    """
    tally = Tally("quotes", gold.id)
    wanted = gold.gold.quotes or []
    said = [_Said(found.known_as(holder), text) for holder, text in _spoken(found)]
    matching = match(said, wanted, _fit)
    content = [any(_same_content(one, quote) for quote in wanted) for one in said]
    wrong = [i for i, known in enumerate(content) if known and matching.is_false(i)]
    resolvable = {j for j, quote in enumerate(wanted) if quote.resolvable}
    tally.counts.add(
        articles=1,
        found=len(said),
        tp=len(matching.pairs),
        fn=len(wanted) - len(matching.pairs),
        fp=sum(1 for i in range(len(said)) if matching.is_false(i)),
        duplicates=len(matching.duplicates),
        content=sum(content),
        wrong_holder=len(wrong),
        resolvable=len(resolvable),
        resolvable_tp=len(matching.hits() & resolvable),
    )
    _count_named_holders(tally, said, wanted)
    for j, quote in enumerate(wanted):
        if j not in matching.hits():
            tally.note("missed", f"{quote.holder}: {quote.text}")
    for i, one in enumerate(said):
        if matching.is_false(i):
            speaker = one.holder[0] if one.holder else "nobody"
            tally.note("wrong" if i in wrong else "false", f"{speaker}: {one.text}")
    return tally


def _spoken(found: Prediction) -> list[tuple[str | None, str | None]]:
    if found.quotes:
        return [(quote.holder, quote.text) for quote in found.quotes]
    return [(stance.holder, stance.evidence) for stance in found.stances]


def _content(said: _Said, quote: GoldQuote) -> float:
    return max(overlap(said.text, quote.text), overlap(said.text, quote.evidence))


def _same_content(said: _Said, quote: GoldQuote) -> bool:
    return _content(said, quote) >= SAME_WORDS


def _fit(said: _Said, quote: GoldQuote) -> float:
    content = _content(said, quote)
    if content < SAME_WORDS:
        return 0
    holder = best_pair(said.holder, quote.holder_forms) if quote.resolvable else 1
    return holder and holder + 20 * content + 30 * overlap(said.text, quote.text)


def _count_named_holders(tally: Tally, said: list[_Said], wanted: list[GoldQuote]) -> None:
    """Speakers with a proper name, each once, however much they say."""
    named: list[list[str]] = []
    for quote in wanted:
        if not (quote.holder and (quote.named or quote.holder_named)):
            continue
        forms = [quote.holder, *quote.holder_aliases]
        known = next((other for other in named if best_pair(other, forms)), None)
        if known is None:
            named.append(forms)
        else:
            known += forms
    hit = sum(1 for forms in named if any(best_pair(one.holder, forms) for one in said))
    tally.counts.add(named_holders=len(named), named_holders_tp=hit)


STATEMENT_METRICS: Final[dict[str, Metric]] = {
    "precision": precision,
    "recall": recall,
    "f1": f1,
    "recall_resolvable": share("resolvable_tp", "resolvable"),
    "named_holder_recall": share("named_holders_tp", "named_holders"),
    "wrong_holder": share("wrong_holder", "content"),
    "content_attributed": share("content", "found"),
}
