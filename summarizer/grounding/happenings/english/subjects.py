"""Subjects of verb groups, by word order: next to the verb, shared, or before an insertion."""

from __future__ import annotations

from summarizer.grounding.happenings.english.arguments import Argument, ObjectReader
from summarizer.grounding.happenings.english.climbing import Climber
from summarizer.grounding.happenings.english.grammar import Grammar, load_grammar
from summarizer.grounding.happenings.english.syntax import Phrase, Syntax
from summarizer.grounding.happenings.english.verb_group import VerbGroup
from summarizer.grounding.words import stem

_MOST_STEPS = 40
_BRACKETS = {",": ",", ")": "(", "]": "[", "—": "—", "–": "–", "-": "-", "--": "--"}


class SubjectReader:
    """Reads who or what stands before the verbs of one sentence."""

    def __init__(self, syntax: Syntax, objects: ObjectReader, speaking: frozenset[str]) -> None:
        self.syntax = syntax
        self.climber = Climber(syntax, objects)
        self.objects = objects
        self.speaking = speaking
        """Stems of verbs of speech."""
        self.grammar: Grammar = load_grammar()
        self.judging = frozenset(map(stem, self.grammar.judging))
        self._subjects: dict[int, Argument | None] = {}

    def subject(self, group: VerbGroup) -> Argument | None:
        """Who or what stands before a verb, also shared with a verb before it."""
        if group.first not in self._subjects:
            self._subjects[group.first] = None  # a circle of shared subjects ends here
            self._subjects[group.first] = self._find(group)
        return self._subjects[group.first]

    def governor(self, group: VerbGroup) -> VerbGroup | None:
        """The verb group right before another, such as an infinitive's."""
        return self.climber.governor(group)

    def _find(self, group: VerbGroup) -> Argument | None:
        if group.kind == "infinitive":
            return self._of_infinitive(group)
        if group.kind == "gerund":
            return self._of_gerund(group)
        index = self.climber.back_over_small(group.first - 1)
        return self._ending(group, index)

    def _ending(self, group: VerbGroup, index: int) -> Argument | None:
        """The subject that ends at a token."""
        tag, word = self.syntax.tag(index), self.syntax.word(index)
        if index < 0:
            return None
        if tag == "sub" and word in self.grammar.relatives:
            return self.climber.antecedent(index)
        if tag == "conj":
            return self._shared(group, index)
        if tag == "punct":
            return self._over_insertion(group, index)
        if tag == "quote":
            return None
        phrase = self.syntax.by_last.get(index + 1)
        if phrase is not None:
            return self.climber.chain(group, phrase)
        before = self.syntax.verb_at.get(index)
        if before is not None and before is not group:
            return self._over_verb(before)
        return None

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
            found = self.climber.chain(group, phrase)
            return self._named_better(found, at + 1, index) if sign == "," else found
        return None

    def _phrase_before(self, index: int) -> Phrase | None:
        """The phrase before a comma, or the noun of an infinitive there: "plan to get in,"."""
        end = self.climber.back_over_small(index - 1)
        if self.syntax.word(end) in self.grammar.particles:
            end -= 1
        other = self.syntax.verb_at.get(end)
        return (
            self.climber.attached_to(other)
            if other is not None
            else self.syntax.by_last.get(end + 1)
        )

    def _joins(self, group: VerbGroup, comma: int) -> bool:
        """Whether the comma lists verbs of one subject: "shook hands, sat down and left"."""
        at = self.syntax.order[group.first]
        before = self.syntax.verbs[at - 1] if at else None
        if before is None or before.kind != "finite" or self._in_relative(before):
            return False
        if before.bare and self._is_apposed(before, alone=at == 1):
            return False
        return all(self.syntax.word(i) != "," for i in range(before.last, comma))

    def _is_apposed(self, group: VerbGroup, *, alone: bool) -> bool:
        """Whether a participle describes: "Talks, broken off,", "Holt, a judge jailed in"."""
        if self.syntax.word(group.first - 1) == ",":
            return alone
        phrase = self.syntax.by_last.get(group.first)
        opens = phrase is not None and self.syntax.word(phrase.first - 1) == ","
        return opens and self.syntax.tag(group.last) in ("prep", "time")

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
        relative = self.climber.relative_of(before)
        if relative is not None:
            return self.climber.antecedent(relative)
        phrase = self.climber.attached_to(before)
        return self.climber.chain(before, phrase) if phrase is not None else None

    def _of_infinitive(self, group: VerbGroup) -> Argument | None:
        """Of "asked X to close": X; of "X tried to close": X."""
        before = self.climber.governor(group)
        if before is None:
            return None
        if self.climber.goes_on_infinitive(group):
            return self.subject(before)
        between = [
            p for p in self.syntax.phrases if before.last <= p.first and p.last <= group.first
        ]
        if between and self.objects.object(before) is not None and not before.passive:
            return Argument((between[0],), between[0].first, adjacent=False)
        found = self.subject(before)
        return Argument(found.phrases, found.first, adjacent=False) if found else None

    def _of_gerund(self, group: VerbGroup) -> Argument | None:
        """Of ", killing two": the subject of the clause; of "men carrying guns": the men.

        Of "criticized the union for calling a strike": the union, who is judged for it.
        """
        index = group.first - 1
        phrase = self.syntax.by_last.get(index + 1)
        if phrase is not None and self.syntax.tag(phrase.first - 1) != "prep":
            return Argument((phrase,), phrase.first, adjacent=True)
        before = self.climber.governor(group)
        if before is None:
            return None
        judged = before.stem in self.judging and not before.passive
        after_for = self.syntax.word(index) in self.grammar.judged_for
        found = self.objects.object(before) if judged and after_for else self.subject(before)
        return Argument(found.phrases, found.first, adjacent=False) if found else None
