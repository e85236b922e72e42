"""Grounding level: each quote stands where it says, in that sentence, and may be evidence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import TYPE_CHECKING, Any, Final

from summarizer.grounding.quotes import QuoteMatch, SearchText, cuts_word, find_quote
from summarizer.validation.document import SummaryDocument
from summarizer.validation.problem import Edit, Problem

if TYPE_CHECKING:
    from summarizer.schema.evidence import Evidence

_CONTEXT: Final = 32
"""Characters of prefix and suffix that a summary without text keeps."""
_MOST_WORDS: Final = 8
"""Words that a quote and its sentence may differ in to be called a slip of the same."""
CODES: Final = {
    "exact": "quote_moved",
    "folded": "quote_folded",
    "elided": "quote_elided",
    "misattributed": "quote_misattributed",
    "unsupported": "quote_unsupported",
}


def check_evidence(document: SummaryDocument) -> Iterator[Problem]:
    """Check every piece of evidence of every item; without the text, all but the words."""
    for item_path, item in document.items():
        for index, evidence in enumerate(item.evidence):
            path = f"{item_path}/evidence/{index}"
            if document.text is None:
                yield from _check_length(path, evidence)
            elif document.text.text[evidence.start : evidence.end] == evidence.quote:
                yield from _check_words(document.text.text, path, evidence)
            else:
                yield _look_for(document, document.text, path, evidence)
                continue
            yield from _check_sentence(document, path, evidence)


def _look_for(
    document: SummaryDocument, text: SearchText, path: str, evidence: Evidence
) -> Problem:
    """Say where a quote that is not at its place really stands, and how to put it right."""
    quote = evidence.quote
    found = find_quote(quote, text, near=evidence.start, others=document.others)
    spans = () if found.match == "misattributed" else found.spans
    values = tuple(_evidence_at(document, text.text, *span) for span in spans)
    edits = (Edit(path, values),) if values else ()
    message = f'"{quote}" {where(found)}'
    if found.match == "unsupported":
        message += _difference(document, text.text, evidence)
    return Problem(CODES[found.match], path, message, match=found.match, edits=edits)


def _evidence_at(document: SummaryDocument, text: str, start: int, end: int) -> dict[str, Any]:
    """Make the evidence for a span of the text."""
    sentence = document.sentence_near(start)
    return {"quote": text[start:end], "start": start, "end": end, "sentence": sentence}


def where(found: QuoteMatch) -> str:
    """Say where a quote was found, as the end of a sentence."""
    match found.match:
        case "misattributed":
            return f"is not in this article, but in {found.source}"
        case "unsupported":
            return "is nowhere in the article"
        case "elided":
            return f"is in the article in {len(found.spans)} parts"
        case _:
            start, end = found.spans[0]
            form = (
                "" if found.match == "exact" else ", with other quotation marks, dashes or spaces"
            )
            return f"stands at [{start}, {end}]{form}"


def _difference(document: SummaryDocument, text: str, evidence: Evidence) -> str:
    """Say in which words a quote differs from its sentence, if they begin and end alike."""
    start = evidence.start
    number = document.sentence_near(start)
    sentences = document.summary.article.sentences
    end = sentences[number - 1][1] if sentences else evidence.end
    ours, theirs = evidence.quote.split(), text[start:end].split()
    head = _alike(ours, theirs)
    tail = _alike(ours[head:][::-1], theirs[head:][::-1])
    differing = (ours[head : len(ours) - tail], theirs[head : len(theirs) - tail])
    if (not head and not tail) or max(map(len, differing)) > _MOST_WORDS:
        return ""
    quoted, written = (f'"{" ".join(words)}"' if words else "nothing" for words in differing)
    return f": the quote has {quoted} where sentence {number} has {written}"


def _alike(ours: Sequence[str], theirs: Sequence[str]) -> int:
    """Count the words that two lists begin with."""
    pairs = zip(ours, theirs, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _check_length(path: str, evidence: Evidence) -> Iterator[Problem]:
    if evidence.end - evidence.start != len(evidence.quote):
        message = (
            f"[{evidence.start}, {evidence.end}] has {evidence.end - evidence.start} characters, "
            f"the quote {len(evidence.quote)}"
        )
        yield Problem("quote_length", path, message)


def _check_words(text: str, path: str, evidence: Evidence) -> Iterator[Problem]:
    start, end = evidence.start, evidence.end
    if cuts_word(text, start, end):
        message = f'"{evidence.quote}" begins or ends inside a word or number'
        yield Problem("quote_cuts_word", f"{path}/quote", message)
    around = {
        "prefix": text[max(0, start - _CONTEXT) : start],
        "suffix": text[end : end + _CONTEXT],
    }
    for name, words in around.items():
        stated = getattr(evidence, name)
        if stated is not None and stated != words:
            message = f'the text has "{words}" there, not "{stated}"'
            edits = (Edit(f"{path}/{name}", (words,)),)
            yield Problem("context_mismatch", f"{path}/{name}", message, edits=edits)


def _check_sentence(document: SummaryDocument, path: str, evidence: Evidence) -> Iterator[Problem]:
    number = document.sentence_at(evidence.start)
    if number is None:
        message = f"position {evidence.start} is in no sentence"
        yield Problem("sentence_number", f"{path}/sentence", message)
        return
    if number != evidence.sentence:
        message = f"the quote stands in sentence {number}, not {evidence.sentence}"
        edits = (Edit(f"{path}/sentence", (number,)),)
        yield Problem("sentence_number", f"{path}/sentence", message, edits=edits)
    if number in document.boilerplate:
        message = f"sentence {number} is marked as not the article's own"
        yield Problem("boilerplate_evidence", path, message)
    last = document.summary.article.sentences[number - 1][1]
    if evidence.end > last:
        message = f"the quote runs past the end of sentence {number} at {last}"
        yield Problem("quote_crosses_sentences", path, message)
