"""The messages of the two calls that write: the draft and the gist.

Static text comes first and the article last, so that providers and the engine reuse what they read.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from summarizer.article import Article, Sentence, build_article
from summarizer.errors import PromptError
from summarizer.prompts.files import PromptSet
from summarizer.prompts.languages import base_of, told_language
from summarizer.prompts.template import fill
from summarizer.prompts.view import as_data, numbered

Message = dict[str, str]


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
    example = build_article(prompt.read("draft/example.txt"))
    return [
        message("system", prompt.read("draft/system.md")),
        message("user", _shown(prompt, "draft", example)),
        message("assistant", _compact(prompt, "draft/example.json")),
        message("user", _shown(prompt, "draft", article, part, known)),
    ]


def gist_messages(
    prompt: PromptSet, article: Article, part: Iterable[Sentence] | None = None
) -> list[Message]:
    """System text, one worked example, and the article or a part of it, for the gist alone.

    The example is in the article's language, if there is one: a small model writes as it is shown.
    """
    own = f"gist/example.{base_of(article.metadata.language)}"
    file = own if prompt.has(f"{own}.txt") else "gist/example"
    example = build_article(prompt.read(f"{file}.txt"))
    return [
        message("system", prompt.read("gist/system.md")),
        message("user", _shown(prompt, "gist", example)),
        message("assistant", _compact(prompt, f"{file}.json")),
        message("user", _shown(prompt, "gist", article, part)),
    ]


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
