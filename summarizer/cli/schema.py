"""`summarizer schema`: the published JSON Schemas."""

from __future__ import annotations

from typing import Annotated

import typer


def schema_command(
    name: Annotated[str, typer.Argument(metavar="[summary|brief]")] = "summary",
) -> None:
    """Print a published JSON Schema (draft 2020-12)."""
    import json

    from summarizer.schema import PUBLISHED, published_schema

    if name not in PUBLISHED:
        raise typer.BadParameter(f"{name}: choose one of {', '.join(PUBLISHED)}")
    typer.echo(json.dumps(published_schema(name), indent=2, ensure_ascii=False))
