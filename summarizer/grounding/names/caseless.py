"""Names in scripts without capitals, over a whole article: found once by rule, then everywhere."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.grounding.names.arabic import ArabicFinder, without_prefix
from summarizer.grounding.names.chinese import ChineseFinder
from summarizer.grounding.names.countries import Atlas, Sense
from summarizer.grounding.names.lexicon import Lexicon
from summarizer.grounding.names.mention import NameMention, Shape
from summarizer.grounding.names.words import Line, Reading

_SHORT = 2
"""Letters that a part of a name needs to be looked for alone."""


def find_arabic(reading: Reading, lexicon: Lexicon, atlas: Atlas) -> list[NameMention]:
    """Names in an Arabic article; the last word of a person's name is found alone too."""
    finder = ArabicFinder(lexicon, atlas)
    found = [(line, place) for line in reading.lines for place in finder.find(line)]
    surnames = {
        lexicon.normal(line.word(last - 1))
        for line, (first, last, sense) in found
        if sense is None and last - first > 1 and not lexicon.has(line.word(first), "organizations")
    }
    taken = {(id(line), at) for line, (first, last, _) in found for at in range(first, last)}
    for line in reading.lines:
        for index, token in enumerate(line.tokens):
            if (id(line), index) not in taken and lexicon.normal(token.text) in surnames:
                found.append((line, (index, index + 1, None)))
    mentions = [_arabic(reading, line, place, atlas) for line, place in found]
    return sorted(mentions, key=lambda mention: mention.start)


def _arabic(
    reading: Reading, line: Line, place: tuple[int, int, Sense | None], atlas: Atlas
) -> NameMention:
    first, last, sense = place
    start, end = line.tokens[first].start, line.tokens[last - 1].end
    if sense is not None:
        start += without_prefix(line.tokens[first], atlas, reading.article.text[start:end], sense)
    return _mention(reading, start, end, line.number, sense)


def find_chinese(reading: Reading, lexicon: Lexicon, atlas: Atlas) -> list[NameMention]:
    """Names in a Chinese article; once found, they and the parts after a dot are found anywhere."""
    finder, text = ChineseFinder(lexicon, atlas), reading.article.text
    mentions = []
    for line, start, end in _spans(reading):
        for first, last, sense in finder.find(text[start:end]):
            mentions.append(_mention(reading, start + first, start + last, line.number, sense))
    known = {m.text for m in mentions if m.shape == "words"}
    known |= {part for name in known if "·" in name for part in name.split("·")[-1:]}
    taken = {at for m in mentions for at in range(m.start, m.end)}
    for line, start, end in _spans(reading):
        for name in sorted(known, key=len, reverse=True):
            mentions += _again(reading, name, (start, end), line.number, taken)
        for first, last, sense in finder.headed(text[start:end]):
            if taken.isdisjoint(range(start + first, start + last)):
                mentions.append(_mention(reading, start + first, start + last, line.number, sense))
    return sorted(mentions, key=lambda mention: mention.start)


def _spans(reading: Reading) -> Iterator[tuple[Line, int, int]]:
    for line in reading.lines:
        if line.tokens:
            yield line, line.tokens[0].start, line.tokens[-1].end


def _again(
    reading: Reading, name: str, span: tuple[int, int], number: int, taken: set[int]
) -> Iterator[NameMention]:
    """The free places of a known name in a sentence."""
    at = reading.article.text.find(name, *span) if len(name) >= _SHORT else -1
    while at >= 0:
        place = range(at, at + len(name))
        if taken.isdisjoint(place):
            taken.update(place)
            yield _mention(reading, at, at + len(name), number, None)
        at = reading.article.text.find(name, at + len(name), span[1])


def _mention(
    reading: Reading, start: int, end: int, number: int, sense: Sense | None
) -> NameMention:
    shapes: dict[Sense | None, Shape] = {
        "country": "country",
        "organization": "organization",
        "capital": "capital",
        "people": "people",
        None: "words",
    }
    return NameMention(reading.article.text[start:end], start, end, number, shapes[sense])
