"""Closed questions: by the probability of one token, or as a form with one field."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.errors import AnswerError, ProviderError
from summarizer.llm.choosing import LITTLE, choose_by_tokens
from summarizer.prompts import Option
from tests.llm.asking import EMBEDDED, KIND, choice, choose
from tests.scripted.entries import always, answer, letter, refusal, status
from tests.scripted.server import Entry, scripted

LABELS = [option.label for option in KIND.options]


def test_the_likeliest_token_chooses_with_its_margin() -> None:
    with scripted(letter(bread=0.6, apple=0.2)) as server:
        asked = choose(server, name=EMBEDDED)
    chosen = choice(asked)
    assert chosen.label == "B"
    assert chosen.margin == pytest.approx(0.5)
    assert chosen.probabilities == pytest.approx({"A": 0.25, "B": 0.75, "NONE": 0})
    assert (server.calls, asked.usage.output) == (1, 1)


def test_one_token_with_its_probabilities_is_asked_for() -> None:
    with scripted(letter(apple=1.0)) as server:
        choose(server, name=EMBEDDED)
    body = server.requests[0].body
    assert (body["max_tokens"], body["logprobs"], body["top_logprobs"]) == (1, True, 20)
    assert body["temperature"] == 0
    assert "response_format" not in body
    assert server.requests[0].asked == "What is a crust?"


def test_a_model_without_probabilities_gets_a_form_of_the_words() -> None:
    with scripted(answer({"answer": "nothing"})) as server:
        chosen = choice(choose(server))
    assert (chosen.label, chosen.margin, chosen.probabilities) == ("NONE", None, {})
    body = server.requests[0].body
    assert "logprobs" not in body
    schema = body["response_format"]["json_schema"]["schema"]
    assert schema["properties"]["answer"]["enum"] == ["apple", "bread", "nothing"]


@pytest.mark.parametrize(
    "entry",
    [answer("?", usage=(20, 1)), letter(the=0.7, z=0.2, whatever=0.1)],
    ids=["no probabilities", "no option"],
)
def test_without_a_usable_token_the_form_is_asked_for(entry: Entry) -> None:
    with scripted(entry, answer({"answer": "apple"})) as server:
        asked = choose(server, name=EMBEDDED)
    assert choice(asked).label == "A"
    assert server.calls == asked.usage.calls == 2
    assert "kind" in asked.notes[0]


def test_a_word_that_is_no_option_is_asked_for_again() -> None:
    with scripted(answer({"answer": "cheese"}), answer({"answer": "bread"})) as server:
        assert choice(choose(server)).label == "B"


def test_a_word_that_is_never_an_option_is_an_error() -> None:
    with scripted(otherwise=always(answer({"answer": "cheese"}))) as server:
        asked = choose(server, reasks=1)
    assert isinstance(asked.error, AnswerError)
    assert server.calls == 2


def test_a_refusal_is_an_error() -> None:
    with scripted(refusal()) as server:
        assert isinstance(choose(server, name=EMBEDDED).error, AnswerError)


def test_a_failing_server_is_an_error() -> None:
    with scripted(status(500)) as server:
        asked = choose(server, name=EMBEDDED, retries=0)
    assert isinstance(asked.error, ProviderError)


@pytest.mark.parametrize(
    ("tokens", "label"),
    [
        ([("bre", 0.5), ("apple", 0.4)], "B"),
        ([(" Bread", 0.5)], "B"),
        ([("BREAD", 0.3), ("Bread", 0.3), ("apple", 0.4)], "B"),
        ([("breads", 0.9), ("apple", 0.1)], "A"),
        ([("", 0.9), ("\n", 0.05), ("n", 0.05)], "NONE"),
    ],
)
def test_a_token_counts_for_the_word_that_it_begins(
    tokens: list[tuple[str, float]], label: str
) -> None:
    chosen = choose_by_tokens(KIND.options, tokens)
    assert chosen is not None
    assert chosen.label == label


def test_a_token_that_begins_two_words_counts_for_neither() -> None:
    options = [Option(label=word, word=word, meaning="") for word in ("agree", "accuse")]
    assert choose_by_tokens(options, [("a", 0.9)]) is None
    chosen = choose_by_tokens(options, [("a", 0.9), ("ac", 0.1)])
    assert chosen is not None
    assert (chosen.label, chosen.margin) == ("accuse", 1.0)


@pytest.mark.parametrize("tokens", [[], [("", 1.0)], [("xyz", 1.0)], [("apple", 0.0)]])
def test_no_token_that_counts_is_no_answer(tokens: list[tuple[str, float]]) -> None:
    assert choose_by_tokens(KIND.options, tokens) is None


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["apple", "a", " app", "bread", "b", "Nothing", "not", "", "the"]),
            st.floats(0, 1),
        ),
        max_size=20,
    )
)
def test_the_shares_add_up_and_the_answer_is_the_largest(
    tokens: list[tuple[str, float]],
) -> None:
    chosen = choose_by_tokens(KIND.options, tokens)
    if chosen is None:
        return
    assert chosen.margin == 0 or chosen.covered >= LITTLE
    assert list(chosen.probabilities) == LABELS
    assert math.isclose(sum(chosen.probabilities.values()), 1)
    first, second, _ = sorted(chosen.probabilities.values(), reverse=True)
    assert chosen.probabilities[chosen.label] == first
    assert chosen.margin == first - second
    assert 0 <= chosen.margin <= 1


def test_options_that_hardly_count_leave_it_unsure() -> None:
    with scripted(letter(the=0.95, bread=0.03, apple=0.01)) as server:
        asked = choose(server, name=EMBEDDED)
    chosen = choice(asked)
    assert (chosen.label, chosen.margin) == ("B", 0)
    assert chosen.probabilities == pytest.approx({"A": 1 / 3, "B": 1 / 3, "NONE": 1 / 3})
    assert asked.notes == ["the options of kind have 4% together: unsure"]


@pytest.mark.parametrize(
    "message",
    ["logprobs is not supported with this model", "Unknown parameter: 'top_logprobs'"],
)
def test_a_model_that_rejects_log_probabilities_is_asked_for_words(message: str) -> None:
    with scripted(status(400, message), answer({"answer": "bread"})) as server:
        asked = choose(server, name=EMBEDDED)
    assert (choice(asked).label, choice(asked).margin) == ("B", None)
    assert asked.notes == ["the model gives no log-probabilities; asking for words"]


def test_another_refusal_is_not_taken_for_that() -> None:
    with scripted(status(400, "the prompt is too long")) as server:
        asked = choose(server, name=EMBEDDED)
    assert "the prompt is too long" in asked.message
