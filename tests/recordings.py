"""How recordings are matched, written and kept: readable, without secrets, never stale.

A recording matches a request only if everything that decides the answer is the same; the default
of vcrpy ignores the body, so that a changed prompt would replay the old answer.
"""

from __future__ import annotations

import json
import re
from typing import Any

import yaml

from summarizer.errors import InputError

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

_BREAKS = re.compile("[\r\x85\u2028\u2029\ufeff]")

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


_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""In C where PyYAML was built with it, which is ten times as fast."""


class _Exact(yaml.SafeDumper):
    """Writes line breaks other than the line feed as escapes: bare, they come back as spaces."""

    def represent_str(self, data: str) -> yaml.ScalarNode:
        """A string, quoted where it holds such a break."""
        style = '"' if _BREAKS.search(data) else None
        return self.represent_scalar("tag:yaml.org,2002:str", data, style=style)


_Exact.add_representer(str, _Exact.represent_str)


def _shared(body: dict[str, Any], once: dict[str, Any]) -> dict[str, Any]:
    """The body with what others have, too, as the same object, which YAML writes once."""

    def shared(value: Any) -> Any:
        return once.setdefault(json.dumps(value), value) if isinstance(value, dict) else value

    return {
        name: [shared(one) for one in value] if isinstance(value, list) else shared(value)
        for name, value in body.items()
    }


class ReadableSerializer:
    """Bodies as YAML instead of escaped JSON, so that a review can read them."""

    @staticmethod
    def serialize(cassette: dict[str, Any]) -> str:
        """Write the cassette; JSON bodies become structures under `json`."""
        once: dict[str, Any] = {}
        for interaction in cassette["interactions"]:
            request, response = interaction["request"], interaction["response"]
            request["json"] = _shared(json.loads(request.pop("body")), once)
            response["json"] = json.loads(response.pop("body")["string"])
        written: str = yaml.dump(
            cassette, Dumper=_Exact, allow_unicode=True, sort_keys=False, width=100
        )
        return written

    @staticmethod
    def deserialize(text: str) -> dict[str, Any]:
        """Read it back into the form that vcrpy expects.

        Raises:
            InputError: it is not what was written.
        """
        try:
            cassette: dict[str, Any] = yaml.load(text, Loader=_LOADER)  # noqa: S506  a safe one
            for interaction in cassette["interactions"]:
                request, response = interaction["request"], interaction["response"]
                request["body"] = json.dumps(request.pop("json"))
                response["body"] = {"string": json.dumps(response.pop("json")).encode()}
        except (yaml.YAMLError, KeyError, TypeError, AttributeError, ValueError) as error:
            raise InputError(
                f"a damaged recording: {type(error).__name__}",
                hint="delete it and record it again: scripts/record",
            ) from error
        return cassette
