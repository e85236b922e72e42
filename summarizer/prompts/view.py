"""The article as a model sees it: numbered sentences inside a fence that text cannot close.

Only this view is changed, never the article: positions and quotes come from the text itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from summarizer.article import Article, Sentence

# Marks that a chat template or our own fence would take for more than text.
_CONTROL: Final = re.compile(
    r"<\|[^|<>]{0,40}\|>"
    r"|[<＜]\s*[/／]?\s*(?:article|items|s|bos|eos|start_of_turn|end_of_turn|system|user|assistant"
    r"|tool_call)\s*[/／]?\s*[>＞]"
    r"|\[/?(?:INST|SYSTEM_PROMPT|AVAILABLE_TOOLS)\]"
    r"|<</?SYS>>",
    re.IGNORECASE,
)
# A small model ends a JSON string at a straight quotation mark that it copies; curly ones it keeps.
_OPENING: Final = re.compile(r'(?<![\w.,!?…;:)\]])"(?=\S)')
_NUMBER: Final = re.compile(r"^\s*\[(\d+)\]")
_HARMLESS: Final = str.maketrans("<>＜＞[]", "‹›‹›()")


def as_data(text: str) -> str:
    """The text on one line, without marks that could end the fence or begin another turn."""
    line = " ".join(text.split())
    line = _OPENING.sub("“", line).replace('"', "”")
    line = _CONTROL.sub(lambda match: match[0].translate(_HARMLESS), line)
    return _NUMBER.sub(r"(\1)", line)


def numbered(article: Article, part: Iterable[Sentence] | None = None) -> str:
    """The article's own sentences, or a part of them, one a line, each behind its number."""
    shown = article.content if part is None else part
    return "\n".join(f"[{s.number}] {as_data(s.text)}" for s in shown)
