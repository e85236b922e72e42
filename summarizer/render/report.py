"""What the page of a summary shows: the article in pieces, items with badges, a graph, counts."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from summarizer.ontology import AUTHOR
from summarizer.render.cutting import Paragraph, paragraphs
from summarizer.render.graph import Graph, position_graph
from summarizer.render.places import page_number, text_link
from summarizer.render.wording import (
    TO_COME,
    day,
    doubt,
    kind_of_event,
    names,
    reviewed,
    run_line,
    source_line,
    status_tone,
    timeline,
    when,
)
from summarizer.safe import one_line
from summarizer.schema import (
    Actor,
    ArticleRecord,
    ArticleSummary,
    Event,
    Evidence,
    Item,
    Stance,
    Statement,
)

HUES: Final = 8
"""Colours there are for actors; past that they repeat, and the labels tell actors apart."""

MAIN: Final = 10
"""Actors of a long list that are shown at once; the others unfold."""

_WORD: Final = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Badge:
    """How an actor is marked wherever it appears."""

    actor: str
    name: str
    label: str
    hue: int


@dataclass(frozen=True, slots=True)
class Report:
    """Everything the template asks for."""

    summary: ArticleSummary
    title: str
    source: tuple[str, ...]
    paragraphs: list[Paragraph]
    badges: dict[str, Badge]
    main_actors: list[Actor]
    other_actors: list[Actor]
    """Those that a long list names last; empty where all are main ones."""
    periods: list[tuple[str, list[Event]]]
    graph: Graph | None
    run_line: str
    direction: str
    cited: int

    def badge(self, actor: str) -> Badge:
        """The badge of an actor; one without colour for the author or an unknown id."""
        return self.badges.get(actor) or Badge(actor, actor, "?", HUES)

    def citation(self, evidence: Evidence) -> str:
        """The quote with its source, to be pasted elsewhere."""
        article = self.summary.article
        title = f"“{article.title}”" if article.title else article.id
        date = day(article.published) if article.published else "no date"
        where = self.place(evidence)
        parts = [article.publisher, article.byline, title, date, where, article.url]
        return one_line(f"“{evidence.quote}” ({', '.join(part for part in parts if part)})")

    def place(self, evidence: Evidence) -> str:
        """Page, sentence and positions of a quote."""
        page = page_number(self.summary.article, evidence)
        where = f"sentence {evidence.sentence}, characters {evidence.start}–{evidence.end}"
        return where if page is None else f"page {page}, {where}"

    def link(self, evidence: Evidence) -> str | None:
        """Where the quote can be read in the published article."""
        return text_link(self.summary.article.url, evidence.quote)

    when = staticmethod(when)
    kind_of_event = staticmethod(kind_of_event)
    tone = staticmethod(status_tone)
    doubt = staticmethod(doubt)
    reviewed = staticmethod(reviewed)

    @staticmethod
    def is_quoted(words: str, item: Item) -> bool:
        """Whether the item's quotes say just these words, so that a reader needs them once."""
        said = one_line(words).rstrip(".")
        return any(said in one_line(piece.quote) for piece in item.evidence)

    @staticmethod
    def numbers(item: Item) -> list[int]:
        """The sentences that an item cites."""
        return list(dict.fromkeys(piece.sentence for piece in item.evidence))

    @staticmethod
    def involved(item: Stance | Event | Statement) -> str:
        """Ids of the actors in a stance, an event or a statement, with spaces between."""
        ids: Iterable[str | None]
        if isinstance(item, Stance):
            ids = (item.holder, item.target_actor)
        elif isinstance(item, Statement):
            ids = (item.speaker,)
        else:
            ids = (*item.actors, *item.recipients)
        return " ".join(dict.fromkeys(name for name in ids if name))


def report_on(summary: ArticleSummary) -> Report:
    """The view of a summary for the page."""
    article = summary.article
    cut = paragraphs(summary)
    main = _main_actors(summary)
    heading = summary.headline.text if summary.headline else article.title
    return Report(
        summary=summary,
        title=heading or "Untitled article",
        source=source_line(article),
        paragraphs=cut,
        badges=_badges(summary),
        main_actors=main,
        other_actors=[actor for actor in summary.actors if actor not in main],
        periods=_periods(summary.events),
        graph=position_graph(summary),
        run_line=run_line(summary.run),
        direction=_direction(article),
        cited=sum(
            not isinstance(part, str) and bool(part.cited_by)
            for paragraph in cut
            for part in paragraph.parts
        ),
    )


def _main_actors(summary: ArticleSummary) -> list[Actor]:
    """The actors that the most items involve, in the order of the article; all of a short list."""
    if len(summary.actors) <= MAIN + 2:
        return summary.actors
    items: list[Stance | Event | Statement] = [*summary.stances, *summary.events]
    items += summary.statements
    involved = Counter(actor for item in items for actor in Report.involved(item).split())
    ranked = sorted(summary.actors, key=lambda it: (-involved[it.id], -len(it.mentions)))[:MAIN]
    return [actor for actor in summary.actors if actor in ranked]


def _periods(events: Iterable[Event]) -> list[tuple[str, list[Event]]]:
    """The timeline in parts, each under its title; what happened on a known day needs none."""
    parts: dict[str, list[Event]] = {}
    for event in timeline(events):
        is_dated = event.time is not None and event.time.value is not None
        title = "" if is_dated else "Without a date"
        parts.setdefault("Yet to come" if event.status in TO_COME else title, []).append(event)
    return list(parts.items())


def _badges(summary: ArticleSummary) -> dict[str, Badge]:
    badges = {AUTHOR: Badge(AUTHOR, names(summary)[AUTHOR], "¶", HUES)}
    taken = {"¶"}
    for index, actor in enumerate(summary.actors):
        label = _label(actor.name, taken)
        taken.add(label)
        badges[actor.id] = Badge(actor.id, actor.name, label, index % HUES)
    return badges


def _label(name: str, taken: set[str]) -> str:
    """Initials that no other actor has: of capitalised words if there are any, else of all."""
    words = _WORD.findall(one_line(name)) or ["?"]
    capitalised = [word for word in words if word[0].isupper()] or words
    initials = "".join(word[0] for word in capitalised)[:2].upper()
    if len(capitalised) == 1:
        initials = capitalised[0][:2]
    label, number = initials, 2
    while label in taken:
        label, number = f"{initials}{number}", number + 1
    return label


def _direction(article: ArticleRecord) -> str:
    """Writing direction of the article, by its letters."""
    classes = [unicodedata.bidirectional(char) for char in (article.text or "")[:5000]]
    right = sum(name in {"R", "AL"} for name in classes)
    return "rtl" if right > classes.count("L") else "ltr"
