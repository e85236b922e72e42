"""The article's language in what a model is asked."""

from __future__ import annotations

import pytest

from summarizer.article import Metadata, build_article
from summarizer.article.language import detect_language
from summarizer.prompts import draft_messages, gist_messages, load_prompt
from summarizer.prompts.languages import language_name

MAIN = load_prompt("main")
TEXT = "Ada Quill met Otto Feld in Velden."


@pytest.mark.parametrize("language", ["es", "ar", "zh", "ru"])
def test_the_gist_is_shown_in_the_articles_language(language: str) -> None:
    article = build_article(TEXT, Metadata(language=language))
    _, example, answer, asked = [turn["content"] for turn in gist_messages(MAIN, article)]
    name = language_name(MAIN, language)
    assert detect_language(example.partition("<article>")[2].partition("</article>")[0]) == language
    assert detect_language(answer.replace("gist", "").replace("text", "")) == language
    assert example.endswith(
        f"Write in {name}, as the article does, and leave names as they stand there."
    )
    assert asked.endswith(example.rpartition("</article>")[2])


def test_a_language_without_an_example_is_named() -> None:
    article = build_article(TEXT, Metadata(language="pt-BR"))
    _, example, _, asked = [turn["content"] for turn in gist_messages(MAIN, article)]
    assert "Write in" not in example
    assert "Write in Portuguese" in asked
    assert "Write in Portuguese" in draft_messages(MAIN, article)[-1]["content"]


@pytest.mark.parametrize("language", [None, "en", "en-GB"])
def test_english_needs_no_word(language: str | None) -> None:
    article = build_article(TEXT, Metadata(language=language))
    for messages in (draft_messages(MAIN, article), gist_messages(MAIN, article)):
        assert not any("Write in" in turn["content"] for turn in messages)


def test_a_language_that_the_table_lacks_is_named_by_its_tag() -> None:
    assert language_name(MAIN, "xx-Latn") == "xx-Latn"
