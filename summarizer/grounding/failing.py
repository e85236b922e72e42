"""What of a draft does not hold: enough to ask for it again, alone, with its sentences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal, TypeVar

from summarizer.article import Article
from summarizer.draft import Draft, DraftSentence
from summarizer.grounding.citing import rests_on_order
from summarizer.grounding.nearest import nearest_sentences

D = TypeVar("D")

Part = Literal["gist", "events"]
"""Lists of the draft whose texts a model words itself; a stance has no words to mend."""

_CANDIDATES: Final = 3
"""Sentences that are shown with an item."""


@dataclass(frozen=True, slots=True)
class Flaw:
    """What is wrong with a text: the code of a warning, and its words."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Failing:
    """A text of a draft that its evidence does not bear out."""

    part: Part
    index: int
    """Where it stands in that list of the draft."""
    text: str
    why: str
    candidates: tuple[int, ...]
    """Numbers of the sentences that may bear it out."""


@dataclass
class Failures:
    """The failing texts of one draft, in order."""

    article: Article
    items: list[Failing] = field(default_factory=list)

    def add(
        self, part: Part, index: int, text: str, flaws: Sequence[str], cited: Sequence[int]
    ) -> None:
        """Note one, unless it was noted, no sentence speaks of it, or it obeys an order."""
        candidates = nearest_sentences(self.article, text, _CANDIDATES, cited)
        known = any(one.part == part and one.text == text for one in self.items)
        if candidates and not known and not rests_on_order(self.article, cited):
            self.items.append(Failing(part, index, text, "; ".join(flaws), candidates))


def amended(draft: Draft, answers: Mapping[Failing, DraftSentence]) -> Draft:
    """The draft with other words and sentences for what failed; without what has no words left."""
    found = {(failing.part, failing.index): answer for failing, answer in answers.items()}

    def changed(part: Part, items: list[D], name: str) -> list[D]:
        kept = []
        for index, item in enumerate(items):
            answer = found.get((part, index))
            if answer is not None and not answer.text.strip():
                continue
            kept.append(item if answer is None else _reworded(item, name, answer))
        return kept

    return draft.model_copy(
        update={
            "gist": changed("gist", draft.gist, "text"),
            "events": changed("events", draft.events, "description"),
        }
    )


def _reworded(item: D, name: str, answer: DraftSentence) -> D:
    """The drafted item with these words under that name."""
    copy: D = item.model_copy(update={name: answer.text, "sentences": answer.sentences})  # type: ignore[attr-defined]  # any part of a draft
    return copy
