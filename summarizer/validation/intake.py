"""Summaries written by hand or elsewhere: what code can add to them, and what only a person can.

Positions are looked up from words; hashes, sentences and ids are derived. Nothing is made up: a
quote that is not found stays without positions and is reported.
"""

from __future__ import annotations

import copy
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, Final

from summarizer.errors import InputError
from summarizer.grounding.quotes import QuoteMatch, SearchText, find_quote
from summarizer.validation.document import LISTS
from summarizer.validation.edits import put
from summarizer.validation.evidence import CODES, where
from summarizer.validation.problem import Edit, Problem, pointer
from summarizer.validation.texts import hash_of

_LETTERS: Final = {"actors": "a", "statements": "q", "stances": "s", "events": "e"}


class Intake:
    """A copy of a summary's value, completed as far as code can, with what was missing."""

    def __init__(
        self,
        value: Mapping[str, Any],
        text: SearchText | None,
        others: Iterable[tuple[str, SearchText]],
    ) -> None:
        self.value: dict[str, Any] = copy.deepcopy(dict(value))
        self.problems: list[Problem] = []
        self.open_paths: list[str] = []
        """Where placeholders stand for what was not found: reported already, not to be checked."""
        self.text = text
        self._others = others
        self._article()
        self._ids()
        for path, item in self._items():
            self._evidence(path, item)
            for name in ("time", "place"):
                self._words(f"{path}/{name}", item.get(name))

    def _add(self, problem: Problem) -> None:
        """Note a problem and mend it; an entry that becomes several is the first until `--fix`."""
        self.problems.append(problem)
        for edit in problem.edits:
            put(self.value, Edit(edit.path, edit.values[:1]))

    def _article(self) -> None:
        article = self.value.get("article")
        if self.text is None or not isinstance(article, dict):
            return
        if not article.get("sentences"):
            self.text = self._cut(self.text)
        digest = hash_of(self.text.text)
        for name, found in {"sha256": digest, "id": f"sha256:{digest}"}.items():
            if not article.get(name):
                self._derive(f"/article/{name}", found)

    def _cut(self, text: SearchText) -> SearchText:
        """Cut the text into sentences. They count in its normal form, which takes its place."""
        from summarizer.article import build_article  # only here: it loads the whole schema

        try:
            built = build_article(text.text)
        except InputError:
            return text
        record = built.record()
        self._derive("/article/sentences", [list(span) for span in record.sentences])
        if record.boilerplate:
            self._derive("/article/boilerplate", record.boilerplate)
        if self.value["article"].get("text") and built.text != text.text:
            self._derive("/article/text", built.text)
        return SearchText(built.text)

    def _ids(self) -> None:
        for name, letter in _LETTERS.items():
            for index, item in enumerate(self._list(name)):
                if "id" not in item:
                    self._derive(pointer(name, index, "id"), f"{letter}{index + 1}")

    def _derive(self, path: str, value: Any) -> None:
        message = f"the field {path.rpartition('/')[2]!r} can be derived from what is there"
        self._add(Problem("derived_missing", path, message, edits=(Edit(path, (value,)),)))

    def _items(self) -> Iterator[tuple[str, dict[str, Any]]]:
        if isinstance(self.value.get("headline"), dict):
            yield "/headline", self.value["headline"]
        for name in LISTS:
            for index, item in enumerate(self._list(name)):
                yield pointer(name, index), item

    def _list(self, name: str) -> list[dict[str, Any]]:
        found = self.value.get(name)
        if not isinstance(found, list) or not all(isinstance(item, dict) for item in found):
            return []
        return found

    def _evidence(self, path: str, item: Mapping[str, Any]) -> None:
        stated = item.get("evidence")
        for index, entry in enumerate(stated if isinstance(stated, list) else ()):
            quote = entry.get("quote") if isinstance(entry, dict) else entry
            if not isinstance(quote, str) or not quote:
                continue
            if isinstance(entry, str) or _lacks(entry, "start", "end", "sentence"):
                self._locate(f"{path}/evidence/{index}", quote, "quote")

    def _words(self, path: str, stated: Any) -> None:
        if isinstance(stated, dict) and _lacks(stated, "start", "end"):
            words = stated.get("text")
            if isinstance(words, str) and words:
                self._locate(path, words, "text")

    def _locate(self, path: str, words: str, name: str) -> None:
        """Look for words that stand without their position."""
        if self.text is None:
            message = f'"{words}" has no position, and there is no text to look in'
            self._add(Problem("offsets_missing", path, message))
            self._leave_open(path, words, name)
            return
        found = find_quote(words, self.text, others=self._others)
        if found.match == "elided" and name == "text":
            found = QuoteMatch("unsupported")
        if found.match in ("misattributed", "unsupported"):
            message = f'"{words}" {where(found)}'
            self._add(Problem(CODES[found.match], path, message, match=found.match))
            self._leave_open(path, words, name)
            return
        message = f'"{words}" has no position; it {where(found)}'
        edits = self._positions(path, found, name)
        self._add(Problem("offsets_missing", path, message, match=found.match, edits=edits))

    def _positions(self, path: str, found: QuoteMatch, name: str) -> tuple[Edit, ...]:
        values = [self._position(start, end, name) for start, end in found.spans]
        if name == "quote":
            return (Edit(path, tuple(values)),)
        return tuple(Edit(f"{path}/{key}", (value,)) for key, value in values[0].items())

    def _position(self, start: int, end: int, name: str) -> dict[str, Any]:
        text = self.text.text if self.text is not None else ""
        found: dict[str, Any] = {name: text[start:end], "start": start, "end": end}
        if name == "quote":
            found["sentence"] = max(bisect_right(self._starts, start), 1)
        return found

    @cached_property
    def _starts(self) -> list[int]:
        article = self.value.get("article")
        spans = article.get("sentences") if isinstance(article, dict) else None
        known = spans if isinstance(spans, list) else []
        found = [span[0] for span in known if isinstance(span, list) and span]
        return [start for start in found if isinstance(start, int)]

    def _leave_open(self, path: str, words: str, name: str) -> None:
        self.open_paths.append(path)
        nowhere = {name: words, "start": 0, "end": 1}
        if name == "quote":
            put(self.value, Edit(path, ({**nowhere, "sentence": 1},)))
        else:
            for key, value in nowhere.items():
                put(self.value, Edit(f"{path}/{key}", (value,)))


def _lacks(stated: Mapping[str, Any], *names: str) -> bool:
    return any(stated.get(name) is None for name in names)
