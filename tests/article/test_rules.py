"""Every rule catches its examples, and nothing catches what must stay in the article."""

from __future__ import annotations

import pytest

from summarizer.article.rules import Rule, read_rules

RULES = [*read_rules("boilerplate.toml"), *read_rules("injection.toml")]
EXAMPLES = [(rule, text) for rule in RULES for text in rule.examples]
KEPT = [(rule, text) for rule in RULES for text in rule.kept]


def _catches(rule: Rule, text: str) -> bool:
    if rule.scope == "within":
        return rule.pattern.search(text) is not None
    return rule.pattern.fullmatch(text) is not None


@pytest.mark.parametrize(("rule", "text"), EXAMPLES, ids=lambda value: str(value)[:40])
def test_a_rule_catches_its_example(rule: Rule, text: str) -> None:
    assert _catches(rule, text)


@pytest.mark.parametrize(("rule", "text"), KEPT, ids=lambda value: str(value)[:40])
def test_no_rule_catches_what_is_kept(rule: Rule, text: str) -> None:
    # A rule that goes on from another never acts alone.
    alone = [other for other in RULES if other.name != "order_goes_on" or other is rule]
    assert [other.name for other in alone if _catches(other, text)] == []


def test_every_rule_has_examples_and_counter_examples() -> None:
    assert [rule.name for rule in RULES if not rule.examples or not rule.kept] == []


def test_rules_are_told_apart_by_name_language_and_scope() -> None:
    english = [rule for rule in RULES if rule.language == "en"]
    assert {"related", "newsletter", "byline", "contributed", "caption"} <= {
        rule.name for rule in english
    }
    for language in ("es", "ar", "zh", "ru"):
        names = {rule.name for rule in RULES if rule.language == language}
        assert {"related", "cookies", "newsletter", "caption", "copyright"} <= names
