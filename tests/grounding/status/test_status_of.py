"""Status from wording: the cases lie in cases.toml."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from summarizer.grounding.status import denial_of_report, status_of

CASES = tomllib.loads(Path(__file__).with_name("cases.toml").read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['clause']}: {case['status']}")
def test_the_wording_shows_the_status(case: dict[str, Any]) -> None:
    found, cue = status_of(case["sentence"], case["clause"], case.get("language"))
    assert (found or "") == case["status"]
    assert bool(cue) == bool(found)
    assert cue in case["sentence"]


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("The court freed three men.", "occurred"),
        ("Service will resume.", "planned"),
        ("The fair was cancelled.", "cancelled"),
    ],
)
def test_without_a_clause_the_first_predicate_counts(sentence: str, status: str) -> None:
    assert status_of(sentence)[0] == status


@pytest.mark.parametrize("clause", ["", "entirely other words", "…", "5"])
def test_a_clause_that_matches_nothing_is_no_error(clause: str) -> None:
    assert status_of("The fair was good.", clause) == (None, "")


def test_a_language_without_a_table_gives_no_status() -> None:
    assert status_of("Rådet vedtok planen.", None, "no") == (None, "")


@pytest.mark.parametrize(
    "following",
    [
        "The ministry denied it.",
        "His office called the report nonsense.",
        "No such order had been given, she said.",
        "That was not true, the mayor said.",
    ],
)
def test_the_next_sentence_denies_a_report(following: str) -> None:
    assert denial_of_report(following)


@pytest.mark.parametrize(
    "following",
    ["The ministry denied that the road was closed.", "She did not comment.", "It was late."],
)
def test_a_sentence_that_denies_something_else_denies_no_report(following: str) -> None:
    assert denial_of_report(following) is None
