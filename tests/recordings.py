"""How recordings are matched, written and kept: readable, without secrets, never stale.

A recording matches a request only if everything that decides the answer is the same; the default
of vcrpy ignores the body, so that a changed prompt would replay the old answer.
"""

from __future__ import annotations

import json
from typing import Any

import yaml

DECISIVE = (
    "model",
    "messages",
    "response_format",
    "temperature",
    "top_p",
    "seed",
    "max_tokens",
    "max_completion_tokens",
    "logprobs",
    "top_logprobs",
    "stream",
)
"""Fields of a request that decide the answer."""

HEADERS = frozenset({"content-type"})
"""Headers kept, in and out; everything else, keys and cookies among it, is dropped."""


def decisive(body: bytes | str | None) -> dict[str, Any]:
    """The fields of a request's JSON body that decide its answer."""
    held = json.loads(body) if body else {}
    return {name: held[name] for name in DECISIVE if name in held}


def same_question(one: Any, other: Any) -> None:
    """A vcrpy matcher: says which field differs."""
    asked, recorded = decisive(one.body), decisive(other.body)
    for name in DECISIVE:
        assert asked.get(name) == recorded.get(name), f"{name} changed since it was recorded"


def without_headers(message: Any) -> Any:
    """Keep the headers of the allow-list only; for requests and responses."""
    headers = message["headers"] if isinstance(message, dict) else message.headers
    for name in list(headers):
        if name.lower() not in HEADERS:
            del headers[name]
    return message


class ReadableSerializer:
    """Bodies as YAML instead of escaped JSON, so that a review can read them."""

    @staticmethod
    def serialize(cassette: dict[str, Any]) -> str:
        """Write the cassette; JSON bodies become structures under `json`."""
        for interaction in cassette["interactions"]:
            request, response = interaction["request"], interaction["response"]
            request["json"] = json.loads(request.pop("body"))
            response["json"] = json.loads(response.pop("body")["string"])
        return yaml.safe_dump(cassette, allow_unicode=True, sort_keys=False, width=100)

    @staticmethod
    def deserialize(text: str) -> dict[str, Any]:
        """Read it back into the form that vcrpy expects."""
        cassette: dict[str, Any] = yaml.safe_load(text)
        for interaction in cassette["interactions"]:
            request, response = interaction["request"], interaction["response"]
            request["body"] = json.dumps(request.pop("json"))
            response["body"] = {"string": json.dumps(response.pop("json")).encode()}
        return cassette
