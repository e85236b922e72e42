"""The article as words: tokens with their places, and what the text shows of each word's case."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal, NamedTuple

from summarizer.grounding.names.fold import is_acronym
from summarizer.grounding.names.lexicon import Lexicon, language_of, load_lexicon

if TYPE_CHECKING:  # names can be looked up without cutting articles
    from summarizer.article.model import Article

Style = Literal["plain", "title", "shout"]

# Letters, digits and what hides in a word: combining marks, Arabic vowels, joiners, soft hyphens.
_W = r"[\w\u0300-\u036f\u064b-\u065f\u0670\u00ad\u200c\u200d]"
_TOKEN = re.compile(
    rf"""
    (?:[^\W\d_]\.){{2,}}(?:[A-Z](?![\w.]))?      # U.S.  K.C.  U.N
  | [A-Z]\.(?=\s+[A-Z][\w.'’-])                   # J. in "Mario J. Kent"
  | [\u4e00-\u9fff]
  | \d+(?:[.,:]\d+)*
  | {_W}+(?:(?:['’‐‑\-&@]|\.(?=[a-z])){_W}+)*
  | \S
    """,
    re.VERBOSE,
)
# Names that open with a small particle: al-Amin, d'Orta.
_PREFIXED = re.compile(r"(?:al|el|ad|an|ar|as|at|az|ash|ul|ur|d|l|de|da|di)['’-][A-Z]")
_POSSESSIVE = re.compile(r"(?<=\w)['’][sS]$")
_SHOUTED = 0.7
_SMALL_IN_TITLE = 0.25
OPENING = frozenset('"“„«‘「『(')


class Token(NamedTuple):
    """A word or a sign; `text` is exactly `article.text[start:end]`."""

    text: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        """Whether it has a letter or a digit."""
        return any(char.isalnum() for char in self.text)


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence of the article's own, as tokens."""

    number: int
    tokens: tuple[Token, ...]
    style: Style

    def index_at(self, start: int) -> int:
        """The index of the first token that starts at or after a position."""
        return bisect_left(self.tokens, start, key=lambda token: token.start)

    def word(self, index: int) -> str:
        """The text of a token, or nothing outside the line."""
        return self.tokens[index].text if 0 <= index < len(self.tokens) else ""


@dataclass(frozen=True)
class Reading:
    """All sentences as tokens, with the evidence that the whole text gives about case."""

    article: Article
    lines: tuple[Line, ...]
    small: frozenset[str]
    """Words that the article writes with a small first letter."""
    middle: Counter[str]
    """How often a word stands capitalised inside a sentence, small-cased."""
    paired: frozenset[tuple[str, str]]
    """Words that only stand together, as in "Dock and Field", at least twice."""

    @cached_property
    def by_number(self) -> dict[int, Line]:
        """The lines by the number of their sentence."""
        return {line.number: line for line in self.lines}


def tokenize(text: str, offset: int = 0) -> Iterator[Token]:
    """The tokens of a text; a possessive 's is a token of its own."""
    for match in _TOKEN.finditer(text):
        word, start = match.group(), offset + match.start()
        possessive = _POSSESSIVE.search(word)
        if possessive:
            cut = possessive.start()
            yield Token(word[:cut], start, start + cut)
            yield Token(word[cut:], start + cut, start + len(word))
        else:
            yield Token(word, start, start + len(word))


def is_capital(token: Token) -> bool:
    """Whether the word is written as names are: Feld, NATO, al-Amin, d'Orta."""
    text = token.text
    if text[0].isupper():
        return text != "I" and not re.match(r"I['’]", text)
    return _PREFIXED.match(text) is not None


def is_initial(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether a capital there may be owed to the place: sentence head, quotation, after a colon."""
    if index == 0:
        return True
    before = tokens[index - 1]
    if before.text in {":", "?", "!", ".", "•", "*"}:
        return True
    if before.text in OPENING - {"("}:
        return before.end == tokens[index].start
    return not any(token.is_word for token in tokens[:index])


def _has_case(letter: str) -> bool:
    return letter.isupper() or letter.islower()


def _style(tokens: tuple[Token, ...], titled: bool, stop: frozenset[str]) -> Style:
    """How a line is cased. In Title Case only function words are small."""
    words = [t for t in tokens if _has_case(t.text[0]) and len(t.text) > 1]
    if not words:
        return "plain"
    if len(words) > 2 and sum(is_acronym(t.text) for t in words) > _SHOUTED * len(words):
        return "shout"
    tail = [t for t in words[1:] if t.text.casefold() not in stop]
    small = sum(t.text[0].islower() for t in tail)
    if titled:
        return "title" if small <= _SMALL_IN_TITLE * len(tail) else "plain"
    heading = tokens[-1].text not in {".", "?", "!", "”", '"'}
    return "title" if heading and small == 0 and len(tail) > 2 else "plain"


def read(article: Article) -> Reading:
    """Cut the article's own sentences into tokens; the dateline is nobody's name and left out."""
    skip = article.dateline or (0, 0)
    lexicon = load_lexicon(language_of(article))
    stop = lexicon.words("stop")
    lines, small = [], set()
    middle: Counter[str] = Counter()
    for sentence in article.content:
        tokens = tuple(
            token
            for token in tokenize(sentence.text, sentence.start)
            if not skip[0] <= token.start < skip[1]
        )
        style = _style(tokens, sentence.number in article.title_sentences, stop)
        lines.append(Line(sentence.number, tokens, style))
        for index, token in enumerate(tokens):
            if token.text[0].islower():
                small.add(token.text.casefold())
            elif style == "plain" and token.text[0].isupper() and not is_initial(tokens, index):
                middle[token.text.casefold()] += 1
    return Reading(article, tuple(lines), frozenset(small), middle, _paired(lines, lexicon))


def _paired(lines: list[Line], lexicon: Lexicon) -> frozenset[tuple[str, str]]:
    """Pairs of single capitalised words around "and" that never stand apart."""
    pairs: Counter[tuple[str, str]] = Counter()
    alone: Counter[str] = Counter()
    for line in lines:
        capital = [is_capital(token) for token in line.tokens]
        for index, token in enumerate(line.tokens):
            if capital[index]:
                alone[token.text] += 1
            if lexicon.exactly(token.text, "joining") and _is_pair(line, capital, index, lexicon):
                pairs[line.word(index - 1), line.word(index + 1)] += 1
    return frozenset(
        pair for pair, count in pairs.items() if count > 1 and all(alone[w] == count for w in pair)
    )


def _is_pair(line: Line, capital: list[bool], index: int, lexicon: Lexicon) -> bool:
    """Whether one capitalised word stands on each side of a token, and no third beside them."""
    beside = capital[max(0, index - 1) : index] + capital[index + 1 : index + 2]
    opens = index == 2 and lexicon.exactly(line.word(0), "stop")
    left = index < 2 or not capital[index - 2] or opens
    return beside == [True, True] and left and not any(capital[index + 2 : index + 3])
