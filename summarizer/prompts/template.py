"""Filling a template. Values are put in once and never read again: article text stays data."""

from __future__ import annotations

import re
from typing import Final

from summarizer.errors import PromptError

_VARIABLE: Final = re.compile(r"\{\{(\w+)\}\}")


def variables(template: str) -> list[str]:
    """Names that a template asks for, in order of first use."""
    return list(dict.fromkeys(_VARIABLE.findall(template)))


def fill(template: str, *, where: str, **values: str) -> str:
    """Put values where the template says `{{name}}`; braces inside values mean nothing.

    Raises:
        PromptError: the template asks for a name that was not given, or lacks one that was.
    """
    asked = variables(template)
    if unknown := [name for name in asked if name not in values]:
        raise PromptError(
            f"{where} asks for {{{{{unknown[0]}}}}}, which is not a variable here",
            hint=f"variables here: {', '.join(values)}",
        )
    if missing := [name for name in values if name not in asked]:
        raise PromptError(
            f"{where} does not use {{{{{missing[0]}}}}}",
            hint=f"put {{{{{missing[0]}}}}} where the {missing[0]} should stand",
        )
    return _VARIABLE.sub(lambda match: values[match[1]], template)
