"""How values are put into words; every view says them the same way."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Final

from summarizer.ontology import AUTHOR, Position, Status
from summarizer.render.outline import Tone
from summarizer.schema import ArticleRecord, ArticleSummary, Event, EventTime, Item, Run

LOW_MARGIN: Final = 0.2
"""Below this the second-best answer was nearly as good, and the reader is told so."""

TO_COME: Final[frozenset[Status]] = frozenset({"planned", "proposed", "threatened"})
NOT_SO: Final[frozenset[Status]] = frozenset({"cancelled", "denied"})
_DATELINE: Final = re.compile(
    r"(?:(?:[A-Z][\w .'’-]*(?:, [^—–\"“(]{2,40})?)?\([A-Z][^()]{1,40}\)\s*[—–-]+"
    r"|[A-Z]{3}[A-Z .'’-]*(?:, [^—–\"“]{2,60})?\s*[—–])\s+(?=[A-Z\d\"“])"
)
"""City, day and agency before the first sentence of a body."""
POSITION_TONES: Final[dict[Position, Tone]] = {
    "favor": "good",
    "against": "bad",
    "mixed": "mixed",
    "neutral": "plain",
}


def status_tone(status: Status) -> Tone:
    """Whether an event is still to come, called off or denied, or neither."""
    if status in TO_COME:
        return "future"
    return "gone" if status in NOT_SO else "plain"


def names(summary: ArticleSummary) -> dict[str, str]:
    """The name shown for each actor id, and for the author as holder of a stance."""
    return {AUTHOR: "The article", **{actor.id: actor.name for actor in summary.actors}}


def timeline(events: Iterable[Event]) -> list[Event]:
    """Events as a reader expects them: by date, then undated, then those still to come."""

    def place(event: Event) -> tuple[bool, bool, str]:
        value = event.time.value if event.time else None
        return (event.status in TO_COME, value is None, value or "")

    return sorted(events, key=place)


def when(time: EventTime | None) -> str:
    """The date of an event, its range, or "undated"."""
    if time is None or time.value is None:
        return "undated"
    value = time.value.replace("T", " ")
    return f"{value} – {time.value_end.replace('T', ' ')}" if time.value_end else value


def kind_of_event(event: Event) -> str:
    """Type and mode, such as "protest, strike"; OTHER says nothing and is left out."""
    return ", ".join(part.lower() for part in (event.type, event.mode) if part and part != "OTHER")


def parties(event: Event, known: dict[str, str]) -> str:
    """Who did it, and to whom: "Drivers' League → city"."""
    sides = [
        " & ".join(known.get(actor, actor) for actor in ids)
        for ids in (event.actors, event.recipients)
    ]
    if sides[1]:
        return f"{sides[0] or '?'} → {sides[1]}"
    return sides[0]


def doubt(margin: float | None) -> str:
    """A remark on an answer that barely won; empty if it was clear or not asked."""
    return f"unsure: margin {margin:.2f}" if margin is not None and margin < LOW_MARGIN else ""


def reviewed(item: Item) -> str:
    """What a person decided of the item; empty if nobody did."""
    review = item.review
    if review is None:
        return ""
    note = f": {review.note}" if review.note else ""
    return f"{review.state} by {review.by} on {day(review.at)}{note}"


def day(moment: date) -> str:
    """Year, month and day."""
    return moment.isoformat()[:10]


def without_dateline(text: str) -> str:
    """A first sentence from where it begins to tell something."""
    found = _DATELINE.match(text)
    return text[found.end() :] if found is not None and found.end() < len(text) else text


def source_line(article: ArticleRecord) -> tuple[str, ...]:
    """Publisher, byline, date and where the article is."""
    published = day(article.published) if article.published else "no date"
    parts = (article.publisher, article.byline, published, article.url or article.source)
    return tuple(part for part in parts if part)


def run_line(run: Run | None) -> str:
    """How the result was made: model, plan, tokens, time."""
    if run is None:
        return "how it was made is not told: written by hand or elsewhere"
    used = run.usage
    calls = f"{used.calls} call" + ("" if used.calls == 1 else "s")
    cost = f" · ${run.cost:.4f}" if run.cost is not None else ""
    return (
        f"{run.model} · plan {run.plan} · {used.input:,} tokens in, {used.output:,} out, "
        f"{calls} · {run.seconds:.0f} s{cost} · summarizer {run.summarizer}"
    )
