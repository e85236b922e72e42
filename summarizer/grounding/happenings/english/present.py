"""Present and base forms, which only their neighbours show to be verbs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from summarizer.grounding.happenings.english.grammar import Grammar, load_grammar
from summarizer.grounding.happenings.english.neighbours import Neighbours
from summarizer.grounding.happenings.english.verb_group import VerbGroup
from summarizer.grounding.happenings.triggers import TriggerTable
from summarizer.grounding.names.words import is_capital
from summarizer.grounding.statements.scene import Scene
from summarizer.grounding.words import stem


class PresentReader:
    """Finds the verbs that have neither a helper nor an ending of the past."""

    def __init__(self, triggers: TriggerTable, near: Neighbours) -> None:
        self.grammar: Grammar = load_grammar()
        self.triggers = triggers
        self.near = near

    def read(self, scene: Scene, used: set[int]) -> Iterator[VerbGroup]:
        """Verb groups of one word outside the `used` tokens, in order."""
        for index in range(1, len(scene.tokens)):
            word = scene.word(index)
            if index in used or not word.isalpha() or not word.islower():
                continue
            group = self._group(scene, index, word, used)
            if group is not None:
                yield group

    def _group(self, scene: Scene, index: int, word: str, used: set[int]) -> VerbGroup | None:
        root = stem(word)
        if self._is_relative_verb(scene, index, word):
            return _one_word(index, root)
        if root not in self.triggers.verbs:
            return None
        if self._goes_on(scene, index, used):
            return replace(_one_word(index, root), kind="infinitive", bare=True)
        if self._is_demanded(scene, index):
            return replace(_one_word(index, root), tone="modal")
        if not self._fits_subject(scene, index, word):
            return None
        noun = root in self.triggers.nouns or not word.endswith("s")
        if noun and not self.near.opens_phrase(scene, index + 1):
            return None
        return _one_word(index, root)

    def _goes_on(self, scene: Scene, index: int, used: set[int]) -> bool:
        """Whether "and" joins a base form to an infinitive: "to breach the dyke and flood"."""
        if scene.word(index - 1) not in {"and", "or"} or not self.near.opens_phrase(
            scene, index + 1
        ):
            return False
        verbs = [at for at in range(index) if at in used]
        return bool(verbs) and scene.word(verbs[-1] - 1) == "to"

    def _is_demanded(self, scene: Scene, index: int) -> bool:
        """Whether a base form follows a name in "demanded that Holt resign"."""
        before = scene.tokens[index - 1]
        named = is_capital(before) or before.text in {"himself", "herself", "itself", "themselves"}
        earlier = {scene.word(at) for at in range(max(0, index - 6), index)}
        return named and "that" in earlier and not scene.word(index).endswith(("s", "ed", "ing"))

    def _is_relative_verb(self, scene: Scene, index: int, word: str) -> bool:
        """Whether "who", "which" or "that" before it makes it a verb: "that runs the servers"."""
        before = scene.word(index - 1).casefold()
        if before not in {"who", "which", "that"} or not word.endswith("s"):
            return False
        return not word.endswith("ss") and self.near.opens_phrase(scene, index + 1)

    def _fits_subject(self, scene: Scene, index: int, word: str) -> bool:
        before = scene.word(index - 1)
        small = before.casefold()
        if not before[:1].isalpha() or small in self.grammar.prepositions | self.grammar.adverbs:
            return False
        if self.near.qualifies(small) or self.near.is_number(small) or small in {"to", "and", "or"}:
            return False
        plural = small in self.grammar.plurals or (small.endswith("s") and small != "its")
        if word.endswith("s") and not word.endswith("ss"):
            return not plural or is_capital(scene.tokens[index - 1]) or small in {"who", "police"}
        return plural


def _one_word(index: int, root: str) -> VerbGroup:
    return VerbGroup(
        first=index,
        last=index + 1,
        head=index,
        stem=root,
        kind="finite",
        bare=False,
        negated=False,
        passive=False,
        tone="plain",
    )
