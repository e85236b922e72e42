"""The noun phrases of an English article that someone may take a side on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from summarizer.grounding.happenings.english.article import EnglishReader
from summarizer.grounding.happenings.english.grammar import load_grammar
from summarizer.grounding.happenings.english.syntax import Phrase, Syntax
from summarizer.grounding.names import Entity
from summarizer.grounding.reading import Reading, Span
from summarizer.grounding.statements.quotations import find_quotations
from summarizer.grounding.statements.scene import scenes_of


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """A noun with its modifiers, without its article; `article.text[span]` is its text."""

    sentence: int
    span: Span
    head: str
    """Its noun, folded."""
    entity: Entity | None
    """Whom or what it names."""
    human: bool
    """Whether it means people or a body of people."""


def noun_phrases(reading: Reading) -> Iterator[NounPhrase]:
    """The phrases in text order, without pronouns and amounts.

    What only says of what kind something is, as "a mistake" does in "called the ruling a mistake",
    is left out as well.
    """
    reader = EnglishReader(reading)
    for scene in scenes_of(reading.directory, find_quotations(reading.article.text)):
        syntax = reader.syntax(scene)
        values = _values(syntax)
        for phrase in syntax.phrases:
            found = _phrase(reader, syntax, phrase, values)
            if found is not None:
                yield found


def _values(syntax: Syntax) -> frozenset[int]:
    """The tokens that say what something is, or is called by a verb of naming."""
    naming, found = load_grammar().naming, set[int]()
    for group in syntax.verbs:
        after = _in_clause(syntax, group.last)
        named = syntax.word(group.head) in naming
        if group.kind == "copula" or (named and group.passive):
            found.update(i for phrase in after[:1] for i in range(phrase.first, phrase.last))
        elif named and len(after) == 1:  # "called the plan reckless", "called that theft"
            found.add(after[0].last - 1)
        elif named:
            found.update(i for phrase in after[1:] for i in range(phrase.first, phrase.last))
    return frozenset(found)


def _in_clause(syntax: Syntax, index: int) -> list[Phrase]:
    """The phrases from a token to the next verb, conjunction or clause."""
    found: list[Phrase] = []
    while index < len(syntax.tags) and syntax.tag(index) not in ("verb", "conj", "sub"):
        phrase = syntax.by_first.get(index)
        if phrase is not None:
            found.append(phrase)
        index = phrase.last if phrase is not None else index + 1
    return found


def _phrase(
    reader: EnglishReader, syntax: Syntax, phrase: Phrase, values: frozenset[int]
) -> NounPhrase | None:
    first, last = phrase.first, phrase.last
    while first < last - 1 and syntax.tag(first) == "det":
        first += 1
    if syntax.tag(last - 1) == "poss":
        last -= 1
    adjectives = load_grammar().adjectives
    while last > first and (last - 1 in values or syntax.word(last - 1) in adjectives):
        last -= 1
    if last <= first or syntax.tag(last - 1) != "noun" or _counts(syntax, first, last):
        return None
    if last - first == 1 and first == phrase.first and _is_gerund(syntax.word(first)):
        return None
    head = syntax.word(last - 1)
    name = next((n for n in syntax.scene.names if n.first < last <= n.last), None)
    last = _with_complement(syntax, last)
    return NounPhrase(
        sentence=syntax.scene.line.number,
        span=syntax.scene.span(first, last),
        head=head,
        entity=name.entity if name is not None else None,
        human=name is None and reader.parties.is_human(head),
    )


def _counts(syntax: Syntax, first: int, last: int) -> bool:
    """Whether it has a number: an amount is not what people are for or against."""
    return any(syntax.word(index)[:1].isdigit() for index in range(first, last))


def _is_gerund(word: str) -> bool:
    """Whether a noun without a modifier is a verb: "hiding", but not "shelling"."""
    return word.endswith("ing") and word not in load_grammar().gerund_nouns


def _with_complement(syntax: Syntax, last: int) -> int:
    """The end of "resignation of the director" at its noun's end; an "of" phrase belongs to it."""
    if syntax.word(last) != "of":
        return last
    after = syntax.by_first.get(last + 1)
    if after is None or syntax.tag(after.first) == "pron" or _counts(syntax, last, after.last):
        return last
    return after.last - 1 if syntax.tag(after.last - 1) == "poss" else after.last
