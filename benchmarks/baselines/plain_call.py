"""One plain Instructor call: the usual way to get structure out of a model, quotes included.

No grounding, no checks, no questions: what the model writes is taken as it is. Lists have a most,
since without one a small model fills them by repeating itself until its tokens are spent.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, Field

from benchmarks.baselines.serving import TIMEOUT, Served
from summarizer.ontology import EventType, Status
from summarizer.scoring import GoldArticle, Prediction

_SYSTEM = (
    "You read a news article and fill in the form: every actor, who said what, who is for or "
    "against what, and every event. Give the exact words of the article as quote. "
    "Answer in the article's language."
)
_MAX_TOKENS = 4000
_REASKS = 2
_Quote = Annotated[str, Field(max_length=300)]
_Name = Annotated[str, Field(max_length=80)]
_Names = Annotated[list[_Name], Field(max_length=5)]


class _Actor(BaseModel):
    name: _Name
    aliases: _Names
    kind: Literal["person", "state", "organization", "group"]


class _Statement(BaseModel):
    speaker: _Name
    quote: _Quote = Field(description="the exact words of the article")


class _Stance(BaseModel):
    holder: _Name
    target: _Name
    position: Literal["favor", "against", "neutral"]
    quote: _Quote = Field(description="the exact words of the article that show it")


class _Event(BaseModel):
    description: Annotated[str, Field(max_length=200)]
    type: EventType
    actors: _Names = Field(description="who did it")
    recipients: _Names = Field(description="to whom it was done")
    date: str | None = Field(description="YYYY-MM-DD, null if not told")
    status: Status
    quote: _Quote = Field(description="the exact words of the article that tell it")


class _Form(BaseModel):
    actors: Annotated[list[_Actor], Field(max_length=24)]
    statements: Annotated[list[_Statement], Field(max_length=16)]
    stances: Annotated[list[_Stance], Field(max_length=10)]
    events: Annotated[list[_Event], Field(max_length=12)]
    summary: Annotated[str, Field(max_length=600, description="at most three sentences")]


class PlainCall:
    """The call, on an OpenAI-compatible server."""

    def __init__(self, server: Served) -> None:
        import instructor
        from openai import OpenAI

        client = OpenAI(
            base_url=server.base_url, api_key=server.api_key, max_retries=0, timeout=TIMEOUT
        )
        self._client = instructor.from_openai(client, mode=instructor.Mode.JSON_SCHEMA)
        self._model = server.model

    def predict(self, article: GoldArticle) -> Prediction:
        """What the model wrote, in the scorer's terms."""
        head = "\n".join(part for part in (article.title, article.date) if part)
        form = self._client.create(
            model=self._model,
            response_model=_Form,
            max_retries=_REASKS,
            max_tokens=_MAX_TOKENS,
            temperature=0,
            messages=[
                {"role": "system", "content": _SYSTEM},
                {"role": "user", "content": f"{head}\n\n{article.text}"},
            ],
        )
        return _prediction(article.id, form)


def _prediction(article_id: str, form: _Form) -> Prediction:
    found: dict[str, Any] = {
        "id": article_id,
        "actors": [actor.model_dump() for actor in form.actors],
        "quotes": [{"holder": s.speaker, "text": s.quote} for s in form.statements],
        "stances": [
            {"holder": s.holder, "target": s.target, "polarity": s.position, "evidence": s.quote}
            for s in form.stances
        ],
        "events": [
            {
                "type": event.type,
                "description": event.description,
                "participants": [
                    *({"name": name, "role": "actor"} for name in event.actors),
                    *({"name": name, "role": "recipient"} for name in event.recipients),
                ],
                "date": event.date,
                "status": event.status,
                "evidence": event.quote,
            }
            for event in form.events
        ],
        "summary": form.summary,
    }
    return Prediction.model_validate(found)
