"""The draft: what a model fills in. Small and flat; it cites sentence numbers, never quotes.

Enums, lengths and item counts are enforced while a local engine decodes; a hosted model is asked
again by Instructor when it does not keep to them. Limits stay near what an article can hold, since
a small model fills a long list by repeating itself.
"""

from __future__ import annotations

import hashlib
import json
from functools import cache, lru_cache
from typing import Annotated, Any, Final

from pydantic import BaseModel, ConfigDict, Field

from summarizer.ontology import ActorKind, EventType, Position, Status

Sentences = Annotated[list[int], Field(max_length=4, description="numbers of the sentences")]
Names = Annotated[list[Annotated[str, Field(max_length=80)]], Field(max_length=5)]

_FORMS: Final = 64
"""Forms whose schema is remembered."""


class DraftModel(BaseModel):
    """Closed, so that hosted providers accept the schema in strict mode."""

    model_config = ConfigDict(extra="forbid")

    @classmethod
    def model_json_schema(cls, *args: Any, **options: Any) -> dict[str, Any]:
        """As pydantic gives it, but worked out once: every request asks for it anew."""
        if args or options:
            return super().model_json_schema(*args, **options)
        schema: dict[str, Any] = json.loads(_schema_of(cls))
        return schema


class DraftActor(DraftModel):
    """Someone who acts, speaks or is acted upon."""

    name: Annotated[str, Field(max_length=80, description="the fullest form in the article")]
    kind: ActorKind
    role: Annotated[str, Field(max_length=80, description='in the article\'s words, or ""')]


class DraftEvent(DraftModel):
    """What happened, will happen or did not happen."""

    description: Annotated[str, Field(max_length=200, description="one short clause")]
    type: EventType
    actors: Annotated[Names, Field(description="who did it")]
    recipients: Annotated[Names, Field(description="to whom it was done")]
    status: Status
    sentences: Sentences


class DraftStance(DraftModel):
    """Whom or what a holder supports or opposes."""

    holder: Annotated[str, Field(max_length=80)]
    target: Annotated[str, Field(max_length=100)]
    position: Position
    sentences: Sentences


class DraftSentence(DraftModel):
    """One sentence of the gist."""

    text: Annotated[str, Field(max_length=300)]
    sentences: Sentences


class Draft(DraftModel):
    """The form about one article. An empty list is a good answer."""

    actors: Annotated[list[DraftActor], Field(max_length=24)]
    events: Annotated[list[DraftEvent], Field(max_length=12)]
    stances: Annotated[list[DraftStance], Field(max_length=10)]
    gist: Annotated[list[DraftSentence], Field(max_length=3)]


@lru_cache(_FORMS)
def _schema_of(form: type[DraftModel]) -> str:
    return json.dumps(super(DraftModel, form).model_json_schema())


@cache
def schema_fingerprint() -> str:
    """Hash of the draft's JSON Schema, as "sha256:…": a changed field is a changed request."""
    body = json.dumps(Draft.model_json_schema(), sort_keys=True)
    return f"sha256:{hashlib.sha256(body.encode()).hexdigest()}"
