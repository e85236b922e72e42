"""Sentences in a model's words: kept only where the cited words bear them out."""

from __future__ import annotations

from summarizer.draft import DraftSentence
from summarizer.grounding.caveats import Caveats
from summarizer.grounding.citing import cite
from summarizer.grounding.guard import GuardContext, check
from summarizer.grounding.reading import Reading
from summarizer.schema import CitedText, Evidence


def supported(
    text: str, evidence: list[Evidence], reading: Reading, path: str, caveats: Caveats
) -> str | None:
    """The text if its evidence bears out every critical word, else None and a warning."""
    text = " ".join(text.split())
    if not text:
        return None
    quotes = [e.quote for e in evidence]
    problems = check(text, quotes, context=_context(reading, evidence))
    for problem in problems:
        caveats.add(problem.code, path, f"{problem.message}: {text}")
    return None if problems else text


def ground_gist(drafts: list[DraftSentence], reading: Reading, caveats: Caveats) -> list[CitedText]:
    """At most three sentences; one that fails gives way to the sentence it cites."""
    gist: list[CitedText] = []
    for draft in drafts:
        evidence = cite(reading.article, draft.sentences, "/gist", caveats)
        if not evidence:
            caveats.add("gist_dropped", "/gist", f"no evidence for: {draft.text}")
            continue
        text = supported(draft.text, evidence, reading, "/gist", caveats)
        if text is None:
            evidence = evidence[:1]
            text = reading.body(evidence[0].sentence)
        if all(text != other.text for other in gist):
            gist.append(CitedText(text=text, evidence=evidence))
    return gist[:3]


def leading_gist(reading: Reading) -> list[CitedText]:
    """The first two sentences of the article's body: what a gist falls back to."""
    article = reading.article
    body = [s for s in article.content if s.number not in article.title_sentences][:2]
    return [
        CitedText(text=reading.body(s.number), evidence=[article.evidence(s.number)]) for s in body
    ]


def headline(reading: Reading) -> CitedText | None:
    """The title where it stands in the text, else the first sentence, in the article's words."""
    article = reading.article
    titles = [s for s in article.content if s.number in article.title_sentences]
    first = (titles or list(article.content))[:1]
    if not first:
        return None
    number = first[0].number
    return CitedText(text=reading.body(number), evidence=[article.evidence(number)])


def _context(reading: Reading, evidence: list[Evidence]) -> GuardContext:
    return GuardContext.of(reading.article, [e.sentence for e in evidence])
