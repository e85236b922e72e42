"""Stories of our own: every position is found in the text, none is typed."""

from __future__ import annotations

from datetime import UTC, datetime
from hashlib import sha256

from summarizer.schema import (
    ArticleRecord,
    CitedText,
    EventTime,
    Evidence,
    PromptRecord,
    Run,
    Span,
    Usage,
)


class Story:
    """Sentences joined to one text, with spans and evidence looked up in it."""

    def __init__(self, *sentences: str, gap: str = "\n\n") -> None:
        self.text = gap.join(sentences)
        self.spans: list[Span] = []
        start = 0
        for sentence in sentences:
            self.spans.append((start, start + len(sentence)))
            start += len(sentence) + len(gap)

    def evidence(self, *numbers: int) -> list[Evidence]:
        """The whole sentences of those numbers."""
        return [
            Evidence(quote=self.text[start:end], start=start, end=end, sentence=number)
            for number in numbers
            for start, end in [self.spans[number - 1]]
        ]

    def span(self, words: str, number: int) -> Span:
        """Where the words stand in that sentence."""
        start = self.text.index(words, self.spans[number - 1][0])
        return (start, start + len(words))

    def cited(self, text: str, *numbers: int) -> CitedText:
        """A sentence of ours that rests on those sentences."""
        return CitedText(text=text, evidence=self.evidence(*numbers))

    def time(self, words: str, number: int, value: str | None) -> EventTime:
        """The words as a day, counted from the publication date."""
        start, end = self.span(words, number)
        return EventTime(
            text=words,
            start=start,
            end=end,
            value=value,
            granularity="day",
            anchor="published" if value else None,
            rule="test",
        )

    def record(self, **known: object) -> ArticleRecord:
        """The article as a summary keeps it."""
        digest = sha256(self.text.encode(errors="replace")).hexdigest()
        told: dict[str, object] = {
            "id": f"sha256:{digest}",
            "sha256": digest,
            "language": "en",
            "text": self.text,
            "sentences": self.spans,
            **known,
        }
        return ArticleRecord.model_validate(told)


def run() -> Run:
    """How a summary of a story says it was made."""
    return Run(
        summarizer="0.1.0",
        model="local",
        plan="draft",
        prompt=PromptRecord(name="main", fingerprint="sha256:" + "0" * 64),
        schema_fingerprint="sha256:" + "1" * 64,
        sampling={"temperature": 0},
        usage=Usage(input=1200, output=480, calls=3),
        seconds=31.4,
        created=datetime(2032, 3, 5, 8, 30, tzinfo=UTC),
    )
