"""A completion in the words of Gemini's generateContent."""

from __future__ import annotations

from typing import Any

from tests.scripted.completions import Completion

_REASONS = {"stop": "STOP", "length": "MAX_TOKENS", "content_filter": "SAFETY"}


def generated(completion: Completion) -> dict[str, Any]:
    """The body of a plain answer; Gemini tells a refusal as a blocked prompt."""
    if completion.refusal:
        return {"promptFeedback": {"blockReason": "PROHIBITED_CONTENT"}, **_usage(completion)}
    parts = [] if completion.content is None else [{"text": completion.content}]
    candidate = {
        "content": {"role": "model", "parts": parts},
        "finishReason": _REASONS[completion.finish],
        "index": 0,
    }
    return {"candidates": [candidate], "modelVersion": "scripted", **_usage(completion)}


def _usage(completion: Completion) -> dict[str, Any]:
    read, written = completion.usage or (0, 0)
    counts = {
        "promptTokenCount": read,
        "candidatesTokenCount": written,
        "totalTokenCount": read + written,
    }
    return {"usageMetadata": counts}
