"""What changed since an earlier note."""

from __future__ import annotations

from summarizer.briefing import Options, write_note
from summarizer.schema import ArticleSummary, BriefingNote
from summarizer.validation.brief import BriefDocument, check_brief
from tests.briefing.story import incident

FULL = Options(length="full")


def note(
    summaries: list[ArticleSummary], previous: BriefingNote | None = None, options: Options = FULL
) -> BriefingNote:
    made = write_note(summaries, options, previous=previous).note
    assert list(check_brief(BriefDocument(made))) == []
    return made


def said(made: BriefingNote, keys: list[str]) -> list[str]:
    entries = {entry.key: entry.description for entry in made.timeline}
    points = {point.key: point.about for point in made.disagreements}
    actors = {actor.key: actor.name for actor in made.actors}
    return [name for key in keys if (name := (entries | points | actors).get(key))]


def test_without_an_earlier_note_there_is_no_delta() -> None:
    assert note(incident()).delta is None


def test_the_same_input_gives_an_empty_delta() -> None:
    delta = note(list(reversed(incident())), note(incident())).delta
    assert delta is not None
    assert (delta.new, delta.changed, delta.withdrawn) == ([], [], [])


def test_a_new_article_brings_what_is_new_and_changes_the_rest() -> None:
    before = note(incident()[:3])
    after = note(incident(), before)
    assert after.delta is not None
    new = said(after, after.delta.new)
    assert "Transport Minister Karel Vond resigned on Saturday" in new
    assert "Karel Vond" in new
    assert "people killed" in said(after, after.delta.changed)
    assert said(before, after.delta.withdrawn) == []


def test_a_summary_taken_away_withdraws_what_it_alone_said() -> None:
    before = note(incident())
    after = note(incident()[:3], before)
    assert after.delta is not None
    assert said(after, after.delta.new) == []
    gone = said(before, after.delta.withdrawn)
    assert "Transport Minister Karel Vond resigned on Saturday" in gone


def test_what_only_had_to_make_room_is_not_withdrawn() -> None:
    before = note(incident())
    after = note(incident(), before, Options(length="short"))
    assert after.delta is not None
    assert (after.delta.changed, after.delta.withdrawn) == ([], [])


def test_an_item_told_in_other_words_keeps_its_key() -> None:
    before = note(incident())
    changed = incident()
    event = changed[3].events[0]
    event.description = "Transport Minister Karel Vond resigned over the fallen bridge on Saturday"
    after = note(changed, before)
    assert after.delta is not None
    assert event.description in said(after, after.delta.changed)
    assert event.description not in said(after, after.delta.new)
