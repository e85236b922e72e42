"""Closed questions: one word back, from a short list, with worked examples in front.

A question is one TOML file. Each option has a label (ours) and a word (what the model says). The
first token of each word must tell the options apart, since it alone is read, with its probability.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from summarizer.errors import PromptError
from summarizer.prompts.files import PromptSet
from summarizer.prompts.messages import Message, message
from summarizer.prompts.template import fill, variables
from summarizer.prompts.view import as_data


class Option(BaseModel):
    """One possible answer."""

    model_config = ConfigDict(extra="forbid")

    label: str
    word: str = Field(pattern=r"^\S+$")
    meaning: str


class _File(BaseModel):
    """A question as it lies in its file."""

    model_config = ConfigDict(extra="forbid")

    instruction: str
    ask: str
    options: Annotated[list[Option], Field(min_length=2)]
    examples: list[dict[str, str]]

    @model_validator(mode="after")
    def _answers_are_options(self) -> _File:
        words = [option.word for option in self.options]
        for word in words:
            if sum(other.startswith(word[:3]) for other in words) > 1:
                raise ValueError(f"the word {word} begins like another option's")
        labels = {option.label for option in self.options}
        for number, example in enumerate(self.examples, start=1):
            if example.get("answer") not in labels:
                raise ValueError(f"example {number} answers {example.get('answer')!r}")
        return self


@dataclass(frozen=True)
class Question:
    """A closed question, ready to be asked."""

    name: str
    options: tuple[Option, ...]
    ask: str
    instruction: str
    examples: tuple[tuple[tuple[tuple[str, str], ...], str], ...]

    @cached_property
    def prefix(self) -> list[Message]:
        """The turns that are the same whatever is asked: read once, kept by the engine."""
        words = {option.label: option.word for option in self.options}
        meanings = "\n".join(f"{option.word}: {option.meaning}" for option in self.options)
        turns = [message("system", f"{self.instruction}\n{meanings}")]
        for values, answer in self.examples:
            turns.append(message("user", self.asked(dict(values))))
            turns.append(message("assistant", words[answer]))
        return turns

    def asked(self, values: dict[str, str]) -> str:
        """The question about these values; they are data, like the article."""
        data = {name: as_data(value) for name, value in values.items()}
        return fill(self.ask, where=f"question {self.name}", **data)

    def messages(self, values: dict[str, str]) -> list[Message]:
        """The whole conversation that asks it."""
        return [*self.prefix, message("user", self.asked(values))]


def load_question(prompt: PromptSet, name: str) -> Question:
    """The question of that name.

    Raises:
        PromptError: the file is missing, is not TOML, or does not hold a question.
    """
    file = f"questions/{name}.toml"
    try:
        held = _File.model_validate(tomllib.loads(prompt.read(file)))
    except tomllib.TOMLDecodeError as error:
        raise PromptError(f"prompt file {file} is not TOML: {error}") from error
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise PromptError(f"prompt file {file}: {where} {first['msg']}".strip()) from error
    asked_for = variables(held.ask)
    return Question(
        name=name,
        options=tuple(held.options),
        ask=held.ask.strip(),
        instruction=held.instruction.strip(),
        examples=tuple(_example(example, asked_for, file) for example in held.examples),
    )


def _example(
    example: dict[str, Any], asked_for: list[str], file: str
) -> tuple[tuple[tuple[str, str], ...], str]:
    values = {name: text for name, text in example.items() if name != "answer"}
    if set(values) != set(asked_for):
        raise PromptError(
            f"prompt file {file}: an example gives {', '.join(values)}",
            hint=f"each example needs {', '.join(asked_for)} and answer",
        )
    return tuple(values.items()), example["answer"]
