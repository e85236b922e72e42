"""What every promised model shares: closed fields, spans, and keys that are left out when unset."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    SerializerFunctionWrapHandler,
    model_serializer,
)

SCHEMA_VERSION = "0.1"
"""Stays 0.x until the shape is settled."""


def _ordered(span: tuple[int, int]) -> tuple[int, int]:
    start, end = span
    if not 0 <= start < end:
        raise ValueError(f"a span needs 0 <= start < end, not [{start}, {end}]")
    return span


Span = Annotated[
    tuple[int, int],
    AfterValidator(_ordered),
    Field(description="[start, end): Unicode code points into article.text, half open"),
]


class Model(BaseModel):
    """A closed record: `optional_keys` are written only when set, `last_keys` at the end."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)
    optional_keys: ClassVar[frozenset[str]] = frozenset()
    last_keys: ClassVar[tuple[str, ...]] = ()

    @model_serializer(mode="wrap")
    def _in_reading_order(self, handler: SerializerFunctionWrapHandler) -> dict[str, Any]:
        written: dict[str, Any] = handler(self)
        ordered = [key for key in written if key not in self.last_keys]
        ordered += [key for key in self.last_keys if key in written]
        return {
            key: written[key]
            for key in ordered
            if written[key] is not None or key not in self.optional_keys
        }


class Document(Model):
    """A whole file of ours: may carry `$schema`, so that editors can complete it."""

    optional_keys: ClassVar[frozenset[str]] = frozenset({"$schema", "json_schema"})

    json_schema: str | None = Field(
        default=None, alias="$schema", description="address of the JSON Schema, for editors"
    )
