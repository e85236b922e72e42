"""Names in Chinese, which has no capitals and no spaces: from the tables, after titles, with a dot.

What this cannot see: a person without a title before or a verb of speech after the name, unless a
dot parts a foreign name; organisations outside the tables, unless a state or a sign stands before
them and a head such as 委员会 ends them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from summarizer.grounding.names.countries import Atlas, Sense
from summarizer.grounding.names.lexicon import Lexicon

Found = tuple[int, int, Sense | None]
"""First and last (exclusive) character of the text, and the table that has the name."""
_HAN = r"[\u4e00-\u9fff]"
_INNER = rf"(?:(?![的和与在了是对向将就说称谢但否认被由把为不也都已其该这那周日年月]){_HAN})"
_END = (
    r"(?=说|表示|称|指出|强调|宣布|认为|告诉|在|将|和|与|对|就|向|于|会见|，|。|、|：|；|（|”|」|$)"
)


class ChineseFinder:
    """Finds names in a sentence."""

    def __init__(self, lexicon: Lexicon, atlas: Atlas) -> None:
        self.lexicon = lexicon
        self.atlas = atlas

    def find(self, text: str) -> Iterator[Found]:
        """Names from left to right; of two that overlap, the earlier and longer one."""
        last = 0
        every = [*self._listed(text), *self._dotted(text), *self._titled(text)]
        for first, end, sense in sorted(every, key=lambda one: (one[0], -one[1])):
            if first >= last:
                yield first, end, sense
                last = end

    def _listed(self, text: str) -> Iterator[Found]:
        senses: tuple[Sense, ...] = ("organization", "country")
        for sense in senses:
            for match in self._tables[sense].finditer(text):
                yield match.start(), match.end(), sense

    @cached_property
    def _tables(self) -> dict[Sense, re.Pattern[str]]:
        return {
            sense: _any("".join(key) for key in names)
            for sense, names in self.atlas.names.items()
            if names
        }

    def _dotted(self, text: str) -> Iterator[Found]:
        """Foreign names: 奥托·费尔德. What stands before the first dot is cut at a title."""
        for match in re.finditer(rf"{_HAN}{{1,12}}(?:·{_HAN}{{1,8}}?)+?{_END}", text):
            first, last = match.span()
            dot = text.index("·", first)
            title = self._last_title(text, first, dot)
            yield max(title, dot - 4 if title == first else title), last, None

    def _last_title(self, text: str, first: int, last: int) -> int:
        ends = [m.end() for m in self._titles.finditer(text, first, last) if m.end() < last]
        return ends[-1] if ends else first

    def _titled(self, text: str) -> Iterator[Found]:
        """Chinese names after a title or before a verb: 市长陈晓明, 李强说."""
        for pattern in (self._after_title, self._before_verb):
            for match in pattern.finditer(text):
                yield match.start("name"), match.end("name"), None

    def headed(self, text: str) -> Iterator[Found]:
        """Organisations by their last word, from the last sign before it; the weakest evidence."""
        for match in self._organizations.finditer(text):
            yield match.start("name"), match.end("name"), None

    @cached_property
    def _titles(self) -> re.Pattern[str]:
        return _any(self.lexicon.words("titles"))

    @cached_property
    def _after_title(self) -> re.Pattern[str]:
        titles, names = self._titles.pattern, _any(self.lexicon.words("surnames")).pattern
        return re.compile(rf"(?:{titles})(?P<name>(?:{names}){_HAN}{{1,2}}?){_END}")

    @cached_property
    def _before_verb(self) -> re.Pattern[str]:
        names = _any(self.lexicon.words("surnames")).pattern
        return re.compile(
            rf"(?:^|(?<=[，。；：“”「」、\s]))(?P<name>(?:{names}){_HAN}{{1,2}})(?=说|表示|称|指出|强调|认为)"
        )

    @cached_property
    def _organizations(self) -> re.Pattern[str]:
        heads = _any(self.lexicon.words("organizations")).pattern
        return re.compile(rf"(?:^|(?<=[，。；：“”「」、\s]))(?P<name>{_INNER}{{2,8}}?(?:{heads}))")


def _any(words: Iterator[str] | frozenset[str]) -> re.Pattern[str]:
    """A pattern for any of the words, the longest first."""
    return re.compile("|".join(sorted(map(re.escape, words), key=len, reverse=True)))
