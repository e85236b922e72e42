"""Everything that may bear out a name: the evidence and what stands around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from summarizer.grounding.guard.problem import GuardContext
from summarizer.grounding.names.countries import Atlas, Sense, load_atlas
from summarizer.grounding.names.lexicon import Lexicon, load_lexicon
from summarizer.grounding.words import Token, base_language, tokens_of

_SENSES: tuple[Sense, ...] = ("country", "people", "organization")
_JOINING = frozenset(
    {"of", "the", "and", "for", "de", "del", "la", "van", "von", "bin", "al", "der"}
)


@dataclass(frozen=True)
class Pool:
    """The texts in which a name may be found, and the names that mean the same as one in them."""

    texts: Sequence[str]
    context: GuardContext
    lexicon: Lexicon
    atlas: Atlas

    @classmethod
    def of(cls, evidence: Sequence[str], context: GuardContext) -> Pool:
        """The evidence with its neighbours, the title and the dateline."""
        around = [*context.neighbours, context.title or "", context.dateline or ""]
        language = base_language(context.language)
        texts = [text for text in (*evidence, *around) if text]
        return cls(texts, context, load_lexicon(language), load_atlas(language))

    def key(self, word: str) -> str:
        """A word for comparison: folded, without number and case."""
        folded = self.lexicon.normal(Token(0, len(word), word).folded)
        # A Russian name can end like a case ending: "Рудаков", "Рудакова".
        return self.lexicon.normal(folded) if self.lexicon.language == "ru" else folded

    @cached_property
    def sequences(self) -> list[list[str]]:
        """The words of each text, as keys."""
        return [[self.key(t.text) for t in tokens_of(text)] for text in self.all_texts]

    @cached_property
    def words(self) -> frozenset[str]:
        """All words, as keys."""
        return frozenset(word for sequence in self.sequences for word in sequence)

    @cached_property
    def runs(self) -> list[list[str]]:
        """The names of the texts: words with a capital in a row, small joining words included."""
        return [run for text in self.all_texts for run in self._runs_of(text)]

    @cached_property
    def states(self) -> frozenset[str]:
        """Codes of the states and peoples that the texts name."""
        return frozenset(code for sequence in self._plain for code in self._codes(sequence))

    def codes_of(self, words: Sequence[str]) -> frozenset[str]:
        """Codes of the state, people or well-known organisation that a name as a whole means."""
        senses = (self.atlas.code(" ".join(words), sense) for sense in _SENSES)
        return frozenset(code for code in senses if code is not None)

    def holds(self, written: str) -> bool:
        """Whether these characters stand anywhere, as they are."""
        return any(written in text for text in self.all_texts)

    @cached_property
    def _plain(self) -> list[list[str]]:
        return [[t.text for t in tokens_of(text)] for text in self.all_texts]

    @cached_property
    def all_texts(self) -> list[str]:
        """The texts, and every form of each actor that they name or that is the item's own."""
        texts = list(self.texts)
        joined = "\n".join(texts).casefold()
        words = frozenset(t.text.casefold() for t in tokens_of(joined))
        texts += [form for forms in self.context.actors for form in forms]
        for forms in self.context.names:
            # Of many names few share a word with the evidence; only those are searched for.
            if any(_first_word(form) in words and form.casefold() in joined for form in forms):
                texts += list(forms)
        return texts

    def _codes(self, words: list[str]) -> list[str]:
        found = []
        for size in range(1, 5):
            for at in range(len(words) - size + 1):
                name = " ".join(words[at : at + size])
                senses = (self.atlas.code(name, sense) for sense in _SENSES)
                found += [code for code in senses if code is not None]
        return found

    def _runs_of(self, text: str) -> list[list[str]]:
        runs: list[list[str]] = [[]]
        end = 0
        for token in tokens_of(text):
            apart = text[end : token.start].strip("-‐‑–") not in ("", " ", "\u00a0", "\n")
            joins = token.text in _JOINING and runs[-1]
            if apart or not (token.capitalized or joins):
                runs.append([])
            if token.capitalized or (joins and not apart):
                runs[-1].append(self.key(token.text))
            end = token.end
        return [run for run in runs if run]


@lru_cache(maxsize=65536)
def _first_word(form: str) -> str:
    return next((t.text.casefold() for t in tokens_of(form)), "")
