"""ROUGE: overlap of a summary with a reference, in n-grams and longest common subsequence.

Latin text is cut into runs of a-z and 0-9 in lower case, without stemming; other text into words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from summarizer.scoring.text import words

_LATIN = re.compile(r"[a-z]")
_TOKEN = re.compile(r"[a-z0-9]+")


def rouge(candidate: str, reference: str) -> dict[str, float]:
    """F1 of rouge1, rouge2 and rougeL."""
    one, other = _tokens(candidate), _tokens(reference)
    scores = {f"rouge{n}": _ngram_f1(one, other, n) for n in (1, 2)}
    return scores | {"rougeL": _f1(_common_length(one, other), len(one), len(other))}


def _tokens(text: str) -> Sequence[str]:
    lowered = text.lower()
    return _TOKEN.findall(lowered) if _LATIN.search(lowered) else words(text)


def _ngrams(tokens: Sequence[str], n: int) -> Counter[tuple[str, ...]]:
    return Counter(tuple(tokens[i : i + n]) for i in range(len(tokens) - n + 1))


def _ngram_f1(one: Sequence[str], other: Sequence[str], n: int) -> float:
    left, right = _ngrams(one, n), _ngrams(other, n)
    return _f1((left & right).total(), left.total(), right.total())


def _f1(shared: int, left: int, right: int) -> float:
    if not shared:
        return 0.0
    p, r = shared / left, shared / right
    return 2 * p * r / (p + r)


def _common_length(one: Sequence[str], other: Sequence[str]) -> int:
    """Length of the longest common subsequence, a row of the table at a time."""
    row = [0] * (len(other) + 1)
    for token in one:
        diagonal = 0
        for j, against in enumerate(other, 1):
            above = row[j]
            row[j] = diagonal + 1 if token == against else max(above, row[j - 1])
            diagonal = above
    return row[-1]
