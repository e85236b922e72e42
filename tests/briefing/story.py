"""Four short articles on one incident, as summaries: a report, its copy, another, a follow-up."""

from __future__ import annotations

from summarizer.schema import ArticleSummary
from tests.merging.made import Telling

BODY = (
    "A footbridge over the Velda collapsed in Orsand on Friday, killing 11 people.",
    "The Bridge Workers' Union blamed the Transport Ministry for rusted cables.",
    "Divers will search the river below the bridge on Saturday.",
)


def report(head: str = "Footbridge collapse kills 11", publisher: str = "Herald") -> Telling:
    """The first report, or its copy under another headline."""
    told = Telling(head, *BODY, publisher=publisher, id=publisher)
    union = told.actor("Bridge Workers' Union", "organization")
    ministry = told.actor("Transport Ministry", "organization")
    told.event(
        "A footbridge over the Velda collapsed in Orsand on Friday",
        2,
        when=("on Friday", "2034-03-03"),
    )
    told.event("killing 11 people", 2)
    told.event(
        "The Bridge Workers' Union blamed the Transport Ministry for rusted cables",
        3,
        type="ACCUSE",
        actors=[union],
        recipients=[ministry],
    )
    told.event(
        "Divers will search the river below the bridge on Saturday",
        4,
        when=("on Saturday", "2034-03-04"),
        status="planned",
    )
    told.stance(union, "Transport Ministry", "against", 3, target_actor=ministry)
    return told


def other() -> Telling:
    """A report by somebody else, with another number."""
    told = Telling(
        "At least 14 dead in Orsand",
        "At least 14 people died when a footbridge over the Velda collapsed on Friday.",
        "Mayor Sena Holt cancelled the regatta of Orsand.",
        "It is not known how many people were on the bridge.",
        publisher="Radio Velda",
        id="radio",
    )
    mayor = told.actor("Sena Holt", "person", "Mayor")
    told.event("At least 14 people died", 2)
    told.event(
        "a footbridge over the Velda collapsed on Friday", 2, when=("on Friday", "2034-03-03")
    )
    told.event("Mayor Sena Holt cancelled the regatta", 3, actors=[mayor])
    return told


def follow_up() -> Telling:
    """The next day: the toll is revised, the minister resigns, two sides on one issue."""
    told = Telling(
        "Minister resigns over Orsand bridge",
        "Transport Minister Karel Vond resigned on Saturday after the Orsand footbridge collapse.",
        "The number of dead was revised to 17 people.",
        "Rina Solt of the Bridge Workers' Union demanded an independent inquiry.",
        "The Transport Ministry opposes an independent inquiry.",
        published="2034-03-04",
        publisher="Herald",
        id="follow-up",
    )
    minister = told.actor("Karel Vond", "person", "Transport Minister")
    solt = told.actor("Rina Solt")
    ministry = told.actor("Transport Ministry", "organization")
    told.event(
        "Transport Minister Karel Vond resigned on Saturday",
        2,
        when=("on Saturday", "2034-03-04"),
        type="RETREAT",
        mode="resign",
        actors=[minister],
    )
    told.event("The number of dead was revised to 17 people", 3)
    told.stance(solt, "an independent inquiry", "favor", 4)
    told.stance(ministry, "an independent inquiry", "against", 5)
    return told


def incident() -> list[ArticleSummary]:
    """All four."""
    copy = report("Eleven die as bridge gives way", "Post")
    return [told.summary() for told in (report(), copy, other(), follow_up())]
