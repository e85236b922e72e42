"""Word forms reduced to a common stem, so that "voted" meets "votes".

English has a table of irregular verbs and suffix rules; Spanish, Russian and Arabic lose endings
or clitics by plain rules from their tables; every other language keeps the folded word.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from summarizer.grounding.words.tables import load_table
from summarizer.grounding.words.tokens import fold

_PACKAGE = "summarizer.grounding.words"
_DOUBLED = re.compile(r"([bdfglmnprtz])\1$")
# Ending, what takes its place, and how many letters must be left. The first that fits wins.
_ENDINGS = (
    ("eed", "eed", 1),
    ("ies", "y", 2),
    ("ied", "y", 2),
    ("ing", "", 3),
    ("ed", "", 2),
    ("sses", "ss", 1),
    ("xes", "x", 1),
    ("zes", "z", 1),
    ("ches", "ch", 1),
    ("shes", "sh", 1),
    ("ss", "ss", 1),
    ("us", "us", 1),
    ("is", "is", 1),
    ("s", "", 3),
)
_VOWEL = re.compile(r"[aeiouy]")


@cache
def irregular_pasts() -> frozenset[str]:
    """English past forms that do not end in -ed, such as "said" and "cut"."""
    table = load_table(_PACKAGE, "en")
    forms: dict[str, str] = table["irregular"]
    return frozenset(" ".join(forms.values()).split()) | frozenset(table["unchanged"].split())


@cache
def _irregular() -> dict[str, str]:
    table = load_table(_PACKAGE, "en")
    forms: dict[str, str] = table["irregular"]
    bases = {form: base for base, written in forms.items() for form in written.split()}
    others: dict[str, str] = table["other_forms"]
    return bases | {form: base for base, written in others.items() for form in written.split()}


@cache
def _endings(language: str) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None]:
    table = load_table(_PACKAGE, language)
    before, after = table.get("prefixes"), table.get("suffixes")
    return (
        re.compile(f"^(?:{before})") if before else None,
        re.compile(f"(?:{after})$") if after else None,
    )


@lru_cache(2**14)  # an article has new words, and a batch has many articles
def stem(word: str, language: str = "en") -> str:
    """The part of a word that its forms share; not always a word itself."""
    folded = fold(word)
    if language == "en":
        return _english(folded)
    before, after = _endings(language)
    kept = before.sub("", folded) if before and len(folded) > 4 else folded
    kept = after.sub("", kept) if after and len(kept) > 4 else kept
    return kept if len(kept) > 2 else folded


def _english(word: str) -> str:
    bases = _irregular()
    bare = bases.get(word) or _without_ending(word)
    bare = bases.get(bare, bare)
    return _DOUBLED.sub(r"\1", bare[:-1] if bare.endswith("e") and len(bare) > 3 else bare)


def _without_ending(word: str) -> str:
    for ending, put_back, least in _ENDINGS:
        rest = word[: -len(ending)]
        if word.endswith(ending) and len(rest) >= least and _VOWEL.search(rest + put_back):
            return rest + put_back
    return word
