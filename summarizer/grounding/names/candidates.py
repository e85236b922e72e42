"""Names in an article, each with its exact place; nothing is decided yet about who they are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from summarizer.grounding.names.caseless import find_arabic, find_chinese
from summarizer.grounding.names.countries import Atlas, load_atlas
from summarizer.grounding.names.fold import is_acronym
from summarizer.grounding.names.lexicon import Lexicon, language_of, load_lexicon
from summarizer.grounding.names.mention import NameMention, Shape
from summarizer.grounding.names.runs import Grower, Run
from summarizer.grounding.names.split import Splitter
from summarizer.grounding.names.words import (
    OPENING,
    Line,
    Reading,
    is_capital,
    read,
)

if TYPE_CHECKING:  # names can be looked up without cutting articles
    from summarizer.article.model import Article

_CASELESS = {"ar": find_arabic, "zh": find_chinese}


def find_names(article: Article, reading: Reading | None = None) -> list[NameMention]:
    """All names in the article's own sentences, in order, none overlapping another.

    Headlines in Title Case and lines in capitals give only names that the rest of the text has.
    """
    reading = reading or read(article)
    language = language_of(article)
    lexicon, atlas = load_lexicon(language), load_atlas(language)
    if language in _CASELESS:
        return _CASELESS[language](reading, lexicon, atlas)
    finder = _Finder(reading, lexicon, atlas)
    plain = [m for line in reading.lines if line.style == "plain" for m in finder.in_line(line)]
    known = {tuple(m.text.casefold().split()) for m in plain if m.shape != "work"}
    styled = [
        mention
        for line in reading.lines
        if line.style != "plain"
        for mention in finder.known_in(line, known)
    ]
    return sorted(plain + styled, key=lambda mention: mention.start)


class _Finder:
    def __init__(self, reading: Reading, lexicon: Lexicon, atlas: Atlas) -> None:
        self.text = reading.article.text
        self.lexicon = lexicon
        self.atlas = atlas
        self.grower = Grower(reading, self.lexicon, self.atlas)
        self.splitter = Splitter(reading, self.lexicon, self.atlas)

    def in_line(self, line: Line) -> Iterator[NameMention]:
        """The names of a sentence with ordinary case."""
        for run in self.grower.runs(line):
            for part in self.splitter.split(run):
                mention = self._mention(part)
                if mention is not None:
                    yield mention

    def _mention(self, run: Run) -> NameMention | None:
        run = self._trimmed(run)
        if not run.tokens:
            return None
        start, end = run.tokens[0].start, run.tokens[-1].end
        text = self.text[start:end]
        if self.lexicon.exactly(text, "not_names") or len(text.rstrip(".")) < 2:
            return None
        return NameMention(text, start, end, run.line.number, self.shape(text, run))

    def _trimmed(self, run: Run) -> Run:
        """Without a sentence's full stop and small words at its ends."""
        last = len(run.tokens)
        follows = run.line.word(run.last)
        if follows == ":" and last and self.lexicon.exactly(run.tokens[-1].text, "labels"):
            last -= 1  # the next line's label: "Ada Grey Image: …"
        while last and not (
            is_capital(run.tokens[last - 1])
            or run.tokens[last - 1].text == "."
            or self.grower.is_inner(run.tokens[last - 1].text)
        ):
            last -= 1
        first = 0
        while first < last and not is_capital(run.tokens[first]):
            first += 1
        return run.cut(first, last)

    def shape(self, text: str, run: Run) -> Shape:
        """How the name is written or listed."""
        if self.atlas.code(text):
            return "country"
        if self.atlas.code(text, "organization") and not _in_quotes(run):
            return "organization"
        if self.atlas.code(text, "people") or self.lexicon.has(text, "peoples"):
            return "people"
        if self.atlas.code(text, "capital"):
            return "capital"
        if _in_quotes(run):
            before = run.line.word(run.first - 2)
            named = self.lexicon.has(before, "organizations", "collectives")
            return "organization" if named and before.islower() else "work"
        return "acronym" if is_acronym(text) and " " not in text else "words"

    def known_in(self, line: Line, known: set[tuple[str, ...]]) -> Iterator[NameMention]:
        """The longest known names in a line whose case says nothing."""
        longest = max(map(len, known), default=0)
        index = 0
        while index < len(line.tokens):
            size = self._match(line, index, known, longest)
            if size:
                run = Run(line, index, index + size)
                start, end = run.tokens[0].start, run.tokens[-1].end
                text = self.text[start:end]
                yield NameMention(text, start, end, line.number, self.shape(text, run))
            index += max(1, size)

    def _match(self, line: Line, index: int, known: set[tuple[str, ...]], longest: int) -> int:
        first = line.tokens[index]
        if not is_capital(first):
            return 0
        for size in range(min(2 * longest, len(line.tokens) - index), 0, -1):
            text = self.text[first.start : line.tokens[index + size - 1].end]
            words = tuple(text.casefold().split())
            if words in known or (self.atlas.code(text) and is_capital(first)):
                return size
        return 0


def _in_quotes(run: Run) -> bool:
    """Whether quotation marks stand directly on both sides: a title of a work, or irony."""
    tokens = run.line.tokens
    if run.first == 0 or run.last >= len(tokens):
        return False
    before, after = tokens[run.first - 1], tokens[run.last]
    opens = before.text in OPENING - {"("} or before.text in {"'", "‘"}
    closes = after.text in {'"', "”", "»", "'", "’", "」", ","}
    return (
        opens and closes and before.end == run.tokens[0].start and after.start == run.tokens[-1].end
    )
