"""Numbers of a text with their values: digits, words, and both together ("9 million")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from summarizer.grounding.quantities.chinese import LONGEST, chinese_numerals
from summarizer.grounding.quantities.spelled import read_words
from summarizer.grounding.quantities.vocabulary import NumberWords, number_words
from summarizer.grounding.words import Token, tokens_of

_POINT_DECIMAL = frozenset({"en", "zh", "ja", "ko", "ar", "he", "th", "hi"})
# Written without a space after the number ("350km"); any other letters make it a code ("5G").
_ATTACHED_UNITS = frozenset({"km", "kg", "MW", "GW", "kW", "m", "cm", "mm", "mph", "ha", "g", "lb"})


class Number(NamedTuple):
    """A number where it stands: [start, end) holds all of its words."""

    start: int
    end: int
    value: int | float
    kind: Literal["cardinal", "ordinal"] = "cardinal"
    in_words: bool = False
    """Whether it has no digits at all."""


def numbers_in(text: str, language: str = "en") -> list[Number]:
    """The numbers in order, without digits that are part of a word or a code ("F-16", "5G")."""
    if language == "zh":
        return [
            Number(start, end, value, "ordinal" if ordinal else "cardinal", in_words)
            for start, end, value, ordinal, in_words in chinese_numerals(text)
        ]
    tokens, words = tokens_of(text), number_words(language)
    found: list[Number] = []
    at = 0
    while at < len(tokens):
        if tokens[at].text[0].isdigit():
            number, after = _from_digits(text, tokens, at, words, language)
        else:
            number, after = _from_words(text, tokens, at, words)
        if number is not None:
            found.append(number)
        at = max(after, at + 1)
    return found


def parse_digits(written: str, language: str = "en") -> int | float | None:
    """Digits grouped as the language groups them; None for what is no number ("2.0.1", "10:30")."""
    plain = re.sub(r"[ \u00a0\u202f٬]", "", written).replace("٫", ".")
    point = "." if language in _POINT_DECIMAL else ","
    marks = [c for c in plain if c in ".,"]
    if len(set(marks)) == 2:
        point = marks[-1]  # "1,234.5" shows its own style
    elif len(marks) == 1 and len(plain) - plain.index(marks[0]) != 4:
        point = marks[0]  # not three digits after it: it can only be a decimal point
    group = "," if point == "." else "."
    if len(plain) > LONGEST:
        return None
    shape = rf"\d{{1,3}}(?:\{group}\d{{3}})+(?:\{point}\d+)?|\d+(?:\{point}\d+)?"
    if not re.fullmatch(shape, plain):
        return None
    plain = plain.replace(group, "").replace(point, ".")
    return float(plain) if "." in plain else int(plain)


def _from_words(
    text: str, tokens: Sequence[Token], at: int, words: NumberWords
) -> tuple[Number | None, int]:
    first = tokens[at]
    if first.folded in words.ordinals:
        value = words.ordinals[first.folded]
        return Number(first.start, first.end, value, "ordinal", True), at + 1
    if first.folded in words.halves and at + 2 < len(tokens):  # "half a million"
        scale = words.scales.get(tokens[at + 2].folded)
        if scale and tokens[at + 1].folded in words.ones:
            return Number(first.start, tokens[at + 2].end, scale // 2, in_words=True), at + 3
    spelled = read_words(text, tokens, at, words)
    if spelled is None:
        return None, at + 1
    kind: Literal["cardinal", "ordinal"] = "ordinal" if spelled.ordinal else "cardinal"
    end = tokens[spelled.after - 1].end
    return Number(first.start, end, spelled.value, kind, True), spelled.after


def _from_digits(
    text: str, tokens: Sequence[Token], at: int, words: NumberWords, language: str
) -> tuple[Number | None, int]:
    first, written, end, after = tokens[at], tokens[at].text, tokens[at].end, at + 1
    while language not in _POINT_DECIMAL and _is_group(text, tokens, after, written):
        written, end = f"{written} {tokens[after].text}", tokens[after].end
        after += 1
    value = parse_digits(written, language)
    attached = re.search(r"[^\W\d_][-‑]?$", text[max(0, first.start - 2) : first.start])
    # Arabic writes "and" and "with" as one letter joined to the number.
    if value is None or (attached and language != "ar"):
        return None, after
    tail = text[end : end + 3]
    ordinal = re.match(r"(?:st|nd|rd|th|º|ª|-?й|-?я)(?!\w)", tail)
    if ordinal:
        return Number(first.start, end + ordinal.end(), value, "ordinal"), after + 1
    if re.match(r"[^\W\d_]", tail) and after < len(tokens):
        return _with_suffix(first, tokens[after], end, value, words), after + 1
    scaled = read_words(text, tokens, after, words, digits=value) if value else None
    if scaled is not None:
        return Number(first.start, tokens[scaled.after - 1].end, scaled.value), scaled.after
    return Number(first.start, end, value), after


def _with_suffix(
    first: Token, suffix: Token, end: int, value: int | float, words: NumberWords
) -> Number | None:
    if suffix.folded in words.suffixes and suffix.text not in _ATTACHED_UNITS - {"m"}:
        return Number(first.start, suffix.end, value * words.suffixes[suffix.folded])
    return Number(first.start, end, value) if suffix.text in _ATTACHED_UNITS else None


def _is_group(text: str, tokens: Sequence[Token], at: int, written: str) -> bool:
    """Whether the next token is the next three digits of a number grouped by spaces."""
    if at >= len(tokens) or len(written.split()[0]) > 3:
        return False
    token = tokens[at]
    gap = text[tokens[at - 1].end : token.start]
    return gap in (" ", "\u00a0", "\u202f") and bool(re.fullmatch(r"\d{3}(?:,\d+)?", token.text))
