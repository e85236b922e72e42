"""Small articles for tests: every string is one sentence, a blank string ends a paragraph."""

from __future__ import annotations

from summarizer.article.model import Article, Metadata, Sentence
from summarizer.grounding.names import Directory, Entity


def article_of(
    *parts: str,
    language: str | None = "en",
    title: bool = False,
    dateline: str | None = None,
    boilerplate: frozenset[int] = frozenset(),
) -> Article:
    """An article from its sentences; `title` makes the first one the headline."""
    text, sentences = "", list[Sentence]()
    for part in parts:
        if not part:
            text = text.rstrip() + "\n\n"
            continue
        number, start = len(sentences) + 1, len(text)
        reason = "test" if number in boilerplate else None
        sentences.append(Sentence(number, start, start + len(part), part, reason))
        text += part + " "
    at = text.index(dateline) if dateline else 0
    return Article(
        text=text,
        sentences=tuple(sentences),
        metadata=Metadata(language=language),
        dateline=(at, at + len(dateline)) if dateline else None,
        title_sentences=frozenset({1}) if title else frozenset(),
    )


def directory_of(*parts: str, language: str | None = "en", title: bool = False) -> Directory:
    """The directory of such an article."""
    return Directory.build(article_of(*parts, language=language, title=title))


def names_in(*parts: str, language: str | None = "en", title: bool = False) -> list[str]:
    """The names of all entities, in order."""
    return [e.name for e in directory_of(*parts, language=language, title=title).entities]


def entity(directory: Directory, name: str) -> Entity:
    """An entity that must be there."""
    found = directory.resolve(name)
    assert found is not None, f"{name} is not in the directory"
    return found
