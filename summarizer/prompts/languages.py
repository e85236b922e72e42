"""Which language a model is told to write: the article's, in a line of its own unless English."""

from __future__ import annotations

import tomllib

from summarizer.errors import PromptError
from summarizer.prompts.files import PromptSet
from summarizer.prompts.template import fill

_FILE = "language.md"
_NAMES = "languages.toml"


def base_of(tag: str | None) -> str:
    """The primary subtag in lower case ("pt-BR" is "pt"); English where nothing is known."""
    return (tag or "en").replace("_", "-").split("-")[0].lower()


def language_name(prompt: PromptSet, tag: str) -> str:
    """What a language is called in English; the tag itself if the table has no name for it."""
    try:
        names = tomllib.loads(prompt.read(_NAMES))
    except tomllib.TOMLDecodeError as error:
        raise PromptError(f"prompt file {_NAMES} is not TOML: {error}") from error
    return str(names.get(base_of(tag), tag))


def told_language(prompt: PromptSet, tag: str | None) -> str:
    """The line that asks for a language, on a new line; nothing for English."""
    if tag is None or base_of(tag) == "en":
        return ""
    name = language_name(prompt, tag)
    return "\n" + fill(prompt.read(_FILE), where=f"prompt file {_FILE}", language=name)
