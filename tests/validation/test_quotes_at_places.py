"""Quotes: each at its place, in its sentence."""

from __future__ import annotations

from tests.validation.cases import put
from tests.validation.checking import found, message
from tests.validation.documents import SENTENCES, SPANS, TEXT, evidence, span


def test_a_quote_by_chance_at_its_place_is_right_though_it_stands_elsewhere_too() -> None:
    start, end = span("Ostwick", 2)
    piece = {"quote": "Ostwick", "start": start, "end": end, "sentence": 2}
    assert TEXT.index("Ostwick") < start
    assert found(put("gist", 1, "evidence", [*evidence(2), piece])) == []


def test_a_slip_is_told_with_the_sentence_and_both_words() -> None:
    quote = SENTENCES[3].replace("310", "301")
    said = message(put("events", 1, "evidence", 0, "quote", quote))
    assert 'the quote has "301" where sentence 4 has "310"' in said
    said = message(put("gist", 0, "evidence", 0, "quote", SENTENCES[2].replace(" not", "")))
    assert 'the quote has nothing where sentence 3 has "not"' in said


def test_evidence_between_sentences_is_in_no_sentence() -> None:
    gap = SPANS[0][1]
    piece = {"quote": TEXT[gap : gap + 1], "start": gap, "end": gap + 1, "sentence": 1}
    assert ("sentence_number", "/headline/evidence/0/sentence") in found(
        put("headline", "evidence", [piece])
    )


def test_a_sentence_no_longer_marked_as_boilerplate_is_an_unused_one() -> None:
    codes = {code for code, _ in found(put("article", "boilerplate", []))}
    assert codes == {"unused_mismatch"}


def test_positions_far_outside_are_no_crash() -> None:
    for at in (10**6, 2**63, 10**30):
        codes = {code for code, _ in found(put("gist", 0, "evidence", 0, "start", at))}
        assert codes == {"quote_moved"}
