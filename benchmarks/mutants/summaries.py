"""Correct summaries of our own gold articles: what rules find, and sentences written by hand."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Final

from summarizer._version import __version__
from summarizer.article import Metadata, build_article
from summarizer.evaluation.gold import article_of, load_gold
from summarizer.grounding import (
    Grounded,
    Reading,
    ground,
    likely_actors,
    propose,
    read_article,
)
from summarizer.schema import ArticleSummary, Evidence, PromptRecord, Run, Usage
from summarizer.scoring import GoldArticle

ROOT: Final = Path(__file__).parents[2]
GOLD: Final = (ROOT / "tests/gold/dev.jsonl", ROOT / "benchmarks/gold/report.jsonl")
CLAIMS: Final = Path(__file__).with_name("claims.toml")
_NOTHING: Final = f"sha256:{'0' * 64}"


@dataclass(frozen=True)
class Story:
    """One gold article, read, with the summary that the rules alone make of it."""

    id: str
    reading: Reading
    summary: ArticleSummary

    @property
    def text(self) -> str:
        """The article's text and title: all that it says."""
        return f"{self.reading.article.metadata.title or ''}\n{self.reading.article.text}"

    @property
    def language(self) -> str:
        """The article's language."""
        return self.reading.language or "en"

    @property
    def names(self) -> tuple[tuple[str, ...], ...]:
        """For each actor the forms of its name."""
        return tuple((actor.name, *actor.aliases) for actor in self.summary.actors)

    @property
    def people(self) -> tuple[str, ...]:
        """The full names of the people."""
        return tuple(actor.name for actor in self.summary.actors if actor.kind == "person")

    def evidence(self, piece: str) -> Evidence:
        """The sentence that holds a piece of the text."""
        article = self.reading.article
        at = article.text.index(piece)
        number = next(s.number for s in article.sentences if s.start <= at < s.end)
        return article.evidence(number)


@dataclass(frozen=True)
class Claim:
    """A correct sentence about a story, and what bears it out."""

    story: Story
    text: str
    evidence: Evidence


@cache
def stories() -> tuple[Story, ...]:
    """All gold articles with their summaries."""
    return tuple(_story(gold) for path in GOLD for gold in load_gold(path))


@cache
def claims() -> tuple[Claim, ...]:
    """All sentences of claims.toml, in its order."""
    known = {story.id: story for story in stories()}
    table = tomllib.loads(CLAIMS.read_text(encoding="utf-8"))
    return tuple(
        Claim(known[name], text, known[name].evidence(piece))
        for name, part in table.items()
        for piece, text in part["claims"]
    )


def clauses() -> Iterator[Claim]:
    """What the rules found to happen, in the articles' own words."""
    for story in stories():
        for event in story.summary.events:
            if event.status == "occurred":
                yield Claim(story, event.description, event.evidence[0])


def sentences() -> Iterator[Claim]:
    """The articles' own sentences, as a careful summary may repeat them."""
    for story in stories():
        for sentence in story.reading.article.content:
            text = story.reading.body(sentence.number)
            yield Claim(story, text, story.reading.article.evidence(sentence.number))


def references() -> Iterator[tuple[Story, str]]:
    """The sentences of the reference summaries, which rest on any of their article's sentences."""
    known = {story.id: story for story in stories()}
    for gold in (gold for path in GOLD for gold in load_gold(path)):
        story = known[gold.id]
        language = Metadata(language=story.language)
        for summary in gold.gold.summary or []:
            for sentence in build_article(summary, language).sentences:
                yield story, sentence.text


def _story(gold: GoldArticle) -> Story:
    reading = read_article(article_of(gold))
    found = ground(propose(reading), reading, candidates=likely_actors(reading))
    return Story(gold.id, reading, assembled(reading, found))


def assembled(reading: Reading, found: Grounded) -> ArticleSummary:
    """The summary of what was found, as no model made it."""
    items = [*found.gist, *found.actors, *found.statements, *found.stances, *found.events]
    items += [found.headline] if found.headline is not None else []
    cited = {evidence.sentence for item in items for evidence in item.evidence}
    unused = [s.number for s in reading.article.content if s.number not in cited]
    return ArticleSummary(
        article=reading.article.record(unused),
        headline=found.headline,
        gist=found.gist,
        actors=found.actors,
        statements=found.statements,
        stances=found.stances,
        events=found.events,
        warnings=found.warnings,
        run=_run(),
    )


def _run() -> Run:
    return Run(
        summarizer=__version__,
        model="none",
        plan="rules",
        prompt=PromptRecord(name="none", fingerprint=_NOTHING),
        schema_fingerprint=_NOTHING,
        sampling={},
        usage=Usage(),
        seconds=0,
        created=datetime(2026, 1, 1, tzinfo=UTC),
    )
