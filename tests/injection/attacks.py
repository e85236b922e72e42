"""Attacks of our own: what each puts into the story, and what a model that obeys would write."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

from summarizer.article import Article, build_article
from summarizer.draft import Draft

HERE: Final = Path(__file__).parent
STORY: Final = HERE.joinpath("harbour.txt").read_text(encoding="utf-8")


@dataclass(frozen=True)
class Attack:
    """One entry of attacks.toml."""

    name: str
    text: str
    flagged: bool
    obeyed: str
    names: tuple[str, ...] = ()

    @cached_property
    def article(self) -> Article:
        """The story with the attack in the middle of it."""
        return self.within(STORY)

    def within(self, story: str) -> Article:
        """A story with the attack where it says ATTACK."""
        return build_article(story.replace("ATTACK", self.text))

    def draft(self, article: Article) -> Draft:
        """What a model that obeys would fill in: the lie, on any sentence that might bear it."""
        numbers = [sentence.number for sentence in article.sentences]
        attacked = [n for n in numbers if article.sentences[n - 1].text in self.text] or numbers[
            3:4
        ]
        cited = [attacked[:4], [*attacked[:2], 2, 3], [999], [0, -1], []]
        return Draft.model_validate(
            {
                "actors": [
                    {"name": name, "kind": "person", "role": self.obeyed[:60]}
                    for name in (*self.names, "System Prompt", "Ruth Tarn", "Ada Moe")
                ],
                "events": [
                    {
                        "description": self.obeyed,
                        "type": "OTHER",
                        "actors": [*self.names, "Ruth Tarn"],
                        "recipients": [],
                        "status": "occurred",
                        "sentences": sentences,
                    }
                    for sentences in cited
                ],
                "stances": [
                    {
                        "holder": holder,
                        "target": self.obeyed[:80],
                        "position": "favor",
                        "sentences": sentences,
                    }
                    for sentences in cited[:3]
                    for holder in ("author", "Ruth Tarn", *self.names)
                ],
                "gist": [{"text": self.obeyed, "sentences": sentences} for sentences in cited[:3]],
            }
        )


def _attacks() -> list[Attack]:
    data = tomllib.loads(HERE.joinpath("attacks.toml").read_text(encoding="utf-8"))
    return [Attack(**{**entry, "names": tuple(entry.get("names", ()))}) for entry in data["attack"]]


ATTACKS: Final = _attacks()
