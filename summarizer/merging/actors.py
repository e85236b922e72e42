"""Actors across articles. A wrong merge is worse than a missed one.

Rules go from the surest to the boldest, and each wants the articles to be about one matter as soon
as the name alone does not tell.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import Final

from summarizer.merging.clusters import Clusters
from summarizer.merging.context import Context
from summarizer.merging.model import Merge, MergedActor, Ref, Source
from summarizer.merging.names import (
    SMALL,
    Named,
    bag,
    kinds_agree,
    roles_agree,
    roles_differ,
    same_given_name,
    spelt_alike,
)
from summarizer.merging.words import is_acronym, name_of
from summarizer.schema import Actor

_NEIGHBOURS: Final = 40
"""Bearers of one name that are compared with each other; names are merged through the next."""
Rule = Callable[[Named, Named], str | None]


def merge_actors(
    sources: Sequence[Source], context: Context
) -> tuple[list[MergedActor], list[Merge]]:
    """Every actor once, in the order of first appearance, and what was merged."""
    return _Folding(sources, context).run()


class _Folding:
    def __init__(self, sources: Sequence[Source], context: Context) -> None:
        self.context = context
        self.named = {
            (source.number, actor.id): Named((source.number, actor.id), actor)
            for source in sources
            for actor in source.summary.actors
        }
        self.clusters = Clusters(self.named)
        self.merges: list[Merge] = []

    def run(self) -> tuple[list[MergedActor], list[Merge]]:
        """Apply the rules one after the other."""
        self._once_an_article()
        everyone = list(self.named.values())
        self._pairs(_by_forms(everyone), self._same_form)
        self._pairs(_by(everyone, lambda n: None if n.is_person else bag(n)), self._same_words)
        self._pairs(_by(everyone, _surname_and_initial), self._same_person)
        self._pairs(_by(everyone, _spelling), self._same_spelling)
        self._acronyms(everyone)
        self._surnames(everyone)
        return [self._merged(refs) for refs in self.clusters.all()], self.merges

    def _once_an_article(self) -> None:
        """One name that a summary lists twice is one actor."""
        seen: dict[Hashable, Ref] = {}
        for ref, named in self.named.items():
            first = seen.setdefault((ref[0], named.words, named.actor.kind), ref)
            self.clusters.unite(first, ref)

    def _pairs(self, groups: Iterable[list[Named]], rule: Rule) -> None:
        for group in groups:
            for at, one in enumerate(group):
                for other in group[at + 1 : at + 1 + _NEIGHBOURS]:
                    reason = rule(one, other) if self._may(one, other) else None
                    if reason is not None:
                        self._join(one, other, reason)

    def _may(self, one: Named, other: Named) -> bool:
        return kinds_agree(one, other) and self.clusters.joinable(one.ref, other.ref)

    def _linked(self, one: Named, other: Named) -> bool:
        return self.context.linked(one.ref[0], other.ref[0], (*one.words, *other.words))

    def _join(self, one: Named, other: Named, reason: str) -> None:
        if self.clusters.join(one.ref, other.ref):
            self.merges.append(Merge("actor", _shown(one), _shown(other), reason))

    def _same_form(self, one: Named, other: Named) -> str | None:
        if one.is_person and len(one.words) < 2 and len(other.words) < 2:
            return None  # a surname alone is the business of its own rule
        unsure = one.is_generic or other.is_generic or one.words != other.words
        if (unsure or roles_differ(one, other)) and not self._linked(one, other):
            return None
        return "same name" if one.words == other.words else "a name of one is an alias of the other"

    def _same_words(self, one: Named, other: Named) -> str | None:
        return "same words in another order" if self._linked(one, other) else None

    def _same_person(self, one: Named, other: Named) -> str | None:
        if not same_given_name(one, other) or roles_differ(one, other):
            return None
        if not (roles_agree(one, other) or self._linked(one, other)):
            return None
        return "same surname and first name or initial"

    def _same_spelling(self, one: Named, other: Named) -> str | None:
        if not spelt_alike(one, other) or not self._linked(one, other):
            return None
        return "a letter apart, in articles about one matter"

    def _acronyms(self, everyone: list[Named]) -> None:
        long = defaultdict(list)
        for named in everyone:
            for letters in named.acronyms:
                long[letters].append(named)
        for named in everyone:
            if named.as_acronym is not None and not named.is_person:
                self._only(named, long.get(named.as_acronym, []), "letters that stand for the name")

    def _surnames(self, everyone: list[Named]) -> None:
        bearers = defaultdict(list)
        for named in everyone:
            if named.is_person and len(named.words) > 1:
                bearers[named.words[-1]].append(named)
        alone = [n for n in everyone if n.is_person and len(n.words) == 1]
        for named in alone:
            known = [n for n in bearers.get(named.words[0], []) if not roles_differ(named, n)]
            self._only(named, known, "only bearer of the surname in articles about one matter")

    def _only(self, named: Named, others: list[Named], reason: str) -> None:
        """Join if everyone who could be meant in articles about one matter is one."""
        near = [n for n in others if kinds_agree(named, n) and self._linked(named, n)]
        if near and len({self.clusters.find(n.ref) for n in near}) == 1:
            self._join(near[0], named, reason)

    def _merged(self, refs: list[Ref]) -> MergedActor:
        members = [(ref, self.named[ref].actor) for ref in refs]
        name = _fullest(actor for _, actor in members)
        every = (form for _, actor in members for form in (actor.name, *actor.aliases))
        told = name_of(name)
        aliases = {name_of(form): form for form in sorted(every) if name_of(form) != told}
        return MergedActor(members, name, sorted(aliases.values()))


def _fullest(actors: Iterable[Actor]) -> str:
    """The name with most words, then the one used most; no acronym where there is a name."""
    used = Counter(actor.name for actor in actors)

    def rank(name: str) -> tuple[bool, bool, int, int, int, str]:
        meaning = [word for word in name_of(name) if word not in SMALL]
        return (
            is_acronym(name),
            not name[0].isupper(),
            -len(meaning),
            -used[name],
            -len(" ".join(meaning)),
            name,
        )

    return min(used, key=rank)


def _by(
    everyone: Iterable[Named], key_of: Callable[[Named], Hashable | None]
) -> Iterator[list[Named]]:
    groups: dict[Hashable, list[Named]] = defaultdict(list)
    for named in everyone:
        key = key_of(named)
        if key is not None:
            groups[key].append(named)
    return iter(groups.values())


def _by_forms(everyone: Iterable[Named]) -> Iterator[list[Named]]:
    groups: dict[Hashable, list[Named]] = defaultdict(list)
    for named in everyone:
        for form in sorted(named.forms):
            groups[form].append(named)
    return iter(groups.values())


def _surname_and_initial(named: Named) -> Hashable | None:
    if not named.is_person or len(named.words) < 2:
        return None
    return named.words[-1], named.words[0][0]


def _spelling(named: Named) -> Hashable | None:
    """Names that could be a letter apart begin alike, in every word."""
    if not named.is_person or len(named.words) < 2:
        return None
    return tuple(word[:3] for word in named.words)


def _shown(named: Named) -> str:
    return f"n{named.ref[0]}:{named.ref[1]} {named.actor.name}"
