"""Summaries to hand over."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from summarizer.render import parse_document
from summarizer.schema import ArticleSummary
from tests.validation.documents import evidence, span, summary

Json = dict[str, Any]
EXAMPLES = Path(__file__).parent.parent.parent / "examples"


def made(change: Callable[[Json], None] = lambda _: None, known: str | None = None) -> Json:
    """The pilots' summary, changed, under an id of its own."""
    value = summary()
    value["article"]["id"] = known or value["article"]["id"]
    change(value)
    return value


def read(value: Json) -> ArticleSummary:
    """It as a model."""
    document = parse_document(json.dumps(value).encode(), "made")
    assert isinstance(document, ArticleSummary)
    return document


def write(path: Path, *values: Json) -> Path:
    """A file of lines."""
    path.write_text("".join(f"{json.dumps(value)}\n" for value in values), encoding="utf-8")
    return path


__all__ = ["EXAMPLES", "Json", "evidence", "made", "read", "span", "write"]
