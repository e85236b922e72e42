"""A summary with every kind of item, status and position that the views tell apart."""

from __future__ import annotations

from datetime import date

from summarizer.schema import (
    Actor,
    ArticleSummary,
    Caveat,
    Event,
    Place,
    Quantity,
    Stance,
    Statement,
)
from tests.render.stories import Story, run

PILOTS = (
    "Harbour pilots in Lunde halt work over night shifts",
    "LUNDE, March 4, 2032 (Coast Courier) — Harbour pilots in Lunde walked out on Thursday, "
    "leaving 14 ships at anchor.",
    "The Pilots' Guild said the port authority had broken a promise on night shifts.",
    "“We will not sail tired,” said Mara Venn, who chairs the Guild.",
    "Port director Tomas Quill called the walkout reckless and rejected the Guild's demand.",
    "Talks planned for Friday were cancelled.",
    "Subscribe to our newsletter.",
    "The transport ministry of Orland plans to send a mediator on March 8.",
    "Rain is forecast for the coast.",
    "The ministry praised the Guild's patience after an earlier dispute last year.",
)


def pilots() -> ArticleSummary:
    """A summary with every kind of item, status and position that the views tell apart."""
    story = Story(*PILOTS)
    return ArticleSummary(
        article=story.record(
            title=PILOTS[0],
            publisher="Coast Courier",
            byline="Ida Storm",
            published=date(2032, 3, 4),
            url="https://courier.example/pilots",
            boilerplate=[7],
            unused=[9],
        ),
        headline=story.cited(PILOTS[0], 1),
        gist=[
            story.cited("Harbour pilots in Lunde walked out, leaving 14 ships at anchor.", 2),
            story.cited("The Guild says a promise on night shifts was broken.", 3),
        ],
        actors=_actors(story),
        statements=_statements(story),
        stances=_stances(story),
        events=_events(story),
        warnings=[
            Caveat(code="name_not_found", path="/actors", message="'Port Lunde' is not in the text")
        ],
        run=run(),
    )


def _actors(story: Story) -> list[Actor]:
    return [
        Actor(
            id="a1",
            name="Pilots' Guild",
            aliases=["the Guild"],
            kind="organization",
            mentions=[story.span("Pilots' Guild", 3), story.span("the Guild", 4)],
            evidence=story.evidence(3),
        ),
        Actor(
            id="a2",
            name="Mara Venn",
            kind="person",
            role="chairs the Guild",
            mentions=[story.span("Mara Venn", 4)],
            evidence=story.evidence(4),
        ),
        Actor(
            id="a3",
            name="Tomas Quill",
            kind="person",
            role="Port director",
            mentions=[story.span("Tomas Quill", 5)],
            evidence=story.evidence(5),
        ),
        Actor(
            id="a4",
            name="transport ministry of Orland",
            aliases=["The ministry"],
            kind="organization",
            mentions=[
                story.span("transport ministry of Orland", 8),
                story.span("The ministry", 10),
            ],
            evidence=story.evidence(8),
        ),
    ]


def _statements(story: Story) -> list[Statement]:
    return [
        Statement(id="q1", speaker="a1", kind="reported", cue="said", evidence=story.evidence(3)),
        Statement(id="q2", speaker="a2", kind="quoted", cue="said", evidence=story.evidence(4)),
        Statement(id="q3", speaker="a3", kind="reported", cue="called", evidence=story.evidence(5)),
    ]


def _stances(story: Story) -> list[Stance]:
    return [
        Stance(
            id="s1",
            holder="a3",
            target="the walkout",
            position="against",
            claim="Tomas Quill called the walkout reckless",
            statements=["q3"],
            margin=0.83,
            evidence=story.evidence(5),
        ),
        Stance(
            id="s2",
            holder="a4",
            target="the Guild's patience",
            target_actor="a1",
            position="favor",
            claim="The ministry praised the Guild's patience",
            margin=0.07,
            evidence=story.evidence(10),
        ),
    ]


def _events(story: Story) -> list[Event]:
    place_start, place_end = story.span("Orland", 8)
    count_start, count_end = story.span("14", 2)
    return [
        Event(
            id="e1",
            description="The transport ministry of Orland plans to send a mediator",
            type="CONSULT",
            mode="third-party",
            quad="verbal cooperation",
            actors=["a4"],
            time=story.time("March 8", 8, "2032-03-08"),
            place=Place(text="Orland", start=place_start, end=place_end),
            status="planned",
            evidence=story.evidence(8),
        ),
        Event(
            id="e2",
            description="Talks planned for Friday were cancelled",
            type="OTHER",
            time=story.time("Friday", 6, "2032-03-05"),
            status="cancelled",
            evidence=story.evidence(6),
        ),
        Event(
            id="e3",
            description="Harbour pilots in Lunde walked out on Thursday",
            type="PROTEST",
            mode="strike",
            quad="material conflict",
            actors=["a1"],
            time=story.time("on Thursday", 2, "2032-03-04"),
            quantities=[Quantity(value=14, what="ships", start=count_start, end=count_end)],
            status="occurred",
            evidence=story.evidence(2),
        ),
        Event(
            id="e4",
            description="Tomas Quill rejected the Guild's demand",
            type="REJECT",
            quad="verbal conflict",
            actors=["a3"],
            recipients=["a1"],
            status="occurred",
            margin=0.6,
            evidence=story.evidence(5),
        ),
    ]
