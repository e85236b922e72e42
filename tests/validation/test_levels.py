"""The levels in detail: what a single case for each code does not show."""

from __future__ import annotations

from typing import Any

import pytest

from summarizer.ontology import EVENT_CLASSES, EVENT_TYPES
from summarizer.validation import guard
from summarizer.validation.check import check
from tests.validation.cases import Change, change, changed, cited, drop, put
from tests.validation.documents import (
    SENTENCES,
    SPANS,
    TEXT,
    Json,
    brief,
    dumped,
    evidence,
    quantity,
    span,
    summary,
)


def problems(document: Json) -> list[tuple[str, str]]:
    return [(one.code, one.path) for one in check(dumped(document), "x").problems]


def found(*changes: Change) -> list[tuple[str, str]]:
    return problems(changed(summary(), *changes))


def in_note(*changes: Change) -> list[tuple[str, str]]:
    return problems(changed(brief(), *changes))


def message(*changes: Change) -> str:
    (one,) = check(dumped(changed(summary(), *changes)), "x").problems
    return one.message


# ids and references


def test_a_gap_in_the_ids_is_said_once() -> None:
    assert found(drop("events", 1)) == [("id_order", "/events/1/id")]


@pytest.mark.parametrize(
    ("path", "code"),
    [
        (("statements", 0, "speaker"), "unknown_actor"),
        (("stances", 0, "holder"), "unknown_actor"),
        (("stances", 0, "target_actor"), "unknown_actor"),
        (("events", 2, "actors"), "unknown_actor"),
        (("events", 2, "recipients"), "unknown_actor"),
    ],
)
def test_every_reference_to_an_actor_is_followed(path: tuple[Any, ...], code: str) -> None:
    value: Any = ["a7"] if path[-1] in ("actors", "recipients") else "a7"
    ((seen, place),) = found(put(*path, value))
    assert seen == code
    assert place.startswith("/" + "/".join(map(str, path)))


def test_the_author_may_hold_a_stance() -> None:
    assert found(put("stances", 0, "holder", "author")) == []


def test_two_actors_of_one_name_and_different_kinds_are_two_actors() -> None:
    twin = change("actors", by=lambda all_: [*all_, {**all_[1], "id": "a4", "kind": "group"}])
    assert found(twin) == []
    twin = change("actors", by=lambda all_: [*all_, {**all_[1], "id": "a4"}])
    assert found(twin) == [("duplicate_actor", "/actors/3")]


def test_statements_that_differ_in_their_evidence_are_no_repetition() -> None:
    again = change("statements", by=lambda all_: [*all_, {**all_[1], "id": "q3"}])
    assert found(again) == [("duplicate_item", "/statements/2")]
    other = {"id": "q3", "evidence": evidence(4)}
    again = change("statements", by=lambda all_: [*all_, {**all_[1], **other}])
    assert ("duplicate_item", "/statements/2") not in found(again)


# the record of the article


def test_positions_that_are_no_spans_are_named() -> None:
    assert found(put("article", "pages", [[5, 5], [-3, 9]])) == [
        ("bad_span", "/article/pages/0"),
        ("bad_span", "/article/pages/1"),
    ]


def test_unused_sentences_are_those_that_nothing_cites() -> None:
    alone = drop("events", 4)
    assert found(alone) == [("unused_mismatch", "/article/unused")]
    assert found(alone, put("article", "unused", [8])) == []
    assert found(alone, put("article", "unused", [8, 9])) == []
    assert found(alone, put("article", "unused", [4, 8])) == [
        ("unused_mismatch", "/article/unused")
    ]


@pytest.mark.parametrize(
    ("path", "value", "codes"),
    [
        (("article", "published"), "2031-03-04", []),
        (("article", "published"), "2031-03-04T09:00:00Z", []),
        (("article", "published"), "2031-03-04T09:00:00", ["time_without_offset"]),
        (("article", "retrieved"), "2031-03-04T09:00:00+01:00", []),
        (("article", "retrieved"), "1930348800", ["not_iso_8601"]),
        (("run", "created"), "1930348800.5", ["not_iso_8601"]),
    ],
)
def test_dates_of_the_record(path: tuple[str, ...], value: str, codes: list[str]) -> None:
    assert [code for code, _ in found(put(*path, value))] == codes


# quotes


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


# names, words, numbers


@pytest.mark.parametrize("alias", ["Pilots’ Guild", "PILOTS' GUILD", "pilots'  guild"])
def test_names_may_differ_in_case_and_folding(alias: str) -> None:
    assert found(put("actors", 0, "aliases", ["Guild", alias])) == []


@pytest.mark.parametrize("alias", ["Guil", "Pilots Guild", "Lindtt", ""])
def test_other_forms_are_not_in_the_text(alias: str) -> None:
    assert ("name_not_in_text", "/actors/0/aliases/1") in found(
        put("actors", 0, "aliases", ["Guild", alias])
    )


def test_a_mention_is_a_whole_name() -> None:
    start, end = span("Lindt", 5)
    assert found(put("actors", 1, "mentions", [[start, end]])) == []
    inside = TEXT.index("ick voted")
    short = put("actors", 1, "aliases", ["Lindt", TEXT[inside : inside + 3]])
    assert ("mention_mismatch", "/actors/1/mentions/0") in found(
        short, put("actors", 1, "mentions", [[inside, inside + 3]])
    )
    for wrong in ([start, end - 1], [start - 1, end], [0, 7], [9000, 9007]):
        assert found(put("actors", 1, "mentions", [wrong])) == [
            ("mention_mismatch", "/actors/1/mentions/0")
        ]


@pytest.mark.parametrize(
    ("value", "written", "unit"),
    [(2_000_000, "2 million crowns", "crowns"), (2e6, "2 million", None), (7, "7%", "%")],
)
def test_a_number_is_read_with_its_scale(value: float, written: str, unit: str | None) -> None:
    number = quantity(value, written, 3, unit=unit)
    assert found(put("events", 2, "quantities", [number])) == []
    for wrong in (value + 1, value * 1000, -value):
        number = quantity(wrong, written, 3, unit=unit)
        assert found(put("events", 2, "quantities", [number])) == [
            ("quantity_mismatch", "/events/2/quantities/0/value")
        ]


def test_a_number_is_never_cut() -> None:
    start, _ = span("310", 4)
    cut = {**quantity(10, "310", 4), "start": start + 1}
    assert found(put("events", 1, "quantities", [cut])) == [
        ("quantity_mismatch", "/events/1/quantities/0")
    ]


def test_quotation_marks_may_open_sentences_before() -> None:
    text = "“We stay. They go. We win,” he said. She said nothing."
    start = text.index("They go.")
    document = changed(
        summary(),
        put("article", "text", text),
        put("statements", 1, "evidence", cited("They go.", start)),
    )
    assert ("no_quotation_marks", "/statements/1/kind") not in problems(document)
    straight = changed(document, put("article", "text", text.replace("“", '"').replace("”", '"')))
    assert ("no_quotation_marks", "/statements/1/kind") not in problems(straight)
    start = text.index("She said")
    document = changed(
        document, put("statements", 1, "evidence", cited("She said nothing.", start))
    )
    assert ("no_quotation_marks", "/statements/1/kind") in problems(document)


# claims


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


# dates and events


@pytest.mark.parametrize(
    ("granularity", "value", "right"),
    [
        ("year", "2031", True),
        ("month", "2031-03", True),
        ("week", "2031-W10", True),
        ("day", "2031-03-04", True),
        ("time", "2031-03-04T17:00", True),
        ("time", "2031-03-04T17:00:30+02:00", True),
        ("year", "31", False),
        ("month", "2031-13", False),
        ("week", "2031-W54", False),
        ("week", "2031-10", False),
        ("day", "2031-02-30", False),
        ("day", "20310304", False),
        ("day", "2031-03-04T17:00", False),
        ("time", "2031-03-04", False),
        ("time", "2031-03-04T25:00", False),
        ("day", "２０３１-03-04", False),
        ("day", "", False),
    ],
)
def test_values_have_the_form_of_their_granularity(
    granularity: str, value: str, right: bool
) -> None:
    time = ("events", 3, "time")
    seen = found(put(*time, "granularity", granularity), put(*time, "value", value))
    assert (("date_form", "/events/3/time/value") not in seen) == right


def test_an_absolute_date_needs_no_anchor_and_no_value_needs_none() -> None:
    for text in ("March 4, 2031", "2031年3月4日", "the summer of ’31"):
        document = changed(summary(), put("events", 0, "time", "text", text))
        document["events"][0]["time"]["anchor"] = None
        assert ("anchor_missing", "/events/0/time/anchor") not in problems(document)
    assert (
        found(put("events", 0, "time", "value", None), put("events", 0, "time", "anchor", None))
        == []
    )


def test_a_range_needs_a_beginning() -> None:
    time = ("events", 0, "time")
    assert found(put(*time, "value", None), put(*time, "value_end", "2031-03-09")) == [
        ("date_order", "/events/0/time/value_end")
    ]
    assert ("date_order", "/events/0/time/value_end") in found(
        put(*time, "value_end", "2031-03-04")
    )


def test_a_plan_for_the_past_and_a_fact_of_the_future_are_doubtful() -> None:
    planned = put("events", 0, "status", "planned")
    assert found(planned) == []
    assert ("status_against_date", "/events/0/status") in found(
        planned, put("events", 0, "time", "value", "2031-03-03")
    )


@pytest.mark.parametrize("status", ["proposed", "threatened"])
def test_a_proposal_or_threat_may_have_its_own_day(status: str) -> None:
    earlier = put("events", 0, "time", "value", "2031-03-03")
    assert ("status_against_date", "/events/0/status") not in found(
        put("events", 0, "status", status), earlier
    )


def test_the_day_of_a_vow_is_no_day_of_what_was_vowed() -> None:
    vow = "The guild vowed on Monday to strike again"
    assert ("status_against_date", "/events/0/status") not in found(
        put("events", 0, "status", "planned"),
        put("events", 0, "time", "value", "2031-03-03"),
        put("events", 0, "description", vow),
        put("events", 0, "evidence", cited(vow)),
    )


@pytest.mark.parametrize("event_type", EVENT_TYPES)
def test_each_type_has_its_modes_and_its_quad(event_type: str) -> None:
    row = EVENT_CLASSES[event_type]  # type: ignore[index]  # one of its own keys
    event = ("events", 0)
    right = [put(*event, "type", event_type), put(*event, "quad", row.quad)]
    right.append(put(*event, "recipients", ["a1"] if row.recipient_needed else []))
    assert found(*right) == []
    for mode in row.modes:
        assert found(*right, put(*event, "mode", mode)) == []
    assert found(*right, put(*event, "mode", "dance")) == [("illegal_mode", "/events/0/mode")]
    wrong = "material conflict" if row.quad != "material conflict" else None
    assert found(*right, put(*event, "quad", wrong)) == [("quad_mismatch", "/events/0/quad")]


# briefing notes


def test_keys_are_unique_over_all_lists() -> None:
    assert in_note(put("gaps", 0, "key", "k1")) == [("duplicate_id", "/gaps/0/key")]


def test_actors_are_named_by_key() -> None:
    assert in_note(put("positions", 0, "holder", "author")) == []
    assert in_note(put("positions", 0, "holder", "k2")) == [
        ("unknown_actor", "/positions/0/holder")
    ]
    assert in_note(put("timeline", 0, "recipients", ["k3"])) == [
        ("unknown_actor", "/timeline/0/recipients/0")
    ]


def test_a_source_repeats_an_independent_report() -> None:
    path = "/sources/1/same_report_as"
    assert ("same_report", path) in in_note(put("sources", 1, "same_report_as", "n2"))
    assert ("unknown_source", path) in in_note(put("sources", 1, "same_report_as", "n9"))


@pytest.mark.parametrize(
    ("title", "right"),
    [
        ("Two independent reports", True),
        ("2 independent reports from three articles", True),
        ("2 Independent Sources (3 articles)", True),
        ("One independent report", False),
        ("Two independent reports (two articles)", False),
        ("Several independent reports", True),
        ("No independent reports", False),
    ],
)
def test_counts_in_the_title_are_those_of_the_sources(title: str, right: bool) -> None:
    assert in_note(put("title", title)) == ([] if right else [("independence_count", "/title")])


def test_a_sentence_may_count_the_reports_that_it_cites() -> None:
    sentence = ("bottom_line", 0)
    one = put(*sentence, "text", "One independent report says so.")
    assert in_note(one, put(*sentence, "cites", ["n1:e1", "n2:e1"])) == []
    assert in_note(one, put(*sentence, "cites", ["n1:e1", "n3:e1"])) == [
        ("independence_count", "/bottom_line/0/text")
    ]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Lindt said that a strike is very likely.", []),
        ("According to Brandt, talks are almost certain.", []),
        ("Talks are almost  certain.", ["likelihood_unattributed"]),
        ("The likelihood of a strike was discussed.", []),
        ("They unlikeliest of partners met.", []),
        ("Lindt said talks are nearly certain.", ["likelihood_mixed"]),
        (
            "Brandt said with moderate confidence that talks are likely.",
            ["confidence_with_likelihood"],
        ),
        ("Brandt has high confidence in the pilots.", []),
    ],
)
def test_likelihood_is_said_by_somebody_in_one_wording(text: str, codes: list[str]) -> None:
    seen = in_note(put("judgements", 1, "text", text), put("judgements", 1, "cites", ["n1:q1"]))
    assert [code for code, _ in seen] == codes


def test_times_of_a_note_are_checked_too() -> None:
    assert in_note(put("period", "end", "2031-03-01")) == [("date_order", "/period/end")]
    assert in_note(put("timeline", 0, "granularity", None)) == [("date_form", "/timeline/0/value")]
    assert in_note(put("timeline", 0, "value_end", "2031-03-01")) == [
        ("date_order", "/timeline/0/value_end")
    ]
