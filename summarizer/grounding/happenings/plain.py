"""Happenings in languages without a grammar here: by words, clauses and the order of names.

Spanish, Russian, Arabic and Chinese have tables. What stands before the word is taken for the
doer and what follows for the sufferer, turned round in the passive; Arabic puts the verb first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from summarizer.grounding.happenings.model import (
    Candidate,
    Happening,
    Party,
    Span,
    distinct,
    may_act,
    weakened,
    without,
)
from summarizer.grounding.happenings.prefixes import PrefixTable, load_prefixes
from summarizer.grounding.reading import Reading
from summarizer.grounding.statements.quotations import find_quotations
from summarizer.grounding.words import Clause, Token, base_language, clauses_of, tokens_of

_RECIPROCAL = frozenset({"AGREE", "CONSULT", "COOPERATE"})
_CONTENT = frozenset({"THREATEN", "REQUEST", "REJECT", "AGREE", "CONCEDE"})
_PEOPLE = ("groups", "collectives")
_MOST_IN_CLAUSE = 2
_IN_SPEECH = 0.5
"""What an event counts that only a quotation tells."""


class PlainReader:
    """Reads the sentences of one article."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.text = reading.article.text
        self.language = base_language(reading.language)
        self.table: PrefixTable = load_prefixes(self.language)
        self.lexicon = reading.directory.lexicon
        self.quotations = find_quotations(self.text)

    def read(self) -> Iterator[Happening]:
        """Every telling; headlines only for want of a text."""
        article = self.reading.article
        numbers = [sentence.number for sentence in article.content]
        body = [number for number in numbers if number not in article.title_sentences]
        for number in body or numbers:
            yield from self._in_sentence(number)

    def _in_sentence(self, number: int) -> Iterator[Happening]:
        body = self.reading.body(number)
        start = self.reading.article.sentences[number - 1].end - len(body)
        parties = list(self._parties(number))
        for clause in clauses_of(body, self.language):
            moved = Clause(clause.start + start, clause.end + start, clause.text, clause.opener)
            yield from self._in_clause(number, moved, parties)

    def _in_clause(self, number: int, clause: Clause, parties: list[Party]) -> Iterator[Happening]:
        tokens = self._tokens(clause)
        matches = list(self._matches(tokens))
        carried = [m for m in matches if not self.table.carries(m[0].text)]
        chosen = carried or matches
        for token, types in self._merged(chosen)[:_MOST_IN_CLAUSE]:
            event = self._event(clause, tokens, token, types, parties)
            spoken = any(q.start <= token.start < q.end for q in self.quotations)
            if not spoken:
                yield replace(event, sentence=number)
            elif types[0].type != "OTHER":
                yield replace(event, sentence=number, types=weakened(types, _IN_SPEECH))

    def _tokens(self, clause: Clause) -> list[Token]:
        tokens = tokens_of(clause.text) if self.table.bounded else list(self.table.cut(clause.text))
        return [Token(t.start + clause.start, t.end + clause.start, t.text) for t in tokens]

    def _matches(self, tokens: list[Token]) -> Iterator[tuple[Token, tuple[Candidate, ...]]]:
        words = [token.text for token in tokens]
        for index, token in enumerate(tokens):
            found = self.table.find(words, index)
            if found:
                yield token, found

    def _merged(
        self, matches: list[tuple[Token, tuple[Candidate, ...]]]
    ) -> list[tuple[Token, tuple[Candidate, ...]]]:
        """Each type once; what is threatened or asked goes with the threat or the request."""
        kept: list[tuple[Token, tuple[Candidate, ...]]] = []
        for token, types in matches:
            if kept and kept[-1][1][0].type in _CONTENT:
                kept[-1] = (kept[-1][0], _both(kept[-1][1], types))
            elif all(types[0].type != other[1][0].type for other in kept):
                kept.append((token, types))
        return kept

    def _event(
        self,
        clause: Clause,
        tokens: list[Token],
        trigger: Token,
        types: tuple[Candidate, ...],
        parties: list[Party],
    ) -> Happening:
        inside = [p for p in parties if clause.start <= p.span[0] < clause.end]
        before = [p for p in inside if p.span[0] < trigger.start]
        after = [p for p in inside if p.span[0] > trigger.start]
        passive = self._is_passive(tokens, trigger)
        if not before and not passive and not (self.table.verb_first and after):
            before = self._subject_before(clause, parties)
        actors, recipients = self._roles(tokens, before, after, passive=passive)
        if types[0].type in _RECIPROCAL:
            actors, recipients = (*actors, *recipients), ()
        doers = distinct(actors)
        return Happening(
            sentence=0,
            trigger=(trigger.start, trigger.end),
            types=types,
            clause=self._extent(clause),
            actors=doers,
            recipients=without(distinct(recipients), doers),
            passive=passive,
            report=clause.opener in self.table.reporting,
            salience=0.0,
        )

    def _roles(
        self, tokens: list[Token], before: list[Party], after: list[Party], *, passive: bool
    ) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
        """Doers and sufferers by order."""
        if passive:
            agents = [p for p in (*before, *after) if self._is_agent(tokens, p)]
            rest = [p for p in (*before, *after) if p not in agents]
            return tuple(agents), tuple(rest[:1])
        if self.table.verb_first and not before:
            return tuple(after[:1]), tuple(after[1:])
        return tuple(before[-1:]), tuple(after)

    def _is_passive(self, tokens: list[Token], trigger: Token) -> bool:
        earlier = [t.text.casefold() for t in tokens if t.end <= trigger.start]
        return any(word in self.table.passive for word in earlier[-3:])

    def _is_agent(self, tokens: list[Token], party: Party) -> bool:
        """Whether "by" stands before a party, with at most an article between."""
        earlier = [t.text.casefold() for t in tokens if t.end <= party.span[0]]
        return any(word in self.table.agent for word in earlier[-2:])

    def _subject_before(self, clause: Clause, parties: list[Party]) -> list[Party]:
        """The nearest party before a clause of the same sentence that has none of its own."""
        earlier = [p for p in parties if p.span[1] <= clause.start]
        return earlier[-1:] if self.table.joins(clause.opener) else []

    def _extent(self, clause: Clause) -> Span:
        """A clause without its opening conjunction and the signs around it."""
        text = clause.text
        lead = len(text) - len(text.lstrip(" ,.;:–—-،。，；、"))
        opener = clause.opener
        rest = text[lead:]
        dropped = opener in self.table.joining or opener in self.table.reporting
        if dropped and rest.casefold().startswith(opener):
            lead += len(opener) + len(rest[len(opener) :]) - len(rest[len(opener) :].lstrip())
        tail = len(text.rstrip(' ,.;:–—-،。，；、»«"”“!?…'))
        return clause.start + lead, clause.start + max(tail, lead + 1)

    def _parties(self, number: int) -> Iterator[Party]:
        """Named entities and described people of a sentence, in order."""
        named = [
            (span, entity)
            for entity, span in self.reading.directory.in_sentence(number)
            if may_act(entity)
        ]
        taken = [span for span, _ in named]
        found = [Party(self.text[s:e], (s, e), entity) for (s, e), entity in named]
        found += self._described(number, taken)
        yield from sorted(found, key=lambda party: party.span)

    def _described(self, number: int, taken: Iterable[Span]) -> Iterator[Party]:
        spans = list(taken)
        sentence = self.reading.article.sentences[number - 1]
        for token in self._nouns(sentence.text):
            start, end = token.start + sentence.start, token.end + sentence.start
            if all(end <= s or start >= e for s, e in spans):
                spans.append((start, end))
                yield Party(self.text[start:end], (start, end), None)

    def _nouns(self, text: str) -> Iterator[Token]:
        """Nouns for people and bodies."""
        if self.table.bounded:
            listed = (t for t in tokens_of(text) if self.lexicon.has(t.text, *_PEOPLE))
            yield from listed
            return
        for name in _PEOPLE:
            for word in sorted(self.lexicon.words(name), key=len, reverse=True):
                at = text.find(word)
                if at >= 0:
                    yield Token(at, at + len(word), word)


def _both(one: tuple[Candidate, ...], other: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    known = {(c.type, c.mode) for c in one}
    added = [c for c in other if (c.type, c.mode) not in known]
    return (*one, *(c._replace(weight=round(c.weight * 0.8, 3)) for c in added))
