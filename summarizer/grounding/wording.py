"""Sentences in a model's words: kept only where the cited words bear them out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from summarizer.article import Metadata, build_article
from summarizer.article.text import is_visible, normalise
from summarizer.draft import DraftSentence
from summarizer.grounding.caveats import Caveats
from summarizer.grounding.citing import cite
from summarizer.grounding.failing import Failures, Flaw
from summarizer.grounding.guard import GuardContext, check, unless_said
from summarizer.grounding.nearest import better_citation
from summarizer.grounding.paraphrase import is_paraphrase
from summarizer.grounding.reading import Reading
from summarizer.grounding.stitching import is_stitched
from summarizer.grounding.times import anchor_of
from summarizer.grounding.words import base_language
from summarizer.ontology import Status
from summarizer.schema import CitedText, Evidence

_ENDS: Final = re.compile(r"[.!?…。！？؟।]['\"’”»」』)\]]*$")
_TO_STRAIGHT: Final = str.maketrans("“”", '""')
_SHOWN: Final = 100


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
    flaws = flaws_of(text, evidence, reading, status=status) if text else []
    warn_of(flaws, text, path, caveats)
    return text if text and not flaws else None


def flaws_of(
    text: str, evidence: list[Evidence], reading: Reading, *, status: Status | None = None
) -> list[Flaw]:
    """What of a text its evidence does not bear out."""
    quotes = [e.quote for e in evidence]
    context = _context(reading, evidence)
    if not is_paraphrase(text, quotes, context):
        return [Flaw("unsupported_wording", "hardly a word of it is in its evidence")]
    problems = unless_said(check(text, quotes, context=context), status)
    return [Flaw(problem.code, problem.message) for problem in problems]


def warn_of(flaws: Iterable[Flaw], text: str, path: str, caveats: Caveats) -> None:
    """A warning for each flaw of a text."""
    for flaw in flaws:
        caveats.add(flaw.code, path, f"{flaw.message}: {_short(text)}")


def ground_gist(
    drafts: list[DraftSentence], reading: Reading, caveats: Caveats, failures: Failures
) -> list[CitedText]:
    """At most three sentences; one that fails gives way to the sentence it cites."""
    gist: list[CitedText] = []
    for index, draft in enumerate(drafts):
        parts = one_by_one([draft], reading)
        for part in parts:
            text, evidence, flaws = _held(part, reading, caveats)
            if flaws and len(parts) == 1:
                whys = [flaw.message for flaw in flaws]
                failures.add("gist", index, part.text, whys, draft.sentences)
            if evidence and all(text != other.text for other in gist):
                gist.append(CitedText(text=text, evidence=evidence))
    return gist[:3]


def _held(
    draft: DraftSentence, reading: Reading, caveats: Caveats
) -> tuple[str, list[Evidence], list[Flaw]]:
    """What stands for a drafted sentence, with its evidence; and what was wrong with the draft."""
    numbers = better_citation(reading.article, draft.text, draft.sentences)
    evidence = cite(reading.article, numbers, "/gist", caveats)
    text = " ".join(draft.text.split())
    if not evidence:
        caveats.add("gist_dropped", "/gist", f"no evidence for: {_short(text)}")
        return "", [], [Flaw("gist_dropped", "it cites no sentence")]
    flaws = flaws_of(text, evidence, reading) or _flaws_of_build(text, evidence, reading)
    if not flaws:
        return text, evidence, []
    warn_of(flaws, text, "/gist", caveats)
    return reading.body(evidence[0].sentence), evidence[:1], flaws


def _flaws_of_build(text: str, evidence: list[Evidence], reading: Reading) -> list[Flaw]:
    """What is wrong with the build of a sentence whose words are all borne out."""
    if not _ENDS.search(text):
        return [Flaw("gist_cut_off", "the sentence was not finished")]
    if is_stitched(text, evidence, base_language(reading.language)):
        return [Flaw("gist_stitched", "it moves words of one sentence into another")]
    return []


def one_by_one(drafts: list[DraftSentence], reading: Reading) -> list[DraftSentence]:
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
