"""Invented names, and titles that no article gave: what a model remembers or makes up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random
from typing import Final

from benchmarks.mutants.sentence import Sentence

PEOPLE: Final = ("Gorm Hald", "Tessa Wray", "Milo Castan", "Berta Quist", "Ruben Falk")
BODIES: Final = ("Kestrel Institute", "Norrby Group", "Fenwick Council", "Bluewater Alliance")
TITLES: Final = (
    *("Senator", "Governor", "Ambassador", "Admiral", "Chancellor", "Bishop", "Colonel", "Sheriff"),
)
_ELSEWHERE: Final = {
    "es": ("Tadeo Ruival",),
    "ru": ("Глеб Морозин",),
    "zh": ("王芳",),
    "ar": ("ليلى منصور",),
}
_OFFICES: Final = {
    "es": (("alcaldesa", "ministra"), ("ministro", "alcalde"), ("jueza", "fiscal")),
    "ru": (("Мэр", "Министр"),),
    "zh": (("市长", "部长"), ("县长", "省长"), ("总经理", "主席")),
    "ar": (("العمدة", "الوزيرة"), ("رئيس الوزراء", "رئيس البرلمان")),
}
_OFFICE: Final = re.compile(
    r"\b(?:mayor|minister|governor|chair|director|prosecutor|coach|judge|dean|president|ambassador"
    r"|commissioner|arbiter)\b",
    re.IGNORECASE,
)


def names(given: Sentence, chance: Random) -> Iterator[str]:
    """Each name replaced by an invented one; an invented speaker; another first name."""
    for form in sorted({form for forms in given.parties for form in forms}, key=len, reverse=True):
        if form in given.text and given.language not in ("en", "zh", "ar"):
            yield given.text.replace(form, chance.choice(_ELSEWHERE[given.language]), 1)
    if given.language in ("zh", "ar"):
        for name in given.people:
            if name in given.text:
                yield given.text.replace(name, _ELSEWHERE[given.language][0], 1)
    if given.language == "en":
        yield from _english(given, chance)


def _english(given: Sentence, chance: Random) -> Iterator[str]:
    text = given.text
    for match in re.finditer(r"[A-Z][\w'’]+(?: [A-Z][\w'’]+)+", text):
        yield text[: match.start()] + chance.choice(PEOPLE + BODIES) + text[match.end() :]
    yield f"{text.rstrip('.')}, according to {chance.choice(PEOPLE)}."
    yield f"{chance.choice(PEOPLE)} said that {text[0].lower()}{text[1:]}"
    for name in given.people:
        _, _, last = name.rpartition(" ")
        if f" {last}" in text and last != name:
            other = f"{chance.choice(('Boris', 'Greta', 'Hugo'))} {last}"
            written = name if name in text else last
            yield text.replace(written, other, 1)


def titles(given: Sentence, chance: Random) -> Iterator[str]:
    """A title before or behind each person's name, a former office, another office."""
    for old, new in _OFFICES.get(given.language, ()):
        yield given.text.replace(old, new)
    if given.language != "en":
        return
    unknown = [title for title in TITLES if title.lower() not in given.said.lower()]
    for name in given.people:
        written = name if name in given.text else name.rpartition(" ")[2]
        if not re.search(rf"\b{re.escape(written)}\b(?!['’]s)", given.text):
            continue
        yield given.text.replace(written, f"{chance.choice(unknown)} {written}", 1)
        former = f"{written}, a former {chance.choice(unknown).lower()},"
        yield given.text.replace(written, former, 1)
    for office in _OFFICE.finditer(given.text):
        new = chance.choice(unknown)
        new = new if office.group()[0].isupper() else new.lower()
        yield given.text[: office.start()] + new + given.text[office.end() :]
        if "former" not in given.said.lower():
            old = "Former " if office.group()[0].isupper() and office.start() == 0 else "former "
            yield given.text[: office.start()] + old + given.text[office.start() :]
