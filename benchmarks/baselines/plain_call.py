"""One plain Instructor call: the usual way to get structure out of a model, quotes included.

No grounding, no checks, no questions: what the model writes is taken as it is.
"""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, Field

from summarizer.ontology import EventType, Status
from summarizer.scoring import GoldArticle, Prediction

_SYSTEM = (
    "You read a news article and fill in the form: every actor, who said what, who is for or "
    "against what, and every event. Give the exact words of the article as quote. "
    "Answer in the article's language."
)
_MAX_TOKENS = 2400
_REASKS = 2


class _Actor(BaseModel):
    name: str
    aliases: list[str] = Field(default_factory=list)
    kind: Literal["person", "state", "organization", "group"]


class _Statement(BaseModel):
    speaker: str
    quote: str = Field(description="the exact words of the article")


class _Stance(BaseModel):
    holder: str
    target: str
    position: Literal["favor", "against", "neutral"]
    quote: str = Field(description="the exact words of the article that show it")


class _Event(BaseModel):
    description: str
    type: EventType
    actors: list[str] = Field(default_factory=list)
    recipients: list[str] = Field(default_factory=list)
    date: str | None = Field(default=None, description="YYYY-MM-DD")
    status: Status
    quote: str = Field(description="the exact words of the article that tell it")


class _Form(BaseModel):
    actors: list[_Actor]
    statements: list[_Statement]
    stances: list[_Stance]
    events: list[_Event]
    summary: str = Field(description="at most three sentences")


class PlainCall:
    """The call, on an OpenAI-compatible server."""

    def __init__(self, base_url: str, model: str, api_key: str) -> None:
        import instructor
        from openai import OpenAI

        client = OpenAI(base_url=base_url, api_key=api_key, max_retries=0, timeout=600)
        self._client = instructor.from_openai(client, mode=instructor.Mode.JSON_SCHEMA)
        self._model = model

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
