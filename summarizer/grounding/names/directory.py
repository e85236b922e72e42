"""The directory of an article: who is in it, under which names, and where."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from summarizer.grounding.names.aliases import Cluster, Folder, forms_of
from summarizer.grounding.names.candidates import find_names
from summarizer.grounding.names.clues import ClueReader, Clues
from summarizer.grounding.names.countries import Atlas, load_atlas
from summarizer.grounding.names.described import Description, DescriptionFinder
from summarizer.grounding.names.fold import fold
from summarizer.grounding.names.kinds import KindGuesser, head_of
from summarizer.grounding.names.lexicon import Lexicon, language_of, load_lexicon
from summarizer.grounding.names.mention import Shape
from summarizer.grounding.names.roles import Role
from summarizer.grounding.names.rules import Rules
from summarizer.grounding.names.wordings import Wordings
from summarizer.grounding.names.words import Line, Reading, read, tokenize
from summarizer.ontology import ActorKind

if TYPE_CHECKING:  # names can be looked up without cutting articles
    from summarizer.article.model import Article

Span = tuple[int, int]
_DEFINITE = frozenset({"the", "this"})


@dataclass(frozen=True, slots=True)
class Entity:
    """Someone or something that the article names."""

    name: str
    """The fullest form that the article uses."""
    aliases: tuple[str, ...]
    """Other forms in the article, in order of appearance."""
    shape: Shape
    """How the name is written or listed: "people" is a bare adjective or a people."""
    kind_guess: ActorKind | None
    """None where the words do not decide."""
    role: Role | None
    """The first office or role that the article gives it."""
    roles: tuple[Role, ...]
    bodies: tuple[str, ...]
    """Nouns beside the name that say what body it is: "brewer". Folded."""
    mentions: tuple[Span, ...]
    sentences: tuple[int, ...]
    code: str | None
    """ISO 3166-1 alpha-3, for states."""
    likely_actor: bool
    """False for what looks like a place, a law, an event, a work or a product."""


@dataclass(frozen=True)
class Directory:
    """All entities of one article, and the way from any wording of a name to its entity."""

    article: Article
    reading: Reading
    entities: tuple[Entity, ...]
    lexicon: Lexicon
    atlas: Atlas
    _index: dict[tuple[str, ...], tuple[int, ...]]
    _places: dict[str, list[int]]
    _tokens: list[tuple[str, int, int]]

    @classmethod
    def build(cls, article: Article) -> Directory:
        """Find the names of an article and fold those that mean the same."""
        language = language_of(article)
        lexicon, atlas, reading = load_lexicon(language), load_atlas(language), read(article)
        mentions = find_names(article, reading)
        guesser = KindGuesser(lexicon, reading)
        folder = Folder(article.text, Rules(lexicon, atlas))
        forms = forms_of(mentions, ClueReader(reading, lexicon), guesser, atlas)
        clusters = folder.fold(forms)
        entities = tuple(_entity(cluster, guesser) for cluster in clusters)
        index: dict[tuple[str, ...], tuple[int, ...]] = {}
        for number, cluster in enumerate(clusters):
            for form in cluster.forms:
                index[form.words] = tuple({*index.get(form.words, ()), number})
        for words, partners in folder.ambiguous.items():
            index[words] = tuple(n for n, c in enumerate(clusters) if any(c is p for p in partners))
        tokens = [
            (fold(t.text).replace(".", ""), t.start, t.end) for s in reading.lines for t in s.tokens
        ]
        places: dict[str, list[int]] = defaultdict(list)
        for number, (word, _, _) in enumerate(tokens):
            places[word].append(number)
        return cls(article, reading, entities, lexicon, atlas, index, dict(places), tokens)

    def resolve(self, name: str, near_sentence: int | None = None) -> Entity | None:
        """The entity that a wording means, or None if the article has no such name.

        Case, accents, quotation marks, articles, possessives and titles may differ; letters may
        not. A short name that two entities bear is given to the only one introduced before
        `near_sentence`, else to nobody.
        """
        if name.strip() in self.lexicon.words("pronouns"):
            return None
        for words, person in self._wordings.keys(name):
            found = self._index.get(words, ())
            if person:
                found = tuple(n for n in found if self.entities[n].kind_guess in {"person", None})
            if found:
                return self._pick(found, near_sentence)
        return self._by_code.get(self._wordings.state(name) or "") or self._by_role(
            name, near_sentence
        )

    @cached_property
    def _wordings(self) -> Wordings:
        return Wordings(self.lexicon, self.atlas, self.has_word, self.reading.small)

    def _by_role(self, name: str, near: int | None) -> Entity | None:
        """The only one whom "the union" or "the prime minister" can mean, if the article does."""
        words = [fold(token.text) for token in tokenize(name.strip())]
        if len(words) < 2 or words[0] not in _DEFINITE or not self.described(name):
            return None
        return self._only(words[1:], lambda entity: near is None or entity.sentences[0] <= near)

    def described(self, name: str) -> list[Span]:
        """All exact places of a description such as "air traffic controllers" in the article."""
        words = [fold(token.text).replace(".", "") for token in tokenize(name.strip())]
        while words and words[0] in {"the", "a", "an"} and len(words) > 1:
            words.pop(0)
        if not words:
            return []
        spans = []
        for at in self._places.get(words[0], ()):
            found = self._tokens[at : at + len(words)]
            if [word for word, _, _ in found] == words:
                spans.append((found[0][1], found[-1][2]))
        return spans

    def nominal(self, line: Line, first: int, last: int) -> Entity | None:
        """The one named entity that "the prime minister" or "the union" can mean at those tokens.

        Only a definite phrase counts, of an office or of one noun, and only if a single entity
        named so far bears that office, or that noun in its name or its role.
        """
        words = [fold(line.word(index)) for index in range(first, last)]
        if len(words) < 2 or words[0] not in _DEFINITE:
            return None
        return self._only(words[1:], lambda e: e.mentions[0][0] < line.tokens[first].start)

    def _only(self, office: list[str], known: Callable[[Entity], bool]) -> Entity | None:
        """The one entity, among those known at a place, that an office or a noun can mean."""
        found = [entity for entity in self._by_office.get(tuple(office), ()) if known(entity)]
        if len(found) != 1:
            return None
        company = len(office) == 1 and self.lexicon.exactly(office[0], "company_words")
        others = (entity for entity in self._of_unknown_sort if entity is not found[0])
        return None if company and any(known(entity) for entity in others) else found[0]

    @cached_property
    def _of_unknown_sort(self) -> list[Entity]:
        """Organisations of which nothing says whether they are companies."""
        return [
            entity
            for entity in self.entities
            if entity.kind_guess == "organization"
            and not any(
                self.lexicon.exactly(noun, "organizations", "collectives", "businesses")
                for noun in self._nouns_of(entity)
            )
        ]

    @cached_property
    def descriptions(self) -> list[Description]:
        """Actors described without a name, in order of first appearance."""
        return DescriptionFinder(self.reading, self.lexicon, self.atlas).find()

    def described_at(self, position: int) -> Span | None:
        """The description that holds a position of the text, if one does."""
        at = bisect_right(self._described_from, position)
        start, end = self._described[at - 1][1] if at else (0, 0)
        return (start, end) if start <= position < end else None

    def described_within(self, start: int, end: int) -> list[tuple[Description, Span]]:
        """The descriptions that begin in a stretch of the text, in text order."""
        begins = self._described_from
        return self._described[bisect_left(begins, start) : bisect_left(begins, end)]

    @cached_property
    def _described(self) -> list[tuple[Description, Span]]:
        places = [(one, span) for one in self.descriptions for span in one.spans]
        return sorted(places, key=lambda place: place[1])

    @cached_property
    def _described_from(self) -> list[int]:
        return [start for _, (start, _) in self._described]

    def in_sentence(self, number: int) -> list[tuple[Entity, Span]]:
        """The entities that a sentence names, with each place, in text order."""
        return self._by_sentence.get(number, [])

    @cached_property
    def _by_sentence(self) -> dict[int, list[tuple[Entity, Span]]]:
        found: dict[int, list[tuple[Entity, Span]]] = defaultdict(list)
        places = [(span, entity) for entity in self.entities for span in entity.mentions]
        for span, entity in sorted(places, key=lambda place: place[0]):
            sentence = self.article.sentence_at(span[0])
            if sentence is not None:
                found[sentence.number].append((entity, span))
        return found

    @cached_property
    def _by_code(self) -> dict[str, Entity]:
        """Entities that the tables have, by state code or first name."""
        found: dict[str, Entity] = {}
        for entity in self.entities:
            listed = self.atlas.code(entity.name, "organization")
            key = entity.code or (listed if entity.shape == "organization" else None)
            if key:
                found.setdefault(key, entity)
        return found

    @cached_property
    def _by_office(self) -> dict[tuple[str, ...], list[Entity]]:
        """Entities by their offices ("prime", "minister"), by the nouns of these and of names."""
        found: dict[tuple[str, ...], list[Entity]] = defaultdict(list)
        for entity in self.entities:
            offices = {office for role in entity.roles for office in _offices(role)}
            if entity.kind_guess == "organization":
                offices |= {(noun,) for noun in self._nouns_of(entity)}
            for office in offices:
                found[office].append(entity)
        return found

    def _nouns_of(self, entity: Entity) -> set[str]:
        """What an organisation can be taken up by: "the brewer", and so "the company"."""
        nouns = {head_of(list(self.lexicon.key(entity.name))), *entity.bodies}
        kinds = ("businesses", "company_words", "house_tails")
        if any(self.lexicon.exactly(noun, *kinds) for noun in nouns):
            nouns |= self.lexicon.words("company_words")
        return nouns

    def has_word(self, word: str) -> bool:
        """Whether the article's own sentences have a word, folded."""
        return fold(word).replace(".", "") in self._places

    def _pick(self, found: tuple[int, ...], near: int | None) -> Entity | None:
        if len(found) == 1:
            return self.entities[found[0]]
        if near is None:
            return None
        before = [n for n in found if self.entities[n].sentences[0] <= near]
        return self.entities[before[0]] if len(before) == 1 else None


def _offices(role: Role) -> Iterator[tuple[str, ...]]:
    """The noun of a role, and that noun with one and more of the words before it."""
    words = [fold(token.text) for token in tokenize(role.text)]
    head = words.index(role.head) if role.head in words else len(words) - 1
    for first in range(head, -1, -1):
        yield (*words[first:head], role.head)


def _entity(cluster: Cluster, guesser: KindGuesser) -> Entity:
    main, mentions = cluster.main, cluster.mentions
    clues = Clues()
    for form in cluster.forms:
        clues.add(form.clues)
        if form.words == main.words[-1:] and len(main.words) > 1:
            clues.surname += len(form.mentions)
    roles = tuple(sorted(clues.roles, key=lambda role: role.start))
    texts = list(dict.fromkeys(m.text for m in mentions if m.text != main.text))
    kind = guesser.guess(list(main.words), main.shape, clues)
    return Entity(
        name=main.text,
        aliases=tuple(texts),
        shape=main.shape,
        kind_guess=kind,
        role=roles[0] if roles and kind in {"person", None} else None,
        roles=roles,
        bodies=tuple(dict.fromkeys(clues.bodies)),
        mentions=tuple((m.start, m.end) for m in mentions),
        sentences=tuple(dict.fromkeys(m.sentence for m in mentions)),
        code=next((f.code for f in cluster.forms if f.shape == "country"), None),
        likely_actor=guesser.is_likely(list(main.words), main.shape, clues),
    )
