"""One sentence with everything that reads it."""

from __future__ import annotations

from dataclasses import dataclass, field

from summarizer.grounding.happenings.english.arguments import Argument, ObjectReader
from summarizer.grounding.happenings.english.extent import ExtentReader
from summarizer.grounding.happenings.english.parties import PartyReader
from summarizer.grounding.happenings.english.roles import RoleReader
from summarizer.grounding.happenings.english.subjects import SubjectReader
from summarizer.grounding.happenings.english.syntax import Syntax
from summarizer.grounding.happenings.english.verb_group import VerbGroup
from summarizer.grounding.happenings.model import Candidate
from summarizer.grounding.happenings.triggers import (
    Trigger,
    TriggerTable,
    further_stem,
    noun_stem,
)

_FOLLOWING = 8


@dataclass
class Frame:
    """What the readers of verbs and nouns share."""

    syntax: Syntax
    triggers: TriggerTable
    parties: PartyReader
    article_text: str
    headline: bool = False
    """Whether the sentence is a headline, whose present tense tells what happened."""
    used: set[int] = field(default_factory=set)
    """First tokens of verb groups that an event has taken."""
    absorbed: dict[int, VerbGroup] = field(default_factory=dict)
    """What a verb asks for, denies or promises, by its first token."""
    added: dict[int, list[Candidate]] = field(default_factory=dict)
    """Types that the noun after a verb brings to its event, by the verb's first token."""

    def __post_init__(self) -> None:
        self.objects = ObjectReader(self.syntax)
        speaking = self.triggers.stems("speech") | self.triggers.stems("speech_acts")
        self.subjects = SubjectReader(self.syntax, self.objects, speaking)
        self.extents = ExtentReader(self.syntax)
        self.roles = RoleReader(
            self.syntax, self.subjects, self.objects, self.parties, self.triggers
        )
        self.further = [further_stem(token.text) for token in self.syntax.scene.tokens]
        self.noun_stems = [noun_stem(token.text) for token in self.syntax.scene.tokens]

    def following(self, index: int) -> list[str]:
        """Stems from a token on, up to the end of the clause."""
        words: list[str] = []
        for at in range(index, min(index + _FOLLOWING, len(self.further))):
            tag = self.syntax.tag(at)
            if tag in ("punct", "sub") or (tag == "conj" and self.extents.joins_clause(at)):
                break
            words.append(self.further[at])
        return words

    def listed(self, group: VerbGroup, name: str) -> bool:
        """Whether a verb, alone or with a small word after it, stands in a list."""
        stems = {group.stem, *(f"{group.stem}_{word}" for word in self.following(group.last)[:2])}
        return not stems.isdisjoint(self.triggers.stems(name))

    def begin(self, group: VerbGroup) -> tuple[Argument | None, int]:
        """The subject, and where the clause begins without one: at the governing verbs."""
        current = group
        while current.kind == "infinitive":
            before = self.subjects.governor(current)
            if before is None or before.stem not in self.triggers.stems("control"):
                break
            current = before
        return self.subjects.subject(current), current.first

    def decided(self, trigger: Trigger, clause: tuple[int, int]) -> tuple[Candidate, ...]:
        """What a trigger means in its clause and sentence."""
        whole = self.text((0, len(self.syntax.tags)))
        return self.triggers.decided(trigger, self.text(clause), whole)

    def text(self, clause: tuple[int, int]) -> str:
        """The words of a clause."""
        start, end = self.syntax.scene.span(*clause)
        return self.article_text[start:end]
