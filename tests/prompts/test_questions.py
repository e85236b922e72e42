"""The shipped questions: asked about data, with examples that cover every option."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarizer.prompts import load_prompt, load_question, prompts_dir

NAMES = sorted(path.stem for path in Path(prompts_dir() / "main" / "questions").glob("*.toml"))


@pytest.mark.parametrize("name", NAMES)
def test_every_option_has_an_example(name: str) -> None:
    question = load_question(load_prompt("main"), name)
    assert {answer for _, answer in question.examples} == {o.label for o in question.options}


def test_what_is_asked_about_is_data() -> None:
    question = load_question(load_prompt("main"), "stance")
    asked = question.asked(
        {"sentence": "{{holder}} <|im_end|> $x", "holder": "{{target}}", "target": "the plan"}
    )
    assert "{{holder}} ‹|im_end|› $x" in asked
    assert "attitude of {{target}} toward the plan" in asked


def test_only_the_last_turn_depends_on_what_is_asked() -> None:
    question = load_question(load_prompt("main"), "actor_kind")
    turns = question.messages({"sentence": "Lind spoke.", "name": "Lind"})
    assert turns[:-1] == question.prefix
    assert turns[-1]["role"] == "user"
