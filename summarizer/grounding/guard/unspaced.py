"""Names in scripts without capitals: beside a title or a verb of saying, or in foreign letters.

There names cannot be told from other words by their form; what stands where a name must stand
has to occur in the evidence. Chinese and Arabic have lists; elsewhere only Latin words are seen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from summarizer.grounding.guard.denial_tables import PACKAGE
from summarizer.grounding.guard.pool import Pool
from summarizer.grounding.guard.problem import Problem
from summarizer.grounding.names.lexicon import load_lexicon
from summarizer.grounding.words import alternation, load_table, tokens_of

_LATIN = re.compile(r"[A-Za-z][A-Za-z.'’-]+(?:\s+[A-Za-z][A-Za-z.'’-]+)*")


def unspaced_problems(generated: str, pool: Pool, language: str) -> list[Problem]:
    """Names, offices and foreign words that do not occur in the evidence."""
    missing = [m.group() for m in _LATIN.finditer(generated) if not pool.holds(m.group())]
    if language == "zh":
        missing += _chinese(generated, pool)
    elif language == "ar":
        missing += _arabic(generated, pool)
    return [
        Problem("unsupported_name", name, f"the evidence does not name {name!r}")
        for name in dict.fromkeys(missing)
    ]


def _chinese(text: str, pool: Pool) -> Iterator[str]:
    person, body = _chinese_patterns()
    for match in person.finditer(text):
        # Two letters decide: the third may already be the next word.
        office, name = match.group("office"), match.group("name") or match.group("bare")
        if office and not pool.holds(office):
            yield office
        if not pool.holds(name[:2]):
            yield name
    for match in body.finditer(text):
        if not pool.holds(match.group()):
            yield match.group()


@cache
def _chinese_patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A person's name after an office or before a verb of saying; the name of a town or a body."""
    lists, table = load_lexicon("zh"), load_table(PACKAGE, "zh")
    titles, surnames = alternation(lists.words("titles")), alternation(lists.words("surnames"))
    letter = r"[\u4e00-\u9fff]"
    shape = rf"{letter}{{1,6}}(?:·{letter}{{1,6}})+|(?:{surnames}){letter}{{1,2}}"
    with_office = rf"(?P<office>{titles})(?P<name>{shape})"
    before_verb = rf"(?:^|[，。；“])(?P<bare>{shape})(?=.?(?:{table['says']}))"
    return (
        re.compile(rf"{with_office}|{before_verb}"),
        re.compile(rf"[^{table['no_names']}\W]{{2}}(?:{table['bodies']})"),
    )


def _arabic(text: str, pool: Pool) -> Iterator[str]:
    lists = load_lexicon("ar")
    says = frozenset(load_table(PACKAGE, "ar")["says"].split())
    known = frozenset(form for s in pool.sources for t in s.tokens for form in _bare(t.text))
    words = [token.text for token in tokens_of(text)]
    for index, word in enumerate(words):
        office = any(lists.exactly(form, "titles") for form in _bare(word))
        names = _names_after(words, index) if office or word in says else []
        if office and names and not known & _bare(word):
            yield word
        yield from (name for name in names if not known & _bare(name))


def _names_after(words: Sequence[str], index: int) -> list[str]:
    """The next two words that are no titles, where a name must stand."""
    lists = load_lexicon("ar")
    found: list[str] = []
    for word in words[index + 1 : index + 6]:
        if lists.has(word, "titles", "role_modifiers", "organizations"):
            continue
        if len(found) == 2 or len(word) < 3 or lists.has(word, "stop", "groups", "collectives"):
            break
        found.append(word)
    return found


def _bare(word: str) -> frozenset[str]:
    """The word with and without the article and the letters that may be joined to its front."""
    forms = {word}
    for prefix in ("وال", "بال", "كال", "فال", "لل", "ال", "و", "ف", "ب", "ل", "ك"):
        if word.startswith(prefix) and len(word) - len(prefix) >= 3:
            forms.add(word[len(prefix) :])
    return frozenset(forms)
