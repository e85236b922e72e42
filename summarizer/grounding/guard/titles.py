"""Offices and titles of a generated text: the evidence gives them, and to that person.

A title that a model remembers ("former minister") is as wrong as an invented name.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from summarizer.grounding.guard.denial_tables import PACKAGE
from summarizer.grounding.guard.pool import Pool
from summarizer.grounding.guard.problem import Problem
from summarizer.grounding.guard.source import Source, name_key, source_of
from summarizer.grounding.names.lexicon import Lexicon, load_lexicon
from summarizer.grounding.words import Token, load_table

_REACH = 9  # words between a title and the name it belongs to


class _Office(NamedTuple):
    """A word for an office, with what stands beside it."""

    word: str
    key: str
    qualifier: str
    """What stands before it, such as "former"; empty if nothing does."""
    bearer: str | None
    """Key of the last word of the name it belongs to, if that stands beside it."""


def title_problems(generated: str, pool: Pool) -> list[Problem]:
    """Titles that the evidence lacks, gives to somebody else, or qualifies otherwise."""
    if pool.lexicon.language in ("zh", "ja", "ko", "ar", "he", "th"):
        return []  # offices are looked at with the names there
    there = [office for source in pool.sources for office in _offices(source)]
    problems = _qualifiers_added(generated, pool)
    for office in _offices(source_of(generated, pool.lexicon.language)):
        same = [other for other in there if other.key == office.key]
        if same:
            problems += _misplaced(office, same, pool)
        elif office.key not in pool.words:
            problems.append(_problem(office.word, f"does not give the title {office.word!r}"))
    return problems


def _qualifiers_added(generated: str, pool: Pool) -> list[Problem]:
    """Words such as "former" that stand nowhere near the evidence, whatever they qualify."""
    tokens = source_of(generated, pool.lexicon.language).tokens
    return [
        _problem(token.text, f"does not say {token.text!r}")
        for token in tokens
        if token.folded in _listed("only_qualifiers")
        and pool.key(token.text) not in pool.words
        and not (token.folded in ("former", "ex") and (pool.holds("ex-") or pool.holds("Ex-")))
    ]


def _misplaced(office: _Office, same: Sequence[_Office], pool: Pool) -> list[Problem]:
    named = [o for o in same if o.bearer is not None and o.bearer == office.bearer]
    counterpart = not named and _is_counterpart(office, pool)
    if counterpart:
        return []
    if office.bearer is not None and not named and all(o.bearer is not None for o in same):
        return [_problem(office.word, f"gives the title {office.word!r} to somebody else")]
    qualifiers = [o.qualifier for o in (named or same)]
    if office.qualifier in qualifiers:
        return []
    if office.qualifier:
        told = f"{office.qualifier} {office.word}"
        return [_problem(told, f"does not say {told!r}")]
    lost = f"{qualifiers[0]} {office.word}"
    return [] if "" in qualifiers else [_problem(office.word, f"says {lost!r}")]


def _is_counterpart(office: _Office, pool: Pool) -> bool:
    """Whether the bearer is told to hold another's office: "her counterpart, Goran Zelk"."""
    equal = {pool.key(word) for word in _listed("equals")}
    return any(
        office.bearer in source.keys[at : at + _REACH]
        for source in pool.sources
        for at, key in enumerate(source.keys)
        if key in equal
    )


def _problem(token: str, message: str) -> Problem:
    return Problem("unsupported_name", token, f"the evidence {message}")


@lru_cache(maxsize=2048)
def _offices(source: Source) -> tuple[_Office, ...]:
    lexicon = load_lexicon(source.language)
    text, tokens = source.text, source.tokens
    found = []
    for index, token in enumerate(tokens):
        office = _is_listed(token, lexicon, "titles", "honorifics")
        # "A lawyer" is anybody; "lawyer Otto Feld" is a title.
        work = _is_listed(token, lexicon, "people")
        if not (office or work) or _is_no_office(tokens, index):
            continue
        before = [t.folded for t in tokens[max(0, index - 3) : index]]
        qualifiers = [w for w in reversed(before) if w in _listed("qualifiers")]
        bearer = _name_after(text, tokens, index, lexicon) or _name_before(text, tokens, index)
        if not office and bearer is None:
            continue
        key = source.keys[index]
        held = name_key(bearer, source.language) if bearer is not None else None
        found.append(_Office(token.text, key, (qualifiers or [""])[0], held))
    return tuple(found)


def _is_listed(token: Token, lexicon: Lexicon, *lists: str) -> bool:
    """Whether one person is called so; plurals ("leaders") say nothing of anybody."""
    if lexicon.language in ("en", "es"):
        return lexicon.exactly(token.folded, *lists)
    return lexicon.has(token.folded, *lists)


def _is_no_office(tokens: Sequence[Token], index: int) -> bool:
    """Whether the word is rather a verb or an adjective: "to head", "a general strike"."""
    token = tokens[index]
    if token.capitalized and index > 0:
        return False
    after_verb = index > 0 and tokens[index - 1].folded in ("to", "will", "would", "not")
    return after_verb or token.folded in _listed("no_offices") | _listed("qualifiers")


def _name_after(text: str, tokens: Sequence[Token], index: int, lexicon: Lexicon) -> str | None:
    """The last word of a name after the title: "mayor of Velden, Ines Kaplan"."""
    last: Token | None = None
    in_place = False
    for at in range(index + 1, min(index + _REACH, len(tokens))):
        token, gap = tokens[at], text[tokens[at - 1].end : tokens[at].start].strip()
        office = lexicon.has(token.folded, "titles", "role_modifiers")
        if last is not None and (gap not in ("", "-") or not token.capitalized):
            break
        if gap not in ("", ",", "-") or (gap == "," and office):
            break  # "Secretary of State Ada Grey, Mayor Otto Feld": the next is another's
        if token.folded in _listed("before_places"):
            in_place = True
        elif not token.capitalized and not office:
            break
        elif gap:
            in_place = False
        if token.capitalized and not office and not in_place:
            last = token
    return last.text if last is not None else None


def _name_before(text: str, tokens: Sequence[Token], index: int) -> str | None:
    """The name before the comma: "Otto Feld, the League's chair"."""
    for at in range(index - 1, max(index - 6, -1), -1):
        gap = text[tokens[at].end : tokens[at + 1].start].strip()
        if gap == "," and tokens[at].capitalized:
            return None if _follows_place_word(tokens, at) else tokens[at].text
        if gap not in ("", "-"):
            return None
    return None


def _follows_place_word(tokens: Sequence[Token], last: int) -> bool:
    """Whether a name is a place that only opens the sentence: "Before leaving for Velden, …"."""
    first = last
    while first > 0 and tokens[first].capitalized:
        first -= 1
    return tokens[first].folded in _listed("before_places") - {"the"}


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(load_table(PACKAGE, "offices")[name].split())
