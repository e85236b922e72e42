"""The persons of one article, and where a text names them.

Rather too much is found than too little: every word of a person's name counts wherever it stands
with a capital, whoever else bears it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final

from summarizer.export.language import language_of
from summarizer.export.pseudonyms import Pseudonyms
from summarizer.grounding.names.fold import name_words
from summarizer.grounding.names.lexicon import load_lexicon
from summarizer.schema import Actor, ArticleSummary

Span = tuple[int, int, str]
"""First character, one past the last, and what goes in their place."""

ADDRESS: Final = "[address]"
_ADDRESS: Final = re.compile(
    r"https?://[^\s<>\"”’]+|www\.[^\s<>\"”’]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<!\w)[@#]\w[\w.]*\w"
)
_HIDDEN: Final = (  # marks on letters, and what shows nothing: they may stand within a word
    "\u00ad\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670"
    "\u200b-\u200f\u2060\ufeff"
)
_TOKEN: Final = re.compile(rf"[^\W_][^\W_{_HIDDEN}]*(?:[{_HIDDEN}]+[^\W_{_HIDDEN}]*)*")
_UNSPACED: Final = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\ud7ff\uf900-\ufaff]")
_GAP: Final = 3
"""Characters between two words of one name, at most."""
_WITHIN: Final = re.compile(r"[\s\-‑·]+(?:\w\.?\s+)?")
"""What may stand between two parts of one name: a space, a hyphen, an initial."""
_ROLES: Final = ("honorifics", "titles", "people", "groups", "vague")
"""Word lists of what a person may be called by without a name."""
_BY: Final = re.compile(r"^\s*by\s+", re.IGNORECASE)
_BYLINE: Final = re.compile(r"[,;&/|]| and | y | и | و ")


@dataclass(frozen=True, slots=True)
class _Form:
    """Words by which a person is named."""

    words: tuple[str, ...]
    pseudonym: str
    small: bool
    """Whether it also counts where no word has a capital."""


class Persons:
    """Finds the persons of one summary in texts."""

    def __init__(self, summary: ArticleSummary, pseudonyms: Pseudonyms) -> None:
        self._language = language_of(summary.article.language)
        self._lexicon = load_lexicon(self._language)
        self._pseudonyms = pseudonyms
        self._forms: dict[str, list[_Form]] = {}
        self._parts: dict[str, set[str]] = {}
        self._small: set[str] = set()
        """Parts of names that the article writes without capitals."""
        self._runs: dict[str, str] = {}
        """Names in scripts that write words together."""
        for actor in summary.actors:
            if actor.kind == "person" and self._is_name(actor.name):
                self._learn(actor.name, actor.aliases)
        for name in _BYLINE.split(summary.article.byline or ""):
            self._learn_author(name)
        for part, owners in self._parts.items():
            bearer = next(iter(owners)) if len(owners) == 1 else pseudonyms.person((part,))
            self._add(_Form((part,), bearer, small=part in self._small))
        for forms in self._forms.values():
            forms.sort(key=lambda form: -len(form.words))
        longest = sorted(self._runs, key=len, reverse=True)
        self._run = re.compile("|".join(map(re.escape, longest))) if longest else None

    def name_of(self, actor: Actor) -> str:
        """What to call an actor: a person's pseudonym; else the name, without persons in it."""
        if actor.kind == "person" and self._is_name(actor.name):
            return self._pseudonym(actor.name)
        return self.replace(actor.name)

    def replace(self, text: str) -> str:
        """The text with a pseudonym for each name of a person."""
        return replaced(text, self.spans(text))

    def spans(self, text: str) -> list[Span]:
        """Names, and addresses of any kind, in order and apart."""
        taken: list[Span] = [(*m.span(), ADDRESS) for m in _ADDRESS.finditer(text)]
        if self._run is not None:
            found = ((*m.span(), self._runs[m[0]]) for m in self._run.finditer(text))
            taken += _apart(found, taken)
        taken += _apart(_joined(text, self._named(text)), taken)
        return sorted(taken)

    def _learn(self, name: str, aliases: Iterable[str]) -> None:
        """A person's forms; titles alone are none if there is a name."""
        pseudonym = self._pseudonym(name)
        forms = [name, *filter(self._is_name, aliases)]
        for form in [form for form in forms if self._bare(form)] or forms:
            if _UNSPACED.search(form):
                runs = [form, *form.split("·")]
                self._runs |= {run: pseudonym for run in runs if len(run) > 1}
            else:
                self._learn_words(form, self._bare(form) or self._words(form), pseudonym)

    def _learn_words(self, form: str, words: tuple[str, ...], pseudonym: str) -> None:
        self._learn_whole(words, pseudonym)
        linking = ("particles", "connectors", "determiners")
        capitals = {self._word(token) for token in _TOKEN.findall(form) if token[0].isupper()}
        for part in dict.fromkeys(words):
            if len(part) > 1 and (part in capitals or not self._lexicon.exactly(part, *linking)):
                self._parts.setdefault(part, set()).add(pseudonym)
                self._small |= {part} if form.islower() else set()
        for initial, word in (*pairwise(words), (words[0][0], words[-1])):
            if len(initial) == 1:  # "O'Brien", "J. Lindt"
                self._add(_Form((initial, word), pseudonym, small=False))

    def _learn_whole(self, words: tuple[str, ...], pseudonym: str) -> None:
        """All words of a name, one after the other or run together, in capitals or not."""
        if len(words) > 1:
            self._add(_Form(words, pseudonym, small=True))
            self._add(_Form(("".join(words),), pseudonym, small=True))

    def _learn_author(self, name: str) -> None:
        """Whole names only: the words of "Delta News" are no person's."""
        self._learn_whole(self._words(_BY.sub("", name)), self._pseudonym(name))

    def _add(self, form: _Form) -> None:
        self._forms.setdefault(form.words[0], []).append(form)

    def _pseudonym(self, name: str) -> str:
        return self._pseudonyms.person(self._bare(name) or self._words(name) or (name,))

    def _words(self, name: str) -> tuple[str, ...]:
        return tuple(self._word(token) for token in _TOKEN.findall(name))

    def _bare(self, name: str) -> tuple[str, ...]:
        """The words of a name without titles before it; "Ex" alone is none, "Ex-President" is."""
        words, has = self._words(name), self._lexicon.has
        titles = ("honorifics", "titles", "determiners")
        before = (*titles, "role_modifiers")
        first = next((n for n, word in enumerate(words) if not has(word, *before)), len(words))
        return words[first if any(has(word, *titles) for word in words[:first]) else 0 :]

    def _is_name(self, name: str) -> bool:
        """Whether it is no mere description: "a senior official", "the Mayor"."""
        words = name.split()
        roles = [self._lexicon.has(word, *_ROLES) for word in words]
        small = [word.islower() for word in words]
        if not words or (all(roles) and name.lower() == name.upper()):  # a script without case
            return False
        if roles[-1] and (small[-1] or self._lexicon.exactly(words[0], "determiners")):
            return False
        return not (all(small) and any(roles))

    def _word(self, token: str) -> str:
        return _folded(token, self._language)

    def _named(self, text: str) -> Iterator[Span]:
        tokens = [(*m.span(), self._word(m[0])) for m in _TOKEN.finditer(text)]
        at = 0
        while at < len(tokens):
            form = self._form_at(text, tokens, at)
            if form is None:
                at += 1
                continue
            last = at + len(form.words) - 1
            yield tokens[at][0], tokens[last][1], form.pseudonym
            at = last + 1

    def _form_at(self, text: str, tokens: list[tuple[int, int, str]], at: int) -> _Form | None:
        """The longest form that begins at a token."""
        for form in self._forms.get(tokens[at][2], ()):
            found = tokens[at : at + len(form.words)]
            if tuple(word for *_, word in found) != form.words:
                continue
            near = all(b[0] - a[1] <= _GAP for a, b in pairwise(found))
            if near and (form.small or not text[found[0][0]].islower()):
                return form
        return None


def replaced(text: str, spans: Iterable[Span]) -> str:
    """The text with something else in the place of each span."""
    parts, done = [], 0
    for start, end, new in spans:
        parts += [text[done:start], new]
        done = end
    return "".join([*parts, text[done:]])


def _apart(spans: Iterable[Span], taken: list[Span]) -> list[Span]:
    """The spans that touch none of those taken."""
    return [one for one in spans if not any(one[0] < t[1] and t[0] < one[1] for t in taken)]


def _joined(text: str, spans: Iterable[Span]) -> Iterator[Span]:
    """The spans, those that are parts of one name as one."""
    held: Span | None = None
    for span in spans:
        if held is not None and held[2] == span[2] and _WITHIN.fullmatch(text, held[1], span[0]):
            held = (held[0], span[1], held[2])
            continue
        if held is not None:
            yield held
        held = span
    if held is not None:
        yield held


@lru_cache(maxsize=65536)
def _folded(token: str, language: str) -> str:
    """A word as names are compared: without case, accents, hidden characters, endings."""
    return "".join(name_words(token, language))
