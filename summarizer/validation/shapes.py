"""The published schemas, run by pydantic-core alone.

Building the promised models takes longer than checking a file does. So the published JSON Schemas
lie beside this module and are translated for pydantic-core, which is what the models use too; a
test keeps the copies in step with the models. Documents come out as records with the attributes of
`ArticleSummary` and `BriefingNote`, and are typed as these.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final

from pydantic_core import SchemaValidator

PUBLISHED: Final = Path(__file__).with_name("published")
_DATES: Final = frozenset({"date", "date-time"})
_TEXT_LIMITS: Final = {"minLength": "min_length", "maxLength": "max_length", "pattern": "pattern"}
_NUMBER_LIMITS: Final = {"minimum": "ge", "maximum": "le", "exclusiveMinimum": "gt"}
_LIST_LIMITS: Final = {"minItems": "min_length", "maxItems": "max_length"}
A_NUMBER: Final = "a number"
"""What is wanted where whole numbers and others are allowed."""

Schema = dict[str, Any]


class Record:
    """What a JSON object becomes: its keys as attributes, in the slots that pydantic-core fills."""

    __slots__ = (
        "__dict__",
        "__pydantic_extra__",
        "__pydantic_fields_set__",
        "__pydantic_private__",
    )


@cache
def validator(kind: str) -> SchemaValidator:
    """Build the validator of a kind of document: "summary", "brief" or "article"."""
    schema = published(kind)
    definitions = [
        {**_translate(body), "ref": name} for name, body in schema.get("$defs", {}).items()
    ]
    return SchemaValidator(
        {"type": "definitions", "schema": _translate(schema), "definitions": definitions}
    )


@cache
def published(kind: str) -> Schema:
    """Read the published schema of a kind of document."""
    found: Schema = json.loads((PUBLISHED / f"{kind}.json").read_text(encoding="utf-8"))
    return found


def _translate(schema: Schema) -> Schema:
    """Translate the part of JSON Schema that the published models use."""
    if "$ref" in schema:
        return {"type": "definition-ref", "schema_ref": schema["$ref"].removeprefix("#/$defs/")}
    if "anyOf" in schema:
        return _union(schema["anyOf"])
    if "enum" in schema or "const" in schema:
        return {"type": "literal", "expected": schema.get("enum") or [schema["const"]]}
    match schema.get("type"):
        case "object":
            return _object(schema)
        case "array":
            return _array(schema)
        case "string":
            return _string(schema)
        case "integer":
            return {"type": "int", **_limits(schema, _NUMBER_LIMITS)}
        case "number":
            return {"type": "float", "allow_inf_nan": False, **_limits(schema, _NUMBER_LIMITS)}
        case "boolean":
            return {"type": "bool"}
        case _:
            return {"type": "any"}


def _union(choices: list[Schema]) -> Schema:
    some = [choice for choice in choices if choice.get("type") != "null"]
    if len(some) < len(choices):
        return {
            "type": "nullable",
            "schema": _union(some) if len(some) > 1 else _translate(some[0]),
        }
    # One error for all choices: a reader is not helped by one for each.
    dates = all(choice.get("format") in _DATES for choice in choices)
    wanted = "a date or a date and time, ISO 8601" if dates else A_NUMBER
    return {
        "type": "union",
        "choices": [_translate(choice) for choice in choices],
        "custom_error_type": "wrong_choice",
        "custom_error_message": wanted,
    }


def _object(schema: Schema) -> Schema:
    if "properties" not in schema:
        return {"type": "dict", "keys_schema": {"type": "str"}}
    required = schema.get("required", [])
    name = schema["title"]
    return {
        "type": "model",
        "cls": type(name, (Record,), {"__slots__": ()}),
        "schema": {
            "type": "model-fields",
            "model_name": name,
            "extra_behavior": "forbid",
            "fields": {
                key: {"type": "model-field", "schema": _field(body, key in required)}
                for key, body in schema["properties"].items()
            },
        },
    }


def _field(schema: Schema, required: bool) -> Schema:
    if required:
        return _translate(schema)
    empty: object = [] if schema.get("type") == "array" else None
    default = schema.get("default", empty)
    return {
        "type": "default",
        "schema": _translate(schema),
        "default": default,
        "copy_default": isinstance(default, list),
    }


def _array(schema: Schema) -> Schema:
    if "prefixItems" in schema:
        return {"type": "tuple", "items_schema": [_translate(one) for one in schema["prefixItems"]]}
    items = _translate(schema["items"])
    return {"type": "list", "items_schema": items, **_limits(schema, _LIST_LIMITS)}


def _string(schema: Schema) -> Schema:
    match schema.get("format"):
        case "date":
            return {"type": "date"}
        case "date-time":
            return {"type": "datetime"}
        case _:
            return {"type": "str", **_limits(schema, _TEXT_LIMITS)}


def _limits(schema: Schema, names: dict[str, str]) -> Schema:
    return {ours: schema[theirs] for theirs, ours in names.items() if theirs in schema}


def field_names(kind: str, path: Sequence[str | int]) -> list[str]:
    """List the fields that an object at a path of a document may have."""
    schema = published(kind)
    node: Schema = schema
    for step in ("", *path):
        node = node if step == "" else _inner(node, step)
        node = next((one for one in node.get("anyOf", ()) if one.get("type") != "null"), node)
        node = schema["$defs"][node["$ref"].removeprefix("#/$defs/")] if "$ref" in node else node
    return list(node.get("properties", ()))


def _inner(node: Schema, step: str | int) -> Schema:
    found = node.get("items", {}) if isinstance(step, int) else node["properties"].get(step, {})
    return found if isinstance(found, dict) else {}
