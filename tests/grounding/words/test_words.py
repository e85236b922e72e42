"""Tokens, stems, clauses and verb groups."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.grounding.words import (
    base_language,
    clauses_of,
    fold,
    load_table,
    predicates_of,
    stem,
    tokens_of,
)


@given(st.text(max_size=200))
def test_tokens_are_what_stands_there(text: str) -> None:
    assert all(text[t.start : t.end] == t.text for t in tokens_of(text))


@given(st.text(max_size=200), st.sampled_from(["en", "es", "ru", "zh", "ar", "xx"]))
def test_clauses_keep_every_word(text: str, language: str) -> None:
    clauses = clauses_of(text, language)
    assert all(text[c.start : c.end] == c.text for c in clauses)
    words = [t.text for t in tokens_of(text) if t.text not in "$€£¥%"]
    kept = [t.text for c in clauses for t in tokens_of(c.text) if t.text not in "$€£¥%"]
    assert "".join(kept) == "".join(words)


def test_words_are_cut_at_hyphens_but_not_in_acronyms_or_numbers() -> None:
    words = [t.text for t in tokens_of("The U.S. re-elected 1,200 of Kaplan’s mates.")]
    assert words == ["The", "U.S.", "re", "elected", "1,200", "of", "Kaplan’s", "mates"]
    assert [fold(w) for w in ("U.S.", "Kaplan’s", "DON’T")] == ["us", "kaplan", "don't"]


@pytest.mark.parametrize(
    "forms",
    [
        "vote votes voted voting",
        "deny denies denied denying",
        "plan plans planned planning",
        "say says said saying",
        "withdraw withdrew withdrawn withdraws",
        "agree agreed agrees",
        "city cities",
        "try tried tries trying",
    ],
)
def test_forms_of_one_english_word_share_a_stem(forms: str) -> None:
    assert len({stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("business", "bus"), ("need", "ne"), ("won", "one"), ("police", "policy")]
)
def test_other_words_do_not(one: str, other: str) -> None:
    assert stem(one) != stem(other)


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("es", "rechazó rechazaron rechazar"),
        ("ru", "отменил отменили отменила"),
        ("ar", "الاتفاق اتفاق"),
    ],
)
def test_other_languages_lose_endings_and_clitics(language: str, forms: str) -> None:
    assert len({stem(form, language) for form in forms.split()}) == 1


def test_a_denial_and_its_neighbour_are_two_clauses() -> None:
    found = clauses_of("Kaplan praised the vote and denied that the city had hired crews.")
    assert [c.text.strip() for c in found] == [
        "Kaplan praised the vote",
        "and denied",
        "that the city had hired crews.",
    ]
    assert [c.opener for c in found] == ["", "and denied", "that"]


def test_numbers_are_not_cut() -> None:
    assert len(clauses_of("It cost 1,200 crowns at 10:30.")) == 1


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("They did not win.", [("win", "past", True, False)]),
        ("It hasn't been seen.", [("see", "perfect", True, True)]),
        ("The vote was cancelled.", [("cancel", "past", False, True)]),
        ("Service will resume.", [("resum", "future", False, False)]),
        ("It won't be held.", [("hold", "future", True, True)]),
        ("Sand was to leave.", [("leav", "infinitive", False, False)]),
        ("Crews are searching.", [("search", "progressive", False, False)]),
        ("The proposed ban", [("propos", "participle", False, False)]),
        ("It was invalid.", [("be", "copula", False, False)]),
        ("In May the United board met.", [("meet", "past", False, False)]),
    ],
)
def test_verb_groups(text: str, shape: list[tuple[str, str, bool, bool]]) -> None:
    assert [(p.stem, p.form, p.negated, p.passive) for p in predicates_of(text)] == shape


def test_an_infinitive_knows_the_word_that_governs_it() -> None:
    assert predicates_of("The port plans to close.")[-1].governor == "plans"


@pytest.mark.parametrize(
    ("tag", "base"), [("pt-BR", "pt"), ("zh_Hans", "zh"), ("EN", "en"), (None, "en"), ("", "en")]
)
def test_a_language_tag_is_read_by_its_first_part(tag: str | None, base: str) -> None:
    assert base_language(tag) == base


def test_a_missing_table_is_empty() -> None:
    assert load_table("summarizer.grounding.words", "xx") == {}


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("Talks, broken off last month, are to resume", ["participle", "infinitive"]),
        ("Talks, broken off last month, will resume", ["participle", "future"]),
        ("The council met, voted, and left", ["past", "past", "past"]),
        ("The talks, the union said, have failed", ["past", "perfect"]),
    ],
)
def test_a_participle_between_commas_is_no_verb_of_the_sentence(
    text: str, forms: list[str]
) -> None:
    assert [predicate.form for predicate in predicates_of(text)] == forms
