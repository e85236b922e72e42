"""From a run of capitalised words to names: openings, titles and offices set apart."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.grounding.names.countries import Atlas
from summarizer.grounding.names.fold import is_acronym
from summarizer.grounding.names.lexicon import Lexicon
from summarizer.grounding.names.openings import Trimmer
from summarizer.grounding.names.runs import Run
from summarizer.grounding.names.words import Reading

_HEADS = ("organizations", "places", "things")


class Splitter:
    """Takes the runs of one article apart, by word lists and by what the text shows elsewhere."""

    def __init__(self, reading: Reading, lexicon: Lexicon, atlas: Atlas) -> None:
        self.reading = reading
        self.lexicon = lexicon
        self.atlas = atlas
        self.trimmer = Trimmer(reading, lexicon, atlas)

    def split(self, run: Run) -> Iterator[Run]:
        """The names in a run, from left to right."""
        rest = self.trimmer.trim(run)
        if rest is not None:
            for part in self._after_office(rest):
                yield from self._by_title(part)

    # Titles and offices

    def _after_office(self, run: Run) -> list[Run]:
        """Part a run that begins inside an office, "State Antony Blinken" after "Secretary of"."""
        tokens, index = run.line.tokens, run.first - 1
        if index >= 0 and self.lexicon.exactly(tokens[index].text, "article"):
            index -= 1
        bare = self.lexicon.words("loose_titles") and index >= 0
        if bare and self.lexicon.has(tokens[index].text, "titles"):
            cut = self._after_head(run)
            return [run.cut(0, cut), run.cut(cut, len(run.tokens))] if cut else [run]
        inside = index > 0 and tokens[index].text in self.lexicon.words("offices")
        if not inside or not self.lexicon.has(tokens[index - 1].text, "titles", "people"):
            return self._at_surname(run)
        count = 0
        while count < len(run.tokens) and self.lexicon.exactly(run.tokens[count].text, "fields"):
            count += 1
        if count == 0:
            cut = self._where_person_begins(run)
            return [run.cut(0, cut), run.cut(cut, len(run.tokens))] if cut else [run]
        return [run.cut(count, len(run.tokens))] if count < len(run.tokens) else []

    def _at_surname(self, run: Run) -> list[Run]:
        """Part "Velden University Ada Grey" if Grey is also named alone."""
        cut = self._after_head(run)
        known = cut and self.trimmer.alone[run.tokens[-1].text.casefold()] > 0
        return [run.cut(0, cut), run.cut(cut, len(run.tokens))] if known else [run]

    def _after_head(self, run: Run) -> int:
        """Where two or three words begin after an organisation's last head; 0 if nowhere."""
        words = [token.text for token in run.tokens]
        known = self.lexicon.exactly if self.lexicon.language == "en" else self.lexicon.has
        heads = [i for i, w in enumerate(words) if known(w, "organizations")]
        fits = heads and len(words) - heads[-1] - 1 in {2, 3} and not self._is_unit(run)
        return heads[-1] + 1 if fits else 0

    def _where_person_begins(self, run: Run) -> int:
        """Where the name starts in "Lima Ada Grey" or "Velden Council Ada Grey"; 0 if nowhere."""
        words = [token.text for token in run.tokens]
        for count in (3, 2, 1):
            place = " ".join(words[:count])
            known = self.atlas.code(place) or self.atlas.code(place, "capital")
            if known and len(words) - count >= 2:
                return count
        after = self._after_head(run)
        if after:
            return after
        again = len(words) > 4 and self.trimmer.alone[words[-1].casefold()] > 0
        return len(words) - 2 if again and self._is_unit(run) else 0

    def _by_title(self, run: Run) -> Iterator[Run]:
        """Part a run at its last title, if a person's name can follow it."""
        if self._is_people_of_known(run):
            yield run.cut(0, 1)
            run = run.cut(1, len(run.tokens))
        words = run.tokens
        last = len(words) - 1
        if self._is_title(words[last].text) and not self._is_unit(run):
            yield from self._office_alone(run)
            return
        for index in range(last - 1, -1, -1):
            if self._is_title(words[index].text) and self._opens_person(run, index):
                yield from self._prefix(run.cut(0, index))
                start = index + (2 if words[index + 1].text == "." else 1)
                if start <= last:
                    yield run.cut(start, last + 1)
                return
        yield run

    def _is_people_of_known(self, run: Run) -> bool:
        """Whether it is "Norwegian NATO": a people before an organisation of the tables."""
        first, rest = run.tokens[0].text, " ".join(t.text for t in run.tokens[1:])
        people = self.atlas.code(first, "people") or self.lexicon.exactly(first, "peoples")
        whole = self.atlas.code(f"{first} {rest}", "organization")
        return bool(people and rest and self.atlas.code(rest, "organization") and not whole)

    def _is_title(self, word: str) -> bool:
        return self.lexicon.has(word, "titles", "honorifics")

    def _is_unit(self, run: Run) -> bool:
        return any(t.text in self.lexicon.words("inside") for t in run.tokens)

    def _opens_person(self, run: Run, index: int) -> bool:
        rest = run.tokens[index + 1 :]
        if self.lexicon.exactly(rest[0].text, "not_after_title", "name_tails"):
            return False
        royal = self.lexicon.exactly(run.tokens[index].text, "name_titles")
        heads = _HEADS if len(rest) > 2 or (royal and len(rest) > 1) else ("organizations",)
        return not self.lexicon.has(rest[-1].text, *heads) and rest[
            0
        ].text not in self.lexicon.words("inside")

    def _office_alone(self, run: Run) -> Iterator[Run]:
        """Take nothing from "Home Secretary", all of "Stephen King", "NASA" from "NASA Chief"."""
        words = run.tokens
        if len(words) == 1:
            if self.lexicon.exactly(words[0].text, "name_titles") and self._is_surname(
                words[0].text
            ):
                yield run
            return
        if self.lexicon.exactly(words[-1].text, "name_titles") and not self._is_office_word(
            words[0].text
        ):
            yield run
            return
        yield from self._prefix(run.cut(0, len(words) - 1))

    def _is_surname(self, word: str) -> bool:
        small = word.casefold()
        return any(
            second == small and not self._is_office_word(first)
            for first, second in self.trimmer.pairs
        )

    def _is_office_word(self, word: str) -> bool:
        known = self.lexicon.has(word, "role_modifiers", "titles", "honorifics", "organizations")
        return (
            known
            or self.trimmer.is_place_or_people(word)
            or self.lexicon.exactly(word, "determiners")
        )

    def _prefix(self, run: Run) -> Iterator[Run]:
        """What stands before a title: kept if it is an organisation, a state or a people."""
        count = len(run.tokens)
        while count and (
            self.lexicon.exactly(run.tokens[count - 1].text, "role_modifiers")
            or self._is_title(run.tokens[count - 1].text)
        ):
            if self.lexicon.exactly(run.tokens[count - 1].text, "organizations") and count > 1:
                break
            count -= 1
        if count == 0:
            return
        part = run.cut(0, count)
        first, last = part.tokens[0].text, part.tokens[-1].text
        named = is_acronym(last) or self.lexicon.has(last, "organizations")
        text = " ".join(t.text for t in part.tokens)
        if (
            named
            or self.trimmer.is_place_or_people(text)
            or self.reading.middle[first.casefold()] > 1
        ):
            yield part
