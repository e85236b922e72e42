"""The head and the tail of a run: words that are capitalised for their place are no name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from summarizer.grounding.names.countries import Atlas
from summarizer.grounding.names.fold import is_acronym
from summarizer.grounding.names.lexicon import Lexicon
from summarizer.grounding.names.runs import Run
from summarizer.grounding.names.words import Reading, is_capital, is_initial


class Trimmer:
    """Trims the runs of one article, by word lists and by what the text shows elsewhere."""

    def __init__(self, reading: Reading, lexicon: Lexicon, atlas: Atlas) -> None:
        self.reading = reading
        self.lexicon = lexicon
        self.atlas = atlas
        self.pairs = frozenset(_pairs(reading))
        self.alone = Counter(_alone(reading))
        """How often a capitalised word stands without another beside it."""
        self.inside = Counter(_alone(reading, inside=True))
        """The same, but not at the head of a sentence."""

    def trim(self, run: Run) -> Run | None:
        """The run without words that are capitalised for their place or are articles."""
        initial = is_initial(run.line.tokens, run.first)
        while run.tokens:
            drops = self._drops_initial(run) if initial else self._drops_inside(run)
            if not drops:
                return self._without_ending(run)
            run, initial = run.cut(1, len(run.tokens)), False
            while run.tokens and not is_capital(run.tokens[0]):
                run = run.cut(1, len(run.tokens))
        return None

    def _drops_inside(self, run: Run) -> bool:
        """Whether a capitalised small word inside a sentence is no part of a name."""
        word = run.tokens[0].text
        if self.lexicon.exactly(word, "determiners") or _is_contraction(word):
            return True
        alone = len(run.tokens) == 1 or not self.lexicon.exactly(word, "name_stops")
        return alone and self.lexicon.exactly(word, "stop") and not is_acronym(word)

    def _without_ending(self, run: Run) -> Run | None:
        """The run without capitalised small words at its end, as headings leave them."""
        last = len(run.tokens)
        while last and self.lexicon.exactly(run.tokens[last - 1].text, "stop"):
            name = last == 2 and not is_acronym(run.tokens[0].text)
            if name or is_acronym(run.tokens[last - 1].text):
                break
            last -= 1
        return run.cut(0, last) if last else None

    def _drops_initial(self, run: Run) -> bool:
        word = run.tokens[0].text
        if is_acronym(word) or _is_contraction(word):
            return _is_contraction(word)
        if len(run.tokens) == 1:
            return not self._stands_alone(run)
        if self.lexicon.exactly(word, "determiners"):
            return True
        if self._seen_pair(run) or self._is_listed(run):
            return False
        endings = tuple(self.lexicon.words("opening_suffixes"))
        if endings and word.endswith(endings) and not self.lexicon.has(word, "organizations"):
            return True
        if self.lexicon.words("loose_titles") and self.lexicon.has(word, "titles"):
            return True
        if self.lexicon.exactly(word, "stop"):
            return True
        first = word if self.lexicon.language != "en" else run.tokens[-1].text
        if self.lexicon.has(first, "organizations"):
            return False
        return self.is_ordinary(word)

    def _is_listed(self, run: Run) -> bool:
        """Whether the tables have the whole."""
        text = " ".join(token.text for token in run.tokens)
        return bool(self.atlas.code(text) or self.atlas.code(text, "organization"))

    def _seen_pair(self, run: Run) -> bool:
        words = run.tokens
        return (words[0].text.casefold(), words[1].text.casefold()) in self.pairs

    def is_ordinary(self, word: str) -> bool:
        small = word.casefold()
        return small in self.reading.small or self.lexicon.has(word, "common", "groups", "people")

    def _stands_alone(self, run: Run) -> bool:
        """Whether one capitalised word at the head of a sentence is a name."""
        word = run.tokens[0].text
        follows = run.line.tokens[run.last].text if run.last < len(run.line.tokens) else ""
        if follows == ":" and self.lexicon.exactly(word, "labels"):
            return False
        if self.lexicon.exactly(word, "stop"):
            return False
        ordinary = self.is_ordinary(word) or self.lexicon.has(word, "titles", "collectives")
        seen = self.inside if ordinary else self.reading.middle
        if self.is_place_or_people(word) or seen[word.casefold()]:
            return True
        if ordinary:
            return False
        if word.casefold().endswith(tuple(self.lexicon.words("common_suffixes"))):
            return False
        return (
            follows in {"'s", "’s"}
            or self.lexicon.exactly(follows, "verbs")
            or (follows.endswith(self._verb_endings(run)) and follows.islower())
        )

    def _verb_endings(self, run: Run) -> tuple[str, ...]:
        """Endings that tell a verb from a noun; headlines speak in the present."""
        titled = run.line.number in self.reading.article.title_sentences
        return ("ed", "s") if titled else ("ed",)

    def is_place_or_people(self, word: str) -> bool:
        """Whether a word names a state, a capital or a people."""
        return any(self.atlas.code(word, sense) for sense in self.atlas.names) or self.lexicon.has(
            word, "peoples"
        )


def _alone(reading: Reading, *, inside: bool = False) -> Iterator[str]:
    for line in reading.lines:
        if inside and line.style != "plain":
            continue
        capital = [is_capital(token) for token in line.tokens]
        for index, token in enumerate(line.tokens):
            beside = capital[max(0, index - 1) : index] + capital[index + 1 : index + 2]
            if (
                capital[index]
                and not any(beside)
                and not (inside and is_initial(line.tokens, index))
            ):
                yield token.text.casefold()


def _pairs(reading: Reading) -> Iterator[tuple[str, str]]:
    """Neighbouring capitalised words that do not stand at the head of a sentence."""
    for line in reading.lines:
        if line.style != "plain":
            continue
        for index in range(1, len(line.tokens) - 1):
            first, second = line.tokens[index], line.tokens[index + 1]
            if is_capital(first) and is_capital(second) and not is_initial(line.tokens, index):
                yield first.text.casefold(), second.text.casefold()


def _is_contraction(word: str) -> bool:
    """Whether it is "You're", "They’ve" or "Don't"."""
    return word.casefold().replace("’", "'").endswith(("'re", "'ve", "'ll", "'m", "n't", "'d"))
