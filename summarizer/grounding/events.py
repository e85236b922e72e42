"""Events: their evidence, parties, time, place, quantities and status."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from summarizer.draft import DraftEvent
from summarizer.grounding.cast import Cast
from summarizer.grounding.caveats import Caveats
from summarizer.grounding.citing import cite
from summarizer.grounding.guard import parties_are_swapped
from summarizer.grounding.places import place_in
from summarizer.grounding.quantities import find_quantities
from summarizer.grounding.reading import Reading
from summarizer.grounding.status import denial_of_report, status_of
from summarizer.grounding.times import FoundTime, anchor_of, time_of
from summarizer.grounding.wording import supported
from summarizer.grounding.words import base_language
from summarizer.ontology import EventType, Status, quad_of
from summarizer.schema import Event, Evidence, Quantity

TAKEN_PLACE: Final = ("occurred", "ongoing")


@dataclass
class EventGrounder:
    """Grounds the events of one article, in order."""

    reading: Reading
    cast: Cast
    caveats: Caveats

    def ground(self, drafts: list[DraftEvent]) -> list[Event]:
        """The events that the article supports, each once, numbered in text order."""
        found: list[Event] = []
        for draft in drafts:
            event = self._event(draft)
            if event is not None and not any(told_twice(event, other) for other in found):
                found.append(event)
        found.sort(key=lambda event: event.evidence[0].start)
        return [e.model_copy(update={"id": f"e{n}"}) for n, e in enumerate(found, start=1)]

    def _event(self, draft: DraftEvent) -> Event | None:
        evidence = cite(self.reading.article, draft.sentences, "/events", self.caveats)
        if not evidence:
            self.caveats.add("event_dropped", "/events", f"no evidence for: {draft.description}")
            return None
        first = evidence[0].sentence
        told = self._status(draft.description, first)
        description = supported(
            draft.description,
            evidence,
            self.reading,
            "/events",
            self.caveats,
            status=told or draft.status,
        )
        if description is None:
            description = self.reading.body(first)
            told = self._status(description, first)
        time = self._time(description, first, told)
        actors, recipients = self._sides(draft, description, evidence)
        return Event(
            id="e1",
            description=description,
            type=draft.type,
            mode=self._mode(draft.type, first),
            quad=quad_of(draft.type),
            actors=actors,
            recipients=recipients,
            time=time.promised() if time else None,
            place=place_in(self.reading, first),
            quantities=self._quantities(evidence),
            status=told or self._by_day(draft.status, time),
            evidence=evidence,
        )

    def _status(self, description: str, number: int) -> Status | None:
        """What the wording says of that part of the sentence, if it or the next says anything."""
        told = status_of(self.reading.body(number), description, self.reading.language)[0]
        taken_place = told is None or told in TAKEN_PLACE
        return "denied" if taken_place and self._is_denied_next(number) else told

    def _is_denied_next(self, number: int) -> bool:
        """Whether somebody reports it, and the next sentence denies it."""
        following = self.reading.article.sentence(number + 1)
        if following is None or following.boilerplate is not None:
            return False
        reported = any(number in found.sentences for found in self.reading.statements)
        return reported and denial_of_report(following.text, self.reading.language) is not None

    def _by_day(self, drafted: Status, time: FoundTime | None) -> Status:
        """The drafted status, but what is still to come on the article's day is planned."""
        return "planned" if drafted in TAKEN_PLACE and self._is_to_come(time) else drafted

    def _is_to_come(self, time: FoundTime | None) -> bool:
        anchor = anchor_of(self.reading.article)
        if anchor is None or time is None or time.value is None:
            return False
        return time.granularity in ("day", "time") and time.value[:10] > anchor.day.isoformat()

    def _mode(self, event_type: EventType, number: int) -> str | None:
        """The mode that the sentence's own words show for this type."""
        for happening in self.reading.happenings:
            if happening.sentence == number:
                for candidate in happening.types:
                    if candidate.type == event_type and candidate.mode is not None:
                        return candidate.mode
        return None

    def _time(self, description: str, number: int, told: Status | None) -> FoundTime | None:
        """The event's time. A day to come is none for what is told as having taken place."""
        sentence = self.reading.article.sentences[number - 1]
        times = self.reading.times.get(number, [])
        return time_of(
            description,
            sentence.text,
            [t for t in times if told not in TAKEN_PLACE or not self._is_to_come(t)],
            offset=sentence.start,
            language=self.reading.language,
        )

    def _parties(self, names: list[str], near: int) -> list[str]:
        ids = [self.cast.id_of(name, near) for name in names]
        return list(dict.fromkeys(party for party in ids if party is not None))

    def _sides(
        self, draft: DraftEvent, description: str, evidence: list[Evidence]
    ) -> tuple[list[str], list[str]]:
        """Who did it and to whom; turned round where the words have it the other way round."""
        first = evidence[0].sentence
        actors = self._parties(draft.actors, first)
        recipients = [p for p in self._parties(draft.recipients, first) if p not in actors]
        if base_language(self.reading.language) != "en" or not actors or not recipients:
            return actors, recipients
        texts = [description, *(self.reading.body(e.sentence) for e in evidence)]
        did, undergone = ([self.cast.forms_of(p) for p in side] for side in (actors, recipients))
        if not parties_are_swapped(texts, did, undergone):
            return actors, recipients
        message = f"turned round, as its words have it: {description}"
        self.caveats.add("swapped_parties", "/events", message)
        return self._named(recipients, texts), self._named(actors, texts)

    def _named(self, parties: list[str], texts: list[str]) -> list[str]:
        """Those whom the words name; of a draft that had the sides wrong no more is believed."""
        said = "\n".join(texts)
        return [p for p in parties if any(form in said for form in self.cast.forms_of(p))]

    def _quantities(self, evidence: list[Evidence]) -> list[Quantity]:
        times = [span for e in evidence for span in self.reading.times.get(e.sentence, [])]
        return [
            quantity
            for e in evidence
            for quantity in find_quantities(e.quote, offset=e.start, language=self.reading.language)
            if not any(t.start <= quantity.start < t.end for t in times)
            and not self._in_dateline(quantity)
        ]

    def _in_dateline(self, quantity: Quantity) -> bool:
        dateline = self.reading.article.dateline
        return dateline is not None and dateline[0] <= quantity.start < dateline[1]


def told_twice(one: Event, other: Event) -> bool:
    """Whether it is one event: of one type, in words that contain the other's."""
    first, second = one.description.casefold(), other.description.casefold()
    return one.type == other.type and (first in second or second in first)
