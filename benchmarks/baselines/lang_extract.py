"""langextract with worked examples, in its own terms: spans with a class and attributes.

As its documentation has it: schema from the examples, no fences, and extractions that it cannot
find in the text left out. It has no summary, so that layer stays empty.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from typing import Any

from benchmarks.baselines.serving import TIMEOUT, Served
from summarizer.ontology import EVENT_CLASSES, STATUSES
from summarizer.scoring import GoldArticle, Prediction

_PROMPT = (
    "Extract from a news article, in order of appearance, with the exact words of the text: "
    "each actor with its kind (person, state, organization, group); "
    "each statement with its speaker; "
    "each stance with holder, target and position (favor, against, neutral); "
    f"each event with type ({', '.join(EVENT_CLASSES)}), actors, recipients, "
    f"date (YYYY-MM-DD) and status ({', '.join(STATUSES)})."
)
_MAX_TOKENS = 4000
_CHUNK = 4000
"""Characters: an article is one chunk, so that each sentence is read with the date and the names
before it. With the package's default of 1000 the second half would know neither."""


class LangExtract:
    """langextract as its documentation uses it, on an OpenAI-compatible server."""

    def __init__(self, server: Served) -> None:
        # By name: the package is in a dependency group of its own, which checks run without.
        self._package: Any = import_module("langextract")
        self._examples = _examples(self._package.data)
        factory = import_module("langextract.factory")
        options = {
            "base_url": server.base_url,
            "api_key": server.api_key,
            "max_workers": 1,
            "max_output_tokens": _MAX_TOKENS,
            "temperature": 0,
        }
        self._model = factory.create_model(
            factory.ModelConfig(
                model_id=server.model, provider="OpenAILanguageModel", provider_kwargs=options
            ),
            examples=self._examples,
            use_schema_constraints=True,
        )
        # There is no option for it, and its ten minutes are too short on a busy machine.
        client = self._model._client
        self._model._client = client.with_options(timeout=TIMEOUT, max_retries=0)

    def predict(self, article: GoldArticle) -> Prediction:
        """What it extracted and found again in the text, in the scorer's terms."""
        found = self._package.extract(
            text_or_documents="\n".join(filter(None, (article.title, article.date, article.text))),
            prompt_description=_PROMPT,
            examples=self._examples,
            model=self._model,
            use_schema_constraints=False,  # the model has them already
            max_char_buffer=_CHUNK,
            max_workers=1,
            batch_length=1,
            show_progress=False,
        )
        grounded = [span for span in found.extractions or () if span.char_interval]
        return to_prediction(article.id, grounded)


def _examples(data: Any) -> list[Any]:
    path = Path(__file__).parent / "lang_extract.toml"
    written = tomllib.loads(path.read_text(encoding="utf-8"))["examples"]
    return [
        data.ExampleData(
            text=example["text"],
            extractions=[
                data.Extraction(
                    extraction_class=span.pop("class"),
                    extraction_text=span.pop("words"),
                    attributes=span,
                )
                for span in example["spans"]
            ],
        )
        for example in written
    ]


def to_prediction(article_id: str, spans: Iterable[Any]) -> Prediction:
    """Extractions (class, text, attributes) as a prediction; odd attributes count as absent.

    Whoever speaks, holds a stance or takes part in an event counts as an actor: as spans of their
    own a small model gives hardly any.
    """
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
    found["actors"] += [{"name": name} for name in _named_elsewhere(found)]
    return Prediction.model_validate(found)


def _named_elsewhere(found: dict[str, Any]) -> list[str]:
    """Names of attributes that are no actors yet, each once; "she" and "the company" are none."""
    known = {actor["name"] for actor in found["actors"]}
    names = [
        *(item["holder"] for item in (*found["quotes"], *found["stances"])),
        *(part["name"] for event in found["events"] for part in event["participants"]),
    ]
    return [
        name
        for name in dict.fromkeys(names)
        if name and name not in known and not name[0].islower()
    ]


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
