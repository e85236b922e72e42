"""Prompt files: found by name or folder, fingerprinted as a whole."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from summarizer.errors import PromptError
from summarizer.prompts import load_prompt, load_question, prompts_dir


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A user's copy of the shipped prompt."""
    return Path(shutil.copytree(prompts_dir() / "main", tmp_path / "own"))


def test_a_copy_has_the_same_fingerprint(own: Path) -> None:
    assert load_prompt(str(own)).fingerprint == load_prompt("main").fingerprint


@pytest.mark.parametrize("file", ["draft/system.md", "questions/stance.toml", "gist/example.json"])
def test_any_changed_file_changes_the_fingerprint(own: Path, file: str) -> None:
    path = own / file
    path.write_text(path.read_text(encoding="utf-8") + " ", encoding="utf-8")
    assert load_prompt(str(own)).fingerprint != load_prompt("main").fingerprint


def test_an_unknown_prompt_is_named_with_those_that_are_known() -> None:
    with pytest.raises(PromptError, match="no prompt named nope") as caught:
        load_prompt("nope")
    assert caught.value.hint is not None
    assert "main" in caught.value.hint


def test_a_missing_file_is_named(own: Path) -> None:
    (own / "draft" / "system.md").unlink()
    with pytest.raises(PromptError, match=r"no readable file draft/system\.md"):
        load_prompt(str(own)).read("draft/system.md")


def test_a_question_that_is_not_toml_is_named(own: Path) -> None:
    (own / "questions" / "stance.toml").write_text("options = [", encoding="utf-8")
    with pytest.raises(PromptError, match=r"questions/stance.toml is not TOML"):
        load_question(load_prompt(str(own)), "stance")


def test_an_example_must_answer_with_an_option(own: Path) -> None:
    path = own / "questions" / "stance.toml"
    changed = path.read_text(encoding="utf-8").replace('answer = "favor"', 'answer = "maybe"', 1)
    path.write_text(changed, encoding="utf-8")
    with pytest.raises(PromptError, match="answers 'maybe'"):
        load_question(load_prompt(str(own)), "stance")


def test_words_that_begin_alike_are_refused(own: Path) -> None:
    path = own / "questions" / "stance.toml"
    changed = path.read_text(encoding="utf-8").replace('word = "negative"', 'word = "neutered"')
    path.write_text(changed, encoding="utf-8")
    with pytest.raises(PromptError, match="begins like another option's"):
        load_question(load_prompt(str(own)), "stance")


def test_an_example_must_fill_the_question(own: Path) -> None:
    path = own / "questions" / "stance.toml"
    changed = path.read_text(encoding="utf-8").replace("{{holder}}", "the holder")
    path.write_text(changed, encoding="utf-8")
    with pytest.raises(PromptError, match="an example gives"):
        load_question(load_prompt(str(own)), "stance")
