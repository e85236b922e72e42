"""What others rely on: the names of the package, and the published schemas."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import summarizer
from summarizer.render import render
from summarizer.schema import PUBLISHED, published_schema
from tests.pipeline.saved import article_of, draft_of
from tests.scripted.entries import answer
from tests.scripted.server import scripted

EXAMPLES = sorted(Path(__file__).parent.parent.joinpath("examples").glob("*.json"))


def test_all_is_sorted_and_complete() -> None:
    assert summarizer.__all__ == sorted(summarizer.__all__)
    assert set(summarizer.__all__) == {*summarizer._HOMES, "__version__"}


@pytest.mark.parametrize("name", summarizer.__all__)
def test_every_public_name_is_there(name: str) -> None:
    found = getattr(summarizer, name)
    if name in summarizer._HOMES:
        home = import_module(summarizer._HOMES[name])
        assert found is getattr(home, name)
        assert name in getattr(home, "__all__", vars(home))


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = summarizer.nothing


def test_type_checkers_see_the_same_names() -> None:
    """The imports under TYPE_CHECKING and the table of homes say the same."""
    source = Path(summarizer.__file__).read_text(encoding="utf-8")
    block = source.partition("if TYPE_CHECKING:\n")[2].partition("\n\n")[0]
    seen = {
        (name.strip(), line.split()[1])
        for line in block.splitlines()
        for name in line.partition(" import ")[2].split(",")
    }
    assert seen == set(summarizer._HOMES.items())


def test_importing_the_package_imports_nothing_heavy() -> None:
    code = (
        "import sys, summarizer; "
        "print(sorted({'pydantic', 'openai', 'instructor', 'rich', 'typer'} & sys.modules.keys()))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


@pytest.mark.parametrize("name", PUBLISHED)
def test_a_published_schema_is_a_schema(name: str) -> None:
    schema = published_schema(name)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"].startswith(f"urn:summarizer:schema:{name}:")
    Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize("name", PUBLISHED)
def test_every_field_of_a_published_schema_is_closed_and_described(name: str) -> None:
    schema = published_schema(name)
    models = [schema, *schema["$defs"].values()]
    for model in models:
        if model.get("type") == "object":
            assert model["additionalProperties"] is False, model["title"]
            assert model["description"], model["title"]


@pytest.fixture(scope="module")
def held() -> dict[str, Any]:
    """A summary as a user gets it."""
    with scripted(answer(draft_of("water-talks"))) as server:
        summary = summarizer.summarize(
            article_of("water-talks"), model="any", base_url=server.base_url
        )
    written: dict[str, Any] = json.loads(str(render(summary, "json")))
    return written


def test_a_summary_is_valid_by_its_schema(held: dict[str, Any]) -> None:
    Draft202012Validator(published_schema("summary")).validate(held)
    assert held["events"]


def test_every_example_is_valid_by_its_schema() -> None:
    for path in EXAMPLES:
        example = json.loads(path.read_text(encoding="utf-8"))
        Draft202012Validator(published_schema(example["kind"])).validate(example)


@pytest.mark.parametrize(
    "path",
    [("kind",), ("actors", 0, "kind"), ("events", 0, "quad"), ("run", "usage", "calls")],
)
def test_a_value_that_the_contract_does_not_allow_is_not(
    held: dict[str, Any], path: tuple[str | int, ...]
) -> None:
    spoiled: Any = json.loads(json.dumps(held))
    inner = spoiled
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = "robot"
    assert not Draft202012Validator(published_schema("summary")).is_valid(spoiled)


def test_a_field_more_or_less_is_not_valid(held: dict[str, Any]) -> None:
    validator = Draft202012Validator(published_schema("summary"))
    assert not validator.is_valid({**held, "more": 1})
    assert not validator.is_valid({key: held[key] for key in held if key != "article"})
