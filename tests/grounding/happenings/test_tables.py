"""The word tables keep to the ontology and to their own signs."""

from __future__ import annotations

import re
from typing import Any

import pytest

from summarizer.grounding.happenings import speaks
from summarizer.grounding.words import load_table
from summarizer.ontology import EVENT_CLASSES, EVENT_TYPES, mode_is_legal

_LANGUAGES = ("en", "es", "ru", "ar", "zh")
_PACKAGE = "summarizer.grounding.happenings"
_ENTRY = re.compile(r"=?[^\s:=]+(?::(?:0?\.\d+|1))?")


def _lists(language: str) -> list[tuple[Any, str, str]]:
    """Type, mode and words of every list of triggers."""
    table = load_table(_PACKAGE, f"triggers.{language}")
    return [
        (kind, mode, words)
        for kind in EVENT_TYPES
        for part in table.get(kind, {}).values()
        for mode, words in part.items()
    ]


@pytest.mark.parametrize("language", _LANGUAGES)
def test_modes_are_legal(language: str) -> None:
    """A mode that its type does not have can never come out."""
    for kind, mode, _ in _lists(language):
        assert mode == "any" or mode_is_legal(kind, mode), f"{kind}/{mode}"


@pytest.mark.parametrize("language", _LANGUAGES)
def test_entries_are_well_formed(language: str) -> None:
    """A word, perhaps a phrase, perhaps a weight up to 1."""
    for kind, _, words in _lists(language):
        for entry in words.split():
            assert _ENTRY.fullmatch(entry), f"{kind}: {entry}"


@pytest.mark.parametrize("language", _LANGUAGES)
def test_every_type_has_words(language: str) -> None:
    """No type of the ontology is out of reach."""
    assert {kind for kind, _, _ in _lists(language)} == set(EVENT_TYPES)


def test_contexts_name_types_and_legal_modes() -> None:
    """A context can choose nothing that the ontology lacks, and its pattern compiles."""
    for entry in load_table(_PACKAGE, "triggers.en")["contexts"]:
        assert entry["type"] in EVENT_CLASSES
        assert mode_is_legal(entry["type"], entry.get("mode"))
        assert re.compile(entry["near"])


def test_tables_are_those_of_the_languages_spoken() -> None:
    """A language without a table says so."""
    assert [code for code in (*_LANGUAGES, "fr", "de") if speaks(code)] == list(_LANGUAGES)
