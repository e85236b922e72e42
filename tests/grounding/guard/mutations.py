"""Seeded mutants of correct claims: each changes one critical token and nothing else."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from summarizer.grounding.quantities import measured_in
from summarizer.grounding.times import time_spans
from summarizer.grounding.words import predicates_of, tokens_of

PEOPLE = ("Gorm Hald", "Tessa Wray", "Milo Castan", "Berta Quist", "Ruben Falk", "Isla Thorne")
BODIES = ("Kestrel Institute", "Norrby Group", "Fenwick Council", "Bluewater Alliance")
TITLES = ("Senator", "Governor", "Ambassador", "Admiral", "Chancellor", "Bishop", "Colonel")
MONTHS = ("January", "February", "March", "April", "August", "September", "October", "December")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
WORDS = (
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "eleven",
    "twelve",
    "seventeen",
)
OPPOSITES = {
    "accepted": "rejected",
    "approved": "rejected",
    "rejected": "accepted",
    "rejects": "accepts",
    "praised": "criticized",
    "welcomed": "condemned",
    "rose": "fell",
    "fell": "rose",
    "won": "lost",
    "lifted": "imposed",
    "released": "detained",
    "arrested": "freed",
    "acquitted": "convicted",
    "convicted": "acquitted",
    "against": "for",
    "reopen": "close",
    "refused": "agreed",
    "denied": "confirmed",
    "raised": "cut",
    "banned": "allowed",
    "elogió": "criticó",
    "aprobó": "rechazó",
    "cayeron": "subieron",
    "похвалила": "раскритиковала",
    "утвердил": "отклонил",
    "выиграла": "проиграла",
    "赞扬": "批评",
    "通过": "否决",
    "أشادت": "انتقدت",
    "وافق": "رفض",
}
BASES = {
    "won": "win",
    "had": "have",
    "beat": "beat",
    "fell": "fall",
    "rose": "rise",
    "left": "leave",
    "found": "find",
    "met": "meet",
    "cost": "cost",
    "shook": "shake",
    "ended": "end",
    "made": "make",
}
DENY = {"es": "no {}", "ru": "не {}", "zh": "没有{}", "ar": "لم {}"}


@dataclass(frozen=True)
class Mutant:
    """A claim made wrong in one place."""

    kind: str
    text: str
    pair: dict[str, Any]


def mutants(pair: dict[str, Any], chance: random.Random) -> Iterator[Mutant]:
    """All mutants of one pair, in an order that depends on the seed alone."""
    for kind, mutate in MUTATORS.items():
        for text in mutate(pair, chance):
            if text != pair["claim"]:
                yield Mutant(kind, text, pair)


def _digits(pair: dict[str, Any], chance: random.Random) -> Iterator[str]:
    claim, language = pair["claim"], pair.get("language", "en")
    for item in measured_in(claim, language):
        if item.unit is not None and item.unit.kind == "money":
            continue
        yield _other_number(claim, item.number.start, item.number.end, pair, chance)


def _money(pair: dict[str, Any], chance: random.Random) -> Iterator[str]:
    claim, language = pair["claim"], pair.get("language", "en")
    for item in measured_in(claim, language):
        if item.unit is not None and item.unit.kind == "money":
            yield _other_number(claim, item.number.start, item.number.end, pair, chance)
            for sign, other in (
                ("$", "€"),
                ("de euros", "de dólares"),
                (" euros", " dollars"),
                ("million ", "billion "),
            ):
                if sign in claim[item.start : item.end]:
                    yield claim[: item.start] + claim[item.start :].replace(sign, other, 1)
                    break


def _other_number(
    claim: str, start: int, end: int, pair: dict[str, Any], chance: random.Random
) -> str:
    """The claim with another number there, one that the evidence does not hold."""
    written, evidence = claim[start:end], " ".join(pair["evidence"])
    while True:
        if re.search(r"\d", written):
            digits = [i for i, c in enumerate(written) if c.isdigit()]
            at = chance.choice(digits)
            other = written[:at] + chance.choice("123456789") + written[at + 1 :]
        else:
            other = chance.choice(WORDS)
        if other != written and not re.search(rf"(?<![\d.,]){re.escape(other)}(?!\d)", evidence):
            return claim[:start] + other + claim[end:]


def _dates(pair: dict[str, Any], chance: random.Random) -> Iterator[str]:
    claim, language = pair["claim"], pair.get("language", "en")
    for start, end in time_spans(claim, language):
        phrase = claim[start:end]
        for names in (MONTHS, DAYS):
            old = next((name for name in names if name in phrase), None)
            if old:
                other = chance.choice(
                    [n for n in names if n not in " ".join(pair["evidence"]) + claim]
                )
                yield claim[:start] + phrase.replace(old, other) + claim[end:]
        for number in re.finditer(r"\d+", phrase):
            value = int(number.group())
            other = str(value + chance.choice((1, 2, 3)) if value < 25 or value > 31 else value - 7)
            changed = phrase[: number.start()] + other + phrase[number.end() :]
            yield claim[:start] + changed + claim[end:]
    if language == "en" and not time_spans(claim):
        yield f"{claim.rstrip('.')} on {chance.choice(MONTHS)} 4."


def _added(pair: dict[str, Any], _: random.Random) -> Iterator[str]:
    claim, language = pair["claim"], pair.get("language", "en")
    if language != "en":
        verb = pair.get("verb")
        if verb and language != "ar":
            yield claim.replace(verb, DENY[language].format(verb), 1)
        elif verb:
            yield claim.replace(verb, f"لم {verb}", 1)
        return
    for predicate in predicates_of(claim):
        if predicate.negated or predicate.form in ("infinitive", "gerund", "participle"):
            continue
        group = claim[predicate.start : predicate.end]
        first, _, rest = group.partition(" ")
        if predicate.head.start > predicate.start or predicate.form == "copula":
            changed = f"{first} not {rest}".rstrip()
        elif predicate.form == "past":
            changed = f"did not {_base(first)}"
        else:
            continue
        yield claim[: predicate.start] + changed + claim[predicate.end :]


def _base(past: str) -> str:
    if past.lower() in BASES:
        return BASES[past.lower()]
    if past.endswith("ied"):
        return past[:-3] + "y"
    bare = past.removesuffix("ed")
    vowel_e = re.search(r"(?:[aiou][^aeiouwxy]|[^aeiou]s|u|v|c|g|z)$", bare) and past.endswith("ed")
    double = re.search(r"([^aeiousl])\1$", bare)
    return bare[:-1] if double else (bare + "e" if vowel_e else bare)


def _dropped(pair: dict[str, Any], _: random.Random) -> Iterator[str]:
    claim, language = pair["claim"], pair.get("language", "en")
    patterns = {
        "en": (
            (r"did not (\w+)", r"did \1"),
            (r"(\w+) not be\b", r"\1 be"),
            (r"\b(will|would|had|has|have|was|were|is|are|could) not\b", r"\1"),
            (r"\bnever (?=\w+)", ""),
            (r"\bno\b", "a"),
            (r"\bdenied (?:that )?(?=the|having)", ""),
            (r"\bfailed to\b", "managed to"),
            (r"\brefused to\b", "agreed to"),
            (r"\bNobody\b", "Somebody"),
            (r"\bNone of\b", "All of"),
            (r"\bwithout a\b", "with a"),
        ),
        "es": ((r"\bno ", ""), (r"negó que", "confirmó que")),
        "ru": ((r"\bне ", ""), (r"опровергла, что", "подтвердила, что")),
        "zh": ((r"没有", ""), (r"否认", "承认")),
        "ar": ((r"\bلم ", ""), (r"\bنفت ", "أكدت ")),
    }
    for pattern, replacement in patterns[language]:
        yield re.sub(pattern, replacement, claim, count=1)


def _opposite(pair: dict[str, Any], _: random.Random) -> Iterator[str]:
    claim = pair["claim"]
    for word, other in OPPOSITES.items():
        if language_of(word) != "latin":
            yield claim.replace(word, other, 1)
        else:
            yield re.sub(rf"\b{word}\b", other, claim, count=1)


def language_of(word: str) -> str:
    """The script of a word, as far as word boundaries need it."""
    return "latin" if ord(word[0]) < 0x590 else "other"


def _names(pair: dict[str, Any], chance: random.Random) -> Iterator[str]:
    claim, language = pair["claim"], pair.get("language", "en")
    if language == "zh":
        yield claim.replace("张丽", "王芳")
        return
    if language == "ar":
        yield claim.replace("إيناس كابلان", "ليلى منصور").replace("نفت كابلان", "نفت منصور")
        return
    for match in re.finditer(r"[A-ZА-Я][\w'’]+(?: [A-ZА-Я][\w'’]+)+", claim):
        invented = {"ru": ("Глеб Морозин",), "es": ("Tadeo Ruival",)}.get(language, PEOPLE + BODIES)
        yield claim[: match.start()] + chance.choice(invented) + claim[match.end() :]
    if language == "en":
        yield f"{claim.rstrip('.')}, according to {chance.choice(PEOPLE)}."
        yield f"{chance.choice(PEOPLE)} said that {claim[0].lower()}{claim[1:]}"
        for match in re.finditer(r"(?<=[a-z] )[A-Z][a-z]+ (?=[A-Z][a-z]+)", claim):
            first = chance.choice(("Boris", "Greta", "Hugo"))
            yield f"{claim[: match.start()]}{first} {claim[match.end() :]}"


def _titles(pair: dict[str, Any], chance: random.Random) -> Iterator[str]:
    claim, language = pair["claim"], pair.get("language", "en")
    if language != "en":
        for old, new in (
            ("alcaldesa", "ministra"),
            ("Мэр", "Министр"),
            ("市长", "部长"),
            ("العمدة", "الوزيرة"),
        ):
            yield claim.replace(old, new)
        return
    names = [m for forms in pair.get("names", []) for m in forms] + _people(pair)
    for name in names:
        if name in claim:
            yield claim.replace(name, f"{chance.choice(TITLES)} {name}", 1)
            yield claim.replace(name, f"{name}, a former {chance.choice(TITLES).lower()},", 1)
    for title in re.finditer(
        r"\b(?:mayor|minister|governor|chair|director|prosecutor|coach|judge)\b", claim, re.I
    ):
        new = chance.choice(TITLES)
        new = new if title.group()[0].isupper() else new.lower()
        yield claim[: title.start()] + new + claim[title.end() :]


def _people(pair: dict[str, Any]) -> list[str]:
    known = re.findall(r"[A-Z][a-z]+ [A-Z][a-z]+", " ".join(pair["evidence"]))
    words = {t.text for t in tokens_of(pair["claim"])}
    return [name for name in known if set(name.split()) <= words and name.split()[0] in FIRST_NAMES]


FIRST_NAMES = frozenset(
    re.findall(
        r"\w+",
        "Otto Ines Mira Maren Petra Ivo Lena Rolf Nora Emil Dana Tomas Anna Ilya Vera Oskar Ada Jon"
        " Paul Klaus Hana Leo Clara Igor Eva",
    )
)

MUTATORS: dict[str, Callable[[dict[str, Any], random.Random], Iterator[str]]] = {
    "digit": _digits,
    "money": _money,
    "date": _dates,
    "negation added": _added,
    "negation dropped": _dropped,
    "opposite": _opposite,
    "invented name": _names,
    "invented title": _titles,
}
