"""The published shape: copies in step with the models, the same verdicts, plain words."""

from __future__ import annotations

import json
import re
from hashlib import sha256
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from summarizer.schema import (
    SCHEMA_VERSION,
    ArticleInput,
    ArticleSummary,
    BriefingNote,
    published_schema,
)
from summarizer.validation.check import check
from summarizer.validation.problem import pointer
from summarizer.validation.schema import form_of
from summarizer.validation.shapes import PUBLISHED, published, validator
from tests.validation.cases import change, changed, drop, put
from tests.validation.documents import Json, brief, dumped, summary

MODELS: dict[str, type[BaseModel]] = {
    "summary": ArticleSummary,
    "brief": BriefingNote,
    "article": ArticleInput,
}
REGENERATE = "run: python -m summarizer.validation.publish"


@pytest.mark.parametrize("kind", MODELS)
def test_the_copies_are_in_step_with_the_models(kind: str) -> None:
    current = (
        ArticleInput.model_json_schema(by_alias=True)
        if kind == "article"
        else published_schema(kind)
    )
    assert published(kind) == current, REGENERATE


@pytest.mark.parametrize("kind", ["summary", "brief"])
def test_a_released_schema_never_changes_without_a_new_version(kind: str) -> None:
    """Versions 0.x may change in place; from 1.0 on a hash is kept of each that was released."""
    released = json.loads((PUBLISHED / "released.json").read_text(encoding="utf-8"))
    digest = sha256((PUBLISHED / f"{kind}.json").read_bytes()).hexdigest()
    if SCHEMA_VERSION.startswith("0."):
        assert SCHEMA_VERSION not in released
    else:
        assert released[SCHEMA_VERSION][kind] == digest, "the schema changed: raise SCHEMA_VERSION"


def messages(document: Json) -> dict[str, str]:
    return {one.path: f"{one.code}: {one.message}" for one in check(dumped(document), "x").problems}


@pytest.mark.parametrize(
    ("fault", "path", "says"),
    [
        (drop("actors", 0, "kind"), "/actors/0/kind", "missing_field: the field 'kind' is missing"),
        (put("run", 7), "/run", "wrong_type: must be an object, not the number 7"),
        (put("gist", {}), "/gist", "wrong_type: must be a list, not an object"),
        (put("gist", None), "/gist", "wrong_type: must be a list, not null"),
        (put("headline", "text", ""), "/headline/text", 'wrong_value: "" must not be empty'),
        (put("headline", "text", True), "/headline/text", "must be text, not true or false"),
        (put("headline", "texts", ""), "/headline/texts", 'did you mean "text"?'),
        (put("run", "usage", "inputs", 1), "/run/usage/inputs", 'did you mean "input"?'),
        (put("xyzzy", 1), "/xyzzy", "unknown_field: no field is called 'xyzzy'"),
        (put("events", 0, "margin", 1.5), "/events/0/margin", "1.5 must be at most 1"),
        (put("run", "usage", "calls", -1), "/run/usage/calls", "-1 must be at least 0"),
        (put("events", 0, "type", "WAR"), "/events/0/type", "\"WAR\" must be 'AGREE', "),
        (put("actors", 0, "id", "b1"), "/actors/0/id", '"b1" must be an id such as "a1"'),
        (put("stances", 0, "holder", "x"), "/stances/0/holder", 'such as "a1", or "author"'),
        (put("article", "sentences", 0, [1]), "/article/sentences/0", "two entries, [start, end]"),
        (put("article", "sentences", 0, [1, 2, 3]), "/article/sentences/0", "at most 2 entries"),
        (put("article", "published", "x"), "/article/published", "a date or a date and time"),
        (put("article", "retrieved", "x"), "/article/retrieved", "is no date and time: "),
        (put("events", 0, "evidence", []), "/events/0/evidence", "must have at least 1"),
        (put("events", 0, "evidence", 0, "start", 1.5), "/events/0/evidence/0/start", "a whole"),
        (put("run", "sampling", "hot"), "/run/sampling", "must be an object, not text"),
        (put("schema_version", "one"), "/schema_version", 'a version such as "0.1"'),
        (change("gist", by=lambda gist: gist * 2), "/gist", "at most 3 entries, not 4"),
    ],
)
def test_faults_are_told_in_plain_words(fault: Any, path: str, says: str) -> None:
    assert says in messages(changed(summary(), fault))[path]


def test_half_a_surrogate_pair_is_refused() -> None:
    data = json.dumps(changed(summary(), put("headline", "text", "\ud800"))).encode()
    assert [one.code for one in check(data, "x").problems] == ["malformed_json"]


def test_nesting_inside_a_free_field_is_limited() -> None:
    deep = changed(summary(), put("run", "sampling", {"a": json.loads("[" * 400 + "]" * 400)}))
    assert [one.code for one in check(dumped(deep), "x").problems] == ["too_deep"]


def test_every_pattern_of_the_schema_has_its_words() -> None:
    patterns = {
        found
        for kind in MODELS
        for found in re.findall(r'"pattern": "((?:[^"\\]|\\.)*)"', json.dumps(published(kind)))
    }
    for pattern in patterns:
        assert not form_of(json.loads(f'"{pattern}"')).startswith("text of the form")


@pytest.mark.parametrize(("kind", "document"), [("summary", summary()), ("brief", brief())])
def test_records_have_the_values_of_the_models(kind: str, document: Json) -> None:
    text = json.dumps(document)
    model = MODELS[kind].model_validate_json(text)
    record = validator(kind).validate_json(text, strict=True)
    same(record, model)


def same(record: Any, model: Any) -> None:
    if isinstance(model, list):
        assert len(record) == len(model)
        for ours, theirs in zip(record, model, strict=True):
            same(ours, theirs)
    elif hasattr(type(model), "model_fields"):
        for name in type(model).model_fields:
            if name != "json_schema":
                same(getattr(record, name), getattr(model, name))
    else:
        assert record == model


junk = st.none() | st.booleans() | st.integers(-2, 40) | st.sampled_from(["", "a1", "2031-03-04"])


@settings(max_examples=50, deadline=None)
@given(st.data())
def test_verdicts_agree_with_the_models(data: st.DataObject) -> None:
    """Whatever is put wherever, the copies accept and refuse what the models do."""
    kind = data.draw(st.sampled_from(["summary", "brief"]))
    document = summary() if kind == "summary" else brief()
    inner: Any = document
    path: list[Any] = []
    while isinstance(inner, dict | list) and inner and (not path or data.draw(st.booleans())):
        path.append(data.draw(st.sampled_from(list(inner) if isinstance(inner, dict) else [0])))
        holder, inner = inner, inner[path[-1]]
    holder[path[-1]] = data.draw(junk | st.just([]) | st.just({}))
    text = json.dumps(document)
    try:
        validator(kind).validate_json(text, strict=True)
        ours = set()
    except Exception as error:  # noqa: BLE001  # pydantic-core's own ValidationError
        ours = {pointer(*one["loc"]) for one in error.errors()}  # type: ignore[attr-defined]
    try:
        MODELS[kind].model_validate_json(text, strict=True)
        theirs = set()
    except ValidationError as error:
        theirs = {pointer(*one["loc"]) for one in error.errors()}
    assert bool(ours) == bool(theirs) or all("sentences" in p or "mentions" in p for p in theirs)


@pytest.mark.parametrize(
    ("value", "code", "says"),
    [
        ("2400000", "wrong_type", "must be a number, not text"),
        (1e999, "wrong_value", "the number is beyond all bounds"),
    ],
)
def test_a_number_that_is_none_is_said_to_be_text_or_without_bounds(
    value: Any, code: str, says: str
) -> None:
    document = changed(summary(), put("events", 1, "quantities", 0, "value", value))
    (found,) = check(dumped(document).replace(b"Infinity", b"1e999"), "x").problems
    assert (found.code, found.message) == (code, says)
