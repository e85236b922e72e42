"""Where the clause of a verb begins and ends."""

from __future__ import annotations

from summarizer.grounding.happenings.english.arguments import Argument
from summarizer.grounding.happenings.english.grammar import Grammar, load_grammar
from summarizer.grounding.happenings.english.syntax import Syntax
from summarizer.grounding.happenings.english.verb_group import VerbGroup

_LONGEST = 200
"""Characters; what is longer is cut at a phrase."""
_STOPS = frozenset({";", ":", "—", "–", "--", "-", "[", "]", "(", "…", "•"})
_AFTER_COMMA = 9
_NEVER_LAST = ("conj", "prep", "punct", "sub", "quote", "det")


class ExtentReader:
    """Measures clauses of one sentence, in tokens."""

    def __init__(self, syntax: Syntax) -> None:
        self.syntax = syntax
        self.grammar: Grammar = load_grammar()

    def clause(
        self, group: VerbGroup, subject: Argument | None, *, first: int, content: bool
    ) -> tuple[int, int]:
        """First and last token (exclusive) of a verb's clause.

        `first` is where it begins without a subject; `content` says that the verb takes a clause
        of what is asked, denied or promised, which then belongs to it.
        """
        begin = subject.first if subject is not None and subject.adjacent else first
        begin = self._with_bounds(begin)
        return begin, self.trimmed(begin, self._end(group, begin, content=content))

    def _with_bounds(self, first: int) -> int:
        """With "at least" or "more than" before a number."""
        number = self.syntax.word(first)
        if number[:1].isdigit() or number in self.grammar.numbers:
            while self.syntax.tag(first - 1) == "adv":
                first -= 1
        return first

    def trimmed(self, first: int, last: int) -> int:
        """Without small words and signs at the end."""
        while last > first + 1 and self.syntax.tag(last - 1) in _NEVER_LAST:
            opening = self._opening_of(last - 1, first)
            if opening is not None:
                last = opening
                continue
            if self._may_be_last(first, last - 1):
                break
            last -= 1
        return last

    def _opening_of(self, index: int, first: int) -> int | None:
        """Where square brackets that end a clause begin: editors' remarks are no part of it."""
        if self.syntax.word(index) != "]":
            return None
        return next((i for i in range(index, first, -1) if self.syntax.word(i) == "["), None)

    def _may_be_last(self, first: int, index: int) -> bool:
        word = self.syntax.word(index)
        if self.syntax.tag(index) == "prep":
            return word in self.grammar.particles
        return word in {")", "]", "%"} or self._closes_quote(first, index)

    def _closes_quote(self, first: int, index: int) -> bool:
        if self.syntax.tag(index) != "quote":
            return False
        marks = [i for i in range(first, index) if self.syntax.tag(i) == "quote"]
        return len(marks) % 2 == 1

    def _end(self, group: VerbGroup, begin: int, *, content: bool) -> int:
        index, stop = group.last, self.syntax.stop()
        inside = False
        while index < stop:
            if self._too_long(begin, index):
                return self._last_phrase(begin, index)
            if content and not inside and self._opens_content(group, index):
                inside, index = True, self._after_content(index)
                continue
            after = self._step(index, inside=inside)
            if after is None:
                return index
            index = after
        return stop

    def _step(self, index: int, *, inside: bool) -> int | None:
        """The next token of the clause; None where it ends."""
        tag, word = self.syntax.tag(index), self.syntax.word(index)
        if tag == "time":
            return index + 1
        if word == "according" or (tag == "punct" and word in _STOPS):
            return self._over_brackets(index)
        if word == ",":
            return self._over_comma(index)
        if tag == "sub":
            return None
        if tag == "conj":
            return None if self.joins_clause(index) else index + 1
        if tag == "verb":
            group = self.syntax.verb_at[index]
            if group.kind in ("finite", "copula") and not inside:
                return index + 1 if self._is_reduced(group) else None
            return group.last
        phrase = self.syntax.by_first.get(index)
        if phrase is not None and not inside and self._has_own_verb(phrase.last):
            return None
        return index + 1

    def _is_reduced(self, group: VerbGroup) -> bool:
        """Whether a bare past form only describes the noun before it: "bombs planted by rebels"."""
        return group.bare and self.syntax.tag(group.last) in ("prep", "time", "punct", "adv", None)

    def _has_own_verb(self, index: int) -> bool:
        """Whether a finite verb follows a phrase directly, so that a clause begins with it."""
        while self.syntax.tag(index) == "adv":
            index += 1
        group = self.syntax.verb_at.get(index)
        if group is None or group.kind not in ("finite", "copula"):
            return False
        return not self._is_reduced(group)

    def _opens_content(self, group: VerbGroup, index: int) -> bool:
        """Whether what is said, asked or denied begins here."""
        word = self.syntax.word(index)
        if index - group.last > _AFTER_COMMA:
            return False
        if word in self.grammar.complement and self.syntax.tag(index) == "sub":
            return True
        phrase = self.syntax.by_first.get(index)
        return phrase is not None and index == group.last and self._has_own_verb(phrase.last)

    def _after_content(self, index: int) -> int:
        """The token after the first verb of the content."""
        at = index + 1
        while at < self.syntax.stop():
            group = self.syntax.verb_at.get(at)
            if group is not None and group.kind != "gerund":
                return group.last
            if self.syntax.tag(at) in ("punct", "sub"):
                return at
            at += 1
        return at

    def _over_brackets(self, index: int) -> int | None:
        if self.syntax.word(index) not in {"(", "["}:
            return None
        for at in range(index + 1, min(index + 8, len(self.syntax.tags))):
            if self.syntax.word(at) in {")", "]"}:
                return at + 1
        return None

    def _over_comma(self, comma: int) -> int | None:
        """The token after a list or an insertion that the clause goes on from; else None."""
        following = self.syntax.by_first.get(comma + 1)
        if following is None:
            return None
        for at in range(comma + 1, min(comma + 1 + _AFTER_COMMA, self.syntax.stop())):
            tag, word = self.syntax.tag(at), self.syntax.word(at)
            if tag in ("verb", "sub"):
                return None
            if word in {"and", "or"}:
                listed = self.syntax.by_first.get(at + 1)
                if listed is None or self._has_own_verb(listed.last):
                    return None
                return at + 1 if self.syntax.tag(comma - 1) == "noun" else None
            if word == "," and at > comma + 1:
                after = self.syntax.tag(at + 1)
                infinitive = self.syntax.verb_at.get(at + 1)
                if infinitive is not None and infinitive.kind == "infinitive":
                    return at + 1
                if after == "prep" and self.syntax.word(at + 1) in {"to", "by", "of"}:
                    return at + 1
        return None

    def joins_clause(self, index: int) -> bool:
        """Whether "and" joins another verb of the same rank, or a whole clause."""
        at = index + 1
        while self.syntax.tag(at) in ("adv", "time", "punct"):
            at += 1
        group = self.syntax.verb_at.get(at)
        if group is not None:
            return group.kind != "infinitive"
        phrase = self.syntax.by_first.get(at)
        while phrase is not None and self.syntax.tag(phrase.last) == "prep":
            longer = self.syntax.by_first.get(phrase.last + 1)
            if longer is None:
                break
            phrase = longer
        if phrase is not None:
            return self._has_own_verb(phrase.last)
        return self.syntax.tag(at) in ("sub", "prep")

    def _too_long(self, begin: int, index: int) -> bool:
        tokens = self.syntax.scene.tokens
        return tokens[index].end - tokens[begin].start > _LONGEST

    def _last_phrase(self, begin: int, index: int) -> int:
        """Back to the end of the last whole phrase."""
        for at in range(index, begin + 3, -1):
            if at in self.syntax.by_last:
                return at
        return index
