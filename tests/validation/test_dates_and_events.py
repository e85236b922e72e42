"""Dates at their granularity, and events by the table of their type."""

from __future__ import annotations

import pytest

from summarizer.ontology import EVENT_CLASSES, EVENT_TYPES
from tests.validation.cases import changed, cited, put
from tests.validation.checking import found, problems
from tests.validation.documents import summary


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
