"""Subjects of verb groups, by word order: next to the verb, shared, or before an insertion."""

from __future__ import annotations

from summarizer.grounding.happenings.arguments import Argument, ObjectReader
from summarizer.grounding.happenings.grammar import Grammar, load_grammar
from summarizer.grounding.happenings.syntax import Phrase, Syntax
from summarizer.grounding.happenings.verbs import VerbGroup

_MOST_STEPS = 40
_IN_PHRASE = frozenset({"noun", "det", "poss", "adv", "time", "pron"})
_PLURAL_FORMS = frozenset({"are", "were", "have"})
_SINGULAR_FORMS = frozenset({"is", "was", "has"})
_BRACKETS = {",": ",", ")": "(", "]": "[", "—": "—", "–": "–", "-": "-", "--": "--"}


class SubjectReader:
    """Reads who or what stands before the verbs of one sentence."""

    def __init__(self, syntax: Syntax, objects: ObjectReader, speaking: frozenset[str]) -> None:
        self.syntax = syntax
        self.objects = objects
        self.speaking = speaking
        """Stems of verbs of speech."""
        self.grammar: Grammar = load_grammar()
        self._subjects: dict[int, Argument | None] = {}

    def subject(self, group: VerbGroup) -> Argument | None:
        """Who or what stands before a verb, also shared with a verb before it."""
        if group.first not in self._subjects:
            self._subjects[group.first] = None  # a circle of shared subjects ends here
            self._subjects[group.first] = self._find(group)
        return self._subjects[group.first]

    def governor(self, group: VerbGroup) -> VerbGroup | None:
        """The verb group right before an infinitive or a participle clause."""
        at = self.syntax.verbs.index(group)
        return self.syntax.verbs[at - 1] if at else None

    def _find(self, group: VerbGroup) -> Argument | None:
        if group.kind == "infinitive":
            return self._of_infinitive(group)
        if group.kind == "gerund":
            return self._of_gerund(group)
        index = self._back_over_small(group.first - 1)
        return self._ending(group, index)

    def _back_over_small(self, index: int) -> int:
        while index >= 0 and self.syntax.tag(index) in ("adv", "time"):
            index -= 1
            if self.syntax.tag(index) == "prep" and self.syntax.tag(index + 1) == "time":
                index -= 1
        return index

    def _ending(self, group: VerbGroup, index: int) -> Argument | None:
        """The subject that ends at a token."""
        tag, word = self.syntax.tag(index), self.syntax.word(index)
        if index < 0:
            return None
        if tag == "sub" and word in self.grammar.relatives:
            return self._antecedent(index)
        if tag == "conj":
            return self._shared(group, index)
        if tag == "punct":
            return self._over_insertion(group, index)
        if tag == "quote":
            return None
        phrase = self.syntax.by_last.get(index + 1)
        if phrase is not None:
            return self._chain(group, phrase)
        before = self.syntax.verb_at.get(index)
        if before is not None and before is not group:
            return self._over_verb(before)
        return None

    def _antecedent(self, relative: int) -> Argument | None:
        """The noun phrase that "who" or "which" stands for."""
        index = relative - 1
        if self.syntax.tag(index) == "prep":  # "from which"
            return None
        if self.syntax.tag(index) == "punct":
            index -= 1
        phrase = self.syntax.by_last.get(self._back_over_small(index) + 1)
        if phrase is None:
            return None
        if self.syntax.word(relative) == "who":
            phrase = self._agreeing(phrase, relative)
        whole = self._widened(phrase)
        return Argument((whole,), whole.first, adjacent=True)

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

    def _shared(self, group: VerbGroup, joint: int) -> Argument | None:
        """The subject of the verb that "and" joins this one to.

        A verb of speech is joined to a verb of speech: "said it would close and vowed to sue".
        """
        earlier = [
            v for v in self.syntax.verbs if v.last <= joint and v.kind in ("finite", "copula")
        ]
        if not earlier:
            return None
        told = [v for v in earlier if v.stem in self.speaking]
        partner = told[-1] if told and group.stem in self.speaking else earlier[-1]
        found = self.subject(partner)
        return Argument(found.phrases, found.first, adjacent=False) if found else None

    def _over_insertion(self, group: VerbGroup, index: int) -> Argument | None:
        """The subject before an apposition or a relative clause between commas or in brackets."""
        sign = self.syntax.word(index)
        opening = _BRACKETS.get(sign)
        if opening is None:
            return None
        if sign == "," and self._joins(group, index):
            return self._shared(group, index)
        for at in range(index - 1, max(-1, index - _MOST_STEPS), -1):
            if self.syntax.word(at) != opening:
                continue
            phrase = self._phrase_before(at)
            if phrase is None:
                return None
            found = self._chain(group, phrase)
            return self._named_better(found, at + 1, index) if sign == "," else found
        return None

    def _phrase_before(self, index: int) -> Phrase | None:
        """The phrase before a comma, or the noun of an infinitive there: "plan to get in,"."""
        end = self._back_over_small(index - 1)
        if self.syntax.word(end) in self.grammar.particles:
            end -= 1
        other = self.syntax.verb_at.get(end)
        return self._attached_to(other) if other is not None else self.syntax.by_last.get(end + 1)

    def _joins(self, group: VerbGroup, comma: int) -> bool:
        """Whether the comma lists verbs of one subject: "shook hands, sat down and left"."""
        at = self.syntax.verbs.index(group)
        before = self.syntax.verbs[at - 1] if at else None
        if before is None or before.kind != "finite" or self._in_relative(before):
            return False
        if before.bare and self.syntax.word(before.first - 1) == "," and at == 1:
            return False  # "Talks, broken off in May, resumed"
        return all(self.syntax.word(i) != "," for i in range(before.last, comma))

    def _in_relative(self, group: VerbGroup) -> bool:
        """Whether "who", "whose" or "which" opens the clause of a verb."""
        index = group.first - 1
        while index >= 0 and self.syntax.tag(index) not in ("verb", "punct", "conj", "quote"):
            if self.syntax.tag(index) == "sub":
                return self.syntax.word(index) in self.grammar.relatives
            index -= 1
        return False

    def _named_better(self, found: Argument | None, first: int, last: int) -> Argument | None:
        """A name in commas stands for the description before it: "the owner, Brackwater Salt,"."""
        if found is None or len(found.phrases) != 1:
            return found
        for name in self.syntax.scene.names:
            if name.first == first and name.last == last:
                described = found.phrases[0]
                if not any(
                    described.first <= n.first < described.last for n in self.syntax.scene.names
                ):
                    return Argument((Phrase(first, last),), found.first, found.adjacent)
        return found

    def _over_verb(self, before: VerbGroup) -> Argument | None:
        """The subject of a verb that follows a relative or reduced clause: "the man hurt fled"."""
        relative = self._relative_of(before)
        if relative is not None:
            return self._antecedent(relative)
        phrase = self._attached_to(before)
        return self._chain(before, phrase) if phrase is not None else None

    def _attached_to(self, group: VerbGroup) -> Phrase | None:
        """The noun that a participle or an infinitive describes: "men accused", "plan to go"."""
        if not (group.bare or group.kind in ("infinitive", "gerund")):
            return None
        before = self.governor(group)
        if before is not None and self._goes_on_infinitive(group):
            return self._attached_to(before)
        return self.syntax.by_last.get(self._back_over_small(group.first - 1) + 1)

    def _goes_on_infinitive(self, group: VerbGroup) -> bool:
        """Whether "and" joins a verb to an infinitive: "a plan to breach the dyke and let"."""
        before = self.governor(group)
        joined = self.syntax.tag(self._back_over_small(group.first - 1)) == "conj"
        return joined and group.bare and before is not None and before.kind == "infinitive"

    def _relative_of(self, group: VerbGroup) -> int | None:
        """The index of "who" or "that" if a verb stands in a relative clause without a comma."""
        index = group.first - 1
        if group.kind == "infinitive" and self.syntax.tag(index) == "verb":
            return self._relative_of(self.syntax.verb_at[index])
        while index > 0 and self.syntax.tag(index) in _IN_PHRASE:
            index -= 1
        if self.syntax.tag(index) != "sub" or self.syntax.word(index) not in self.grammar.relatives:
            return None
        return index if self.syntax.tag(index - 1) in ("noun", "pron", "time") else None

    def _chain(self, group: VerbGroup, phrase: Phrase) -> Argument | None:
        """From "Lomm" in "observers of the mission in Lomm" to the phrase that governs it."""
        current = phrase
        for _ in range(_MOST_STEPS):
            before = current.first - 1
            tag = self.syntax.tag(before)
            if tag not in ("prep", "verb"):
                break
            index = self._back_over_small(before - 1) if tag == "prep" else before
            governing = self.syntax.by_last.get(index + 1)
            if governing is not None:
                current = self._counted(governing, current)
                continue
            other = self.syntax.verb_at.get(index)
            if other is None or other is group:
                return (
                    self._alone(current, phrase) if tag == "prep" else self._joined(group, current)
                )
            relative = self._relative_of(other)
            if relative is not None:
                return self._antecedent(relative)
            described = self._attached_to(other)
            clause = other.kind == "finite" and not self._goes_on_infinitive(other)
            if described is None or (tag == "verb" and clause):
                return (
                    self._alone(current, phrase) if tag == "prep" else self._joined(group, current)
                )
            current = described
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
                if governing is not None:
                    return self._chain(group, governing) or self._alone_as(last)
                phrases = [last]
        return Argument(tuple(phrases), phrases[0].first, adjacent=True)

    def _alone_as(self, phrase: Phrase) -> Argument:
        return Argument((phrase,), phrase.first, adjacent=True)

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

    def _of_infinitive(self, group: VerbGroup) -> Argument | None:
        """Of "asked X to close": X; of "X tried to close": X."""
        before = self.governor(group)
        if before is None:
            return None
        between = [
            p for p in self.syntax.phrases if before.last <= p.first and p.last <= group.first
        ]
        if between and self.objects.object(before) is not None and not before.passive:
            return Argument((between[0],), between[0].first, adjacent=False)
        found = self.subject(before)
        return Argument(found.phrases, found.first, adjacent=False) if found else None

    def _of_gerund(self, group: VerbGroup) -> Argument | None:
        """Of ", killing two": the subject of the clause; of "men carrying guns": the men."""
        index = group.first - 1
        phrase = self.syntax.by_last.get(index + 1)
        if phrase is not None and self.syntax.tag(phrase.first - 1) != "prep":
            return Argument((phrase,), phrase.first, adjacent=True)
        before = self.governor(group)
        found = self.subject(before) if before is not None else None
        return Argument(found.phrases, found.first, adjacent=False) if found else None
