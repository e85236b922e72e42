"""What makes a happening news, one clue at a time."""

from __future__ import annotations

import pytest

from tests.grounding.happenings.reading import Told


def _salience(text: str, trigger: str, title: str | None = None) -> float:
    return Told(text, title=title).by(trigger).salience


@pytest.mark.parametrize(
    ("more", "less", "trigger"),
    [
        ("Police arrested Otto Feld on Monday.", "Police arrested Otto Feld.", "arrested"),
        ("Police arrested Otto Feld.", "Police arrested and left.", "arrested"),
        ("Police arrested Otto Feld.", "Police helped Otto Feld.", "ed"),
        ("Police spoke and arrested two men.", "Police often arrested two men.", "arrested"),
        ("Police helped the two old men of the tram.", "Police helped men.", "helped"),
        ("Police arrested two men.", "Maren Holt said police arrested two men.", "arrested"),
        ("Norrland backed the plan.", "Norrland backs the plan.", "back"),
        ("Gunmen attacked a convoy.", "Gunmen might attack a convoy.", "attack"),
    ],
)
def test_a_clue_counts(more: str, less: str, trigger: str) -> None:
    """A time, whom it befalls, a deed, length, the article's own word and the past speak for it."""
    one, other = Told(more), Told(less)
    best = [
        max(h.salience for h in told.happenings if trigger in told.text[slice(*h.trigger)])
        for told in (one, other)
    ]
    assert best[0] > best[1]


def test_the_title_tells_the_news() -> None:
    """A clause that shares the title's words is more likely what the article is about."""
    text = "Police arrested Otto Feld."
    assert _salience(text, "arrested", "Feld arrested") > _salience(text, "arrested", "Cup draw")


def test_a_denial_alone_counts_more_than_beside_what_is_denied() -> None:
    """What is denied is the news, where it is told."""
    alone = _salience("Mayor Ada Quill denied the report.", "denied")
    beside = _salience("Mayor Ada Quill denied that police had arrested Otto Feld.", "denied")
    assert alone > beside


def test_the_simple_present_tells_how_things_are() -> None:
    """Outside headlines few events are told in it."""
    past = Told("The league supported the plan.").by("supported").best
    present = Told("The league supports the plan.").by("supports").best
    title = "League supports plan"
    assert present.weight < past.weight
    assert Told(title, title=title).by("supports").best.weight == past.weight
