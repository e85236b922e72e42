"""The cast of an article: everyone an item may refer to, each once, whatever name was used."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from typing import Final

from summarizer.grounding.caveats import Caveats
from summarizer.grounding.names import Description, Entity
from summarizer.grounding.names.kinds import head_of
from summarizer.grounding.names.lexicon import Lexicon
from summarizer.grounding.reading import Reading, Span
from summarizer.grounding.shortened import taken_up
from summarizer.ontology import ActorKind
from summarizer.schema import Actor, Evidence

_KIND_LISTS: Final[tuple[tuple[ActorKind, str], ...]] = (
    ("group", "groups"),
    ("organization", "organizations"),
    ("person", "people"),
)
"""Which word list of the names' lexicon makes which kind of a description's noun."""

_WORD: Final = re.compile(r"[^\W\d_][\w'’-]*")
_SAY_NOTHING: Final = ("pronouns", "determiners", "stop")
"""Lists of words that alone describe nobody."""


@dataclass
class Member:
    """One actor before ids are given: an entity of the directory, or a description."""

    name: str
    mentions: tuple[Span, ...]
    entity: Entity | None = None
    drafted_kind: ActorKind | None = None
    aliases: tuple[str, ...] = ()
    """Other words for a description, such as "drivers" for "Bus drivers"."""
    described_kind: ActorKind | None = None
    """What the noun of a description says, such as "court"."""

    @property
    def kind(self) -> ActorKind | None:
        """What the article's own words decide, else what was drafted, else None."""
        if self.entity is None:
            return self.described_kind or self.drafted_kind
        return self.entity.kind_guess or self.drafted_kind


@dataclass
class Cast:
    """Members in order of admission; `close` gives ids in order of first mention."""

    reading: Reading
    caveats: Caveats
    members: list[Member] = field(default_factory=list)
    _ids: dict[int, str] = field(default_factory=dict)
    doubtful: set[str] = field(default_factory=set)
    """Ids of actors whose kind neither the article's words nor the draft decide."""

    def admit(self, name: str, kind: ActorKind | None = None, near: int | None = None) -> bool:
        """Let a name in if the article has it. Says whether it did."""
        member = self._find(name, near)
        if member is None:
            return False
        if member not in self.members:
            self.members.append(member)
        member.drafted_kind = member.drafted_kind or kind
        return True

    def admit_entity(self, entity: Entity) -> None:
        """Let an entity of the directory in."""
        if self._of(entity) is None:
            self.members.append(_named(entity))

    def admit_span(self, span: Span) -> None:
        """Let in whoever is described at a place of the text."""
        sentence = self.reading.article.sentence_at(span[0])
        words = self.reading.article.text[span[0] : span[1]]
        self.admit(words, near=sentence.number if sentence is not None else None)

    def close(self) -> list[Actor]:
        """Give ids by first mention and write the actors."""
        ordered = [m for m in self.members if self._citable(m)]
        ordered.sort(key=lambda member: member.mentions[0])
        for number, member in enumerate(ordered, start=1):
            self._ids[id(member)] = f"a{number}"
        return [self._actor(member) for member in ordered]

    def id_of(self, name: str, near: int | None = None) -> str | None:
        """The id under which a name was admitted, or None."""
        member = self._find(name, near)
        return self._ids.get(id(member)) if member is not None else None

    def id_of_entity(self, entity: Entity) -> str | None:
        """The id of an entity, or None if it was not admitted."""
        member = self._of(entity)
        return self._ids.get(id(member)) if member is not None else None

    def forms_of(self, actor_id: str) -> tuple[str, ...]:
        """The names of an actor by its id: the main one, then the aliases."""
        member = next(m for m in self.members if self._ids.get(id(m)) == actor_id)
        return (member.name, *_aliases(member))

    def _find(self, name: str, near: int | None) -> Member | None:
        entity = self.reading.directory.resolve(name, near) or self._ending_in(name)
        if entity is not None:
            return self._of(entity) or _named(entity)
        spans = self._described_at(name)
        fuller = self._fuller(spans, near)
        if fuller is not None:
            return self._described(fuller.text) or self._description(fuller.text, fuller.spans)
        spans = tuple(span for span in spans if self._is_own(span)) or spans
        if not spans:
            return None
        text = self.reading.article.text[spans[0][0] : spans[0][1]]
        return self._described(text) or self._description(text, spans)

    @cached_property
    def _taken_up(self) -> dict[Span, Description]:
        return taken_up(self.reading)

    def _is_own(self, span: Span) -> bool:
        """Whether words stand for themselves, and not within or for a fuller description."""
        start, end = self.reading.directory.described_at(span[0]) or span
        return span not in self._taken_up and (start >= span[0] and end <= span[1])

    def _fuller(self, spans: tuple[Span, ...], near: int | None) -> Description | None:
        """The group that a bare noun means: in that sentence, or wherever it stands."""
        sentence = self.reading.article.sentence(near) if near is not None else None
        if sentence is not None:
            spans = tuple(s for s in spans if sentence.start <= s[0] < sentence.end) or spans
        meant = [self._taken_up.get(span) for span in spans]
        first = next(iter(meant), None)
        return first if all(one is first for one in meant) else None

    def _ending_in(self, name: str) -> Entity | None:
        """The one entity whose name ends so: a model shortens names that the text does not."""
        ending = f" {' '.join(name.split()).casefold()}"
        found = [entity for known, entity in self._folded_names if known.endswith(ending)]
        return found[0] if len(found) == 1 else None

    @cached_property
    def _folded_names(self) -> list[tuple[str, Entity]]:
        return [(entity.name.casefold(), entity) for entity in self.reading.directory.entities]

    def _described_at(self, words: str) -> tuple[Span, ...]:
        """Where a description stands, not as a part of a name; words like "he" describe nobody."""
        if all(self._lexicon.exactly(word, *_SAY_NOTHING) for word in _WORD.findall(words)):
            return ()
        words = self._bare(words)
        return tuple(
            (start, end)
            for start, end in self.reading.directory.described(words)
            if self._named_until(start) < end
        )

    def _bare(self, words: str) -> str:
        """A description without its article: "La compañía" is "compañía"."""
        first, _, rest = words.strip().partition(" ")
        return rest if rest and self._lexicon.exactly(first, "determiners") else words

    def _named_until(self, start: int) -> int:
        """How far the names reach that begin at a place or before it."""
        begins, reach = self._names
        before = bisect_right(begins, start)
        return reach[before - 1] if before else 0

    @cached_property
    def _names(self) -> tuple[list[int], list[int]]:
        """Where names begin, in order, and how far those up to there reach."""
        spans = sorted(s for e in self.reading.directory.entities for s in e.mentions)
        return [first for first, _ in spans], list(accumulate((last for _, last in spans), max))

    def _description(self, text: str, spans: tuple[Span, ...]) -> Member:
        """A new member in the article's words; its noun may tell the kind."""
        noun = head_of(text.casefold().split())
        kinds = (kind for kind, words in _KIND_LISTS if self._lexicon.exactly(noun, words))
        again = [
            (start, end)
            for (start, end), fuller in self._taken_up.items()
            if fuller.text.casefold() == text.casefold()
            and not any(first <= start and end <= last for first, last in spans)
        ]
        written = dict.fromkeys(self.reading.article.text[start:end] for start, end in again)
        return Member(
            text,
            tuple(sorted({*spans, *again})),
            aliases=tuple(word for word in written if word != text),
            described_kind=next(kinds, None),
        )

    @property
    def _lexicon(self) -> Lexicon:
        return self.reading.directory.lexicon

    def _described(self, text: str) -> Member | None:
        """The member already described in these words."""
        sought = text.casefold()
        for member in self.members:
            if member.entity is None and member.name.casefold() == sought:
                return member
        return None

    def _of(self, entity: Entity) -> Member | None:
        return next((m for m in self.members if m.entity is entity), None)

    def _citable(self, member: Member) -> bool:
        """An actor needs a sentence of the article's own that names it."""
        return self._evidence(member) is not None

    def _evidence(self, member: Member) -> Evidence | None:
        article = self.reading.article
        role = member.entity.role if member.entity is not None else None
        places = [(role.start, role.end)] if role is not None else []
        places += [m for m in member.mentions if not self._in_title(m)] or list(member.mentions)
        for start, _ in places:
            sentence = article.sentence_at(start)
            if sentence is not None and sentence.boilerplate is None:
                return article.evidence(sentence.number)
        return None

    def _in_title(self, span: Span) -> bool:
        sentence = self.reading.article.sentence_at(span[0])
        return sentence is not None and sentence.number in self.reading.article.title_sentences

    def _actor(self, member: Member) -> Actor:
        evidence = self._evidence(member)
        assert evidence is not None, "close() admits citable members only"  # noqa: S101
        actor_id = self._ids[id(member)]
        if member.kind is None:
            self.doubtful.add(actor_id)
        entity = member.entity
        return Actor(
            id=actor_id,
            name=member.name,
            aliases=list(_aliases(member)),
            kind=member.kind or ("organization" if entity is not None else "group"),
            role=entity.role.text if entity is not None and entity.role is not None else None,
            mentions=list(member.mentions),
            evidence=[evidence],
        )


def _aliases(member: Member) -> tuple[str, ...]:
    return member.entity.aliases if member.entity is not None else member.aliases


def _named(entity: Entity) -> Member:
    return Member(name=entity.name, mentions=entity.mentions, entity=entity)
