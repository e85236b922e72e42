"""Guard level: what is claimed in our own words is borne out by the evidence cited for it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Final, cast

from summarizer.ontology import AUTHOR
from summarizer.validation.document import SummaryDocument
from summarizer.validation.problem import Problem, pointer
from summarizer.validation.roles import unsaid_of

if TYPE_CHECKING:
    from summarizer.grounding.guard import GuardContext
    from summarizer.grounding.guard import Problem as Unsupported
    from summarizer.ontology import Status
    from summarizer.schema.evidence import Item
    from summarizer.schema.summary import Actor

Claim = tuple[str, str, "Item", Sequence[str]]
"""A JSON Pointer, the text there, its item, and the ids of the actors that the item is about."""

_FINAL: Final = ".!?…。！？ "
_NUMBER: Final = re.compile(r"(?<![\w.,])[-−]?\d+(?:[.,]\d+)*(?:\s?%)?")
_MOST_NUMBERS: Final = 6
_KEPT: Final = 4096
"""Claims whose outcome is remembered: versions of one article share most of theirs."""


def check_claims(document: SummaryDocument) -> Iterator[Problem]:
    """Check every text that may be worded freely; nothing without the article's text."""
    if document.text is None:
        return
    article = document.text.text
    names = {actor.id: (actor.name, *actor.aliases) for actor in document.summary.actors}
    for path, text, item, ids in _claims(document):
        if any(article[one.start : one.end] != one.quote for one in item.evidence):
            continue  # evidence that does not hold bears nothing out, and has been reported
        quotes = tuple(evidence.quote for evidence in item.evidence)
        if any(text.strip(_FINAL) == quote.strip(_FINAL) for quote in quotes):
            continue  # the article's own sentence
        numbers = sorted({evidence.sentence for evidence in item.evidence})
        actors = tuple(names[one] for one in ids if one in names)
        context = _context(document, numbers, tuple(names.values()), actors)
        problems = _that_count(path, item, _unsupported(text, quotes, context))
        if path.endswith("/role") and not problems:
            problems = unsaid_of(cast("Actor", item), document)
        if problems and document.translated_to and not path.endswith("/claim"):
            problems = _mistranslated(text, (*quotes, *context.neighbours), context, document)
        for found in problems:
            message = f"{found.message} ({_evidence(found, numbers, quotes)})"
            yield Problem(found.code, path, message)


def check_parties(document: SummaryDocument) -> Iterator[Problem]:
    """Check that who acts in an event's description is among its actors, not its recipients."""
    from summarizer.grounding.guard import parties_are_swapped

    if document.language not in (None, "en"):
        return
    names = {actor.id: (actor.name, *actor.aliases) for actor in document.summary.actors}
    for index, event in enumerate(document.summary.events):
        actors = [names[one] for one in event.actors if one in names]
        recipients = [names[one] for one in event.recipients if one in names]
        texts = [event.description, *(_body(one.quote, document) for one in event.evidence)]
        if actors and recipients and parties_are_swapped(texts, actors, recipients):
            message = "its words have it the other way round: who did it, and to whom"
            yield Problem("swapped_parties", pointer("events", index, "recipients"), message)


def _body(quote: str, document: SummaryDocument) -> str:
    """A quote without the dateline in front of it."""
    return quote.removeprefix(document.dateline or "").lstrip(" –—-:")


def _evidence(found: Unsupported, numbers: Sequence[int], quotes: Sequence[str]) -> str:
    """Name the sentences, and for a number those that stand there instead."""
    cited = f"sentence {' and '.join(map(str, numbers))}"
    there = [one for quote in quotes for one in _NUMBER.findall(quote)]
    if found.code not in ("unsupported_number", "unsupported_money") or not there:
        return f"evidence: {cited}"
    return f"{cited} has {', '.join(there[:_MOST_NUMBERS])}"


def _that_count(path: str, item: Item, found: Sequence[Unsupported]) -> Sequence[Unsupported]:
    """Leave out lost negations where a status says them, and in roles, which deny nothing."""
    from summarizer.grounding.guard import of_a_name, unless_said

    return of_a_name(found) if path.endswith("/role") else unless_said(found, _status(item))


def _status(item: Item) -> Status | None:
    status: Status | None = getattr(item, "status", None)
    return status


def _claims(document: SummaryDocument) -> Iterator[Claim]:
    summary = document.summary
    if summary.headline is not None:
        yield "/headline/text", summary.headline.text, summary.headline, ()
    for index, sentence in enumerate(summary.gist):
        yield pointer("gist", index, "text"), sentence.text, sentence, ()
    for index, actor in enumerate(summary.actors):
        if actor.role is not None:
            yield pointer("actors", index, "role"), actor.role, actor, (actor.id,)
    for index, stance in enumerate(summary.stances):
        actors = [one for one in (stance.holder, stance.target_actor) if one and one != AUTHOR]
        yield pointer("stances", index, "claim"), stance.claim, stance, actors
    for index, event in enumerate(summary.events):
        actors = [*event.actors, *event.recipients]
        yield pointer("events", index, "description"), event.description, event, actors


def _mistranslated(
    text: str, originals: Sequence[str], context: GuardContext, document: SummaryDocument
) -> Sequence[Unsupported]:
    """Check words in another language than their evidence: by numbers and names alone."""
    from summarizer.grounding.translation import translation_problem

    languages = (document.language or "en", document.translated_to or "en")
    known = [*(name for names in context.names for name in names), context.title or ""]
    found = translation_problem(text, [*originals, context.dateline or ""], known, languages)
    return [found] if found is not None else []


@lru_cache(_KEPT)
def _unsupported(
    text: str, quotes: tuple[str, ...], context: GuardContext
) -> tuple[Unsupported, ...]:
    from summarizer.grounding.guard import check  # loads the word lists of the language

    return tuple(check(text, quotes, context=context))


def _context(
    document: SummaryDocument,
    numbers: Collection[int],
    names: tuple[tuple[str, ...], ...],
    actors: tuple[tuple[str, ...], ...],
) -> GuardContext:
    """Give what bears out the names of an item that cites these sentences."""
    from summarizer.grounding.guard import GuardContext

    around = {number + step for number in numbers for step in (-1, 1)} - set(numbers)
    article = document.summary.article
    return GuardContext(
        names=names,
        actors=actors,
        neighbours=tuple(document.sentence(n) for n in sorted(around) if document.is_own(n)),
        title=article.title,
        dateline=document.dateline,
        anchor=document.published or document.dateline_day,
        language=document.language,
    )
