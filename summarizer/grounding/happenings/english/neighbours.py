"""What the words beside a token show of it: whether a phrase opens there or a noun goes on."""

from __future__ import annotations

from summarizer.grounding.happenings.english.grammar import Grammar, load_grammar
from summarizer.grounding.names.words import is_capital
from summarizer.grounding.statements.scene import Scene


class Neighbours:
    """Questions about the words of a scene, answered from the grammar's lists."""

    def __init__(self) -> None:
        self.grammar: Grammar = load_grammar()

    def qualifies(self, word: str) -> bool:
        """Whether a participle after a word belongs to a noun: "the proposed ban"."""
        return word in self.grammar.before_adjectives

    def is_number(self, word: str) -> bool:
        """Whether a word counts."""
        return word[:1].isdigit() or word in self.grammar.numbers

    def before_adverbs(self, scene: Scene, index: int) -> str:
        """The word before any adverbs."""
        while scene.word(index).endswith("ly") or scene.word(index) in self.grammar.adverbs:
            index -= 1
        return scene.word(index).casefold()

    def opens_phrase(self, scene: Scene, index: int) -> bool:
        """Whether an object begins at a token: a determiner, number, name, pronoun, plural."""
        word = scene.word(index)
        small = word.casefold()
        if not word or word in {".", ",", ";", ":"}:
            return False
        grammar = self.grammar
        named = is_capital(scene.tokens[index])
        opens = small in grammar.determiners or small in grammar.pronouns or self.is_number(small)
        plural = small in grammar.plurals or (small.endswith("s") and small not in grammar.adverbs)
        return opens or named or plural

    def is_noun_like(self, scene: Scene, index: int) -> bool:
        """Whether the token can go on a noun phrase."""
        word = scene.word(index).casefold()
        return word[:1].isalpha() and word not in self.grammar.closed and not word.endswith("ly")
