"""Filling templates: named errors, and values that stay data."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.errors import PromptError
from summarizer.prompts.template import fill, variables


def test_values_stand_where_the_template_says() -> None:
    assert fill("{{a}} and {{b}}", where="x", a="one", b="two") == "one and two"


@given(st.text())
def test_a_value_is_never_read_as_a_template(value: str) -> None:
    assert fill("<{{a}}>", where="x", a=value) == f"<{value}>"


@pytest.mark.parametrize("value", ["{{b}}", "$a ${a}", "{{7*7}}", "{% for x in y %}", "{a}", "\\1"])
def test_marks_of_template_languages_pass_through(value: str) -> None:
    assert fill("{{a}}{{b}}", where="x", a=value, b="2") == f"{value}2"


def test_an_unknown_variable_is_named() -> None:
    with pytest.raises(PromptError, match=r"article\.md asks for \{\{artcle\}\}"):
        fill("{{artcle}}", where="article.md", article="text")


def test_a_missing_variable_is_named() -> None:
    with pytest.raises(PromptError, match=r"article\.md does not use \{\{article\}\}"):
        fill("nothing", where="article.md", article="text")


def test_variables_are_listed_once_in_order() -> None:
    assert variables("{{b}} {{a}} {{b}}") == ["b", "a"]
