"""What a server turns out not to take: learned from its refusals, kept to until the end."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, Final

import openai

_OTHER_LIMIT: Final = {
    "max_tokens": "max_completion_tokens",
    "max_completion_tokens": "max_tokens",
}
_DISPENSABLE: Final = ("temperature", "stream_options", "store")
_NAMES: Final = {
    "logprobs": ("logprobs", "top_logprobs"),
    "schema": ("response_format", "json_schema", "schema", "grammar"),
}
_TOO_MUCH: Final = re.compile(r"too (?:large|long|high|many)|at most|exceed|maximum", re.IGNORECASE)
"""A parameter that is known, with a value that is not liked."""


@dataclass
class Quirks:
    """How requests to one server differ from what we would like to send."""

    dropped: set[str] = field(default_factory=set)
    renamed: dict[str, str] = field(default_factory=dict)

    def adapt(self, request: dict[str, Any]) -> dict[str, Any]:
        """The request as this server takes it."""
        kept = {name: value for name, value in request.items() if name not in self.dropped}
        return {self.renamed.get(name, name): value for name, value in kept.items()}

    def learn(self, error: openai.APIStatusError, sent: dict[str, Any]) -> str | None:
        """What to tell if the refusal names something that we can do without, else None."""
        if not is_refusal(error) or _TOO_MUCH.search(str(error)):
            return None
        for name, other in _OTHER_LIMIT.items():
            if name in sent and _names(error, other if name == "max_tokens" else name):
                if name in self.renamed.values():
                    return None  # it takes neither; its own words say why
                self.renamed[name] = other
                return f"the server does not take {name}; sending {other}"
        for name in _DISPENSABLE:
            if name in sent and _names(error, name):
                self.dropped.add(name)
                return f"the server does not take {name}; going on without"
        return None


def is_refusal(error: BaseException | None) -> bool:
    """Whether the server found the request itself wrong."""
    return isinstance(error, openai.BadRequestError | openai.UnprocessableEntityError)


def refuses(error: BaseException | None, what: str) -> bool:
    """Whether the server refused a request for its "logprobs" or its "schema"."""
    return (
        isinstance(error, openai.APIStatusError)
        and is_refusal(error)
        and any(_names(error, name) for name in _NAMES[what])
    )


def _names(error: openai.APIStatusError, name: str) -> bool:
    """Whether the refusal names this parameter, as a field or in its words."""
    body = error.body if isinstance(error.body, dict) else {}
    if body.get("param") == name:
        return True
    return re.search(rf"\b{name}\b", f"{body.get('message') or error}") is not None
