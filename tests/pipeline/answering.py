"""A scripted model that answers whatever the pipeline asks, always the same way."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.scripted.entries import answer, letter
from tests.scripted.server import Entry, Request

_MEANING = re.compile(r"^(\w[\w-]*): ", re.MULTILINE)
_SURE = 0.9


@dataclass(frozen=True)
class Answers:
    """What the model says to each kind of request."""

    draft: dict[str, Any] = field(default_factory=dict)
    word: Callable[[str, list[str]], str] = lambda _asked, words: words[0]
    """The word it chooses, from the question and the words to choose from."""
    side: Callable[[str], dict[str, str]] = lambda _asked: {"position": "neutral", "target": ""}
    """What it says of one statement."""

    def __call__(self, request: Request) -> Entry:
        """The answer to one request."""
        if request.body.get("logprobs"):
            words = _MEANING.findall(request.body["messages"][0]["content"])
            said = self.word(request.asked, words)
            other = next(word for word in words if word != said)
            return letter(**{said: _SURE, other: 1 - _SURE})
        properties = form_of(request)
        if "answer" in properties:
            said = self.word(request.asked, properties["answer"]["enum"])
            return answer({"answer": said})
        if "position" in properties:
            return answer(self.side(request.asked))
        return answer({name: self.draft.get(name, []) for name in properties})


def form_of(request: Request) -> dict[str, Any]:
    """The properties of the form that a request wants filled in; empty if it wants none."""
    if "response_format" not in request.body:
        return {}
    schema = request.body["response_format"]["json_schema"]["schema"]
    properties: dict[str, Any] = schema["properties"]
    return properties


def kinds(requests: list[Request]) -> list[str]:
    """What was asked for, in order: token, word, side, gist, draft or repair."""
    return [_kind(request) for request in requests]


def _kind(request: Request) -> str:
    named = {
        "answer": "word",
        "position": "side",
        "actors": "draft",
        "gist": "gist",
        "items": "repair",
    }
    properties = form_of(request)
    return next((kind for name, kind in named.items() if name in properties), "token")
