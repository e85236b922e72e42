"""langextract with one worked example, in its own terms: spans with a class and attributes.

It extracts spans and has no summary, so that layer stays empty.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import Any

from summarizer.scoring import GoldArticle, Prediction

_PROMPT = (
    "Extract, in order of appearance: each actor with its kind (person, state, organization, "
    "group); each statement with its speaker; each stance with holder, target and position "
    "(favor, against, neutral); each event with type (a PLOVER class or OTHER), actors, "
    "recipients, date (YYYY-MM-DD) and status (occurred, ongoing, planned, proposed, threatened, "
    "attempted, postponed, cancelled, denied). Use the exact words of the text."
)
_EXAMPLE = (
    "Lunne, 3 June 2031 - The Sailors' Union called off a strike on Tuesday. "
    'Mayor Ada Brill praised the move. "We have all won," she said.'
)
_SPANS: tuple[tuple[str, str, dict[str, str]], ...] = (
    ("actor", "Sailors' Union", {"kind": "organization"}),
    (
        "event",
        "The Sailors' Union called off a strike on Tuesday.",
        {
            "type": "PROTEST",
            "actors": "Sailors' Union",
            "recipients": "",
            "date": "2031-06-03",
            "status": "cancelled",
        },
    ),
    ("actor", "Ada Brill", {"kind": "person"}),
    (
        "stance",
        "Mayor Ada Brill praised the move.",
        {"holder": "Ada Brill", "target": "the move", "position": "favor"},
    ),
    ("statement", "We have all won", {"speaker": "Ada Brill"}),
)


class LangExtract:
    """langextract, on an OpenAI-compatible server."""

    def __init__(self, base_url: str, model: str, api_key: str) -> None:
        # By name: the package is in a dependency group of its own, which checks run without.
        self._package: Any = import_module("langextract")
        config = import_module("langextract.factory").ModelConfig
        options = {"base_url": base_url, "api_key": api_key, "max_workers": 1}
        self._config = config(
            model_id=model, provider="OpenAILanguageModel", provider_kwargs=options
        )

    def predict(self, article: GoldArticle) -> Prediction:
        """What it extracted, in the scorer's terms."""
        dated = f"The article is of {article.date}." if article.date else None
        found = self._package.extract(
            text_or_documents=article.text,
            prompt_description=_PROMPT,
            examples=[self._example()],
            config=self._config,
            additional_context=dated,
            temperature=0,
            max_workers=1,
            show_progress=False,
        )
        return to_prediction(article.id, found.extractions or ())

    def _example(self) -> Any:
        data = self._package.data
        spans = [
            data.Extraction(extraction_class=kind, extraction_text=text, attributes=attributes)
            for kind, text, attributes in _SPANS
        ]
        return data.ExampleData(text=_EXAMPLE, extractions=spans)


def to_prediction(article_id: str, spans: Iterable[Any]) -> Prediction:
    """Extractions (class, text, attributes) as a prediction; odd attributes count as absent."""
    found: dict[str, Any] = {
        "id": article_id,
        "actors": [],
        "quotes": [],
        "stances": [],
        "events": [],
    }
    for span in spans:
        text, said = str(span.extraction_text), span.attributes or {}
        if span.extraction_class == "actor":
            found["actors"].append({"name": text, "kind": _text(said, "kind")})
        elif span.extraction_class == "statement":
            found["quotes"].append({"holder": _text(said, "speaker"), "text": text})
        elif span.extraction_class == "stance":
            found["stances"].append(
                {
                    "holder": _text(said, "holder"),
                    "target": _text(said, "target"),
                    "polarity": _text(said, "position"),
                    "evidence": text,
                }
            )
        elif span.extraction_class == "event":
            found["events"].append(_event(text, said))
    return Prediction.model_validate(found)


def _event(text: str, said: dict[str, Any]) -> dict[str, Any]:
    roles = (("actors", "actor"), ("recipients", "recipient"))
    return {
        "type": _text(said, "type"),
        "description": text,
        "participants": [
            {"name": name, "role": role} for key, role in roles for name in _names(said, key)
        ],
        "date": _text(said, "date"),
        "status": _text(said, "status"),
        "evidence": text,
    }


def _text(said: dict[str, Any], key: str) -> str | None:
    value = said.get(key)
    return value if isinstance(value, str) and value else None


def _names(said: dict[str, Any], key: str) -> list[str]:
    value = said.get(key)
    parts = value if isinstance(value, list) else str(value or "").split(",")
    return [str(part).strip() for part in parts if str(part).strip()]
