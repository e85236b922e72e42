"""One web page to one article: what is hidden goes, then clutter; a wall is no article."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from summarizer.article import Metadata, build_article
from summarizer.article.language import detect_language
from summarizer.errors import InputError
from summarizer.schema import Caveat
from summarizer.sources.found import Found
from summarizer.sources.html.body import paragraphs_of
from summarizer.sources.html.clutter import WALL, drop_clutter
from summarizer.sources.html.hidden import drop_hidden
from summarizer.sources.html.metadata import read_metadata
from summarizer.sources.html.structured import Structured
from summarizer.sources.html.tree import drop_scripts, parse_page, shown_text, text_of_page

_SAVE: Final = "open it in a browser and save the article's text to a file"
_STUB: Final = 100
"""Words up to which the text on a page with a wall is only its beginning."""
_WORD: Final = re.compile("[\u3040-\u30ff\u3400-\u9fff]|[^\\W\u3040-\u9fff]+")
_TRUNCATED: Final = 0.5
"""Part of the words that a page says it has; with fewer it is cut off."""


def read_page(
    data: bytes, shown: str, encoding: str | None = None, address: str | None = None
) -> Found:
    """The article of a page; `address` is where it was fetched from, if it was.

    Raises:
        InputError: the page holds no article, or only its beginning before a subscription wall.
        MissingExtraError: the extra `web` is not installed.
    """
    tree = parse_page(text_of_page(data, shown, encoding), shown)
    known, said = read_metadata(tree, address)
    hidden = drop_hidden(tree)
    drop_scripts(tree)
    walled = WALL in drop_clutter(tree) or not said.free
    for heading in list(tree.iter("h1")):
        if known.title and shown_text(heading) == known.title:
            heading.drop_tree()
    paragraphs = [words for words in paragraphs_of(tree) if words != known.title]
    text = "\n\n".join(paragraphs)
    known = replace(known, language=detect_language(text) or known.language)
    _check(text, known, said, shown, walled=walled)
    whole = f"{known.title}\n\n{text}" if known.title else text
    return Found(whole, known, warnings=tuple(_warnings(hidden)))


def _check(text: str, known: Metadata, said: Structured, shown: str, *, walled: bool) -> None:
    """Refuse what is no article: nothing, only notices, or the beginning of what must be paid."""
    if not text.strip():
        raise InputError(f"{shown}: no article found on the page", hint=_SAVE)
    article = build_article(text, Metadata(language=known.language))
    words = len(_WORD.findall(" ".join(sentence.text for sentence in article.content)))
    walled = walled or any(s.boilerplate == "subscription_wall" for s in article.sentences)
    if walled and (words <= _STUB or (said.words or 0) * _TRUNCATED > words):
        raise InputError(
            f"{shown}: only the beginning of the article is there, the rest is for subscribers",
            hint=_SAVE,
        )
    if words == 0:
        raise InputError(f"{shown}: no article found on the page, only notices", hint=_SAVE)


def _warnings(hidden: int) -> list[Caveat]:
    if not hidden:
        return []
    pieces = "1 piece" if hidden == 1 else f"{hidden} pieces"
    message = f"{pieces} of hidden text on the page left out"
    return [Caveat(code="hidden_text", path="/article", message=message)]
