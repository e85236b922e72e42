"""Closed questions about one article, each put to the model once."""

from __future__ import annotations

from dataclasses import dataclass, field

from summarizer.llm import Choice, Model
from summarizer.prompts import PromptSet, Question, load_question


@dataclass(frozen=True)
class Questioner:
    """Asks one model; what was answered before is not asked again."""

    model: Model
    prompt: PromptSet
    _questions: dict[str, Question] = field(default_factory=dict)
    _answers: dict[tuple[str, ...], Choice] = field(default_factory=dict)

    async def ask(self, name: str, values: dict[str, str]) -> Choice:
        """The answer to the question of that name about these values."""
        key = (name, *(f"{key}={value}" for key, value in sorted(values.items())))
        if key not in self._answers:
            if name not in self._questions:
                self._questions[name] = load_question(self.prompt, name)
            self._answers[key] = await self.model.choose(self._questions[name], values)
        return self._answers[key]
