"""The messages of the calls that write a briefing note."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Sequence
from typing import Annotated, Final

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from summarizer.errors import PromptError
from summarizer.prompts.files import PromptSet
from summarizer.prompts.messages import Message, message
from summarizer.prompts.template import fill
from summarizer.prompts.view import as_data

_SENTENCE: Final = "brief/sentence.toml"


class _Example(BaseModel):
    model_config = ConfigDict(extra="forbid")

    items: Annotated[list[str], Field(min_length=1)]
    sentence: str


class _Sentence(BaseModel):
    """The call for one sentence, as it lies in its file."""

    model_config = ConfigDict(extra="forbid")

    instruction: str
    ask: str
    examples: Annotated[list[_Example], Field(min_length=1)]


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
    """The call that asks for one sentence over its own items alone, with worked examples."""
    where = f"prompt file {_SENTENCE}"
    held = _sentence_file(prompt, where)
    turns = [message("system", held.instruction.strip())]
    for example in held.examples:
        asked = fill(held.ask.strip(), where=where, items=_numbered(example.items))
        answer = json.dumps({"text": example.sentence}, ensure_ascii=False, separators=(",", ":"))
        turns += [message("user", asked), message("assistant", answer)]
    return [*turns, message("user", fill(held.ask.strip(), where=where, items=_numbered(items)))]


def _sentence_file(prompt: PromptSet, where: str) -> _Sentence:
    try:
        return _Sentence.model_validate(tomllib.loads(prompt.read(_SENTENCE)))
    except tomllib.TOMLDecodeError as error:
        raise PromptError(f"{where} is not TOML: {error}") from error
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise PromptError(f"{where}: {place} {first['msg']}".strip()) from error


def _filled(prompt: PromptSet, file: str, items: str) -> str:
    return fill(prompt.read(file), where=f"prompt file {file}", items=items)


def _numbered(items: Sequence[str]) -> str:
    return "\n".join(f"[{at}] {as_data(item)}" for at, item in enumerate(items, start=1))
