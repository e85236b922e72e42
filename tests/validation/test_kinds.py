"""Kinds and versions of documents."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from summarizer.schema import SCHEMA_VERSION
from summarizer.validation import kinds
from summarizer.validation.check import check
from summarizer.validation.kinds import Migration, check_version, current_version, kind_of
from tests.validation.cases import changed, drop, put
from tests.validation.command import findings, run
from tests.validation.documents import brief, dumped, summary


def rename(value: dict[str, Any]) -> dict[str, Any]:
    """Make 0.0.9's "claims" the stances they are now."""
    return {("stances" if key == "claims" else key): inner for key, inner in value.items()}


TWO_STEPS: dict[str, Migration] = {"0.0": ("0.05", dict), "0.05": (SCHEMA_VERSION, rename)}


def test_the_version_is_that_of_the_models() -> None:
    assert current_version() == SCHEMA_VERSION


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        (summary(), "summary"),
        (changed(summary(), drop("kind")), "summary"),
        (changed(brief(), drop("kind")), "brief"),
        ({"text": "x"}, "article"),
        ({"kind": "eval"}, ""),
        ({"kind": ["summary"]}, ""),
        ({}, ""),
        (None, ""),
        ("summary", ""),
    ],
)
def test_kinds_are_stated_or_guessed_from_the_fields(value: Any, kind: str) -> None:
    assert kind_of(value)[0] == kind


def test_an_older_document_is_migrated_step_by_step_and_left_as_it_was() -> None:
    old = changed(summary(), put("schema_version", "0.0"), put("claims", []), drop("stances"))
    new, problems = check_version(old, TWO_STEPS)
    assert new is not None
    assert (new["schema_version"], new["stances"]) == (SCHEMA_VERSION, [])
    assert "claims" in old
    assert [one.code for one in problems] == ["older_version"]


def test_a_gap_in_the_table_is_said() -> None:
    old = changed(summary(), put("schema_version", "0.0"))
    assert check_version(old, {"0.0": ("0.05", dict)})[0] is None


def test_the_command_migrates_and_fix_writes_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kinds, "MIGRATIONS", TWO_STEPS)
    old = changed(summary(), put("schema_version", "0.0"), put("claims", []), drop("stances"))
    path = tmp_path / "old.json"
    path.write_bytes(dumped(old))
    assert [one["code"] for one in findings(str(path))] == ["older_version"]
    assert run(str(path), "--strict").exit_code == 1
    assert run(str(path), "--fix").exit_code == 0
    assert findings(str(path)) == []
    assert json.loads(path.read_bytes())["schema_version"] == SCHEMA_VERSION


def test_fields_that_a_newer_minor_version_added_are_let_pass() -> None:
    newer = changed(
        summary(),
        put("schema_version", "0.9"),
        put("mood", "calm"),
        put("events", 0, "weight", 3),
    )
    assert [one.code for one in check(dumped(newer), "x").problems] == ["newer_minor"]
    newer = changed(newer, put("events", 0, "quad", None))
    assert "quad_mismatch" in [one.code for one in check(dumped(newer), "x").problems]


def test_a_newer_major_version_is_not_read_any_further() -> None:
    for version in ("1.0", "7.3", "10.0", "9" * 5000 + ".0"):
        newer = changed(summary(), put("schema_version", version), put("events", "none"))
        assert [one.code for one in check(dumped(newer), "x").problems] == ["newer_major"]


@pytest.mark.parametrize("version", ["1", "v1.0", "1.0.0", "", "-1.0", 1.0, None])
def test_a_form_that_is_no_version_is_left_to_the_schema(version: Any) -> None:
    odd = changed(summary(), put("schema_version", version))
    codes = {one.code for one in check(dumped(odd), "x").problems}
    assert codes & {"wrong_value", "wrong_type", "missing_version"}


def test_a_failed_article_of_a_batch_is_a_warning(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    path.write_text('{"id": "x", "error": "cut off", "exit_code": 5, "attempts": 1}\n')
    assert run(str(path)).exit_code == 0
    assert [one["message"] for one in findings(str(path))] == [
        "this article was not summarised: cut off"
    ]
