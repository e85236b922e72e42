"""What a text denies: each negating word with the words it covers."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from summarizer.grounding.guard.content import Word, content_key, content_words
from summarizer.grounding.words import (
    Clause,
    Predicate,
    clauses_of,
    load_table,
    predicates_of,
    stem,
)

PACKAGE = "summarizer.grounding.guard"


@dataclass(frozen=True)
class Negator:
    """One denial: "not", "no", "denied" … and what it covers."""

    start: int
    end: int
    text: str
    kind: str
    """Either "hard" or the group of its verb: "deny", "reject" …"""
    scope: tuple[Word, ...]
    clause: tuple[Word, ...]
    """All content words of its clause."""
    verb: str
    """Key of its own verb; empty for "not" and "no"."""
    presupposes: bool = False
    """Whether what it turns down exists all the same: "rejected the request"."""

    @property
    def focus(self) -> str:
        """Key of the first word it covers; empty if none."""
        return self.scope[0].key if self.scope else ""


@dataclass(frozen=True)
class Polarity:
    """A text with its content words, clauses, predicates and denials."""

    text: str
    words: tuple[Word, ...]
    clauses: tuple[Clause, ...]
    predicates: tuple[Predicate, ...]
    negators: tuple[Negator, ...]

    def keys_between(self, start: int, end: int) -> frozenset[str]:
        """Keys of the content words from one position to another."""
        return frozenset(w.key for w in self.words if start <= w.start < end)

    def clause_keys(self, position: int) -> frozenset[str]:
        """Keys of the content words of the clause that holds a position."""
        for clause in self.clauses:
            if clause.start <= position < clause.end:
                return self.keys_between(clause.start, clause.end)
        return frozenset()

    def denials_of(self, start: int) -> int:
        """How many denials cover the word at a position."""
        denying = (n for n in self.negators if not n.presupposes)
        return sum(any(w.start == start for w in n.scope) for n in denying)


def read_polarity(text: str, language: str = "en") -> Polarity:
    """Find the denials of a text."""
    words = tuple(content_words(text, language))
    clauses = tuple(clauses_of(text, language))
    predicates = tuple(predicates_of(text)) if language == "en" else ()
    reader = _English if language == "en" else _Plain
    negators = reader(text, words, clauses, predicates, language).read()
    return Polarity(text, words, clauses, predicates, tuple(negators))


@dataclass
class _Reader:
    text: str
    words: Sequence[Word]
    clauses: Sequence[Clause]
    predicates: Sequence[Predicate]
    language: str

    def clause_at(self, position: int) -> int:
        """Index of the clause that holds a position."""
        index = bisect_left([c.start for c in self.clauses], position + 1) - 1
        return max(index, 0)

    def within(self, start: int, end: int) -> tuple[Word, ...]:
        """The content words from one position to another."""
        return tuple(w for w in self.words if start <= w.start < end)

    def clause_words(self, position: int) -> tuple[Word, ...]:
        """The content words of the clause that holds a position."""
        if not self.clauses:
            return ()
        clause = self.clauses[self.clause_at(position)]
        return self.within(clause.start, clause.end)

    def clause_end(self, position: int) -> int:
        """Where the clause that holds a position ends."""
        return self.clauses[self.clause_at(position)].end if self.clauses else len(self.text)


class _English(_Reader):
    def read(self) -> list[Negator]:
        table = _table("en")
        found = [self._of_predicate(p) for p in self.predicates if p.negated]
        found += [n for p in self.predicates if (n := self._of_verb(p)) is not None]
        taken = [(n.start, n.end) for n in found]
        skipped = [m.span() for m in table.excepted.finditer(self.text)]
        for match in (*table.phrases.finditer(self.text), *table.hard.finditer(self.text)):
            if not any(s < match.end() and match.start() < e for s, e in (*taken, *skipped)):
                taken.append(match.span())
                found.append(self._of_word(match))
        return sorted(found, key=lambda n: n.start)

    def _of_predicate(self, predicate: Predicate) -> Negator:
        start = predicate.head.start
        if predicate.form == "copula":
            start = predicate.end
        scope = self.within(start, self._scope_end(start))
        if predicate.stem in _table("en").happening:  # "the signing will not take place"
            clause = self.clauses[self.clause_at(predicate.start)]
            scope = (*self.within(clause.start, predicate.start), *scope)
        return Negator(
            predicate.start,
            predicate.end,
            self.text[predicate.start : predicate.end],
            "hard",
            scope,
            self.clause_words(predicate.start),
            "",
        )

    def _scope_end(self, start: int) -> int:
        """A denial reaches to the end of its clause or to another verb there, infinitives apart."""
        end = self.clause_end(start)
        first = next((w.start for w in self.within(start, end)), end)
        after = [p for p in self.predicates if first < p.start < end]
        stops = (p.start for p in after if p.form not in ("infinitive", "participle"))
        return min([end, *stops])

    def _of_word(self, match: re.Match[str]) -> Negator:
        """A denial by a word of its own: "no", "without", "nobody"."""
        end = self.clause_end(match.start())
        # A phrase may hold a word that it denies: "no evidence".
        start = match.start() if " " in match.group() else match.end()
        here = self.clause_at(match.start())
        follows = self.clauses[here + 1] if here + 1 < len(self.clauses) else None
        if follows is not None and follows.opener == "that" and not self.within(match.end(), end):
            end = follows.end  # "no evidence that …"
        scope = list(self.within(start, end))
        before = [p for p in self.predicates if p.end <= match.start()]
        governing = before[-1] if before else None
        if governing is not None and match.group().casefold() != "without":
            between = self.text[governing.end : match.start()].split()
            same = self.clause_at(governing.start) == here
            if same and not between:  # "reached no deal" denies the reaching
                scope = [*self.within(governing.head.start, governing.end), *scope]
        return Negator(
            match.start(),
            match.end(),
            match.group(),
            "hard",
            tuple(scope),
            self.clause_words(match.start()),
            "",
        )

    def _of_verb(self, predicate: Predicate) -> Negator | None:
        table, end = _table("en"), predicate.end
        kind = table.verbs.get(predicate.stem)
        for pattern, group in table.verb_phrases:
            phrase = pattern.match(self.text, predicate.head.start)
            if phrase:
                kind, end = group, phrase.end()
        if kind is None or (kind == "fail" and not self._takes_verb(end)):
            return None
        scope_end, clause_end = self.clause_end(predicate.start), self.clause_end(predicate.start)
        here = self.clause_at(predicate.start)
        follows = self.clauses[here + 1] if here + 1 < len(self.clauses) else None
        between = self.within(end, clause_end)
        reported = all(w.key in table.claims for w in between)
        complement = follows is not None and follows.opener == "that" and reported
        if follows is not None and complement:
            scope_end = follows.end
        elif kind != "deny":
            scope_end = self._scope_end(end)
        scope = self.within(end, scope_end)
        if predicate.passive and not complement:
            clause = self.clauses[here]
            scope = (*self.within(self._subject_start(here), predicate.start), *scope)
            scope = tuple(w for w in scope if w.start < clause.end)
        asserted = complement or self._takes_verb(end) or kind in ("cancel", "lack")
        return Negator(
            predicate.start,
            end,
            self.text[predicate.start : end],
            kind,
            scope,
            self.clause_words(predicate.start),
            content_key(predicate.head.text),
            presupposes=not asserted,
        )

    def _subject_start(self, clause: int) -> int:
        """Where the subject of a passive begins: commas may part it from its verb."""
        while clause > 0 and self.clauses[clause].opener == ",":
            clause -= 1
        return self.clauses[clause].start

    def _takes_verb(self, end: int) -> bool:
        """Whether a verb follows right away: "to" with its verb, or a gerund, or a whole clause."""
        after = self.text[end : self.clause_end(max(end - 1, 0))]
        if re.match(r"\s+(?:to\s+\w+|\w+ing\b)", after):
            return True
        inside = [p for p in self.predicates if end <= p.start < end + len(after)]
        return bool(inside) and inside[0].finite


class _Plain(_Reader):
    """Languages without verb groups: a denial covers what follows it in its clause."""

    def read(self) -> list[Negator]:
        table = _table(self.language)
        found = []
        for group, pattern in table.patterns:
            for match in pattern.finditer(self.text):
                end = self.clause_end(match.start())
                here = self.clause_at(match.start())
                if group == "deny" and here + 1 < len(self.clauses):
                    follows = self.clauses[here + 1]
                    if not self.within(match.end(), end) and follows.opener != ",":
                        end = follows.end
                scope = self.within(match.end(), end)
                found.append(
                    Negator(
                        match.start(),
                        match.end(),
                        match.group(),
                        group,
                        scope,
                        self.clause_words(match.start()),
                        "" if group == "hard" else content_key(match.group(), self.language),
                        presupposes=group == "reject",
                    )
                )
        return sorted(found, key=lambda n: n.start)


@dataclass(frozen=True)
class _Table:
    hard: re.Pattern[str]
    excepted: re.Pattern[str]
    phrases: re.Pattern[str]
    verbs: dict[str, str]
    verb_phrases: list[tuple[re.Pattern[str], str]]
    claims: frozenset[str]
    happening: frozenset[str]
    patterns: list[tuple[str, re.Pattern[str]]]


@cache
def _table(language: str) -> _Table:
    table = load_table(PACKAGE, language)
    claims = load_table("summarizer.grounding.status", "en")["claims"].split()

    def word_pattern(pattern: str) -> re.Pattern[str]:
        spaced = pattern.replace(" ", r"\s+")
        return re.compile(rf"\b(?:{spaced})\b" if pattern else r"(?!)", re.IGNORECASE)

    return _Table(
        hard=word_pattern("|".join(table.get("hard", "").split())),
        excepted=word_pattern(table.get("except", "")),
        phrases=word_pattern(table.get("phrases", "")),
        verbs={
            stem(word): group
            for group, words in table.get("verbs", {}).items()
            for word in words.split()
        },
        verb_phrases=[
            (word_pattern(pattern), group)
            for group, pattern in table.get("verb_phrases", {}).items()
        ],
        claims=frozenset(content_key(word) for word in claims),
        happening=frozenset(stem(word) for word in table.get("happening", "").split()),
        patterns=[
            (group, re.compile(pattern, re.IGNORECASE))
            for group, pattern in table.get("negators", {}).items()
        ],
    )
