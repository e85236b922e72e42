"""Sentences in a model's words: kept only where the cited words bear them out."""

from __future__ import annotations

import re
from typing import Final

from summarizer.article import Article, Metadata, build_article
from summarizer.article.text import is_visible, normalise
from summarizer.draft import DraftSentence
from summarizer.grounding.caveats import Caveats
from summarizer.grounding.citing import cite, rests_on_order
from summarizer.grounding.guard import GuardContext, check, unless_said
from summarizer.grounding.paraphrase import is_paraphrase
from summarizer.grounding.reading import Reading
from summarizer.grounding.stitching import is_stitched
from summarizer.grounding.times import anchor_of
from summarizer.grounding.words import base_language
from summarizer.ontology import Status
from summarizer.schema import CitedText, Evidence

_WORD: Final = re.compile(r"\w+")
_ENDS: Final = re.compile(r"[.!?…。！？؟।]['\"’”»」』)\]]*$")
_TO_STRAIGHT: Final = str.maketrans("“”", '""')
_SHOWN: Final = 100
_LEAST: Final = 0.5
"""More than this share of a text's words must a sentence have to take a citation over."""
_CLEARLY: Final = 0.15
"""Share of a sentence's words by which another must be nearer to take a citation over."""


def supported(
    text: str,
    evidence: list[Evidence],
    reading: Reading,
    path: str,
    caveats: Caveats,
    *,
    status: Status | None = None,
) -> str | None:
    """The text if its evidence bears out every critical word, else None and a warning.

    `status` is what else is said of an event: "denied" or "cancelled" keeps the negation that a
    clause alone would lose.
    """
    text = " ".join(text.split())
    if not text:
        return None
    quotes = [e.quote for e in evidence]
    context = _context(reading, evidence)
    if not is_paraphrase(text, quotes, context):
        message = f"hardly a word of it is in its evidence: {_short(text)}"
        caveats.add("unsupported_wording", path, message)
        return None
    problems = unless_said(check(text, quotes, context=context), status)
    for problem in problems:
        caveats.add(problem.code, path, f"{problem.message}: {_short(text)}")
    return None if problems else text


def ground_gist(drafts: list[DraftSentence], reading: Reading, caveats: Caveats) -> list[CitedText]:
    """At most three sentences; one that fails gives way to the sentence it cites."""
    gist: list[CitedText] = []
    for draft in _one_by_one(drafts, reading):
        numbers = _better(draft, reading.article)
        evidence = cite(reading.article, numbers, "/gist", caveats)
        if not evidence:
            caveats.add("gist_dropped", "/gist", f"no evidence for: {_short(draft.text)}")
            continue
        text = supported(draft.text, evidence, reading, "/gist", caveats)
        if text is not None and (flaw := _flaw(text, evidence, reading)):
            caveats.add(flaw[0], "/gist", f"{flaw[1]}: {_short(text)}")
            text = None
        if text is None:
            evidence = evidence[:1]
            text = reading.body(evidence[0].sentence)
        if all(text != other.text for other in gist):
            gist.append(CitedText(text=text, evidence=evidence))
    return gist[:3]


def _flaw(text: str, evidence: list[Evidence], reading: Reading) -> tuple[str, str] | None:
    """What is wrong with the build of a sentence whose words are all borne out: code, message."""
    if not _ENDS.search(text):
        return "gist_cut_off", "the sentence was not finished"
    if is_stitched(text, evidence, base_language(reading.language)):
        return "gist_stitched", "it moves words of one sentence into another"
    return None


def _one_by_one(drafts: list[DraftSentence], reading: Reading) -> list[DraftSentence]:
    """One draft a sentence: a model may put its whole gist into the first."""
    known = Metadata(language=reading.language)
    return [
        DraftSentence.model_construct(text=sentence.text, sentences=draft.sentences)
        for draft in drafts
        if is_visible(normalise(draft.text))
        for sentence in build_article(_as_written(draft.text, reading), known).sentences
    ]


def _short(text: str) -> str:
    """The beginning of a text, for a warning."""
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN].rstrip()}…"


def _as_written(text: str, reading: Reading) -> str:
    """The text with the article's own kind of quotation marks: the model is shown curly ones."""
    return text if "“" in reading.article.text else text.translate(_TO_STRAIGHT)


def _better(draft: DraftSentence, article: Article) -> list[int]:
    """The sentences cited, or one with clearly more and most of the words: models cite loosely."""
    if rests_on_order(article, draft.sentences):
        return draft.sentences
    words = set(_WORD.findall(draft.text.casefold()))
    shares = {
        s.number: len(words & set(_WORD.findall(s.text.casefold()))) / max(1, len(words))
        for s in article.content
    }
    best = max(shares, key=lambda number: shares[number], default=None)
    cited = max((shares.get(number, 0.0) for number in draft.sentences), default=0.0)
    if best is None or shares[best] <= max(cited + _CLEARLY, _LEAST):
        return draft.sentences
    return [best]


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
    """What may stand for a word of the evidence: the actors' other names, what stands around it."""
    article = reading.article
    numbers = {near for e in evidence for near in (e.sentence - 1, e.sentence + 1)}
    own = [s for n in sorted(numbers) if (s := article.sentence(n)) and s.boilerplate is None]
    dateline = article.dateline
    anchor = anchor_of(article)
    return GuardContext(
        names=[(entity.name, *entity.aliases) for entity in reading.directory.entities],
        neighbours=[sentence.text for sentence in own],
        title=article.metadata.title,
        dateline=article.text[slice(*dateline)] if dateline is not None else None,
        anchor=anchor.day if anchor is not None else None,
        language=reading.language,
    )
