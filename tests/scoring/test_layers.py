"""Each layer on small articles whose counts can be done by hand."""

from __future__ import annotations

from typing import Any

from summarizer.scoring import GoldArticle, Prediction, Tally, score_article, score_set

TEXT = (
    "Otto Feld of the League backed the offer on Monday. Ines Kaplan opposed it. "
    "The city will vote on Friday. Feld denied that a strike had begun."
)


def _gold(scope: dict[str, str] | None = None, **layers: Any) -> GoldArticle:
    return GoldArticle.model_validate(
        {"id": "x", "text": TEXT, "gold": layers, "scope": scope or {}}
    )


def _tally(gold: GoldArticle, **found: Any) -> Tally:
    (tally,) = score_article(gold, Prediction.model_validate({"id": "x", **found})).values()
    return tally


def _notes(tally: Tally) -> list[tuple[str, str]]:
    return [(note.kind, note.text) for note in tally.notes]


def test_actors() -> None:
    gold = _gold(
        actors=[
            {"name": "Otto Feld", "aliases": ["Feld"], "kind": "person", "required": True},
            {"name": "Ines Kaplan", "aliases": [], "kind": "person", "required": True},
            {"name": "League", "aliases": [], "kind": "organization", "required": False},
        ]
    )
    tally = _tally(
        gold,
        actors=[
            {"name": "Feld", "kind": "group"},
            {"name": "Otto Feld", "kind": "person"},
            {"name": "League"},
            {"name": "Monday"},
        ],
    )
    assert tally.counts["tp"] == tally.counts["fp"] == tally.counts["fn"] == 1
    assert tally.counts["ignored"] == tally.counts["duplicates"] == 1
    assert tally.counts["kinds"] == tally.counts["kinds_right"] == 1
    assert ("missed", "Ines Kaplan") in _notes(tally)
    assert ("false", "Monday") in _notes(tally)
    assert ("duplicate", "Feld = Otto Feld") in _notes(tally)


def test_an_actor_that_counts_goes_before_one_that_does_not() -> None:
    names = [("Feld", False), ("Feld", True)]
    gold = _gold(actors=[{"name": name, "required": required} for name, required in names])
    tally = _tally(gold, actors=[{"name": "Feld"}])
    assert (tally.counts["tp"], tally.counts["fn"], tally.counts["ignored"]) == (1, 0, 0)


def test_statements_tell_a_wrong_speaker_from_an_invented_statement() -> None:
    quote = {"holder": "Otto Feld", "text": "that a strike had begun", "named": True}
    gold = _gold(quotes=[quote])
    wrong = _tally(gold, quotes=[{"holder": "Ines Kaplan", "text": quote["text"]}])
    assert (wrong.counts["tp"], wrong.counts["fp"], wrong.counts["wrong_holder"]) == (0, 1, 1)
    assert ("wrong", "Ines Kaplan: that a strike had begun") in _notes(wrong)
    invented = _tally(gold, quotes=[{"holder": "Otto Feld", "text": "nobody said any of this"}])
    assert (invented.counts["fp"], invented.counts["wrong_holder"]) == (1, 0)
    assert invented.counts["named_holders_tp"] == 1
    right = _tally(
        gold,
        actors=[{"name": "Otto Feld", "aliases": ["the chair"]}],
        quotes=[{"holder": "the chair", "text": "a strike had begun"}],
    )
    assert right.counts["tp"] == 1


def test_statements_fall_back_on_the_evidence_of_stances() -> None:
    gold = _gold(quotes=[{"holder": "Ines Kaplan", "text": "Ines Kaplan opposed it."}])
    stance = {"holder": "Kaplan", "target": "offer", "evidence": "Ines Kaplan opposed it."}
    assert _tally(gold, stances=[stance]).counts["tp"] == 1


def _stances(polarity: str = "supports") -> GoldArticle:
    return _gold(
        stances=[
            {"holder": "Otto Feld", "target": "offer", "polarity": polarity},
            {"holder": "Ines Kaplan", "target": "offer", "polarity": "opposes"},
        ]
    )


def test_stances_count_position_and_direction() -> None:
    tally = _tally(
        _stances(),
        stances=[
            {"holder": "Feld", "target": "the offer", "polarity": "against"},
            {"holder": "offer", "target": "Ines Kaplan", "polarity": "against"},
        ],
    )
    assert tally.counts["pairs"] == 1
    assert (tally.counts["tp"], tally.counts["fp"], tally.counts["fn"]) == (0, 2, 2)
    assert tally.counts["position_wrong"] == tally.counts["reversed"] == 1
    assert ("wrong", "Feld opposes the offer, not supports") in _notes(tally)
    assert ("missed", "Ines Kaplan opposes offer") in _notes(tally)


def test_a_neutral_stance_made_polar_is_false() -> None:
    polar = {"holder": "Otto Feld", "target": "offer", "polarity": "favor"}
    tally = _tally(_stances("neutral"), stances=[polar])
    assert (tally.counts["fp"], tally.counts["neutral"]) == (1, 1)
    assert tally.counts["neutral_kept"] == tally.counts["neutral_alone"] == 0
    kept = _tally(_stances("neutral"), stances=[{**polar, "polarity": "neutral"}])
    assert (kept.counts["fp"], kept.counts["neutral_kept"]) == (0, 1)


def test_the_author_holds_a_stance_that_nobody_is_given() -> None:
    gold = _gold(stances=[{"holder": "AUTHOR", "target": "offer", "polarity": "opposes"}])
    for holder in (None, "author", "The reporter"):
        found = {"holder": holder, "target": "offer", "polarity": "against"}
        assert _tally(gold, stances=[found]).counts["tp"] == 1
    named = {"holder": "Otto Feld", "target": "offer", "polarity": "against"}
    assert _tally(gold, stances=[named]).counts["tp"] == 0


def _events() -> GoldArticle:
    vote = "The city will vote on Friday."
    strike = "Feld denied that a strike had begun."
    return _gold(
        events=[
            {
                "type": "OTHER",
                "type_alternatives": ["CONSULT"],
                "status": "threatened",
                "status_exact": "planned",
                "date": {"start": "2031-03-14", "end": "2031-03-14"},
                "participants": [{"name": "city", "aliases": ["The city"], "role": "actor"}],
                "mentions": [{"trigger": "vote", "evidence": vote}],
            },
            {
                "type": "PROTEST",
                "status": "denied",
                "status_exact": "denied",
                "participants": [{"name": "Otto Feld", "aliases": ["Feld"], "role": "actor"}],
                "mentions": [{"trigger": "strike", "evidence": strike}],
                "optional": True,
            },
        ]
    )


def test_events_count_every_detail() -> None:
    tally = _tally(
        _events(),
        events=[
            {
                "type": "CONSULT",
                "description": "The city will vote",
                "participants": [{"name": "The city", "role": "recipient"}, {"name": "Feld"}],
                "date": "2031-03-20",
                "status": "proposed",
                "evidence": "The city will vote on Friday.",
            },
            {
                "type": "PROTEST",
                "participants": [],
                "status": "occurred",
                "evidence": "Feld denied that a strike had begun.",
            },
            {"type": "ASSAULT", "description": "A bridge fell", "evidence": "A bridge fell down."},
        ],
    )
    counts = tally.counts
    assert (counts["tp"], counts["fp"], counts["fn"], counts["ignored"]) == (1, 1, 0, 1)
    assert (counts["argument_tp"], counts["argument_fp"], counts["argument_fn"]) == (1, 1, 1)
    assert (counts["roles"], counts["roles_right"]) == (1, 0)
    assert (counts["types"], counts["types_right"]) == (2, 2)
    assert (counts["dates"], counts["dates_right"], counts["dates_given"]) == (1, 0, 1)
    assert (counts["statuses"], counts["statuses_right"], counts["exact_right"]) == (2, 1, 0)
    assert (counts["unoccurred"], counts["unoccurred_right"]) == (2, 1)
    kinds = [note.kind for note in tally.notes]
    assert kinds.count("false") == 1
    assert kinds.count("wrong") == 2


def test_the_summary_may_not_invent() -> None:
    gold = _gold(summary=["Otto Feld backed the offer."])
    tally = _tally(gold, summary="Otto Feld backed the offer of Zorro on 17 Monday.")
    assert (tally.counts["new_names"], tally.counts["new_numbers"]) == (1, 1)
    assert tally.counts["rouge1_max"] > 0.6
    assert sorted(_notes(tally)) == [
        ("false", "not in the article: 17"),
        ("false", "not in the article: Zorro"),
    ]


def test_layers_that_are_not_annotated_are_not_scored() -> None:
    gold = _gold(actors=[])
    assert set(score_article(gold, Prediction(id="x"))) == {"actors"}


def test_what_a_summary_invents_shows_without_a_reference() -> None:
    gold = [
        GoldArticle.model_validate({"id": name, "text": "Two ships left Lunne.", "gold": {}})
        for name in ("one", "two")
    ]
    score = score_set(gold, [Prediction(id="one", summary="Today 31 ships left Oskar Lunne.")])
    assert score.figures()["summary"]["new_numbers"] == 1
    assert score.figures()["summary"]["new_names"] == 1
    assert score.figures()["summary"]["rouge1_max"] is None
    assert [tally.article for tally in score.tallies["summary"]] == ["one", "two"]
    assert score_set(gold, []).tallies == {}
