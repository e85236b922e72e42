"""One text in which names may be found, read once and kept."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache

from summarizer.grounding.names.countries import Atlas, Sense, load_atlas
from summarizer.grounding.names.lexicon import load_lexicon
from summarizer.grounding.words import Token, tokens_of

SENSES: tuple[Sense, ...] = ("country", "people", "organization")
_LONGEST = 4  # words in the name of a state
_JOINING = frozenset(
    {"of", "the", "and", "for", "de", "del", "la", "van", "von", "bin", "al", "der"}
)


@lru_cache(maxsize=16384)
def name_key(word: str, language: str) -> str:
    """A word for comparison: folded, without number and case."""
    lexicon = load_lexicon(language)
    folded = lexicon.normal(Token(0, len(word), word).folded)
    # A Russian name can end like a case ending: "Рудаков", "Рудакова".
    return lexicon.normal(folded) if language == "ru" else folded


@dataclass(frozen=True)
class Source:
    """A text with its words and names as keys."""

    text: str
    language: str

    @cached_property
    def tokens(self) -> list[Token]:
        """The words of the text."""
        return tokens_of(self.text)

    @cached_property
    def keys(self) -> list[str]:
        """The words as keys, in order."""
        return [name_key(t.text, self.language) for t in self.tokens]

    @cached_property
    def runs(self) -> list[list[str]]:
        """The names: words with a capital in a row, small joining words included."""
        runs: list[list[str]] = [[]]
        end = 0
        for token, key in zip(self.tokens, self.keys, strict=True):
            apart = self.text[end : token.start].strip("-‐‑–") not in ("", " ", "\u00a0", "\n")
            joins = token.text in _JOINING and runs[-1]
            if apart or not (token.capitalized or joins):
                runs.append([])
            if token.capitalized or (joins and not apart):
                runs[-1].append(key)
            end = token.end
        return [run for run in runs if run]

    @cached_property
    def states(self) -> frozenset[str]:
        """Codes of the states, peoples and well-known organisations that it names."""
        atlas = load_atlas(self.language)
        words = [t.text for t in self.tokens]
        return frozenset(
            code
            for size in range(1, _LONGEST + 1)
            for at in range(len(words) - size + 1)
            for code in meanings(" ".join(words[at : at + size]), atlas)
        )


def meanings(name: str, atlas: Atlas) -> list[str]:
    """Codes of what a name as a whole stands for."""
    codes = (atlas.code(name, sense) for sense in SENSES)
    return [code for code in codes if code is not None]


@lru_cache(maxsize=2048)
def source_of(text: str, language: str) -> Source:
    """The text as a source; the same one for the same text, as items share their evidence."""
    return Source(text, language)
