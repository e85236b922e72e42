"""The messages of the calls that write a briefing note."""

from __future__ import annotations

import json
from collections.abc import Sequence

from summarizer.errors import PromptError
from summarizer.prompts.files import PromptSet
from summarizer.prompts.messages import Message, message
from summarizer.prompts.template import fill
from summarizer.prompts.view import as_data


def note_messages(prompt: PromptSet, items: Sequence[str]) -> list[Message]:
    """System text, one worked example, and the items of the note, numbered from 1."""
    example = prompt.read("brief/example.txt")
    try:
        answer = json.loads(prompt.read("brief/example.json"))
    except ValueError as error:
        raise PromptError(f"prompt file brief/example.json is not JSON: {error}") from error
    return [
        message("system", prompt.read("brief/system.md")),
        message("user", _filled(prompt, "brief/items.md", example)),
        message("assistant", json.dumps(answer, ensure_ascii=False, separators=(",", ":"))),
        message("user", _filled(prompt, "brief/items.md", _numbered(items))),
    ]


def sentence_messages(prompt: PromptSet, items: Sequence[str]) -> list[Message]:
    """The call that asks for one sentence again, over its own items alone."""
    return [
        message("system", prompt.read("brief/sentence.md")),
        message("user", _filled(prompt, "brief/one.md", _numbered(items))),
    ]


def _filled(prompt: PromptSet, file: str, items: str) -> str:
    return fill(prompt.read(file), where=f"prompt file {file}", items=items)


def _numbered(items: Sequence[str]) -> str:
    return "\n".join(f"[{at}] {as_data(item)}" for at, item in enumerate(items, start=1))
