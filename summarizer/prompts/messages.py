"""The messages of the two calls that write: the draft and the gist.

Static text comes first and the article last, so that providers and the engine reuse what they read.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

from summarizer.article import Article, Sentence, build_article
from summarizer.errors import PromptError
from summarizer.prompts.files import PromptSet
from summarizer.prompts.languages import base_of, told_language
from summarizer.prompts.template import fill
from summarizer.prompts.view import as_data, numbered

Message = dict[str, str]
_EXAMPLES: Final = 32
"""Worked examples that are remembered as they are shown."""


def message(role: str, content: str) -> Message:
    """One turn of a conversation."""
    return {"role": role, "content": content}


def draft_messages(
    prompt: PromptSet,
    article: Article,
    part: Iterable[Sentence] | None = None,
    known: Sequence[str] = (),
) -> list[Message]:
    """System text, one worked example, and the article or a part of it.

    `known` is whom the article names before that part.
    """
    asked = _shown(prompt, "draft", article, part, known)
    return [*_static(prompt, "draft", "draft/example"), message("user", asked)]


def gist_messages(
    prompt: PromptSet, article: Article, part: Iterable[Sentence] | None = None
) -> list[Message]:
    """System text, one worked example, and the article or a part of it, for the gist alone.

    The example is in the article's language, if there is one: a small model writes as it is shown.
    """
    own = f"gist/example.{base_of(article.metadata.language)}"
    file = own if prompt.has(f"{own}.txt") else "gist/example"
    asked = _shown(prompt, "gist", article, part)
    return [*_static(prompt, "gist", file), message("user", asked)]


def _static(prompt: PromptSet, step: str, example: str) -> list[Message]:
    """What is the same for every article: system text and a worked example."""
    system, asked, answer = _example(prompt, prompt.fingerprint, step, example)
    return [message("system", system), message("user", asked), message("assistant", answer)]


@lru_cache(_EXAMPLES)
def _example(prompt: PromptSet, _fingerprint: str, step: str, file: str) -> tuple[str, str, str]:
    """System text, what is asked about the example and what is answered, as long as files last."""
    asked = _shown(prompt, step, build_article(prompt.read(f"{file}.txt")))
    return prompt.read(f"{step}/system.md"), asked, _compact(prompt, f"{file}.json")


def _shown(
    prompt: PromptSet,
    step: str,
    article: Article,
    part: Iterable[Sentence] | None = None,
    known: Sequence[str] = (),
) -> str:
    file = f"{step}/part.md" if known else f"{step}/article.md"
    values = {"sentences": numbered(article, part)}
    if known:
        values["known"] = as_data(", ".join(known))
    asked = fill(prompt.read(file), where=f"prompt file {file}", **values)
    return asked + told_language(prompt, article.metadata.language)


def _compact(prompt: PromptSet, file: str) -> str:
    """White space costs tokens: the example is readable in its file and dense in the request."""
    try:
        answer = json.loads(prompt.read(file))
    except ValueError as error:
        raise PromptError(f"prompt file {file} is not JSON: {error}") from error
    return json.dumps(answer, ensure_ascii=False, separators=(",", ":"))
