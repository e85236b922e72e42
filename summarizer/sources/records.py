"""Articles handed in as JSON or JSONL, one `ArticleInput` each."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, Final

from pydantic import ValidationError

from summarizer.errors import InputError
from summarizer.schema import ArticleInput

_SHAPE: Final = (
    'an article is {"text": "…"} with, if known, id, title, published, url, publisher, byline'
)

_OURS: Final = ("summary", "brief")
"""Kinds of our own files that are no articles."""
_MALFORMED: Final = (ValueError, RecursionError)
"""What json raises; the second where brackets are nested by the thousand."""


def articles_in_json(text: str, shown: str) -> Iterator[ArticleInput | InputError]:
    """The article of a JSON file, or those of its list; each bad one becomes its own error."""
    try:
        data = json.loads(text)
    except _MALFORMED as error:
        raise InputError(f"{shown}: malformed JSON: {error}", hint="check the file") from error
    if not isinstance(data, list):
        yield _article(data, shown)
        return
    if not data:
        raise InputError(f"{shown}: the list is empty", hint=_SHAPE)
    for index, entry in enumerate(data):
        yield _article(entry, f"{shown}[{index}]")


def articles_in_jsonl(
    lines: Iterable[str | InputError], shown: str
) -> Iterator[ArticleInput | InputError]:
    """The article of each line; a bad line becomes an error that names it, and others go on."""
    seen = False
    for number, line in enumerate(lines, start=1):
        if isinstance(line, InputError):
            yield line
        elif line.strip():
            yield _in_line(line, f"{shown}, line {number}")
        else:
            continue
        seen = True
    if not seen:
        raise InputError(f"{shown}: the file is empty", hint="one article a line")


def sniffed(text: str, shown: str) -> Iterator[ArticleInput | InputError] | None:
    """The articles of a text that is JSON or JSONL, or None if it is a text to read."""
    begun = text.lstrip("\ufeff \t\r\n")
    if not begun.startswith(("{", "[")):
        return None
    try:
        json.loads(begun)
    except _MALFORMED:
        first = begun.split("\n", 1)[0]
        return articles_in_jsonl(begun.split("\n"), shown) if _is_json(first) else None
    return articles_in_json(begun, shown)


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except _MALFORMED:
        return False
    return True


def _in_line(line: str, where: str) -> ArticleInput | InputError:
    try:
        return _article(json.loads(line), where)
    except _MALFORMED as error:
        return InputError(f"{where}: malformed JSON: {error}", hint="one article a line")


def _article(data: Any, where: str) -> ArticleInput | InputError:
    if not isinstance(data, dict):
        return InputError(f"{where}: not an article but {_named(data)}", hint=_SHAPE)
    if data.get("kind") in _OURS:
        return InputError(f"{where}: not an article but a {data['kind']}", hint=_SHAPE)
    try:
        return ArticleInput.model_validate(data)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        field = ".".join(str(part) for part in first["loc"]) or "article"
        return InputError(f"{where}: {field}: {first['msg']}", hint=_SHAPE)


def _named(data: Any) -> str:
    names = {list: "a list", str: "a string", bool: "a truth value", type(None): "null"}
    return names.get(type(data), "a number")
