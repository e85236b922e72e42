"""The messages of the call that puts our own words into another language."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.prompts.files import PromptSet
from summarizer.prompts.languages import language_name
from summarizer.prompts.messages import Message, message
from summarizer.prompts.template import fill
from summarizer.prompts.view import as_data


def translation_messages(prompt: PromptSet, texts: Sequence[str], language: str) -> list[Message]:
    """System text and the texts, numbered from 1."""
    file = "translation/texts.md"
    numbered = "\n".join(f"{number}. {as_data(text)}" for number, text in enumerate(texts, start=1))
    asked = fill(
        prompt.read(file),
        where=f"prompt file {file}",
        texts=numbered,
        language=language_name(prompt, language),
    )
    return [message("system", prompt.read("translation/system.md")), message("user", asked)]
