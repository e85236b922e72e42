"""Runs of capitalised words that may be one name, grown over small words between them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from summarizer.grounding.names.countries import Atlas
from summarizer.grounding.names.lexicon import Lexicon
from summarizer.grounding.names.words import Line, Reading, Token, is_capital

_MAX_PARTICLES = 3
_MAX_MODIFIERS = 6
_SET_OFF = ({","}, {",", "."})
"""What stands around an apposition."""
_WRAPPED = 50
"""Lines shorter than that are headings or list items, not wrapped by an editor."""


@dataclass(frozen=True, slots=True)
class Run:
    """Tokens `first` to `last` (exclusive) of a line."""

    line: Line
    first: int
    last: int

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The words of the run."""
        return self.line.tokens[self.first : self.last]

    def cut(self, first: int, last: int) -> Run:
        """A part of the run, counted from its own first word."""
        return Run(self.line, self.first + first, self.first + last)


class Grower:
    """Finds the runs of a line, for one language."""

    def __init__(self, reading: Reading, lexicon: Lexicon, atlas: Atlas) -> None:
        self.text = reading.article.text
        self.paired = reading.paired
        self.lexicon = lexicon
        self.atlas = atlas

    def runs(self, line: Line) -> Iterator[Run]:
        """The longest runs from left to right."""
        index = 0
        while index < len(line.tokens):
            if not self._starts(line.tokens, index):
                index += 1
                continue
            last = self._grow(line.tokens, index)
            yield Run(line, index, last)
            index = last

    def _starts(self, tokens: tuple[Token, ...], index: int) -> bool:
        return (
            is_capital(tokens[index])
            and not self._is_compound(tokens[index].text, inside=False)
            and not self._is_date(tokens, index, index)
        )

    def _is_compound(self, word: str, *, inside: bool) -> bool:
        """Whether it is an adjective such as "Velden-based"; "Chi-wai" is a name after another."""
        tail = word.rpartition("-")[2]
        if tail == word or not tail.islower():
            return False
        listed = self.lexicon.exactly(tail, "compound_tails") or tail.endswith("ed")
        return listed or not inside

    def _is_date(self, tokens: tuple[Token, ...], first: int, index: int) -> bool:
        word = tokens[index].text
        dated = any(t.text.isdigit() for t in tokens[index + 1 : index + 2])
        if self.lexicon.exactly(word, "short_dates"):
            return dated or any(t.text == "." for t in tokens[index + 1 : index + 2])
        if self.lexicon.exactly(word, "name_months"):
            return dated or index == first
        return self.lexicon.exactly(word, "weekdays", "months")

    def _grow(self, tokens: tuple[Token, ...], first: int) -> int:
        last = first + 1
        while (longer := self._longer(tokens, first, last)) > last:
            last = longer
        return last

    def _longer(self, tokens: tuple[Token, ...], first: int, last: int) -> int:
        """Where the run ends after one more step; `last` if it cannot go on."""
        if last >= len(tokens):
            return last
        token = tokens[last]
        if not self._near(tokens, last):
            return last
        if token.start == tokens[last - 1].end:
            return self._glued(tokens, last)
        if is_capital(token):
            stops = (
                self._is_date(tokens, first, last)
                or self._is_compound(token.text, inside=True)
                or self.lexicon.exactly(token.text, "run_breaks")
            )
            return last if stops else last + 1
        if token.text.isdigit():
            return self._over_number(tokens, last)
        return max(
            self._over_particles(tokens, last),
            self._over_connector(tokens, first, last),
            self._over_inner(tokens, first, last),
        )

    def _near(self, tokens: tuple[Token, ...], index: int) -> bool:
        """Whether nothing but a space stands before a token; a wrapped line counts as one."""
        left, right = tokens[index - 1].end, tokens[index].start
        if right - left > 1:
            return False
        if self.text[left:right] not in {"\n", "\r"}:
            return True
        return left - self.text.rfind("\n", 0, left) > _WRAPPED

    def _name_at(self, tokens: tuple[Token, ...], index: int) -> bool:
        return (
            index < len(tokens)
            and self._near(tokens, index)
            and is_capital(tokens[index])
            and not self._is_date(tokens, index, index)
        )

    def _glued(self, tokens: tuple[Token, ...], last: int) -> int:
        """Over an abbreviation's full stop, a possessive inside a name, a comma before "Inc."."""
        sign, before = tokens[last].text, tokens[last - 1].text
        follows = self._name_at(tokens, last + 1)
        if sign == "." and self.lexicon.exactly(before, "abbreviations"):
            return last + 1
        if sign in {"'", "’"} and before.endswith("s") and follows:
            group = self.lexicon.exactly(before, "groups", "possessive_groups")
            return last + 1 if group else self._if_organization(tokens, last)
        if sign in {"'s", "’s"} and follows and self.lexicon.has(before, "possessive_heads"):
            return last + 1
        if sign == "," and follows and self.lexicon.exactly(tokens[last + 1].text, "name_tails"):
            return last + 2
        return last

    def _if_organization(self, tokens: tuple[Token, ...], last: int) -> int:
        """Over the apostrophe of "Drivers' League" if an organisation's head follows."""
        index = last + 1
        while self._name_at(tokens, index):
            if self.lexicon.has(tokens[index].text, "organizations"):
                return last + 1
            index += 1
        return last

    def _over_number(self, tokens: tuple[Token, ...], last: int) -> int:
        short = len(tokens[last].text) == 1
        return last + 1 if short and self._name_at(tokens, last + 1) else last

    def _over_particles(self, tokens: tuple[Token, ...], last: int) -> int:
        if self.lexicon.exactly(tokens[last - 1].text, "stop"):
            return last
        index = last
        while (
            index < min(last + _MAX_PARTICLES, len(tokens))
            and self._near(tokens, index)
            and tokens[index].text in self.lexicon.words("particles")
        ):
            index += 1
        return index if index > last and self._name_at(tokens, index) else last

    def _over_inner(self, tokens: tuple[Token, ...], first: int, last: int) -> int:
        """Over the small words of "Министерство обороны", after an organisation's head."""
        headed = any(self.lexicon.has(t.text, "organizations") for t in tokens[first:last])
        return last + 1 if headed and self.is_inner(tokens[last].text) else last

    def is_inner(self, word: str) -> bool:
        """Whether a small word can go on in a name, by list or by its genitive ending."""
        if word in self.lexicon.words("inner"):
            return True
        endings = tuple(self.lexicon.words("inner_endings"))
        plain = word.islower() and not self.lexicon.exactly(word, "stop")
        return bool(endings) and plain and word.endswith(endings)

    def _over_connector(self, tokens: tuple[Token, ...], first: int, last: int) -> int:
        word = tokens[last].text
        if word not in self.lexicon.words("connectors"):
            return last
        after = last + 1
        if (
            after < len(tokens)
            and self._is(tokens[after].text, "article")
            and not self._is(word, "joining")
        ):
            after += 1
        if not self._name_at(tokens, after):
            return last
        if word == "&":
            return after
        if self._is(word, "joining"):
            pair = tokens[last - 1].text, tokens[after].text
            joins = (
                pair in self.paired
                or self._is_listed(tokens, first, after)
                or self._joins_fields(tokens, first, last)
                or self._names_body(tokens, first, after)
                or self.lexicon.exactly(tokens[after].text, "house_tails")
            )
            return after if joins else last
        return after if self._takes_of(tokens, first, last, word) else last

    def _is_listed(self, tokens: tuple[Token, ...], first: int, last: int) -> bool:
        """Whether the tables have the whole: "Trinidad and Tobago"."""
        text = self.text[tokens[first].start : tokens[last].end]
        return bool(self.atlas.code(text) or self.atlas.code(text, "organization"))

    def _names_body(self, tokens: tuple[Token, ...], first: int, last: int) -> bool:
        """Whether it stands beside one body: "A parents' group, Wait and See, called"."""
        body, after = first - 2, tokens[last + 1 : last + 2]
        if (
            body < 1
            or tokens[first - 1].text != ","
            or not after
            or after[0].text not in {",", "."}
        ):
            return False
        noun = tokens[body].text
        if not noun.islower() or not self.lexicon.exactly(noun, "collectives", "businesses"):
            return False
        opens = next(
            (
                index
                for index in range(body - 1, max(-1, body - _MAX_MODIFIERS), -1)
                if self.lexicon.exactly(tokens[index].text, "determiners")
            ),
            None,
        )  # "For the club, Holm and Grey, both 20, scored" is about two
        return opens is not None and (opens == 0 or not tokens[opens - 1].text.isalpha())

    def _joins_fields(self, tokens: tuple[Token, ...], first: int, last: int) -> bool:
        """Whether "and" belongs to a name: "Ministry of Health and Education"."""
        inside = any(self._is(t.text, "inside") or t.text in {"'", "’"} for t in tokens[first:last])
        after = tokens[last + 1].text
        if self.lexicon.has(after, "fields") and not self.lexicon.has(after, "titles"):
            return inside or self.lexicon.has(tokens[last - 1].text, "fields")
        return False

    def _is(self, word: str, name: str) -> bool:
        return word in self.lexicon.words(name)

    def _takes_of(self, tokens: tuple[Token, ...], first: int, last: int, word: str) -> bool:
        if word in {"at", "in"}:
            return word == "at" and self.lexicon.has(tokens[first].text, "of_heads")
        heads = (last - 1, first) if word in {"for", "on"} else (last - 1,)
        return any(self.lexicon.has(tokens[index].text, "of_heads") for index in heads)
