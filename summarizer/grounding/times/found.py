"""A time phrase as the rules read it: no model of the schema, which `validate` does without."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from summarizer.ontology import Anchor, Granularity
    from summarizer.schema import EventTime


class FoundTime(NamedTuple):
    """The fields of `summarizer.schema.EventTime`."""

    text: str
    start: int
    end: int
    value: str | None
    value_end: str | None
    granularity: Granularity
    anchor: Anchor | None
    rule: str

    def promised(self) -> EventTime:
        """The same as a part of a summary."""
        from summarizer.schema import EventTime

        return EventTime(**self._asdict())
