"""From the words right before a verb up to the noun phrase that is its subject."""

from __future__ import annotations

from summarizer.grounding.happenings.english.arguments import Argument, ObjectReader
from summarizer.grounding.happenings.english.grammar import Grammar, load_grammar
from summarizer.grounding.happenings.english.syntax import Phrase, Syntax
from summarizer.grounding.happenings.english.verb_group import VerbGroup

_MOST_STEPS = 40
_IN_PHRASE = frozenset({"noun", "det", "poss", "adv", "time", "pron"})
_PLURAL_FORMS = frozenset({"are", "were", "have"})
_SINGULAR_FORMS = frozenset({"is", "was", "has"})


class Climber:
    """Climbs over prepositions, relative clauses, participles and lists of one sentence."""

    def __init__(self, syntax: Syntax, objects: ObjectReader) -> None:
        self.syntax = syntax
        self.objects = objects
        self.grammar: Grammar = load_grammar()

    def governor(self, group: VerbGroup) -> VerbGroup | None:
        """The verb group right before another."""
        at = self.syntax.order[group.first]
        return self.syntax.verbs[at - 1] if at else None

    def back_over_small(self, index: int) -> int:
        """The token before adverbs and times: "police on Monday quickly arrested"."""
        while index >= 0 and self.syntax.tag(index) in ("adv", "time"):
            index -= 1
            if self.syntax.tag(index) == "prep" and self.syntax.tag(index + 1) == "time":
                index -= 1
        return index

    def chain(self, group: VerbGroup, phrase: Phrase) -> Argument | None:
        """From "Lomm" in "observers of the mission in Lomm" to the phrase that governs it."""
        current = phrase
        for _ in range(_MOST_STEPS):
            before = current.first - 1
            tag = self.syntax.tag(before)
            if tag not in ("prep", "verb"):
                break
            index = self.back_over_small(before - 1) if tag == "prep" else before
            governing = self.syntax.by_last.get(index + 1)
            if governing is not None:
                current = self._counted(governing, current)
                continue
            other = self.syntax.verb_at.get(index)
            if other is None or other is group:
                return self._stopped(group, current, phrase)
            relative = self.relative_of(other)
            if relative is not None:
                return self.antecedent(relative)
            described = self.attached_to(other)
            clause = other.kind == "finite" and not self.goes_on_infinitive(other)
            if described is None or (tag == "verb" and clause):
                return self._stopped(group, current, phrase)
            current = described
        return self._joined(group, current)

    def attached_to(self, group: VerbGroup) -> Phrase | None:
        """The noun that a participle or an infinitive describes: "men accused", "plan to go"."""
        if not (group.bare or group.kind in ("infinitive", "gerund")):
            return None
        before = self.governor(group)
        if before is not None and self.goes_on_infinitive(group):
            return self.attached_to(before)
        return self.syntax.by_last.get(self.back_over_small(group.first - 1) + 1)

    def goes_on_infinitive(self, group: VerbGroup) -> bool:
        """Whether "and" joins a verb to an infinitive: "a plan to breach the dyke and let"."""
        before = self.governor(group)
        joined = self.syntax.tag(self.back_over_small(group.first - 1)) == "conj"
        return joined and group.bare and before is not None and before.kind == "infinitive"

    def antecedent(self, relative: int) -> Argument | None:
        """The noun phrase that "who" or "which" stands for."""
        index = relative - 1
        if self.syntax.tag(index) == "prep":  # "from which"
            return None
        if self.syntax.tag(index) == "punct":
            index -= 1
        phrase = self.syntax.by_last.get(self.back_over_small(index) + 1)
        if phrase is None:
            return None
        if self.syntax.word(relative) == "who":
            phrase = self._agreeing(phrase, relative)
        whole = self._widened(phrase)
        return Argument((whole,), whole.first, adjacent=True)

    def relative_of(self, group: VerbGroup) -> int | None:
        """The index of "who" or "that" if a verb stands in a relative clause without a comma."""
        index = group.first - 1
        if group.kind == "infinitive" and self.syntax.tag(index) == "verb":
            return self.relative_of(self.syntax.verb_at[index])
        while index > 0 and self.syntax.tag(index) in _IN_PHRASE:
            index -= 1
        if self.syntax.tag(index) != "sub" or self.syntax.word(index) not in self.grammar.relatives:
            return None
        return index if self.syntax.tag(index - 1) in ("noun", "pron", "time") else None

    def _agreeing(self, phrase: Phrase, relative: int) -> Phrase:
        """The phrase of "observers of the mission, who have" that fits the verb's number."""
        verb = self.syntax.word(relative + 1)
        wanted = True if verb in _PLURAL_FORMS else False if verb in _SINGULAR_FORMS else None
        current = phrase
        while wanted is None or self._is_plural(current) is not wanted:
            if self.syntax.word(current.first - 1) not in {"of", "in", "at", "from"}:
                return current if wanted is None else phrase
            governing = self.syntax.by_last.get(current.first - 1)
            if governing is None:
                return current if wanted is None else phrase
            current = self._counted(governing, current)
        return current

    def _is_plural(self, phrase: Phrase) -> bool:
        word = self.syntax.word(phrase.head)
        return word in self.grammar.plurals or (word.endswith("s") and not word.endswith("ss"))

    def _widened(self, phrase: Phrase) -> Phrase:
        """With "two of" before "the men"; other phrases before a preposition are not taken in."""
        before = phrase.first - 1
        if self.syntax.word(before) != "of":
            return phrase
        counted = self.syntax.by_last.get(before)
        if counted is not None and self.objects.counts(counted):
            return Phrase(counted.first, phrase.last)
        return phrase

    def _stopped(self, group: VerbGroup, current: Phrase, phrase: Phrase) -> Argument | None:
        """What is left where nothing governs a phrase."""
        if self.syntax.tag(current.first - 1) == "prep":
            return self._alone(current, phrase)
        return self._joined(group, current)

    def _counted(self, governing: Phrase, current: Phrase) -> Phrase:
        whole = self.objects.counts(governing) and self.syntax.word(current.first - 1) == "of"
        return Phrase(governing.first, current.last) if whole else governing

    def _alone(self, current: Phrase, phrase: Phrase) -> Argument | None:
        """A phrase after a preposition that nothing governs: "by police" is no subject."""
        preposition = self.syntax.word(current.first - 1)
        if preposition in {"in", "at", "on", "near"} and current is phrase:
            return Argument((phrase,), phrase.first, adjacent=True)
        return None

    def _joined(self, group: VerbGroup, last: Phrase) -> Argument:
        """With the phrases that "and" joins before it, unless they belong to a verb before."""
        phrases = [last]
        joint = self._joint_before(last)
        while joint is not None:
            phrases.insert(0, joint)
            joint = self._joint_before(joint)
        if len(phrases) > 1:
            before = phrases[0].first - 1
            if self.syntax.tag(before) == "verb":
                phrases = [last]
            elif self.syntax.tag(before) == "prep":
                governing = self.syntax.by_last.get(before)
                found = self.chain(group, governing) if governing is not None else None
                if found is not None and self.syntax.tag(found.first - 1) != "verb":
                    return found
                phrases = [last]
        return Argument(tuple(phrases), phrases[0].first, adjacent=True)

    def _joint_before(self, phrase: Phrase) -> Phrase | None:
        index = phrase.first - 1
        if self.syntax.word(index) not in {"and", "or", ","} or self._is_pronoun(phrase):
            return None
        if self.syntax.word(index) == "," and self.syntax.word(phrase.last) not in {",", "and"}:
            return None
        if self.syntax.word(index - 1) == ",":
            index -= 1
        return self.syntax.by_last.get(index)

    def _is_pronoun(self, phrase: Phrase) -> bool:
        return self.syntax.word(phrase.first) in {"he", "she", "it", "they", "we", "i"}
