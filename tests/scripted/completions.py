"""One answer in the protocol's own words: whole, or cut into the chunks of a stream."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Completion:
    """What a scripted model says, and what it reports about it."""

    content: str | None
    finish: str = "stop"
    refusal: str | None = None
    likeliest: Mapping[str, float] = field(default_factory=dict)
    """First tokens with their probabilities; empty for a server that gives none."""
    usage: tuple[int, int] | None = (100, 10)
    """Tokens read and written; None for a server that does not count."""

    def whole(self) -> dict[str, Any]:
        """The body of a plain answer."""
        message = {"role": "assistant", "content": self.content, "refusal": self.refusal}
        choice = self._choice("message", message, self.finish)
        return self._body("chat.completion", [choice], self._usage())

    def chunks(self, size: int = 7) -> Iterator[dict[str, Any]]:
        """The events of a stream: pieces of text, the reason it ended, then the usage."""
        first = {"role": "assistant", "content": "", "refusal": self.refusal}
        yield self._chunk([self._choice("delta", first, None)])
        text = self.content or ""
        for start in range(0, len(text), size):
            piece = {"content": text[start : start + size]}
            yield self._chunk([self._choice("delta", piece, None)])
        yield self._chunk([self._choice("delta", {}, self.finish)])
        if self.usage is not None:
            yield self._chunk([], self._usage())

    def _chunk(
        self, choices: list[dict[str, Any]], usage: dict[str, int] | None = None
    ) -> dict[str, Any]:
        return self._body("chat.completion.chunk", choices, usage)

    def _body(
        self, kind: str, choices: list[dict[str, Any]], usage: dict[str, int] | None
    ) -> dict[str, Any]:
        said = {"id": "x", "object": kind, "created": 0, "model": "scripted", "choices": choices}
        return said | ({"usage": usage} if usage is not None else {})

    def _choice(self, name: str, said: dict[str, Any], finish: str | None) -> dict[str, Any]:
        return {
            "index": 0,
            name: said,
            "logprobs": self._logprobs() if name == "message" else None,
            "finish_reason": finish,
        }

    def _logprobs(self) -> dict[str, Any] | None:
        if not self.likeliest:
            return None
        top = [
            {"token": token, "logprob": math.log(probability), "bytes": None}
            for token, probability in self.likeliest.items()
        ]
        return {"content": [{**top[0], "top_logprobs": top}], "refusal": None}

    def _usage(self) -> dict[str, int] | None:
        if self.usage is None:
            return None
        read, written = self.usage
        return {
            "prompt_tokens": read,
            "completion_tokens": written,
            "total_tokens": read + written,
        }
