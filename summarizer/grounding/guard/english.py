"""Denials of an English text, from its verb groups and word lists."""

from __future__ import annotations

import re

from summarizer.grounding.guard.content import content_key
from summarizer.grounding.guard.denial_tables import denial_table
from summarizer.grounding.guard.denials import DenialReader
from summarizer.grounding.guard.polarity import Negator
from summarizer.grounding.words import Clause, Predicate

_NOT = re.compile(r"\b(?:not|never)\b|n['’]t\b", re.IGNORECASE)


class EnglishReader(DenialReader):
    """A denial covers what follows it in its clause, up to the next verb of its own."""

    def read(self) -> list[Negator]:
        """The denials in order."""
        table = denial_table("en")
        limits = [m.start() for m in table.only_when.finditer(self.text)]
        found = [
            self._of_predicate(p)
            for p in self.predicates
            if p.negated
            for _ in _NOT.findall(self.text[p.start : p.end])[:2] or [""]  # "could not not"
        ]
        found = [n for n in found if not any(n.start <= at <= n.end for at in limits)]
        found += [n for p in self.predicates if (n := self._of_verb(p)) is not None]
        taken = [(n.start, n.end) for n in found]
        skipped = [m.span() for m in table.excepted.finditer(self.text)]
        skipped += [(at, at + 3) for at in limits]
        for match in (*table.phrases.finditer(self.text), *table.hard.finditer(self.text)):
            if not any(s < match.end() and match.start() < e for s, e in (*taken, *skipped)):
                taken.append(match.span())
                found.append(self._of_word(match))
        return sorted(_without_doubled(found), key=lambda n: n.start)

    def _of_predicate(self, predicate: Predicate) -> Negator:
        start = predicate.head.start
        if predicate.form == "copula":
            start = predicate.end
        scope = self.within(start, self._scope_end(start))
        if predicate.stem in denial_table("en").happening:  # "the handover will not take place"
            clause = self.clauses[self.clause_at(predicate.start)]
            scope = (*self.within(clause.start, predicate.start), *scope)
        denied = self._of_what_is_said(predicate)
        if denied is not None:  # "it is not true that …"
            scope = self.within(denied.start, denied.end)
        return Negator(
            predicate.start,
            predicate.end,
            self.text[predicate.start : predicate.end],
            "hard",
            scope,
            self.clause_words(predicate.start),
            "",
        )

    def _of_what_is_said(self, predicate: Predicate) -> Clause | None:
        """The clause after "is not true that"."""
        here = self.clause_at(predicate.start)
        follows = self.clauses[here + 1] if here + 1 < len(self.clauses) else None
        if predicate.form != "copula" or follows is None or follows.opener != "that":
            return None
        words = self.text[predicate.end : follows.start].casefold().split()
        return follows if denial_table("en").truth & set(words) else None

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
        if match.group().casefold() == "neither":
            second = re.search(r"\bnor\b", self.text[match.end() : end])
            end = match.end() + second.start() if second else end
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
            subject = any(match.end() <= p.start < end and p.finite for p in self.predicates)
            if same and not between and not subject:  # "reached no deal" denies the reaching
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
        table, end = denial_table("en"), predicate.end
        kind = table.verbs.get(predicate.stem)
        for pattern, group in table.verb_phrases:
            phrase = pattern.match(self.text, predicate.head.start)
            if phrase:
                kind, end = group, phrase.end()
        if kind is None or (kind == "fail" and not self._takes_verb(end)):
            return None
        scope_end, clause_end = self.clause_end(predicate.start), self.clause_end(predicate.start)
        here = self.clause_at(predicate.start)
        complement = self._complement(end, here, clause_end)
        if complement is not None:
            scope_end = complement.end
        elif kind != "deny":
            scope_end = self._scope_end(end)
        scope = self.within(predicate.end, scope_end)  # "turned the offer down"
        if predicate.passive and complement is None:
            clause = self.clauses[here]
            scope = (*self.within(self._subject_start(here), predicate.start), *scope)
            scope = tuple(w for w in scope if w.start < clause.end)
        asserted = complement is not None or self._takes_verb(end) or kind in ("cancel", "lack")
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

    def _complement(self, end: int, here: int, clause_end: int) -> Clause | None:
        """The "that" clause that is denied, after the verb or after a noun such as "claims"."""
        between = [
            w for w in self.within(end, clause_end) if w.key not in denial_table("en").between
        ]
        if re.match(r"\s+by\b", self.text[end:clause_end]):
            between = []  # "was denied by the brigade that …"
        claims = any(w.key in denial_table("en").claims for w in between)
        reach = 4 if claims else 2
        for clause in self.clauses[here + 1 : here + reach]:
            if clause.opener == "that":
                return clause if claims or not between else None
        return None

    def _subject_start(self, clause: int) -> int:
        """Where the subject of a passive begins: commas may part it from its verb."""
        while clause > 0 and self.clauses[clause].opener == ",":
            clause -= 1
        return self.clauses[clause].start

    def _takes_verb(self, end: int) -> bool:
        """Whether a verb follows right away: "to" with its verb, or a gerund, or a whole clause."""
        after = self.text[end : self.clause_end(max(end - 1, 0))]
        if re.match(r"\s+(?:ever\s+)?(?:to\s+\w+|\w+ing\b)", after):
            return True
        inside = [p for p in self.predicates if end <= p.start < end + len(after)]
        return bool(inside) and inside[0].finite


def _without_doubled(found: list[Negator]) -> list[Negator]:
    """Without verbs of denial under "neither … nor": "neither confirmed nor denied" denies both."""
    both = {word.start for negator in found if negator.both for word in negator.scope}
    return [n for n in found if n.kind == "hard" or n.start not in both]
