"""The messages of the call that asks again for what did not hold, and for nothing else."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from summarizer.errors import PromptError
from summarizer.prompts.files import PromptSet
from summarizer.prompts.messages import Message, message
from summarizer.prompts.template import fill
from summarizer.prompts.view import as_data

_LONGEST: Final = 400
"""Characters shown of a text or a sentence: a request grows with its items alone."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """One item that is asked for again."""

    what: str
    """Sentence or event."""
    text: str
    why: str
    sentences: tuple[tuple[int, str], ...]
    """The sentences that may bear it out, each with its number."""


def repair_messages(prompt: PromptSet, doubts: Sequence[Doubt]) -> list[Message]:
    """System text, one worked example, and the items with their sentences, numbered from 1."""
    example = prompt.read("repair/example.txt")
    try:
        answer = json.loads(prompt.read("repair/example.json"))
    except ValueError as error:
        raise PromptError(f"prompt file repair/example.json is not JSON: {error}") from error
    shown = "\n".join(_shown(number, doubt) for number, doubt in enumerate(doubts, start=1))
    return [
        message("system", prompt.read("repair/system.md")),
        message("user", _filled(prompt, example)),
        message("assistant", json.dumps(answer, ensure_ascii=False, separators=(",", ":"))),
        message("user", _filled(prompt, shown)),
    ]


def _shown(number: int, doubt: Doubt) -> str:
    lines = [f"Item {number}, {_data(doubt.what)}: {_data(doubt.text)}"]
    lines.append(f"Wrong: {_data(doubt.why)}")
    lines += [f"[{number}] {_data(text)}" for number, text in doubt.sentences]
    return "\n".join(lines)


def _data(text: str) -> str:
    return as_data(text[:_LONGEST])


def _filled(prompt: PromptSet, items: str) -> str:
    return fill(prompt.read("repair/items.md"), where="prompt file repair/items.md", items=items)
