"""What of its matter a note keeps: clear positions, plans ahead, what others could have told."""

from __future__ import annotations

import pytest

from summarizer.briefing import Options, write_note
from summarizer.schema import BriefingNote, Caveat
from tests.briefing.story import incident, other, report
from tests.merging.made import Telling

SPEECH = '"There was no warning that we did not follow up," spokesman Olan Dreve said.'


def note(*tellings: Telling, **options: object) -> BriefingNote:
    given = [telling.summary() for telling in tellings]
    return write_note(given, Options(**options)).note  # type: ignore[arg-type]  # fields of a test


def position(sentence: str, margin: float | None, length: str = "standard") -> list[str]:
    """The positions kept of one that a sentence is taken to express."""
    told = Telling("A head.", sentence, id="x")
    told.stance(told.actor("Olan Dreve"), "Transport Ministry", "against", 2, margin=margin)
    return [held.position for held in note(told, length=length).positions]


@pytest.mark.parametrize(
    ("sentence", "margin", "kept"),
    [
        (SPEECH, 0.55, False),
        (SPEECH, 0.85, True),
        (SPEECH, None, True),
        ("Olan Dreve criticized the Transport Ministry.", 0.2, True),
    ],
)
def test_a_position_is_said_in_so_many_words_or_sure(
    sentence: str, margin: float | None, kept: bool
) -> None:
    assert bool(position(sentence, margin)) is kept
    assert position(sentence, margin, "full") == ["against"]


def test_a_word_of_attitude_in_a_sentence_about_another_does_not_count() -> None:
    told = Telling("A head.", "The union blamed the Transport Ministry.", SPEECH, id="x")
    dreve = told.actor("Olan Dreve")
    told.stance(dreve, "Transport Ministry", "against", 2, margin=0.55)
    told.stances[-1].evidence.extend(told.story.evidence(3))
    assert note(told).positions == []


def test_what_is_left_out_is_counted_in_one_line() -> None:
    made = write_note(incident(), Options(length="short")).note
    (left,) = [caveat for caveat in made.warnings if caveat.code == "left_out"]
    assert left == Caveat(
        code="left_out",
        path="",
        message="1 of 5 actors, 1 of 6 events left out, the least supported; --length full has all",
    )


def test_plans_ahead_of_the_articles_come_before_plans_behind_them() -> None:
    told = Telling(
        "A head.",
        "It rained.",
        "Divers will search the river on Saturday.",
        "President Ada Wirt will visit Orsand on Monday.",
        published="2034-03-05",
        id="x",
    )
    told.event(
        "Divers will search the river on Saturday",
        3,
        when=("on Saturday", "2034-03-04"),
        status="planned",
    )
    told.event(
        "President Ada Wirt will visit Orsand on Monday",
        4,
        when=("on Monday", "2034-03-06"),
        status="planned",
    )
    ranked = write_note([told.summary()], Options()).sections.timeline
    assert [entry.value for entry in ranked] == ["2034-03-06", "2034-03-04"]


def test_a_plan_ahead_is_a_judgement_with_its_day() -> None:
    told = other()
    told.event(
        "Mayor Sena Holt cancelled the regatta",
        3,
        when=("of Orsand", "2034-03-09"),
        status="planned",
    )
    texts = [sentence.text for sentence in note(report(), told).judgements]
    assert "Mayor Sena Holt cancelled the regatta (2034-03-09)." in texts


def alone(*days: str | None) -> list[str]:
    """What is said of being told by one report alone; the first report's day, then the other's."""
    told = []
    lines = {"Herald": "The lock of Lorn was shut", "Post": "A mill burned down near Halden"}
    for (name, line), day in zip(lines.items(), days, strict=True):
        one = Telling("A head.", f"{line}.", published=day, publisher=name, id=name)
        one.event(line, 2)
        told.append(one)
    return [gap.text for gap in note(*told).gaps if "No other report" in gap.text]


def test_one_report_alone_is_a_gap_only_where_another_could_have_told_it() -> None:
    first = "No other report bears out what Herald says: The lock of Lorn was shut."
    assert alone("2034-03-03", "2034-03-04") == [first]
    assert len(alone("2034-03-03", "2034-03-03")) == 2
    assert len(alone(None, "2034-03-04")) == 2
