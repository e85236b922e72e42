"""Articles handed in as JSON or JSONL, one `ArticleInput` each.

A mapping says under which name a file has a field of ours, as {"title": "headline"}. With one,
fields that it does not name and that are not ours are passed over; without, they are an error.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from pydantic import ValidationError

from summarizer.article import Metadata
from summarizer.errors import ConfigurationError, InputError
from summarizer.schema import ArticleInput
from summarizer.sources.found import Found

_SHAPE: Final = (
    'an article is {"text": "…"} with, if known, id, title, published, url, publisher, byline'
)

_OURS: Final = ("summary", "brief")
"""Kinds of our own files that are no articles."""
_SAID: Final = ("id", "title", "source", "url", "publisher", "byline", "published", "language")
_FIELDS: Final = frozenset({"text", *_SAID})
_MALFORMED: Final = (ValueError, RecursionError)
"""What json raises; the second where brackets are nested by the thousand."""


def articles_in_json(
    text: str, shown: str, mapping: Mapping[str, str]
) -> Iterator[Found | InputError]:
    """The article of a JSON file, or those of its list; each bad one becomes its own error."""
    try:
        data = json.loads(text)
    except _MALFORMED as error:
        raise InputError(f"{shown}: malformed JSON: {error}", hint="check the file") from error
    if not isinstance(data, list):
        yield _article(data, shown, mapping)
        return
    if not data:
        raise InputError(f"{shown}: the list is empty", hint=_SHAPE)
    for index, entry in enumerate(data):
        yield _article(entry, f"{shown}[{index}]", mapping)


def articles_in_jsonl(
    lines: Iterable[str | InputError], shown: str, mapping: Mapping[str, str]
) -> Iterator[Found | InputError]:
    """The article of each line; a bad line becomes an error that names it, and others go on."""
    seen = False
    for number, line in enumerate(lines, start=1):
        if isinstance(line, InputError):
            yield line
        elif line.strip():
            yield _in_line(line, f"{shown}, line {number}", mapping)
        else:
            continue
        seen = True
    if not seen:
        raise InputError(f"{shown}: the file is empty", hint="one article a line")


def looks_like_records(text: str) -> str | None:
    """The suffix that a text would have if it is JSON or JSONL; None if it is a text to read."""
    begun = text.lstrip("\ufeff \t\r\n")
    if not begun.startswith(("{", "[")):
        return None
    if _is_json(begun):
        return ".json"
    return ".jsonl" if _is_json(begun.split("\n", 1)[0]) else None


def read_mapping(entries: Iterable[str]) -> dict[str, str]:
    """What `--map title=headline` says, our field first.

    Raises:
        ConfigurationError: an entry is not of this form, or names no field of ours.
    """
    mapping: dict[str, str] = {}
    for entry in entries:
        ours, found, theirs = (part.strip() for part in entry.partition("="))
        if not found or not theirs or ours not in _FIELDS:
            raise ConfigurationError(
                f"--map {entry}: not a field of ours and its name in the file",
                hint=f"write title=headline; ours are {', '.join(sorted(_FIELDS))}",
            )
        mapping[ours] = theirs
    return mapping


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except _MALFORMED:
        return False
    return True


def _in_line(line: str, where: str, mapping: Mapping[str, str]) -> Found | InputError:
    try:
        return _article(json.loads(line), where, mapping)
    except _MALFORMED as error:
        return InputError(f"{where}: malformed JSON: {error}", hint="one article a line")


def _article(data: Any, where: str, mapping: Mapping[str, str]) -> Found | InputError:
    if not isinstance(data, dict):
        return InputError(f"{where}: not an article but {_named(data)}", hint=_SHAPE)
    if data.get("kind") in _OURS:
        return InputError(f"{where}: not an article but a {data['kind']}", hint=_SHAPE)
    try:
        record = ArticleInput.model_validate(_mapped(data, mapping) if mapping else data)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        field = ".".join(str(part) for part in first["loc"]) or "article"
        name = f"{field} ({mapping[field]} in the file)" if field in mapping else field
        return InputError(f"{where}: {name}: {first['msg']}", hint=_SHAPE)
    return Found(record.text, Metadata(**{name: getattr(record, name) for name in _SAID}))


def _mapped(data: dict[str, Any], mapping: Mapping[str, str]) -> dict[str, Any]:
    """The entry under our names; a dot in a name looks inside, as "byline.name"."""
    taken = set(mapping.values())
    ours = {
        name: data[name]
        for name in _FIELDS
        if name in data and name not in mapping and name not in taken
    }
    mapped = {name: _inside(data, theirs) for name, theirs in mapping.items()}
    return ours | {name: value for name, value in mapped.items() if value is not None}


def _inside(data: dict[str, Any], name: str) -> Any:
    if name in data:
        return data[name]
    value: Any = data
    for part in name.split("."):
        value = value.get(part) if isinstance(value, dict) else None
    return value


def _named(data: Any) -> str:
    names = {list: "a list", str: "a string", bool: "a truth value", type(None): "null"}
    return names.get(type(data), "a number")
