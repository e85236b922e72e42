"""Grounding level: names, mentions, times, places and numbers stand where they are said to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Final

from summarizer.grounding.folding import fold
from summarizer.grounding.quotes import SearchText, cuts_word, find_quote
from summarizer.validation.document import SummaryDocument
from summarizer.validation.problem import Edit, Problem, pointer

if TYPE_CHECKING:
    from summarizer.schema.summary import Actor, EventTime, Place, Statement

# A single mark counts only before a word: inside and after one it is an apostrophe.
_MARK: Final = re.compile(r"[\"“”„‟«»‹›「」『』]|(?<!\w)['‘]\w")
_OPENING: Final = re.compile("[“„‟«‹「『]")
_CLOSING: Final = re.compile("[”»›」』]")
_NEAR: Final = 3
"""Sentences around the evidence in which a cue may stand."""
_PARAGRAPH: Final = 4000
"""Characters of a paragraph that are searched for the beginning of a quotation."""


def check_spans(document: SummaryDocument) -> Iterator[Problem]:
    """Check all positions that are not evidence; nothing without the text."""
    if document.text is None:
        return
    names = _Names(document)
    for index, actor in enumerate(document.summary.actors):
        yield from _check_actor(names, document.text.text, pointer("actors", index), actor)
    for index, event in enumerate(document.summary.events):
        path = pointer("events", index)
        if event.time is not None:
            yield from _check_words(document.text, f"{path}/time", event.time)
        if event.place is not None:
            yield from _check_words(document.text, f"{path}/place", event.place)
    for index, statement in enumerate(document.summary.statements):
        path = pointer("statements", index)
        yield from _check_statement(document, document.text.text, path, statement)


class _Names:
    """Looks up names in the text and the title, letter case and folding aside."""

    def __init__(self, document: SummaryDocument) -> None:
        text = document.text.text if document.text is not None else ""
        self._text = f"{text}\n{document.summary.article.title or ''}"

    @cached_property
    def _plain(self) -> str:
        return plain(self._text)

    def hold(self, name: str) -> bool:
        """Whether the name occurs as a word of its own."""
        return _occurs(name, self._text) or _occurs(plain(name), self._plain)


def plain(text: str) -> str:
    """Fold a text and put it in lower case."""
    return fold(text).text.casefold().strip()


def _occurs(name: str, text: str) -> bool:
    start = text.find(name) if name else -1
    while start >= 0:
        if not cuts_word(text, start, start + len(name)):
            return True
        start = text.find(name, start + 1)
    return False


def _check_actor(names: _Names, text: str, path: str, actor: Actor) -> Iterator[Problem]:
    stated = [("name", actor.name)]
    stated += [(f"aliases/{place}", alias) for place, alias in enumerate(actor.aliases)]
    for place, name in stated:
        if not names.hold(name):
            message = f'"{name}" is nowhere in the article'
            yield Problem("name_not_in_text", f"{path}/{place}", message)
    known = {actor.name, *actor.aliases}
    for index, (start, end) in enumerate(actor.mentions):
        words = text[start:end]
        if not _is_name(words, known) or cuts_word(text, start, end):
            message = f'the text has "{words}" at [{start}, {end}], no name of {actor.id}'
            yield Problem("mention_mismatch", f"{path}/mentions/{index}", message)


def _is_name(words: str, known: set[str]) -> bool:
    if words in known:
        return True
    return words == words.strip() and plain(words) in {plain(name) for name in known}


def _check_words(text: SearchText, path: str, stated: EventTime | Place) -> Iterator[Problem]:
    words = text.text[stated.start : stated.end]
    if words == stated.text:
        return
    found = find_quote(stated.text, text, near=stated.start)
    edits: tuple[Edit, ...] = ()
    where = "is nowhere in the article"
    if found.match in ("exact", "folded"):
        start, end = found.spans[0]
        new = {"text": text.text[start:end], "start": start, "end": end}
        edits = tuple(Edit(f"{path}/{name}", (value,)) for name, value in new.items())
        where = f"stands at [{start}, {end}]"
    message = f'the text has "{words}" there; "{stated.text}" {where}'
    yield Problem("words_moved", path, message, match=found.match, edits=edits)


def _check_statement(
    document: SummaryDocument, text: str, path: str, statement: Statement
) -> Iterator[Problem]:
    start, end = document.window(statement, _NEAR)
    around = text[start:end]
    if not (_occurs(statement.cue, around) or _occurs(plain(statement.cue), plain(around))):
        message = f'the cue "{statement.cue}" is not near the evidence'
        yield Problem("cue_not_in_text", f"{path}/cue", message)
    spans = [(evidence.start, evidence.end) for evidence in statement.evidence]
    if statement.kind == "quoted" and not any(_is_quoted(text, *span) for span in spans):
        message = "quoted, but the evidence has no quotation marks and stands between none"
        yield Problem("no_quotation_marks", f"{path}/kind", message)


def _is_quoted(text: str, start: int, end: int) -> bool:
    """Whether a span has quotation marks, or a quotation that its paragraph opens goes on in it."""
    if _MARK.search(text[start:end]):
        return True
    before = text[max(text.rfind("\n", 0, start) + 1, start - _PARAGRAPH) : start]
    opened = [found.start() for found in _OPENING.finditer(before)]
    closed = [found.start() for found in _CLOSING.finditer(before)]
    return before.count('"') % 2 == 1 or max(opened, default=-1) > max(closed, default=-1)
