"""A completion in the words of Anthropic's Messages API: the form as a tool's arguments."""

from __future__ import annotations

import json
from typing import Any

from tests.scripted.completions import Completion

_REASONS = {"stop": "tool_use", "length": "max_tokens", "content_filter": "refusal"}


def message(completion: Completion, request: dict[str, Any]) -> dict[str, Any]:
    """The body of a plain answer."""
    reason = "refusal" if completion.refusal else _REASONS[completion.finish]
    read, written = completion.usage or (0, 0)
    return {
        "id": "msg_x",
        "type": "message",
        "role": "assistant",
        "model": request["model"],
        "content": _parts(completion, request),
        "stop_reason": reason,
        "stop_sequence": None,
        "usage": {"input_tokens": read, "output_tokens": written},
    }


def _parts(completion: Completion, request: dict[str, Any]) -> list[dict[str, Any]]:
    if completion.refusal:
        return [{"type": "text", "text": completion.refusal}]
    if completion.content is None:
        return []
    try:
        held = json.loads(completion.content)
    except ValueError:
        return [{"type": "text", "text": completion.content}]
    name = request["tools"][0]["name"]
    return [{"type": "tool_use", "id": "toolu_x", "name": name, "input": held}]
