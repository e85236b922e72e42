"""The published JSON Schemas (draft 2020-12)."""

from __future__ import annotations

from typing import Any, Final

from summarizer.schema.base import SCHEMA_VERSION, Document
from summarizer.schema.brief import BriefingNote
from summarizer.schema.summary import ArticleSummary

PUBLISHED: Final[dict[str, type[Document]]] = {"summary": ArticleSummary, "brief": BriefingNote}
_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"


def schema_id(name: str) -> str:
    """The `$id` of a published schema: a URN, since it names a version and is not fetched."""
    return f"urn:summarizer:schema:{name}:{SCHEMA_VERSION}"


def published_schema(name: str) -> dict[str, Any]:
    """The JSON Schema of "summary" or "brief", as users write and read it (by alias)."""
    body = PUBLISHED[name].model_json_schema(mode="validation", by_alias=True)
    return {"$schema": _DIALECT, "$id": schema_id(name), **body}
