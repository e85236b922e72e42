"""Turned sense: a denial added or dropped, a verb turned into its opposite."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random
from typing import Final

from benchmarks.mutants.sentence import Sentence
from summarizer.grounding.words import predicates_of

OPPOSITES: Final = {
    "accepted": "rejected",
    "approved": "rejected",
    "passed": "rejected",
    "rejected": "accepted",
    "rejects": "accepts",
    "turned down": "accepted",
    "praised": "criticized",
    "welcomed": "condemned",
    "thanked": "criticized",
    "supported": "opposed",
    "backed": "opposed",
    "opposes": "supports",
    "rose": "fell",
    "fell": "rose",
    "won": "lost",
    "lost": "won",
    "lifted": "imposed",
    "imposed": "lifted",
    "released": "detained",
    "detained": "released",
    "arrested": "freed",
    "acquitted": "convicted",
    "convicted": "acquitted",
    "against": "for",
    "reopen": "close",
    "reopened": "closed",
    "refused": "agreed",
    "denied": "confirmed",
    "confirmed": "denied",
    "agreed": "refused",
    "raised": "cut",
    "lowered": "raised",
    "banned": "allowed",
    "elogió": "criticó",
    "aprobó": "rechazó",
    "rechazó": "aceptó",
    "celebró": "lamentó",
    "absolvió": "condenó",
    "negó": "confirmó",
    "cayeron": "subieron",
    "похвалила": "раскритиковала",
    "поддержала": "раскритиковала",
    "приветствовал": "осудил",
    "опроверг": "подтвердил",
    "утвердил": "отклонил",
    "выиграла": "проиграла",
    "赞扬": "批评",
    "批评": "赞扬",
    "通过": "否决",
    "反对": "支持",
    "否认": "承认",
    "أشادت": "انتقدت",
    "وافق": "رفض",
    "رفض": "وافق على",
    "رحب": "ندد",
}
_BASES: Final = {
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
    "gave": "give",
    "got": "get",
    "broke": "break",
    "drove": "drive",
    "drew": "draw",
    "led": "lead",
    "said": "say",
    "told": "tell",
    "kept": "keep",
    "began": "begin",
    "sent": "send",
    "put": "put",
    "went": "go",
    "came": "come",
    "took": "take",
    "wrote": "write",
    "drowned": "drown",
    "ruled": "rule",
}
_DENY: Final = {"es": "no {}", "ru": "не {}", "zh": "没有{}", "ar": "لم {}"}
_DENIALS: Final = {
    "en": (
        (r"did not (\w+)", r"did \1"),
        (r"(\w+) not be\b", r"\1 be"),
        (r"\b(will|would|had|has|have|was|were|is|are|could) not\b", r"\1"),
        (r"\bnever (?=\w+)", ""),
        (r"\bno\b(?! longer)", "a"),
        (r"\bdenied (?:that )?(?=the|having|a |its)", ""),
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


def denied(given: Sentence, _: Random) -> Iterator[str]:
    """A denial added: of each verb in English, of the given verb elsewhere; "It is not true"."""
    if given.language != "en":
        if given.verb:
            yield given.text.replace(given.verb, _DENY[given.language].format(given.verb), 1)
        return
    for predicate in predicates_of(given.text):
        if predicate.negated or predicate.form in ("infinitive", "gerund", "participle"):
            continue
        group = given.text[predicate.start : predicate.end]
        first, _space, rest = group.partition(" ")
        if predicate.head.start > predicate.start or predicate.form == "copula":
            changed = f"{first} not {rest}".rstrip()
        elif predicate.form == "past":
            changed = f"did not {_base(first)}"
        else:
            continue
        yield given.text[: predicate.start] + changed + given.text[predicate.end :]
    if any(predicate.finite for predicate in predicates_of(given.text)):
        yield f"It is not true that {given.text[0].lower()}{given.text[1:]}"


def undenied(given: Sentence, _: Random) -> Iterator[str]:
    """A denial dropped, of each kind once."""
    if "neither" in given.text or " but on " in given.text:
        return  # what is left is no sentence
    for pattern, replacement in _DENIALS.get(given.language, ()):
        yield re.sub(pattern, replacement, given.text, count=1)


def opposite(given: Sentence, _: Random) -> Iterator[str]:
    """A verb turned into its opposite."""
    if "neither" in given.text or "既不" in given.text:
        return
    for word, other in OPPOSITES.items():
        if ord(word[0]) < 0x590:
            yield re.sub(rf"(?<!not )\b{word}\b", other, given.text, count=1)
        else:
            yield given.text.replace(word, other, 1)


def _base(past: str) -> str:
    if past.lower() in _BASES:
        return _BASES[past.lower()]
    if past.endswith("ied"):
        return past[:-3] + "y"
    bare = past.removesuffix("ed")
    vowel_e = re.search(r"(?:[aiou][^aeiouwxy]|[^aeiou]s|u|v|c|g|z)$", bare) and past.endswith("ed")
    double = re.search(r"([^aeiousl])\1$", bare)
    return bare[:-1] if double else (bare + "e" if vowel_e else bare)
