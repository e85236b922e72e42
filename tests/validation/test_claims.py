"""Claims in our own words against the evidence that is cited for them."""

from __future__ import annotations

import pytest

from summarizer.validation import guard
from summarizer.validation.check import check
from tests.validation.cases import changed, cited, put
from tests.validation.checking import found, message, problems
from tests.validation.documents import SENTENCES, dumped, summary


def test_a_status_may_say_what_the_description_does_not() -> None:
    claim = put("events", 3, "description", "A second vote is planned for April 9")
    assert found(claim) == []
    assert ("missing_negation", "/events/3/description") in found(
        claim, put("events", 3, "status", "ongoing")
    )


def test_a_wrong_number_is_told_with_those_of_the_sentence() -> None:
    said = message(put("events", 1, "description", "301 pilots accepted an offer of 4%"))
    assert "301" in said
    assert said.endswith("(sentence 4 has 310, 4%)")
    assert message(put("stances", 0, "claim", "Tomas Brandt praised the vote.")).endswith(
        "(evidence: sentence 6)"
    )


def test_claims_on_evidence_that_does_not_hold_are_not_judged_twice() -> None:
    claim = put("events", 1, "description", "999 pilots accepted")
    wrong = put("events", 1, "evidence", cited("No such words."))
    assert found(claim) == [("unsupported_number", "/events/1/description")]
    assert found(claim, wrong) == [("quote_unsupported", "/events/1/evidence/0")]


def test_a_sentence_of_the_article_needs_no_guard(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "_unsupported", None)
    whole = changed(summary(), put("actors", 1, "role", None), put("actors", 2, "role", None))
    whole["gist"] = whole["gist"][:1]
    for event, number in zip(whole["events"], (2, 4, 6, 7, 8), strict=True):
        event["description"] = SENTENCES[number - 1].rstrip(".")
    whole["stances"][0]["claim"] = SENTENCES[5]
    assert problems(whole) == []


@pytest.mark.parametrize(
    ("actor", "role", "says"),
    [
        (1, "Former guild president", "does not say 'Former'"),
        (1, "Port minister", "does not give the title 'minister'"),
        (1, "owner", "does not say 'owner' of Mara Lindt"),
        (2, "billionaire", "does not say 'billionaire' of Jonas Brandt"),
        (2, "Guild president", "does not give the title 'president'"),
    ],
)
def test_a_role_that_is_remembered_or_anothers_is_found(actor: int, role: str, says: str) -> None:
    document = changed(summary(), put("actors", actor, "role", role))
    told = check(dumped(document), "x").problems
    assert {(one.code, one.path) for one in told} == {("unsupported_name", f"/actors/{actor}/role")}
    assert any(says in one.message for one in told)


def test_a_translated_role_is_held_to_its_names_alone() -> None:
    translated = put("run", {**summary()["run"], "language": "es"})
    assert found(translated, put("actors", 1, "role", "presidenta del gremio")) == []
    assert found(put("actors", 1, "role", "presidenta del gremio")) != []
