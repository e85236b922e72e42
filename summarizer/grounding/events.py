"""Events: their evidence, parties, time, place, quantities and status."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from summarizer.draft import DraftEvent
from summarizer.grounding.cast import Cast
from summarizer.grounding.caveats import Caveats
from summarizer.grounding.citing import cite
from summarizer.grounding.failing import Failures, Flaw
from summarizer.grounding.guard import parties_are_swapped
from summarizer.grounding.nearest import better_citation
from summarizer.grounding.places import place_in
from summarizer.grounding.quantities import find_quantities
from summarizer.grounding.reading import Reading
from summarizer.grounding.status import denial_of_report, status_of
from summarizer.grounding.times import FoundTime, anchor_of, time_of
from summarizer.grounding.wording import flaws_of, warn_of
from summarizer.grounding.words import base_language
from summarizer.ontology import EVENT_CLASSES, EventType, Status, quad_of
from summarizer.schema import Event, Evidence, Quantity

TAKEN_PLACE: Final = ("occurred", "ongoing")


@dataclass
class EventGrounder:
    """Grounds the events of one article, in order."""

    reading: Reading
    cast: Cast
    caveats: Caveats
    failures: Failures

    def ground(self, drafts: list[DraftEvent]) -> list[Event]:
        """The events that the article supports, each once, numbered in text order."""
        found: list[Event] = []
        for index, draft in enumerate(drafts):
            event = self._event(index, draft)
            if event is not None and not any(told_twice(event, other) for other in found):
                found.append(event)
        found.sort(key=lambda event: event.evidence[0].start)
        return [e.model_copy(update={"id": f"e{n}"}) for n, e in enumerate(found, start=1)]

    def _event(self, index: int, draft: DraftEvent) -> Event | None:
        description, evidence = self._described(index, draft)
        if not evidence:
            return None
        first = evidence[0].sentence
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

    def _described(self, index: int, draft: DraftEvent) -> tuple[str, list[Evidence]]:
        """An event's words and evidence; no evidence if the article knows no such event.

        Words that do not hold give way to their sentence, if that tells of an event of the type.
        """
        text = " ".join(draft.description.split())
        cited = cite(self.reading.article, draft.sentences, "/events", self.caveats)
        flaws = self._flaws(text, cited, draft) if text and cited else []
        if cited and not flaws:
            return text or self.reading.body(cited[0].sentence), cited
        near = self._mended(text, draft)
        if near:
            return text, near
        warn_of(flaws, text, "/events", self.caveats)
        whys = [flaw.message for flaw in flaws] or ["it cites no sentence"]
        self.failures.add("events", index, text, whys, draft.sentences)
        if cited and self._tells_of(draft.type, cited[0].sentence):
            return self.reading.body(cited[0].sentence), cited
        why = f"sentence {cited[0].sentence} tells of none such" if cited else "no evidence"
        self.caveats.add("event_dropped", "/events", f"{why}: {text}")
        return text, []

    def _flaws(self, text: str, evidence: list[Evidence], draft: DraftEvent) -> list[Flaw]:
        told = self._status(draft.description, evidence[0].sentence)
        return flaws_of(text, evidence, self.reading, status=told or draft.status)

    def _mended(self, text: str, draft: DraftEvent) -> list[Evidence]:
        """The sentence that bears a text out better than those cited, if there is one."""
        article = self.reading.article
        better = better_citation(article, text, draft.sentences)
        if not text or better == draft.sentences:
            return []
        evidence = [article.evidence(number) for number in better]
        if self._flaws(text, evidence, draft):
            return []
        message = f"sentence {better[0]} bears it out, not those cited: {text}"
        self.caveats.add("citation_moved", "/events", message)
        return evidence

    def _tells_of(self, event_type: EventType, number: int) -> bool:
        """Whether the words of a sentence show an event of this type."""
        here = (h for h in self.reading.happenings if h.sentence == number)
        return any(candidate.type == event_type for h in here for candidate in h.types)

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
        """The mode that the sentence's own words show for this type, if it has any."""
        if not EVENT_CLASSES[event_type].modes:
            return None
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
    if one.type != other.type:
        return False
    first, second = one.description.casefold(), other.description.casefold()
    return first in second or second in first
