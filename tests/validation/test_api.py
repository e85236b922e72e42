"""`validate(...)` from Python."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from summarizer.errors import SummarizerError
from summarizer.schema import ArticleSummary, BriefingNote, ValidationReport
from summarizer.validation import validate
from tests.validation.cases import changed, put
from tests.validation.documents import TEXT, brief, dumped, summary

BAD = changed(summary(), put("statements", 0, "speaker", "a9"))


def codes(report: ValidationReport) -> list[str]:
    return [one.code for one in report.findings]


def test_files_values_and_models_are_checked_alike(tmp_path: Path) -> None:
    path = tmp_path / "story.json"
    path.write_bytes(dumped(BAD))
    for one in (path, str(path), tmp_path, BAD, ArticleSummary.model_validate(BAD)):
        report = validate(one)
        assert codes(report) == ["unknown_actor"]
        assert (report.summary.files, report.summary.errors) == (1, 1)


def test_several_documents_are_named_by_their_place(tmp_path: Path) -> None:
    path = tmp_path / "story.json"
    path.write_bytes(dumped(summary()))
    note = BriefingNote.model_validate(changed(brief(), put("delta", "new", ["k77"])))
    report = validate([path, BAD, note])
    assert [one.file for one in report.findings] == ["document 2", "document 3"]
    assert report.summary.files == 3


def test_correct_documents_give_an_empty_report() -> None:
    report = validate([summary(), brief(), ArticleSummary.model_validate(summary())])
    assert report.findings == []
    assert json.loads(report.model_dump_json())["summary"] == {
        "files": 3,
        "errors": 0,
        "warnings": 0,
    }


def test_nothing_to_check_is_no_finding() -> None:
    assert validate([]).summary.files == 0


def test_options_are_those_of_the_command(tmp_path: Path) -> None:
    (tmp_path / "pilots.txt").write_text(TEXT, encoding="utf-8")
    bare = changed(summary(), put("article", "text", None))
    assert codes(validate(bare)) == ["text_left_out"]
    assert codes(validate(bare, sources=[tmp_path])) == []
    assert validate(bare, strict=True).findings[0].severity == "error"
    assert codes(validate(bare, ignore=["grounding"])) == []
    assert codes(validate(bare, select=["text_hash"])) == []
    assert "not_reviewed" in codes(validate(bare, require_reviewed=True))
    with pytest.raises(SummarizerError):
        validate(bare, select=["no_such_code"])


def test_whatever_comes_in_is_a_finding_and_no_exception() -> None:
    for value in ({}, {"kind": 3}, {"kind": "summary", "article": None, "gist": [1]}):
        assert validate(value).summary.errors >= 1
