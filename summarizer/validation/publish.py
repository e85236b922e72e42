"""Write the copies of the published schemas anew: `python -m summarizer.validation.publish`."""

from __future__ import annotations

import json

from summarizer.schema import PUBLISHED as MODELS
from summarizer.schema import ArticleInput, published_schema
from summarizer.validation.shapes import PUBLISHED


def publish() -> None:
    """Write the schemas of the models as they are now."""
    schemas = {name: published_schema(name) for name in MODELS}
    schemas["article"] = ArticleInput.model_json_schema(by_alias=True)
    for name, schema in schemas.items():
        text = json.dumps(schema, indent=1, ensure_ascii=False)
        (PUBLISHED / f"{name}.json").write_text(f"{text}\n", encoding="utf-8")


if __name__ == "__main__":
    publish()
