"""Who stands before or after an attributing word: a name, a pronoun or a described speaker."""

from __future__ import annotations

from summarizer.grounding.names.words import is_capital
from summarizer.grounding.statements.nouns import NounPhrases, Subject, named
from summarizer.grounding.statements.scene import Name, Scene

_STOPS = frozenset(',;:.?!()—–-"“”«»„…[]،؛؟')
_PRONOUNS = ("he", "she", "they", "it", "self", "first_person", "relative")
_MAX_PHRASE = 18
_MAX_INSERTION = 30


class PhraseReader(NounPhrases):
    """Finds the subject before or after a token of a scene."""

    def before(self, scene: Scene, verb: int) -> Subject | None:
        """The subject that ends before a verb: "Feld, chair of the league, also said"."""
        name = scene.ends.get(verb)
        if name is not None and scene.word(verb).endswith("ing"):
            return named(name, scene)  # "with Feld saying", "Feld adding"
        index = self._over_adverbs(scene, verb - 1)
        if index < 0:
            return None
        if scene.word(index) in {",", ")"} and not scene.quoted[index]:
            return self._before_insertion(scene, index)
        return self.ending_at(scene, index) or self._before_relative(scene, index)

    def _before_relative(self, scene: Scene, index: int) -> Subject | None:
        """The subject of a clause without commas: "an official who asked not to be named said"."""
        for at in range(index, max(0, index - _MAX_INSERTION), -1):
            if scene.quoted[at] or scene.word(at) in _STOPS:
                return None
            if self.cues.has(scene.word(at), "relative"):
                return self.ending_at(scene, at - 1)
        return None

    def _over_adverbs(self, scene: Scene, index: int) -> int:
        while index >= 0 and not scene.quoted[index] and index + 1 not in scene.ends:
            word = scene.word(index)
            if not (self.cues.has(word, "auxiliaries", "adverbs") or self.is_adverb(word)):
                return index
            index -= 1
        return index

    def _before_insertion(self, scene: Scene, comma: int) -> Subject | None:
        """The subject before an apposition or a relative clause in commas or brackets."""
        opening = {",", "("} if scene.word(comma) == "," else {"("}
        described = None
        for index in range(comma - 1, max(0, comma - _MAX_INSERTION), -1):
            if scene.quoted[index]:
                break
            if scene.word(index) not in opening:
                continue
            found = self.ending_at(scene, self._over_brackets(scene, index - 1))
            if found is None or found.kind == "pronoun" or not self._is_insertion(scene, index):
                continue
            name = self._filling(scene, index + 1, comma)
            if name is not None and self._opens_clause(scene, found):
                return named(name, scene)
            if found.kind == "name":
                return found
            described = described or found
        return described

    def _over_brackets(self, scene: Scene, index: int) -> int:
        """The token before "(…)" if one ends at `index`."""
        if scene.word(index) != ")":
            return index
        while index > 0 and scene.word(index) != "(":
            index -= 1
        return index - 1

    def _filling(self, scene: Scene, first: int, last: int) -> Name | None:
        """The name that fills an insertion, its title included: ", retired general Ada Grey,"."""
        name = scene.ends.get(last)
        fills = name is not None and first <= name.first and self.leads_to(scene, first, name.first)
        plain = all(not self.is_verb(scene, at) for at in range(first, last)) if fills else False
        return name if plain else None

    def _opens_clause(self, scene: Scene, subject: Subject) -> bool:
        """Whether a description stands by itself: "The city's mayor", not one in a longer list."""
        article = any(
            self.lexicon.exactly(scene.word(at), "determiners")
            for at in (subject.first, subject.first - 1)
        )
        owned = self.cues.has(scene.word(subject.first - 1), "possessors")
        first = subject.first == 0 or scene.quoted[subject.first - 1]  # after "…," too
        return subject.kind == "described" and (first or article or owned)

    def _is_insertion(self, scene: Scene, comma: int) -> bool:
        """Whether what follows a comma describes the one before it."""
        word = scene.word(comma + 1)
        opens = self.cues.has(word, "relative", "insertion") or self.lexicon.exactly(
            word, "determiners"
        )
        return (
            opens
            or word[:1].isdigit()
            or self.lexicon.has(word, "people", "titles", "role_modifiers", "groups")
            or self.cues.has(word, "prepositions")
            or word.endswith(("ing", "ed", "est"))
            or comma + 1 in scene.starts
            or is_capital(scene.tokens[comma + 1])
            or scene.word(comma) == "("
        )

    def ending_at(self, scene: Scene, index: int) -> Subject | None:
        """The noun phrase or pronoun whose last token is at `index`."""
        if index < 0 or scene.quoted[index]:
            return None
        word = scene.word(index)
        for kind in _PRONOUNS:
            if self.cues.has(word, kind):
                return Subject(index, index + 1, "pronoun", None, kind)
        name = scene.ends.get(index + 1)
        if name is None and (word in _STOPS or self.cues.has(word, "boundaries")):
            return None
        first = self.phrase_start(scene, name.first if name else index)
        first = self.without_opening(scene, first, index + 1)
        if name is not None and first <= name.first and self.leads_to(scene, first, name.first):
            return named(name, scene)
        return self.phrase(scene, first, index + 1, whole=name is not None)

    def anyone(self, scene: Scene, verb: int) -> Subject | None:
        """Whatever noun stands right before "said": "Both delegations said"."""
        index = self._over_adverbs(scene, verb - 1)
        word = scene.word(index)
        if index < 0 or scene.quoted[index] or not word.isalpha() or not word.islower():
            return None
        if self.cues.has(word, "speechless", "boundaries", "prepositions", "articles"):
            return None
        first = self.without_opening(scene, self.phrase_start(scene, index), index + 1)
        return self.loosely(scene, first, index + 1)

    def phrase_start(self, scene: Scene, index: int) -> int:
        """Where the noun phrase around `index` begins: at a stop, a small clause word or a verb."""
        low = max(0, index - _MAX_PHRASE)
        while index > low:
            word = scene.word(index - 1)
            if scene.quoted[index - 1] or word in _STOPS or self.cues.has(word, "boundaries"):
                break
            if word in {"'s", "’s"} or word in {"'", "’"}:
                index -= 1
                continue
            if self.is_verb(scene, index - 1):
                break
            index -= 1
        return index

    def partner(self, scene: Scene, subject: Subject) -> Subject | None:
        """The name before "and" in "the Council and the League said"."""
        if subject.kind != "name":
            return None
        index = subject.first - 1
        if self.lexicon.exactly(scene.word(index), "determiners"):
            index -= 1
        name = scene.ends.get(index) if self.cues.has(scene.word(index), "joining") else None
        return named(name, scene) if name is not None else None

    def after(self, scene: Scene, index: int) -> Subject | None:
        """The phrase that begins at `index`: "said Maren Holt", "according to curator Tom Lind"."""
        if index >= len(scene.tokens) or scene.quoted[index]:
            return None
        for kind in ("he", "she", "they"):
            if self.cues.has(scene.word(index), kind):
                return Subject(index, index + 1, "pronoun", None, kind)
        last = self._phrase_end(scene, index)
        for name in scene.names:
            if index <= name.first < last and self.leads_to(scene, index, name.first):
                return named(name, scene)
        found = self.phrase(scene, index, last, whole=False) if last > index else None
        if found is not None and found.kind == "described":
            return self._apposed(scene, last) or found
        return found

    def _apposed(self, scene: Scene, comma: int) -> Subject | None:
        """The name in commas after a description: "said the mayor, Ines Kaplan"."""
        if scene.word(comma) != ",":
            return None
        for name in scene.names:
            if name.first > comma and scene.word(name.last) in {",", ".", "", ";"}:
                fills = self._filling(scene, comma + 1, name.last) is name
                return named(name, scene) if fills else None
        return None

    def _phrase_end(self, scene: Scene, index: int) -> int:
        first = index
        while index < len(scene.tokens) and index - first < _MAX_PHRASE and not scene.quoted[index]:
            word = scene.word(index)
            owns = word in {"'s", "’s"}
            clause = not owns and self.cues.has(word, "boundaries", "auxiliaries")
            if index not in scene.starts and (
                (word in _STOPS - {"-"} and word != ".")
                or clause
                or self._ends_sentence(scene, index)
            ):
                break
            name = scene.starts.get(index)
            index = name.last if name else index + 1
        return index

    def _ends_sentence(self, scene: Scene, index: int) -> bool:
        return scene.word(index) == "." and index == len(scene.tokens) - 1
