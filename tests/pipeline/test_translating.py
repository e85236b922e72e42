"""A summary in another language than its article, from a scripted model."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

import summarizer
from summarizer import ArticleSummary, build_article
from summarizer.validation import validate
from tests.invariants import holds
from tests.pipeline.answering import Answers, form_of, kinds
from tests.scripted.entries import answer
from tests.scripted.server import Entry, Request, scripted

TEXT = (
    "El ministro Iñaki Prat anunció el lunes una ayuda de 3,5 millones de euros para los puertos. "
    "La alcaldesa Ana Sol rechazó la ayuda. Hidrosur despidió a 240 obreros en Velda."
)
DRAFT: dict[str, Any] = {
    "gist": [
        {
            "text": "El ministro Iñaki Prat anunció una ayuda de 3,5 millones de euros.",
            "sentences": [1],
        }
    ],
    "events": [
        {
            "description": "Hidrosur despidió a 240 obreros",
            "type": "OTHER",
            "actors": ["Hidrosur"],
            "recipients": [],
            "status": "occurred",
            "sentences": [3],
        }
    ],
    "actors": [{"name": "Ana Sol", "kind": "person", "role": "alcaldesa"}],
    "stances": [
        {"holder": "Ana Sol", "target": "la ayuda", "position": "against", "sentences": [2]}
    ],
}
WORDS = {
    "El ministro": "Minister",
    "anunció": "announced",
    "el lunes": "on Monday",
    "una ayuda de 3,5 millones de euros": "aid of 3.5 million euros",
    "para los puertos": "for the ports",
    "despidió a 240 obreros": "dismissed 240 workers",
    "alcaldesa": "mayor",
    "la ayuda": "the aid",
    "ministro": "minister",
}


def into_english(text: str) -> str:
    """A translation word by word."""
    for spanish, english in WORDS.items():
        text = text.replace(spanish, english)
    return text


def translating(translate: Callable[[str], str]) -> Callable[[Request], Entry]:
    """A model that drafts, and translates line by line."""
    drafts = Answers(DRAFT)

    def answered(request: Request) -> Entry:
        if "texts" not in form_of(request):
            return drafts(request)
        lines = re.findall(r"^(\d+)\. (.*)$", request.asked, re.MULTILINE)
        return answer(
            {"texts": [{"number": int(number), "text": translate(t)} for number, t in lines]}
        )

    return answered


def made(
    translate: Callable[[str], str] = into_english, **settings: Any
) -> tuple[ArticleSummary, list[str]]:
    """The summary, and what was asked for."""
    with scripted(otherwise=translating(translate)) as server:
        summary = summarizer.summarize(
            build_article(TEXT), model="any", base_url=server.base_url, **settings
        )
        return summary, kinds(server.requests)


def test_our_words_are_translated_and_the_evidence_is_not() -> None:
    summary, asked = made(language="en")
    holds(summary)
    assert asked == ["draft", "token"], "a draft, then all texts at once"
    assert summary.gist[0].text == "Minister Iñaki Prat announced aid of 3.5 million euros."
    [event] = summary.events
    assert event.description == "Hidrosur dismissed 240 workers"
    assert event.evidence[0].quote == "Hidrosur despidió a 240 obreros en Velda."
    assert summary.stances[0].target == "the aid"
    assert {a.name: a.role for a in summary.actors}["Ana Sol"] == "mayor"
    assert summary.run is not None
    assert summary.run.language == "en"
    assert summary.article.language == "es"
    assert [f for f in validate(summary).findings if f.severity == "error"] == []


@pytest.mark.parametrize("language", [None, "es", "es-MX"])
def test_nothing_is_asked_where_the_language_is_the_articles(language: str | None) -> None:
    summary, asked = made(language=language)
    assert asked == ["draft"]
    assert summary.events[0].description == "Hidrosur despidió a 240 obreros"


def test_what_a_translation_spoils_stays_in_the_articles_language_and_says_so() -> None:
    summary, _ = made(lambda text: into_english(text).replace("240", "24"), language="en")
    assert summary.events[0].description == "Hidrosur despidió a 240 obreros"
    [warning] = [w for w in summary.warnings if w.code == "untranslated"]
    assert warning.path == "/events/0"
    assert "240" in warning.message
    assert summary.gist[0].text.startswith("Minister Iñaki Prat announced")


def test_what_comes_back_as_it_was_is_not_translated() -> None:
    summary, _ = made(lambda text: text, language="en")
    told = [w for w in summary.warnings if w.code == "untranslated"]
    assert {w.path for w in told} >= {"/gist/0", "/events/0"}
    assert all("as it was" in w.message for w in told)


def test_a_model_that_answers_nothing_costs_the_translation_alone() -> None:
    summary, _ = made(lambda _: "", language="en")
    assert {w.code for w in summary.warnings} >= {"untranslated"}
    assert summary.gist[0].text == DRAFT["gist"][0]["text"]


def test_validate_sees_a_number_that_a_translation_changed() -> None:
    summary, _ = made(language="en")
    summary.events[0].description = "Hidrosur dismissed 24 workers"
    assert "unsupported_number" in {finding.code for finding in validate(summary).findings}
