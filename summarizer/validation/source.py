"""Grounding level: the text that a summary was made from, its own or a source's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

from summarizer.grounding.quotes import SearchText, find_quote
from summarizer.validation.document import SummaryDocument
from summarizer.validation.evidence import where
from summarizer.validation.problem import Problem
from summarizer.validation.texts import Source, Texts, hash_of

_FEW: Final = 3
"""Quotes that may all be gone from an article that was merely edited."""


class Grounds(NamedTuple):
    """What a summary can be checked against."""

    own: SearchText | None
    """The text in the summary."""
    source: Source | None
    """The file that was given for it."""
    wanted: bool = False
    """Sources were given, so that one was expected."""

    @property
    def text(self) -> SearchText | None:
        """The text that positions count in, if it is at hand."""
        return self.own or (self.source.text if self.source is not None else None)


def find_grounds(value: Mapping[str, Any], texts: Texts | None, file: str) -> Grounds:
    """Look for the text of a summary's JSON value, which need not have its shape yet."""
    article = value.get("article")
    if not isinstance(article, dict):
        return Grounds(None, None)
    text = article.get("text")
    own = SearchText(text) if isinstance(text, str) and text else None
    source = texts.find(article, file) if texts is not None else None
    return Grounds(own, source, texts is not None and texts.given)


def is_changed(grounds: Grounds, sha256: str) -> bool:
    """Whether the source is not the text that the summary was made from."""
    return grounds.source is not None and grounds.source.sha256 != sha256


def check_source(document: SummaryDocument, grounds: Grounds) -> Iterator[Problem]:
    """Check the text's hash; in a changed source look for the quotes again."""
    article = document.summary.article
    if grounds.own is not None and hash_of(grounds.own.text) != article.sha256:
        yield Problem("text_hash", "/article/text", "the text is not the one that was hashed")
    if grounds.own is None and grounds.wanted and grounds.source is None:
        message = "none of the sources is the text of this summary"
        yield Problem("source_not_found", "/article/text", message)
    changed = grounds.source is not None and is_changed(grounds, article.sha256)
    if document.text is None and not changed:
        message = "there is no text, so quotes, names and claims were not checked"
        yield Problem("text_left_out", "/article/text", message)
    if grounds.source is not None and changed:
        message = f"{grounds.source.name} is not the text that the summary was made from"
        alone = ": only the quotes were looked for in it" if document.text is None else ""
        yield Problem("source_changed", "/article/sha256", f"{message}{alone}")
        yield from _look_again(document, grounds.source)


def _look_again(document: SummaryDocument, source: Source) -> Iterator[Problem]:
    quotes = 0
    gone: list[Problem] = []
    for path, item in document.items():
        for index, evidence in enumerate(item.evidence):
            quotes += 1
            found = find_quote(evidence.quote, source.text, near=evidence.start)
            if found.match not in ("exact", "folded"):
                message = f'"{evidence.quote}" {where(found)}: {source.name} has changed'
                place = f"{path}/evidence/{index}"
                gone.append(Problem("quote_gone", place, message, match=found.match))
    if quotes >= _FEW and len(gone) == quotes:
        message = f"{source.name} has none of the {quotes} quotes: it may be another article"
        yield Problem("quote_gone", "/article/sha256", message)
    else:
        yield from gone
