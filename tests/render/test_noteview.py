"""What every view of a note says alike."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from summarizer.briefing import Options, write_note
from summarizer.render import render
from summarizer.render.noteview import added, own_cites, stands_of, told, when_told
from summarizer.render.wording import without_dateline
from summarizer.schema.brief import TimelineEntry
from tests.briefing.story import follow_up, incident

NOTE = write_note(incident(), Options()).note


def entry(**fields: Any) -> TimelineEntry:
    held = {"key": "k", "description": "a dam broke", "type": "OTHER", "status": "occurred"}
    return TimelineEntry.model_validate({**held, "cites": ["n1:e1"], **fields})


def test_holders_who_take_a_side_in_the_same_words_stand_in_one_row() -> None:
    telling = follow_up()
    union = telling.actor("Bridge Workers' Union", "organization")
    telling.stance(union, "an independent inquiry", "favor", 4)
    stands = stands_of(write_note([telling.summary()], Options()).note)
    assert [(stand.holders, stand.position) for stand in stands] == [
        (["Rina Solt", "Bridge Workers' Union"], "favor"),
        (["Transport Ministry"], "against"),
    ]
    assert len(stands[0].cites) == len(stands[0].keys) == 2


def test_copies_are_not_cited_beside_what_they_repeat() -> None:
    repeats = {s.id: s.same_report_as for s in NOTE.sources if s.same_report_as}
    ((copy, original),) = repeats.items()
    assert own_cites([f"{original}:e1", f"{copy}:e1"], NOTE) == (f"{original}:e1",)
    assert own_cites([f"{copy}:e1"], NOTE) == (f"{copy}:e1",)
    assert f"[{copy}:" not in str(render(NOTE, "markdown")).partition("## Sources")[0]


@pytest.mark.parametrize(
    ("fields", "when"),
    [
        ({"value": "2034-03-03"}, "2034-03-03"),
        ({"value": "2034-03-03", "value_end": "2034-03-05"}, "2034-03-03 – 2034-03-05"),
        ({"reported": date(2034, 3, 4)}, "by 2034-03-04"),
        ({"reported": date(2034, 3, 4), "status": "planned"}, "undated"),
        ({}, "undated"),
    ],
)
def test_an_event_without_a_date_had_happened_by_its_report(
    fields: dict[str, Any], when: str
) -> None:
    assert when_told(entry(**fields)) == when


def test_what_the_words_of_an_event_leave_out_is_added() -> None:
    names = {actor.name: actor.key for actor in NOTE.actors}
    solt, ministry = names["Rina Solt"], names["Transport Ministry"]
    said = entry(description="Solt met the ministry", actors=[solt], recipients=[ministry])
    assert added(said, NOTE) == []
    unsaid = entry(description="she met the ministry", actors=[solt], recipients=[ministry])
    assert added(unsaid, NOTE) == ["Rina Solt → Transport Ministry"]
    assert added(entry(place="Orsand"), NOTE) == ["Orsand"]
    assert told(unsaid) == "She met the ministry"


def test_an_event_on_which_reports_differ_says_so_in_the_newest_words() -> None:
    (event,) = [one for one in NOTE.timeline if "reports differ" in added(one, NOTE)]
    assert event.description == "The number of dead was revised to 17 people"
    assert when_told(event) == "by 2034-03-04"


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("ORSAND, March 3, 2034 (Orsand Herald) — A bridge fell.", "A bridge fell."),
        ("PARIS — The bridge fell.", "The bridge fell."),
        ("(Coast Wire) - Oil rose.", "Oil rose."),
        ("New York (AP) — Police came.", "Police came."),
        ("The minister — Karel Vond, of Orsand — left.", None),
        ("Lang (left) — a friend — left.", None),
        ("It rose in May (the third month) — Officials said.", None),
        ("NATO met.", None),
    ],
)
def test_a_dateline_is_taken_off_and_nothing_else(text: str, bare: str | None) -> None:
    assert without_dateline(text) == (bare or text)
