"""How well articles are found on web pages of our own: python -m benchmarks.pages [FOLDER].

A folder holds pages and expected.json, which says for each page what it is: the paragraphs to
keep, `either` those that may stay or go, and title, byline, date, publisher, language, address.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from summarizer.article import Article
from summarizer.article.lines import lines_of
from summarizer.sources import load

PAGES: Final = Path(__file__).parent.parent / "tests" / "sources" / "pages"
FACTS: Final = ("title", "byline", "published", "publisher", "language", "url")


@dataclass(frozen=True)
class Read:
    """One page as it was read against what it is."""

    name: str
    kept: int
    extra: list[str]
    missed: list[str]
    wrong: dict[str, Any]
    """Facts that were read differently."""


def read_pages(folder: Path = PAGES) -> list[Read]:
    """Every page of a folder."""
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    return [_read(folder, name, page) for name, page in expected.items()]


def f1(pages: list[Read]) -> float:
    """F1 of kept paragraphs over all pages."""
    kept = sum(page.kept for page in pages)
    wrong = sum(len(page.extra) + len(page.missed) for page in pages)
    return 2 * kept / (2 * kept + wrong)


def _read(folder: Path, name: str, page: dict[str, Any]) -> Read:
    (article,) = load(folder / f"{name}.html")
    found = [words for words in _paragraphs(article) if words != page["title"]]
    wanted = [" ".join(words.split()) for words in page["kept"]]
    neutral = {*page["either"]}
    facts = json.loads(article.record().model_dump_json())
    return Read(
        name=name,
        kept=len(set(found) & set(wanted)),
        extra=[words for words in found if words not in wanted and words not in neutral],
        missed=[words for words in wanted if words not in found],
        wrong={key: facts[key] for key in FACTS if _plain(facts[key]) != _plain(page[key])},
    )


def _plain(fact: str | None) -> str | None:
    return fact.replace("+00:00", "Z") if fact else fact


def _paragraphs(article: Article) -> Iterator[str]:
    """The lines that have a sentence of the article's own in them."""
    own = [sentence.start for sentence in article.content]
    for line in lines_of(article.text):
        if any(line.start <= start < line.end for start in own):
            yield " ".join(article.text[line.start : line.end].split())


def main() -> None:
    """Print what went wrong on each page, and the figures."""
    pages = read_pages(Path(sys.argv[1]) if len(sys.argv) > 1 else PAGES)
    for page in pages:
        for kind in ("extra", "missed", "wrong"):
            if value := getattr(page, kind):
                print(f"{page.name}: {kind}: {value}")
    exact = sum(not page.wrong for page in pages)
    print(f"{len(pages)} pages, F1 {f1(pages):.3f}, all facts exact on {exact}")


if __name__ == "__main__":
    main()
