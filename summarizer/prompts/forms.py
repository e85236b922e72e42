"""Small forms: a few fields about one sentence, with worked examples in front."""

from __future__ import annotations

import json
import tomllib
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from summarizer.errors import PromptError
from summarizer.prompts.files import PromptSet
from summarizer.prompts.messages import Message, message
from summarizer.prompts.template import fill
from summarizer.prompts.view import as_data


class _File(BaseModel):
    """A form as it lies in its file; an example's `answer` holds the fields of the form."""

    model_config = ConfigDict(extra="forbid")

    instruction: str
    ask: str
    examples: Annotated[list[dict[str, Any]], Field(min_length=1)]


@dataclass(frozen=True)
class SmallForm:
    """A form's prompt, ready to be filled in about some values."""

    name: str
    instruction: str
    ask: str
    examples: tuple[dict[str, Any], ...]

    @cached_property
    def prefix(self) -> list[Message]:
        """The turns that are the same whatever is asked: read once, kept by the engine."""
        turns = [message("system", self.instruction)]
        for example in self.examples:
            values = {name: value for name, value in example.items() if name != "answer"}
            answer = json.dumps(example["answer"], ensure_ascii=False, separators=(",", ":"))
            turns += [message("user", self.asked(values)), message("assistant", answer)]
        return turns

    def asked(self, values: dict[str, str]) -> str:
        """The question about these values; they are data, like the article."""
        data = {name: as_data(value) for name, value in values.items()}
        return fill(self.ask, where=f"form {self.name}", **data)

    def messages(self, values: dict[str, str]) -> list[Message]:
        """The whole conversation that asks for it."""
        return [*self.prefix, message("user", self.asked(values))]


def load_form(prompt: PromptSet, name: str, fields: type[BaseModel]) -> SmallForm:
    """The form of that name, whose examples must be answers in the shape of `fields`.

    Raises:
        PromptError: the file is missing, is not TOML, or an example does not fit.
    """
    file = f"forms/{name}.toml"
    try:
        held = _File.model_validate(tomllib.loads(prompt.read(file)))
        for example in held.examples:
            fields.model_validate(example.get("answer"))
    except tomllib.TOMLDecodeError as error:
        raise PromptError(f"prompt file {file} is not TOML: {error}") from error
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise PromptError(f"prompt file {file}: {where} {first['msg']}".strip()) from error
    return SmallForm(name, held.instruction.strip(), held.ask.strip(), tuple(held.examples))
