"""The note by rule: complete, cited, the same whatever the order."""

from __future__ import annotations

import random
from datetime import date

import pytest

from summarizer.briefing import LENGTHS, Options, write_note
from summarizer.errors import ConfigurationError
from summarizer.schema import ArticleSummary, BriefingNote
from summarizer.validation.brief import BriefDocument, check_brief
from summarizer.validation.wording import check_wording
from tests.briefing.story import follow_up, incident, other
from tests.merging.made import Telling


def note(summaries: list[ArticleSummary] | None = None, **options: object) -> BriefingNote:
    given = incident() if summaries is None else summaries
    written = write_note(given, Options(**options))  # type: ignore[arg-type]  # the fields of a test
    document = BriefDocument(written.note, _items(given))
    assert [*check_brief(document), *check_wording(document)] == []
    return written.note


def _items(summaries: list[ArticleSummary]) -> dict[str, frozenset[str]]:
    return {
        one.article.id: frozenset(
            ["headline", *(f"g{n}" for n in range(1, len(one.gist) + 1))]
            + [item.id for items in (one.actors, one.stances, one.events) for item in items]
        )
        for one in summaries
    }


def test_counts_independent_reports() -> None:
    assert note().title == "Minister resigns over Orsand bridge: 3 independent reports (4 articles)"
    repeats = {source.article.id: source.same_report_as for source in note().sources}
    assert sum(original is not None for original in repeats.values()) == 1
    assert repeats["radio"] is repeats["follow-up"] is None


def test_every_sentence_cites_and_every_cite_has_its_words() -> None:
    made = note()
    assert made.bottom_line
    assert made.judgements
    cited = {mark for _, marks in BriefDocument(made).citations() for mark in marks}
    assert made.words().keys() == cited
    texts = {one.article.sha256: one.article.text for one in incident()}
    hashes = {source.id: source.article.sha256 for source in made.sources}
    for mark, pieces in made.words().items():
        text = texts[hashes[mark.partition(":")[0]]]
        assert text is not None
        assert all(text[piece.start : piece.end] == piece.quote for piece in pieces)


def test_the_number_conflict_has_all_versions_and_their_words() -> None:
    (point,) = note().disagreements
    assert (point.kind, point.about) == ("quantity", "people killed")
    says = [version.says for version in point.versions]
    assert sorted(says[:2]) == ["11 people", "At least 14 people"]
    assert (says[2], [version.newest for version in point.versions]) == (
        "17 people",
        [False, False, True],
    )
    words = note().words()
    for version in point.versions:
        assert any(version.says in words[mark][0].quote for mark in version.cites)


def test_the_timeline_is_dated_and_what_is_planned_comes_last() -> None:
    told = [(entry.value, entry.status, entry.description) for entry in note().timeline]
    assert told[0][0] == "2034-03-03"
    assert (
        "2034-03-04",
        "occurred",
        "Transport Minister Karel Vond resigned on Saturday",
    ) in told
    assert told[-1][1] == "planned"


def test_each_side_has_its_position() -> None:
    made = note()
    names = {actor.key: actor.name for actor in made.actors}
    sides = {(names[p.holder], p.target): p.position for p in made.positions}
    assert sides[("Rina Solt", "an independent inquiry")] == "favor"
    assert sides[("Transport Ministry", "an independent inquiry")] == "against"
    assert any("Rina Solt for it" in sentence.text for sentence in made.judgements)


def test_what_an_article_calls_unknown_is_a_gap() -> None:
    texts = [gap.text for gap in note().gaps]
    assert "It is not known how many people were on the bridge. (Radio Velda, 2034-03-03)" in texts


def test_the_order_of_inputs_plays_no_part() -> None:
    expected = note()
    for seed in range(4):
        given = incident()
        random.Random(seed).shuffle(given)  # noqa: S311  # no secret
        assert note(given).model_dump(exclude={"run"}) == expected.model_dump(exclude={"run"})


@pytest.mark.parametrize("length", LENGTHS)
def test_lengths_keep_to_their_limits_and_say_what_is_left_out(length: str) -> None:
    made, limits = note(length=length), LENGTHS[length]
    assert len(made.bottom_line) <= limits.bottom_line
    assert len(made.judgements) <= limits.judgements
    left = " ".join(caveat.message for caveat in made.warnings if caveat.code == "left_out")
    if length == "full":
        assert left == ""
        assert len(made.timeline) == 6
    if length == "short":
        assert "1 of 6 events" in left
        assert len(made.timeline) == limits.timeline


def test_an_unknown_length_is_an_error() -> None:
    with pytest.raises(ConfigurationError, match="no length long"):
        write_note([], Options(length="long"))  # type: ignore[arg-type]  # that is the point


def test_a_topic_keeps_the_articles_that_speak_of_it() -> None:
    made = note(topic="independent inquiry")
    assert made.title == "independent inquiry: 1 independent report (1 article)"
    assert any(caveat.code == "article_left_out" for caveat in made.warnings)


def test_since_keeps_what_is_later_and_what_has_no_date() -> None:
    undated = Telling("A head.", "The lock of Orsand was shut.", published=None, id="undated")
    undated.event("The lock of Orsand was shut", 2)
    made = note([*incident(), undated.summary()], since=date(2034, 3, 4))
    assert sorted(source.article.id for source in made.sources) == ["follow-up", "undated"]
    assert "undated_article" in {caveat.code for caveat in made.warnings}
    assert "no date" in made.sources[-1].descriptor


@pytest.mark.parametrize("given", [[], None])
def test_nothing_to_say_is_said(given: list[ArticleSummary] | None) -> None:
    made = note(given, topic="zebras")
    assert (made.bottom_line, made.judgements, made.sources) == ([], [], [])
    assert [gap.text for gap in made.gaps] == ["No article about zebras."]


def test_articles_that_report_nothing_are_counted() -> None:
    made = note([Telling("A head.", "A quiet day it was.", id="quiet").summary()])
    assert [gap.text for gap in made.gaps] == ["The article reports nothing."]


def test_one_text_given_twice_counts_once_and_one_id_for_two_texts_is_told() -> None:
    first, second = other().summary(), follow_up().summary()
    record = second.article.model_copy(update={"id": first.article.id})
    twin = second.model_copy(update={"article": record})
    made = write_note([first, first, twin], Options()).note
    assert list(check_brief(BriefDocument(made))) == []
    assert len(made.sources) == 2
    codes = [caveat.code for caveat in made.warnings]
    assert {"repeated_article", "shared_article_id"} <= set(codes)


def test_a_forecast_of_nobody_does_not_get_in() -> None:
    told = Telling("A head.", "A second collapse is very likely in Orsand.")
    told.event("A second collapse is very likely in Orsand", 2)
    assert note([told.summary()]).bottom_line == []
