"""Every example in the rule tables, word for word."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.grounding.times import find_times
from summarizer.grounding.times.phrases import Rule, phrasebook, words_of
from summarizer.grounding.words import load_table

LANGUAGES = ("en", "es", "ru", "zh", "ar")
ASCII = st.characters(min_codepoint=32, max_codepoint=126)


def examples() -> list[Any]:
    found = []
    for language in LANGUAGES:
        for rule in load_table("summarizer.grounding.times", language)["rule"]:
            for example in rule.get("examples", []):
                label = f"{language}: {example['phrase']} ({example.get('tense', 'no tense')})"
                found.append(pytest.param(language, example, id=label))
    return found


def day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None


@pytest.mark.parametrize(("language", "example"), examples())
def test_the_example_comes_out_as_the_table_says(language: str, example: dict[str, Any]) -> None:
    events = {noun: date.fromisoformat(on) for noun, on in example.get("events", {}).items()}
    found = find_times(
        example["phrase"],
        anchor=day(example.get("anchor")),
        language=language,
        event_dates=events,
        tense=example.get("tense"),
    )
    if example.get("none"):
        assert found == []
        return
    texts = example.get("texts", [example.get("text", example["phrase"])])
    assert [time.text for time in found] == texts
    assert (found[-1].value or "") == example["value"]
    assert (found[-1].value_end or "") == example.get("end", "")
    assert found[-1].granularity == example["granularity"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_that_finds_a_time_has_an_example(language: str) -> None:
    rules = load_table("summarizer.grounding.times", language)["rule"]
    assert [r["name"] for r in rules if r["resolve"] != "skip" and not r.get("examples")] == []


def rules_with_needs() -> list[Any]:
    books = [phrasebook(language) for language in LANGUAGES]
    rules = [rule for book in books if book is not None for rule in book.rules if rule.needs]
    assert rules
    return [pytest.param(rule, id=rule.name) for rule in rules]


@pytest.mark.parametrize("rule", rules_with_needs())
@settings(max_examples=10)
@given(data=st.data())
def test_what_a_rule_finds_has_the_words_that_the_rule_needs(rule: Rule, data: Any) -> None:
    text = data.draw(st.from_regex(rule.pattern, alphabet=ASCII))
    assert next(rule.matches(text, words_of(text)), None) is not None
