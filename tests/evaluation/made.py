"""Summaries made by hand, as the pipeline would hand them over."""

from __future__ import annotations

from datetime import UTC, datetime

from summarizer.article import Article
from summarizer.schema import (
    Actor,
    ArticleSummary,
    Caveat,
    CitedText,
    Event,
    EventTime,
    PromptRecord,
    Run,
    Stance,
    Statement,
    Usage,
)

TEXT = (
    "Otto Feld of the Drivers' League backed the offer on Monday. "
    '"It is fair," Feld said. '
    "Mayor Ines Kaplan called the league stubborn. "
    "Drivers will vote next week."
)


def run_of(seconds: float = 2.0) -> Run:
    """A run's record with figures that tests can add up."""
    return Run(
        summarizer="0.1.0",
        model="test",
        plan="draft",
        prompt=PromptRecord(name="main", fingerprint="sha256:0"),
        schema_fingerprint="sha256:1",
        sampling={},
        usage=Usage(input=100, output=50, calls=1),
        cost=0.5,
        seconds=seconds,
        created=datetime(2031, 6, 9, tzinfo=UTC),
    )


def empty_summary(article: Article) -> ArticleSummary:
    """A summary that found nothing."""
    return ArticleSummary(article=article.record(), headline=None, run=run_of())


def full_summary(article: Article) -> ArticleSummary:
    """A summary of `TEXT` with an item of every kind."""
    where = article.text.index("next week")
    week = EventTime(
        text="next week",
        start=where,
        end=where + len("next week"),
        value="2031-W25",
        granularity="week",
        anchor="published",
        rule="the week after",
    )
    return ArticleSummary(
        article=article.record(),
        headline=None,
        gist=[
            CitedText(text="Feld backed the offer.", evidence=[article.evidence(1)]),
            CitedText(text="Drivers will vote.", evidence=[article.evidence(4)]),
        ],
        actors=[
            Actor(
                id="a1",
                name="Otto Feld",
                aliases=["Feld"],
                kind="person",
                evidence=[article.evidence(1)],
            ),
            Actor(id="a2", name="Ines Kaplan", kind="person", evidence=[article.evidence(3)]),
            Actor(
                id="a3",
                name="Drivers' League",
                kind="organization",
                evidence=[article.evidence(1)],
            ),
        ],
        statements=[
            Statement(
                id="q1", speaker="a1", kind="quoted", cue="said", evidence=[article.evidence(2)]
            )
        ],
        stances=[
            Stance(
                id="s1",
                holder="a1",
                target="the offer",
                position="favor",
                claim="Feld backed the offer",
                evidence=[article.evidence(1), article.evidence(2)],
            ),
            Stance(
                id="s2",
                holder="author",
                target="the league",
                target_actor="a3",
                position="mixed",
                claim="the league is stubborn",
                evidence=[article.evidence(3)],
            ),
        ],
        events=[
            Event(
                id="e1",
                description="Drivers will vote next week",
                type="CONSULT",
                actors=["a3"],
                recipients=["a2"],
                time=week,
                status="planned",
                evidence=[article.evidence(4)],
            )
        ],
        warnings=[Caveat(code="dropped_name", path="/actors", message="a name was dropped")],
        run=run_of(),
    )
