"""The mutation suite: correct summaries made wrong, one token at a time, and what is caught."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from random import Random
from typing import Any, Final

from benchmarks.mutants import figures, naming, reversing
from benchmarks.mutants.records import exchanged_parties, wrong_records
from benchmarks.mutants.sentence import Mutator, Sentence
from benchmarks.mutants.summaries import (
    Claim,
    Story,
    claims,
    clauses,
    references,
    sentences,
    stories,
)
from benchmarks.mutants.swapping import swapped
from summarizer.grounding.caveats import Caveats
from summarizer.grounding.wording import supported
from summarizer.schema import Evidence
from summarizer.validation.check import check

SEED: Final = 2031
MUTATORS: Final[dict[str, Mutator]] = {
    "digits": figures.digits,
    "dates": figures.dates,
    "money": figures.money,
    "negation added": reversing.denied,
    "negation dropped": reversing.undenied,
    "accept and reject": reversing.opposite,
    "actor and recipient": swapped,
    "names": naming.names,
    "titles": naming.titles,
}
TARGETS: Final = {
    "quotes, offsets, ids": 1.0,
    **dict.fromkeys(("digits", "dates", "money"), 0.97),
    **dict.fromkeys(("negation added", "negation dropped", "accept and reject"), 0.97),
    "actor and recipient": 0.90,
    "parties of events": 0.90,
    **dict.fromkeys(("names", "titles"), 0.99),
}
"""Shares that must be caught; a class without one is only reported."""
FALSE_ALARMS: Final = 0.02


@dataclass
class Count:
    """What became of one class of mutants."""

    made: int = 0
    by_validate: int = 0
    by_summarize: int | None = None
    """What the check within `summarize` finds; None where it makes no such records."""
    missed: list[str] = field(default_factory=list)

    def add(self, shown: str, *, validate: bool, summarize: bool | None = None) -> None:
        """Count one mutant, and keep it if anything missed it."""
        self.made += 1
        self.by_validate += validate
        if summarize is not None:
            self.by_summarize = (self.by_summarize or 0) + summarize
        if not validate or summarize is False:
            self.missed.append(shown)

    @property
    def share(self) -> float:
        """The share that the weaker of the two checks catches."""
        caught = min(
            self.by_validate, self.by_validate if self.by_summarize is None else self.by_summarize
        )
        return caught / self.made if self.made else 0.0


Seen = tuple[bool, bool]
"""Whether `validate` and the check within `summarize` object to a sentence."""


def run(*, share: float = 1.0, seed: int = SEED) -> dict[str, Count]:
    """All classes; `share` takes a seeded part of the stories and sentences."""
    chance = Random(seed)  # noqa: S311  # reproducible, not secret
    counts: dict[str, Count] = {}
    _records(counts, chance, share)
    told = [claim for claim in claims() if chance.random() < share]
    cut = [claim for claim in clauses() if chance.random() < share / 2]
    for claim in (*told, *cut):
        _sentence(counts, claim, chance, MUTATORS)
    for claim in (claim for claim in sentences() if chance.random() < share):
        _sentence(counts, claim, chance, {"actor and recipient": swapped})
    for claim in told:
        _neighbour(counts, claim)
        _alarm(counts, "false alarms", claim.story, claim.text, [claim.evidence])
    for story, text in references():
        if chance.random() < share:
            article = story.reading.article
            everything = [article.evidence(sentence.number) for sentence in article.content]
            _alarm(counts, "false alarms, reference summaries", story, text, everything)
    return counts


def _records(counts: dict[str, Count], chance: Random, share: float) -> None:
    for story in stories():
        if not story.summary.events:
            continue
        correct = _problems(story.summary.model_dump(mode="json", by_alias=True))
        for record in wrong_records(story, chance, each=2):
            if chance.random() < share:
                found = bool(_problems(record) - correct)
                counts.setdefault("quotes, offsets, ids", Count()).add(story.id, validate=found)
        for record in exchanged_parties(story) if story.language == "en" else ():
            found = any(one.code == "swapped_parties" for one in check_record(record))
            counts.setdefault("parties of events", Count()).add(story.id, validate=found)


def _sentence(
    counts: dict[str, Count], claim: Claim, chance: Random, mutators: dict[str, Mutator]
) -> None:
    given = sentence_of(claim)
    for name, mutate in mutators.items():
        for text in dict.fromkeys(mutate(given, chance)):
            if text != claim.text:
                seen = look(claim.story, text, [claim.evidence])
                count = counts.setdefault(name, Count())
                count.add(f"{text}  <  {claim.evidence.quote}", validate=seen[0], summarize=seen[1])


def _alarm(
    counts: dict[str, Count], name: str, story: Story, text: str, evidence: list[Evidence]
) -> None:
    seen, count = look(story, text, evidence), counts.setdefault(name, Count())
    count.made += 1
    count.by_validate += seen[0]
    count.by_summarize = (count.by_summarize or 0) + seen[1]
    count.missed += [f"{story.id}: {text}"] if any(seen) else []


def _neighbour(counts: dict[str, Count], claim: Claim) -> None:
    article = claim.story.reading.article
    after = [s.number for s in article.content if s.number > claim.evidence.sentence]
    if after:
        seen = look(claim.story, claim.text, [article.evidence(after[0])])
        counts.setdefault("neighbour cited", Count()).add(
            claim.text, validate=seen[0], summarize=seen[1]
        )


def sentence_of(claim: Claim) -> Sentence:
    """A claim as the mutators see it."""
    story = claim.story
    return Sentence(
        text=claim.text,
        evidence=claim.evidence.quote,
        language=story.language,
        article=story.text,
        people=story.people,
        parties=story.names,
    )


def look(story: Story, text: str, evidence: list[Evidence]) -> Seen:
    """Let both checks look at a sentence with its evidence."""
    record = story.summary.model_dump(mode="json", by_alias=True)
    record |= {name: [] for name in ("statements", "stances", "events", "warnings")}
    record |= {
        "headline": None,
        "gist": [{"text": text, "evidence": [one.model_dump() for one in evidence]}],
    }
    by_validate = any(one.path.startswith("/gist/0") for one in check_record(record))
    kept = supported(text, evidence, story.reading, "/gist", Caveats())
    return by_validate, kept is None


def check_record(record: dict[str, Any]) -> list[Any]:
    """What `validate` finds in a record."""
    return check(json.dumps(record).encode(), "mutant.json").problems


def _problems(record: dict[str, Any]) -> set[tuple[str, str]]:
    """What is found in a record, each as its code and place."""
    return {(one.code, one.path) for one in check_record(record)}
