"""Everything that may bear out a name: the evidence and what stands around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from summarizer.grounding.guard.problem import GuardContext
from summarizer.grounding.guard.source import Source, meanings, name_key, source_of
from summarizer.grounding.names.countries import Atlas, load_atlas
from summarizer.grounding.names.lexicon import Lexicon, load_lexicon
from summarizer.grounding.words import base_language, tokens_of


@dataclass(frozen=True)
class Pool:
    """The texts in which a name may be found, and the names that mean the same as one in them."""

    texts: Sequence[str]
    context: GuardContext
    lexicon: Lexicon

    @classmethod
    def of(cls, evidence: Sequence[str], context: GuardContext) -> Pool:
        """The evidence with its neighbours, the title and the dateline."""
        around = [*context.neighbours, context.title or "", context.dateline or ""]
        language = base_language(context.language)
        texts = [text for text in (*evidence, *around) if text]
        return cls(texts, context, load_lexicon(language))

    @property
    def atlas(self) -> Atlas:
        """The states of the language; read only where a name is not found as it is written."""
        return load_atlas(self.lexicon.language)

    def key(self, word: str) -> str:
        """A word for comparison: folded, without number and case."""
        return name_key(word, self.lexicon.language)

    @cached_property
    def sources(self) -> list[Source]:
        """The texts, and every form of each actor that they name or that is the item's own."""
        texts = list(self.texts)
        joined = "\n".join(texts).casefold()
        words = frozenset(t.text for t in tokens_of(joined))
        texts += [form for forms in self.context.actors for form in forms]
        for forms in self.context.names:
            # Of many names few share a word with the evidence; only those are searched for.
            if any(_first_word(form) in words and form.casefold() in joined for form in forms):
                texts += list(forms)
        return [source_of(text, self.lexicon.language) for text in texts]

    @cached_property
    def words(self) -> frozenset[str]:
        """All words, as keys."""
        return frozenset(key for source in self.sources for key in source.keys)

    @cached_property
    def runs(self) -> list[list[str]]:
        """The names of all texts, as keys."""
        return [run for source in self.sources for run in source.runs]

    @cached_property
    def states(self) -> frozenset[str]:
        """Codes of the states and peoples that the texts name."""
        return frozenset(code for source in self.sources for code in source.states)

    def codes_of(self, words: Sequence[str]) -> frozenset[str]:
        """Codes of the state, people or well-known organisation that a name as a whole means."""
        return frozenset(meanings(" ".join(words), self.atlas))

    def holds(self, written: str) -> bool:
        """Whether these characters stand anywhere, as they are."""
        return any(written in source.text for source in self.sources)


@lru_cache(maxsize=65536)
def _first_word(form: str) -> str:
    return next((t.text for t in tokens_of(form.casefold())), "")
